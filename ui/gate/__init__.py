"""The gate: what stands between the network and Streamlit's own server.

It knows for which hosts and origins the app answers, what browsers are told of its pages, what is
written of each request, and whether the app is ready to serve. It stands on the parts and the
shell, and shows a page one line; what the app computes is none of its business.
"""
