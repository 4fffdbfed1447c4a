"""The process that serves everybody: what it gives back, and when it ends to begin anew.

It builds on Streamlit's runtime alone. What pages show, and to whom, it does not know.
"""
