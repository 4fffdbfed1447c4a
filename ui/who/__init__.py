"""Who: how people sign in here, and who is looking at this page.

Off unless the environment names a file that says how: by OpenID Connect, which Streamlit and
Authlib speak, or by a proxy that has signed people in already. What either of them tells is looked
at once more here before it counts.
"""
