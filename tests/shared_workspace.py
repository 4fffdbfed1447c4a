"""One workspace over the committed facts for every test, so that each thing is worked out once."""

from footprint.workspace.workspace import Workspace

WORK = Workspace()
