"""Many dots: thousands alike in a drawing as one path, which a browser opens at once."""

from __future__ import annotations

import re

# Fewer stay as they were drawn.
_MANY = 100
_NUMBER = r"-?[\d.]+(?:e-\d+)?"
_PLACE = re.compile(rf'translate\(({_NUMBER}),({_NUMBER})\)" d')
# Circles of one size and colour, one after another; all that differs is where they stand.
_RUN = re.compile(
    r'(<path transform="translate\()' + _NUMBER + "," + _NUMBER + r'(\)" d="M([\d.]+),0A[^"]*"'
    r' fill="(#[0-9a-f]{6})" stroke-width="\d+" opacity="1"/>)'
    r"(?:\1" + _NUMBER + "," + _NUMBER + rf"\2){{{_MANY - 1},}}"
)


def joined(drawing: str) -> str:
    """A drawing in which many dots alike are one path, those on one place one dot of it."""
    return _RUN.sub(_as_one, drawing)


def _as_one(run: re.Match[str]) -> str:
    """Lines of no length with round ends, to a tenth of a pixel."""
    places = dict.fromkeys(
        f"M{float(x):.1f} {float(y):.1f}h0" for x, y in _PLACE.findall(run.group())
    )
    return (
        f'<path d="{"".join(places)}" stroke="{run.group(4)}" '
        f'stroke-width="{2 * float(run.group(3)):.1f}" stroke-linecap="round"/>'
    )
