"""Data and sources: where does every figure come from, and what is wrong with it?"""

from footprint.pages import sources
from ui.gate import status
from ui.papers import whole
from ui.parts import glossary, panels
from ui.shell.frame import frame
from ui.shell.workspace import workspace
from ui.sources import provenance

frame(sources.PAGE)
told = sources.content(workspace())

provenance.checks(told)
provenance.files(told)
provenance.plans(told)
provenance.statements(told)
provenance.limits(told)
whole.take()
status.works()
glossary.words_here(told)
panels.footer()
