"""Write the whole atlas as one file, or on standard output: `python -m footprint.one_file -`.

How far it is stands on standard error.
"""

from __future__ import annotations

import sys
from pathlib import Path

from footprint.one_file.write import atlas, write_atlas
from footprint.workspace.workspace import Workspace


def _tell(done: int, count: int) -> None:
    print(f"step {done}/{count}", file=sys.stderr, flush=True)


def main(path: str) -> None:
    """Write it at a path, or where that is a dash on standard output."""
    if path == "-":
        sys.stdout.buffer.write(atlas(Workspace(), _tell))
    else:
        write_atlas(Path(path), tell=_tell)


if __name__ == "__main__":
    main(*sys.argv[1:] or ["atlas.html"])
