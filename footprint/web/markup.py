"""Markup: everything a paper says besides its maps, as parts of a web page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from footprint.charts.vega import Chart
from footprint.content.values import Table
from footprint.ink.drawings import FAMILY, svg
from footprint.maps.layer import NAME_OF_FOOTPRINT, LegendRow
from footprint.maps.palette import INK
from footprint.papers.paper import Paper
from footprint.web.looks import looks
from footprint.web.many_dots import joined

# Pixels of a chart in windows of either kind.
_WINDOWS = {"wide": 1000, "narrow": 340}


def heading(paper: Paper) -> str:
    """Return a paper's title, what stands under it and its summary."""
    under = _paragraph("subtitle", paper.subtitle)
    return (
        f'<header><h1 dir="auto">{escape(paper.title)}</h1>{under}'
        f"{_paragraph('caption', paper.caption)}"
        f'<p class="dated"><time datetime="{paper.day.isoformat()}">{paper.dated}</time></p>'
        f"{_paragraph('summary', paper.summary)}</header>"
    )


def _paragraph(kind: str, words: str) -> str:
    return f'<p class="{kind}" dir="auto">{escape(words)}</p>' if words else ""


def legend(paper: Paper) -> str:
    """Return what each colour and mark means, and how many areas have it."""
    rows = "".join(
        f"<li>{_swatch(row)}<span>{escape(row.words)} "
        f"<i>({escape(row.counted or str(row.count))})</i></span></li>"
        for row in paper.key.legend
    )
    if paper.key.footprint_names:
        rows += f"<li><b>Abc</b><span>{NAME_OF_FOOTPRINT}</span></li>"
    title = escape(paper.key.legend_title)
    return f'<section class="legend"><h2 dir="auto">{title}</h2><ul>{rows}</ul></section>'


def _swatch(row: LegendRow) -> str:
    """A mark drawn as on the map. Unlike a background, a drawing is printed by every browser."""
    look, drawn = looks(row.marks), ""
    if "hatch" in look:
        lines = "".join(f"M{start} 16l16 -16" for start in range(-12, 24, 6))
        drawn += f'<path d="{lines}" stroke="{INK}" stroke-opacity=".55" stroke-width="1.4"/>'
    if "falling" in look:
        lines = "".join(f"M{start} 0l16 16" for start in range(-12, 24, 6))
        drawn += f'<path d="{lines}" stroke="{INK}" stroke-opacity=".55" stroke-width="1.4"/>'
    if "dotted" in look:
        dots = "".join(f"M{x} {y}h1.5" for x in range(4, 22, 4) for y in range(4, 14, 4))
        drawn += f'<path d="{dots}" stroke="{INK}" stroke-opacity=".6" stroke-width="1.5"/>'
    if "dashed" in look:
        drawn += f'<path d="M0 8h24" stroke="{INK}" stroke-width="1.5" stroke-dasharray="4 3"/>'
    if "thick" in look:
        drawn += f'<path d="M0 8h24" stroke="{INK}" stroke-width="3"/>'
    if "outlined" in look:
        drawn += f'<path d="M0 8h24" stroke="{INK}" stroke-width="2.5" stroke-dasharray="2 3"/>'
    return (
        '<svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">'
        f'<rect width="24" height="16" fill="{escape(row.swatch_fill)}"/>{drawn}'
        f'<rect x=".5" y=".5" width="23" height="15" fill="none" stroke="{INK}"/></svg>'
    )


def figures(paper: Paper) -> str:
    """Return the key figures, each with its label."""
    return _terms("Key figures", "figures", paper.figures)


def lists(paper: Paper) -> str:
    """Return each footprint's areas in words."""
    return _terms("Areas in words", "lists", paper.lists)


def _terms(title: str, kind: str, terms: Iterable[tuple[str, str]]) -> str:
    pairs = "".join(
        f'<div><dt dir="auto">{escape(term)}</dt><dd dir="auto">{escape(words)}</dd></div>'
        for term, words in terms
    )
    return f'<section class="{kind}"><h2>{title}</h2><dl>{pairs}</dl></section>' if pairs else ""


def charts(paper: Paper) -> str:
    """Return each chart, drawn for a wide window and for a narrow one."""
    return "".join(_chart(chart) for chart in paper.charts)


def _chart(chart: Chart) -> str:
    drawn = "".join(
        f'<div class="{kind}" role="img" aria-label="{escape(chart.words)}">'
        f"{_drawing(chart, width)}</div>"
        for kind, width in _WINDOWS.items()
    )
    key = _paragraph("key", chart.key)
    return (
        f'<section class="chart"><h2 dir="auto">{escape(chart.heading)}</h2>{drawn}{key}</section>'
    )


def _drawing(chart: Chart, width: int) -> str:
    # It is set in the page's own letters, which are narrower than those it was laid out in.
    return joined(svg(chart, width=width)).replace(f' font-family="{FAMILY}"', "")


def table(content: Table) -> str:
    """Return a table whose rows and columns all have headings."""
    figured = [" class=n" if column.unit else "" for column in content.columns]
    head = "".join(
        f'<th scope="col"{kind}>{escape(column.heading)}</th>'
        for kind, column in zip(figured, content.columns, strict=True)
    )
    body = "".join(_row(texts, figured) for texts in content.texts())
    return (
        '<section class="table" id="table" tabindex="0" aria-labelledby="table-title"><table>'
        f'<caption id="table-title"><h2 dir="auto">{escape(content.title)}</h2></caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></section>"
    )


def _row(texts: tuple[str, ...], figured: list[str]) -> str:
    first, *rest = texts
    cells = "".join(
        f"<td{kind}><bdi>{escape(text)}</bdi></td>"
        for kind, text in zip(figured[1:], rest, strict=True)
    )
    return f'<tr><th scope="row"><bdi>{escape(first)}</bdi></th>{cells}</tr>'


def footer(paper: Paper) -> str:
    """Return the notes, the sources, the licence and the link that reopens the view."""
    return (
        f"<footer>{_items('Notes', paper.every_note)}{_items('Sources', paper.sources)}"
        f"<section><h2>Licence</h2><p>{escape(paper.key.attribution)}</p></section>"
        f"{_link(paper.link)}<p><small>{escape(paper.made)}</small></p></footer>"
    )


def _items(title: str, sentences: Iterable[str]) -> str:
    items = "".join(f'<li dir="auto">{escape(words)}</li>' for words in sentences if words)
    return f"<section><h2>{title}</h2><ul>{items}</ul></section>" if items else ""


def _link(address: str) -> str:
    if not address:
        return ""
    words = escape(address)
    # Any other kind of address could run a script when it is followed.
    if address.startswith(("http://", "https://")):
        words = f'<a href="{words}" rel="noreferrer">{words}</a>'
    return f"<section><h2>Open this view again</h2><p>{words}</p></section>"
