"""Pages: everything a page says under a view, as a value.

One module for each page, with a function that turns the workspace and a view into content: the
sentence, the maps, the tables, the figures and the notes. The screen draws that value, paper prints
it, and anything else that hands a page out takes the same. The catalogue lists the pages; a page
with a picture can go on paper because it has one. What the three largest are made of has a room of
its own within: `compared`, `authority` and `costs`. Nothing here is drawn or laid out.
"""
