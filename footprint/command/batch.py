"""Batch: a sheet for each footprint, body or region of a view."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from footprint.command import files
from footprint.command.paper import tell
from footprint.command.parsers import CommandError, Parser
from footprint.command.views import Shown, about_papers, paper_of, shown, workspace
from footprint.content.figures import by_name
from footprint.export.batches import Batch
from footprint.export.make import make
from footprint.export.orders import Order
from footprint.papers.contents import SELECTED, regions
from footprint.papers.pack_files import zipped
from footprint.papers.paper import Paper, file_stem
from footprint.papers.sheets import picture_of
from footprint.workspace.workspace import Workspace

_LOOK = 0.2
_EACH = ("footprint", "body", "region")


def main(arguments: Sequence[str]) -> int:
    """Write the sheets into a folder or a ZIP as files of their own, or all as one file."""
    asked = _parser().parse_args(arguments)
    place = Path(asked.output)
    ending = place.suffix.removeprefix(".").lower()
    as_one = ending in files.several() and ending != "zip"
    files.check_room_for(place if ending else place / "file")
    work = workspace()
    sheets = dict(_sheets(work, shown(work, asked.view), asked))
    title = f"{len(sheets)} sheets, one for each {asked.each}"
    if as_one:
        order = Order(ending, tuple(sheets.values()), asked.sheet, asked.monochrome, title)
        files.write(place, make(order, tell))
    else:
        _write_each(place, _made(sheets, asked), asked)
    print(f"{place}: {title}")
    return 0


def _parser() -> Parser:
    parser = Parser("batch", "Write a sheet for each footprint, body or region of a view.")
    about_papers(parser)
    parser.add_argument("--each", choices=_EACH, default=_EACH[0], help="what has a sheet")
    single = tuple(files.single())
    parser.add_argument("--format", choices=single, default="pdf", help="of files in a folder")
    return parser


def _sheets(work: Workspace, one: Shown, asked: argparse.Namespace) -> Iterator[tuple[str, Paper]]:
    """Each sheet's paper, by what it is called."""
    if asked.each == "region":
        for region in regions(work):
            yield region, paper_of(work, one, asked, region)
        return
    if asked.each == "body":
        one = replace(one, view=one.view.with_(layer="bodies"))
    plan = picture_of(work, one.page, one.view).plans[-1]
    for code in by_name(plan):
        here = replace(one, view=one.view.with_(area=code))
        if picture_of(work, here.page, here.view).selected != code:
            raise CommandError(f"The page “{one.page.label}” has no sheet for each {asked.each}.")
        yield plan.by_id[code].name, paper_of(work, here, asked, SELECTED)


def _made(sheets: dict[str, Paper], asked: argparse.Namespace) -> dict[str, bytes]:
    orders = [
        Order(asked.format, (paper,), asked.sheet, asked.monochrome) for paper in sheets.values()
    ]
    made = _watched(Batch(orders))
    width = len(str(len(made)))
    return {
        f"{number:0{width}d}-{file_stem(name)}.{asked.format}": content
        for number, (name, content) in enumerate(zip(sheets, made, strict=True), start=1)
    }


def _watched(batch: Batch) -> list[bytes]:
    told = -1
    batch.start()
    try:
        while not batch.finished:
            if batch.done > told:
                told = batch.done
                tell(told, batch.count)
            time.sleep(_LOOK)
    except BaseException:
        batch.stop()
        raise
    return batch.files()


def _write_each(place: Path, made: dict[str, bytes], asked: argparse.Namespace) -> None:
    if place.suffix.lower() == ".zip":
        files.write(place, zipped(made, asked.day))
        return
    for name, content in made.items():
        files.write(place / name, content)
