"""Data and sources: where does every figure come from, and what is wrong with it?"""

from ui import panels, provenance
from ui.frame import frame

frame("Data and sources", "nothing")
provenance.checks()
provenance.files()
provenance.plans()
provenance.limits()
panels.footer()
