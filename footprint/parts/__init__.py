"""Parts: what can be taken away of a page, told of a part of England alone, and official codes.

An NHS region, what a regional plan is about, or one footprint: its title, sentence, figures and
table speak of it, and its map has all else pale. What public lists call the areas of a map. Built
on content, as the pages are; it knows no page and no paper.
"""
