"""Everything that talks to Streamlit; pages put these parts together."""
