"""Batch: a sheet for each footprint, body, team, region or authority of a view."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from footprint.batches.batch import AUTHORITIES, BODIES, FOOTPRINTS, REGIONS, TEAMS, batch
from footprint.command import files
from footprint.command.paper import ALONE, tell
from footprint.command.parsers import CommandError, Parser, chosen
from footprint.command.views import Shown, about_papers, about_templates, shown, workspace
from footprint.english import plural
from footprint.export.batches import Batch
from footprint.export.make import make
from footprint.export.orders import Order
from footprint.papers import sheets
from footprint.papers.contents import WHOLE, regions
from footprint.papers.front import Front, House
from footprint.papers.pack_files import zipped
from footprint.papers.paper import Paper, file_stem
from footprint.workspace.workspace import Workspace

_LOOK = 0.2
_EACH: Mapping[str, str] = {
    "footprint": FOOTPRINTS,
    "body": BODIES,
    "team": TEAMS,
    "region": REGIONS,
    "authority": AUTHORITIES,
}


def main(arguments: Sequence[str]) -> int:
    """Write the sheets into a folder or a ZIP as files of their own, or all as one file."""
    asked = _parser().parse_args(arguments)
    place = Path(asked.output)
    ending = place.suffix.removeprefix(".").lower()
    as_one = ending in files.several() and ending != "zip"
    if not ending and not place.is_dir():
        ends = ", ".join(f".{one}" for one in sorted(files.several()))
        raise CommandError(
            f"There is no folder {place}. Make it first, or name a file with one of these "
            f"endings: {ends}."
        )
    if as_one and asked.format:
        raise CommandError(
            f"{place} is one file, of the kind that its ending says; --format is for a folder or a "
            "ZIP."
        )
    files.check_room_for(place if ending else place / "file")
    house = files.house_of(asked.template, ending if as_one else _kind(asked), House())
    work = workspace()
    papers = list(_sheets(work, shown(work, asked.view), asked))
    title = f"{plural(len(papers), 'sheet', 'sheets')}, one for each {asked.each}"
    if as_one:
        order = Order(ending, tuple(papers), asked.sheet, asked.monochrome, title)
        bound = files.on_template(order, title, Front(annex=False), house)
        files.write(place, make(bound, tell))
    else:
        _write_each(place, _made(papers, asked, house), asked)
    print(f"{place}: {title}")
    return 0


def _kind(asked: argparse.Namespace) -> str:
    return asked.format or "pdf"


def _parser() -> Parser:
    parser = Parser("batch", "Write a sheet for each footprint, body, team, region or authority.")
    about_papers(parser)
    parser.add_argument(
        "--each", choices=tuple(_EACH), default="footprint", help="what has a sheet"
    )
    parser.add_argument("--part", metavar="REGION", help="only the areas in this NHS region")
    single = tuple(files.single())
    parser.add_argument(
        "--format", choices=single, help="of files in a folder or a ZIP; pdf where nothing is said"
    )
    about_templates(parser)
    return parser


def _sheets(work: Workspace, one: Shown, asked: argparse.Namespace) -> Iterator[Paper]:
    part = _region(work, asked.part)
    for item in batch(work, one.page, one.view, _EACH[asked.each], part).items:
        made = sheets.paper_of(work, item, asked.home.rstrip("/"))
        yield replace(made, day=asked.day)


def _region(work: Workspace, words: str | None) -> str:
    """The NHS region that words name; refuses any other part."""
    if words is None:
        return WHOLE
    named = {region.casefold(): region for region in regions(work)}
    return named[chosen("NHS region", words.casefold(), named)]


def _made(papers: Sequence[Paper], asked: argparse.Namespace, house: House) -> dict[str, bytes]:
    orders = [
        files.on_template(
            Order(_kind(asked), (paper,), asked.sheet, asked.monochrome), paper.title, ALONE, house
        )
        for paper in papers
    ]
    made = _watched(Batch(orders))
    width = len(str(len(made)))
    return {
        f"{number:0{width}d}-{file_stem(paper.title)}.{_kind(asked)}": content
        for number, (paper, content) in enumerate(zip(papers, made, strict=True), start=1)
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
