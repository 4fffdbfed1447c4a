"""Names: what people call a footprint where there is little room, its full name being elsewhere."""

from __future__ import annotations

import re

from footprint.english import listed

_SCILLY = "the Isles of Scilly"


def short_name(name: str) -> str:
    """Shorten a name without making it another: "Devon, Cornwall and Scilly".

    A town is left out where the county called after it stands beside it. Every other name stays as
    it is, for short forms that not everybody knows would have to be looked up.
    """
    parts = re.split(r", | and ", name.replace(_SCILLY, "Scilly"))
    counties = {part.removesuffix("shire") for part in parts if part.endswith("shire")}
    kept = [part for part in parts if part not in counties]
    return listed(kept) if len(kept) < len(parts) else name.replace(_SCILLY, "Scilly")
