"""Export: files handed out.

An order says what is wanted; the press makes it in a process of its own, which gives its memory
back; a table as CSV and areas for map programs are written here. On top of everything else.
"""
