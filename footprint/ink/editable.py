"""Editable drawings: a sheet as SVG whose words stay words and whose areas have their names."""

from __future__ import annotations

from io import BytesIO

import matplotlib as mpl
from lxml import etree
from matplotlib.backends.backend_svg import FigureCanvasSVG

from footprint.ink.pages import SETTINGS, WRITING
from footprint.ink.tags import Sheet
from footprint.ink.vectors import Named

_SVG = "http://www.w3.org/2000/svg"
_INKSCAPE = "http://www.inkscape.org/namespaces/inkscape"
_LIVE = {**SETTINGS, "svg.fonttype": "none"}
# Verdana has the widths of the letters that places were found for.
_OURS, _LIKELY = "'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif"


def svg(sheet: Sheet, title: str, description: str) -> bytes:
    """Return a sheet as a drawing to edit: live words, and a group for each area.

    A group has the area's code as its `id`, a second drawing of the same area the code and a
    number, and its name as title and label; `data-code`, `data-name` and `data-value` say the rest.
    """
    groups = _groups(sheet)
    file = BytesIO()
    about = {"Date": None, "Title": title, "Description": description}
    with WRITING, mpl.rc_context(_LIVE):
        FigureCanvasSVG(sheet).print_svg(file, metadata=about)
    root = etree.fromstring(file.getvalue())
    for group in root.iter(f"{{{_SVG}}}g"):
        if group.get("id") in groups:
            _name(group, groups[group.get("id")])
    etree.cleanup_namespaces(root, top_nsmap={"inkscape": _INKSCAPE})
    for words in root.iter(f"{{{_SVG}}}text"):
        words.set("style", words.get("style", "").replace(_OURS, _LIKELY))
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _groups(sheet: Sheet) -> dict[str, Named]:
    """Give each area's drawing an id of its own, and return what each is."""
    groups: dict[str, Named] = {}
    for artist, named in sheet.named:
        again = sum(other.code == named.code for other in groups.values())
        key = f"{named.code}-{again + 1}" if again else named.code
        groups[key] = named
        artist.set_gid(key)
    return groups


def _name(group: etree._Element, named: Named) -> None:
    for key, words in (("code", named.code), ("name", named.name), ("value", named.value)):
        group.set(f"data-{key}", words)
    group.set(f"{{{_INKSCAPE}}}label", named.name)
    title = etree.Element(f"{{{_SVG}}}title")
    title.text = ": ".join(filter(None, (named.name, named.value)))
    group.insert(0, title)
