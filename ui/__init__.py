"""Everything that talks to Streamlit, by what a person sees.

The gate stands before the server. The shell is around every page; parts are what several pages
share; the other rooms each belong to one page, or to one thing that can be done on many. No figure
is worked out here.
"""
