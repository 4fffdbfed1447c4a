"""Write the whole atlas as one file: `python -m footprint.one_file [atlas.html]`."""

from __future__ import annotations

import sys
from pathlib import Path

from footprint.one_file.write import write_atlas

write_atlas(Path(sys.argv[1] if len(sys.argv) > 1 else "atlas.html"))
