"""Data and sources: where does every figure come from, and what is wrong with it?"""

from ui.parts import panels
from ui.shell.frame import frame
from ui.sources import provenance

frame("Data and sources", "nothing")
provenance.checks()
provenance.files()
provenance.plans()
provenance.limits()
panels.footer()
