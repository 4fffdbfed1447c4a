"""Flows: blocks of words shared out over columns, by block or by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from footprint.ink.blocks import Block, Line, height

PARTED = 4.2
_ELSEWHERE = "More is on the next page of the PDF."
# How much taller columns become while their lines do not fit in them, in millimetres.
_STEP = 0.5


def stacked(blocks: Sequence[Block]) -> Block:
    """Put blocks below each other with room between them."""
    lines: Block = []
    for block in blocks:
        if lines and block:
            lines += [replace(block[0], gap=block[0].gap + PARTED), *block[1:]]
        else:
            lines += block
    return lines


def shared_out(blocks: Sequence[Block], count: int) -> list[Block]:
    """Share blocks out over columns in reading order, the longest as short as can be.

    One alone, such as the legend of a picture, runs through them all.
    """
    kept = [block for block in blocks if block]
    if len(kept) == 1:
        return run(kept[0], count)
    best: list[Block] = [stacked(kept)]
    for cuts in product(range(len(kept) + 1), repeat=count - 1):
        if list(cuts) != sorted(cuts):
            continue
        ends = [0, *cuts, len(kept)]
        columns = [stacked(kept[a:b]) for a, b in zip(ends, ends[1:], strict=False)]
        if max(map(height, columns)) < max(map(height, best)):
            best = columns
    return best


def flowed(lines: Block, count: int) -> list[Block]:
    """Cut lines into so many columns, each as long as the others."""
    long = -(-len(lines) // count) or 1
    return [lines[first : first + long] for first in range(0, len(lines), long)] or [[]]


def run(lines: Block, count: int) -> list[Block]:
    """Let lines run through so many columns, the longest as short as can be.

    What stands below a heading or in one entry of a list stays with its first line.
    """
    parts = _kept_together(lines)
    tall = max(height(lines) / count, *(height(part) for part in parts), 0.0)
    while len(columns := _filled(parts, tall)) > count:
        tall += _STEP
    return columns + [[] for _ in range(count - len(columns))]


def _kept_together(lines: Block) -> list[Block]:
    parts: list[Block] = []
    for line in lines:
        if parts and (not line.gap or parts[-1][-1].bold):
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _filled(parts: Sequence[Block], tall: float) -> list[Block]:
    """Fill columns of one height, each from its top."""
    columns: list[Block] = []
    for part in parts:
        if columns and height([*columns[-1], *part]) <= tall:
            columns[-1] += part
        else:
            columns.append([replace(part[0], gap=0.0), *part[1:]])
    return columns


def held(lines: Block, tall: float) -> tuple[Block, Block]:
    """Return the lines that have room, the last one saying where the others are, and those."""
    kept = list(lines)
    if height(kept) <= tall:
        return kept, []
    while len(kept) > 1 and height([*kept, Line(_ELSEWHERE, kept[-1].size)]) > tall:
        kept.pop()
    return [*kept, Line(_ELSEWHERE, kept[-1].size)], lines[len(kept) :]
