"""Load: many people at work at once, each with a websocket session of their own.

`person` speaks Streamlit's own messages as a browser does, `walks` says what people do one after
the other, `server` reads what the process that serves them uses, and `table` says what was found.
Nothing here draws a map: what browsers take is measured by the rest of the bench.
"""
