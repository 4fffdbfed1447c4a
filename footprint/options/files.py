"""Files: an option as a table to download, and any such table read with its faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from footprint.facts.atlas import Atlas
from footprint.options.option import Option, drawn_as, with_drawn
from footprint.plans.assignment import Assignment, Footprint
from footprint.spreadsheets import csv_bytes, xlsx_bytes

RULES = ("icb", "lad", "footprint", "name", "kind")
BLOCKS = ("block", "footprint", "name", "kind")
COLOUR = "colour"
_GUARDED = re.compile(r"'+[=+\-@]")
Table = list[list[str]]


def table(option: Option, atlas: Atlas) -> Table:
    """The fewest rules that make an option; or its blocks, where rules cannot.

    Rows come in the order of footprints, so that reading them again gives the same plan.
    """
    rules = _rules(option, atlas)
    head, keys = (RULES, rules) if rules is not None else (BLOCKS, _block_rows(option))
    chosen = dict(option.colours)
    extra = [COLOUR] if chosen else []
    rows = [
        [
            *key,
            *_footprint_cells(option, footprint),
            *([chosen.get(footprint.id, "")] if extra else []),
        ]
        for footprint in option.plan.footprints
        for key in sorted(keys[footprint.id])
    ]
    return [[*head, *extra], *rows]


def _footprint_cells(option: Option, footprint: Footprint) -> list[str]:
    kind = drawn_as(option, footprint.id) if option.began.seen == "teams" else "icb"
    return [guarded(footprint.id), guarded(footprint.name), kind]


def guarded(text: str) -> str:
    """Text whose own leading quote cannot be taken for the one that makes a formula inert."""
    return f"'{text}" if _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """Text as it was before it was made inert."""
    return text[1:] if _GUARDED.match(text) else text


def _rules(option: Option, atlas: Atlas) -> Mapping[str, list[tuple[str, str]]] | None:
    """The keys of each footprint's rules, or None where a district's piece of an ICB is cut."""
    pieces = atlas.blocks[["icb", "lad"]].assign(footprint=option.plan.footprint_of)
    pieces = pieces.drop_duplicates()
    if pieces.duplicated(["icb", "lad"]).any():
        return None
    found: dict[str, list[tuple[str, str]]] = {one: [] for one in option.plan.by_id}
    for icb, here in pieces.groupby("icb"):
        count = here["footprint"].value_counts()
        # Of two that hold as much of an ICB, the one that bears its name gets the rest of it.
        most = min(count.index[count == count.max()], key=lambda one: (one != icb, one))
        found[most].append((icb, ""))
        strays = here[here["footprint"] != most]
        for lad, footprint in zip(strays["lad"], strays["footprint"], strict=True):
            found[footprint].append((icb, lad))
    return found


def _block_rows(option: Option) -> Mapping[str, list[tuple[str]]]:
    return {one: [(block,) for block in option.plan.blocks_of(one)] for one in option.plan.by_id}


def as_csv(option: Option, atlas: Atlas) -> bytes:
    """Write an option as a CSV file."""
    return csv_bytes(table(option, atlas))


def as_xlsx(option: Option, atlas: Atlas) -> bytes:
    """Write an option as an Excel workbook."""
    return xlsx_bytes(table(option, atlas), title="Option")


def redrawn(
    option: Option,
    moved: Mapping[str, str],
    footprints: Iterable[Footprint],
    merged: Iterable[str],
    colours: Mapping[str, str],
) -> Option:
    """An option with the blocks given to the footprints of a file; others stay as they are."""
    footprint_of = dict(option.plan.assignment) | moved
    left = set(footprint_of.values())
    known = {one.id: one for one in footprints if one.id in left}
    stay = [one for one in option.plan.footprints if one.id in left and one.id not in known]
    drawn = Assignment((*known.values(), *stay), tuple(sorted(footprint_of.items())))
    chosen = {one: colour for one, colour in colours.items() if one in left}
    told = replace(
        option,
        merged=(option.merged - set(known)) | set(merged),
        colours=tuple(sorted(chosen.items())),
        locked=frozenset(),
    )
    return with_drawn(told, drawn)
