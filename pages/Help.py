"""Help: how are the maps to be read, and what do the words mean?"""

from footprint.content.guide import Guide
from footprint.pages.catalogue import HELP
from ui.parts import glossary, headings, panels, tables
from ui.shell.frame import frame

frame(HELP)
told = Guide()

glossary.paragraphs(told.reading)
headings.part("Words")
glossary.all_words(told.words)
headings.part(told.keys.title)
tables.figures(told.keys)
glossary.paragraphs(told.whence)
panels.footer()
