"""Authority: what the page on local authorities is made of.

`card` tells one authority, `rows` all of them and all footprints as tables, and `picture` draws
them, whole or of a part of England. None of them knows of another page, and the page puts them
together.
"""
