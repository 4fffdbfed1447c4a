"""Views: the address of a view as somebody copied it, and the paper of what it shows."""

from __future__ import annotations

import argparse
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import parse_qsl, urlsplit

from footprint.batches.named import sheets_by_name
from footprint.command.parsers import CommandError, Parser, chosen
from footprint.content.values import Page, Picture
from footprint.every_option.as_plans import is_counted
from footprint.fields import PutRight
from footprint.options.sentences import is_saved
from footprint.pages.addresses import link_of, read
from footprint.pages.catalogue import BY_ADDRESS
from footprint.papers.contents import WHOLE, paper, parts
from footprint.papers.paper import SHEETS, Paper
from footprint.papers.sheets import picture_of
from footprint.view import View
from footprint.workspace.workspace import Workspace

ADDRESS = "ICB_FOOTPRINTS_ADDRESS"
_REGION = "NHS region: "
_ENGLAND = "england"
_LINK = "The link asks"
A4 = "a4-landscape"
# The first page needs no name; whoever types it as others are named means that page.
_PAGES = {page.label.replace(" ", "_"): page for page in BY_ADDRESS.values()}


@cache
def workspace() -> Workspace:
    """The published facts of this process."""
    return Workspace()


@dataclass(frozen=True)
class Shown:
    """A page under a view."""

    page: Page
    view: View


def shown(work: Workspace, address: str) -> Shown:
    """What an address shows, whole or from the page's name on; refuses what it cannot show."""
    split = urlsplit(address)
    name = split.path.rpartition("/")[2]
    page = _PAGES[chosen("page", name, _PAGES)] if name else BY_ADDRESS[""]
    return Shown(page, view_of(work, dict(parse_qsl(split.query)), page.fields))


def view_of(
    work: Workspace, query: Mapping[str, str], used: Collection[str], *, whose: str = _LINK
) -> View:
    """The view that parts of an address ask for; refuses whatever would have to be put right.

    A page on screen shows the nearest it can; a file that is made unseen must not. `used` are the
    fields that count, and `whose` the wish is begins what is said of it.
    """
    view, put_right = read(work, query, used)
    if put_right:
        raise CommandError(_refused(put_right[0], whose))
    return view


def _refused(wrong: PutRight, whose: str) -> str:
    """What is wrong with what was asked for, and what may have been meant."""
    told = f"{whose} for {wrong.wrong}"
    if wrong.meant:
        return f"{told}; did you mean “{wrong.meant}”?"
    if wrong.offered:
        return f"{told}; there are: {', '.join(wrong.offered)}."
    return f"{told}. {wrong.why}".strip()


def plan_named(work: Workspace, key: str) -> str:
    """The key of a plan that was typed by itself; refuses one that no plan has."""
    return key if is_saved(key) or is_counted(key) else chosen("plan", key, work.plans)


def about_papers(parser: Parser) -> None:
    """Let what a paper looks like be said."""
    parser.add_argument("view", metavar="VIEW-ADDRESS", help="the address of a view, in quotes")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="where to write it")
    parser.add_argument("--sheet", choices=tuple(SHEETS), default=A4, help="its size")
    parser.add_argument("--monochrome", action="store_true", help="safe for a grey printer")
    parser.add_argument("--day", type=_day, default=date.today(), help="its date, as 2026-12-01")
    about_links(parser)


def about_templates(parser: Parser) -> None:
    """Let a template be named that a presentation or a document is written on."""
    told = "your own .pptx or .docx, for a file of that kind"
    parser.add_argument("--template", metavar="FILE", help=told)


def about_links(parser: Parser) -> None:
    """Let the address be said that a paper's link begins with."""
    usual = os.environ.get(ADDRESS, "")
    parser.add_argument("--home", default=usual, help=f"address of your app; usually {ADDRESS}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2026-12-01") from None


def paper_of(
    work: Workspace, one: Shown, asked: argparse.Namespace, part: str | None = None
) -> Paper:
    """The paper of a view; of the part it is usually taken of where `part` is None."""
    picture = picture_of(work, one.page, one.view)
    link = link_of(one.page, one.view, asked.home.rstrip("/"))
    return paper(work, picture, part_of(work, picture, part), link=link, day=asked.day)


def narrowed(work: Workspace, one: Shown, words: str | None) -> tuple[Shown, str | None]:
    """What shows the part that words name, and the words for it there.

    A footprint, an ICB or a local authority is shown by the view in which it is chosen.
    """
    if words is None:
        return one, None
    named, offered = words.casefold(), named_parts(work, picture_of(work, one.page, one.view))
    if named in offered:
        return one, words
    sheets = sheets_by_name(work, one.page, one.view)
    # A slip of the finger is told by the nearest of all that there are.
    page, view, part = sheets[chosen("part", named, {**offered, **sheets})]
    return Shown(page, view), part


def named_parts(work: Workspace, picture: Picture) -> dict[str, str]:
    """The parts of a map by their names in small letters."""
    offered = parts(work, picture)
    named = {label.removeprefix(_REGION).casefold(): key for key, label in offered.items()}
    return named | {key.casefold(): key for key in offered if key} | {_ENGLAND: WHOLE}


def part_of(work: Workspace, picture: Picture, words: str | None) -> str:
    """The part of the map that words name, as a list of parts has it; refuses any other."""
    if words is None:
        return next(iter(parts(work, picture)))
    named = named_parts(work, picture)
    return named[chosen("part", words.casefold(), named)]
