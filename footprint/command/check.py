"""Check: an option file, every fault with its row, or else the scorecard of what it draws."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from footprint.apart.tasks import OptionFile
from footprint.command import files
from footprint.command.columns import print_columns, print_json
from footprint.command.parsers import Parser
from footprint.command.views import view_of, workspace
from footprint.intake import uploads
from footprint.intake.uploads import Upload
from footprint.options.option import Option
from footprint.outlines import small_areas
from footprint.pages import criteria
from footprint.plans.drawn import drawn_key
from footprint.view import TODAY
from footprint.workspace.options import option_text
from footprint.workspace.plans import start_of
from footprint.workspace.workspace import Workspace

FAULTY = 1


def main(arguments: Sequence[str]) -> int:
    """Read an option file; 0 where all of it can be used, 1 where it has faults."""
    asked = _parser().parse_args(arguments)
    work = workspace()
    view = view_of(work, {"plan": asked.begun}, criteria.PAGE.fields)
    begun = start_of(work, view.plan_key, view.base)
    content = files.content_of(Path(asked.file))
    found = _read(content, begun, work)
    faulty = not found.option or any(problem.row for problem in found.problems)
    told = None if faulty else _judged(work, found.option)
    if asked.json:
        print_json(_record(found, told))
        return FAULTY if faulty else 0
    for sentence in (*(problem.sentence for problem in found.problems), *found.notes, *found.taken):
        print(sentence)
    if told:
        _print_scorecard(told)
    return FAULTY if faulty else 0


def _read(content: bytes, begun: Option, work: Workspace) -> Upload:
    if small_areas.is_of_lsoas(content):
        return OptionFile(content, begun).do()
    return uploads.read(content, begun, work.atlas, work.icb_names, work.other_names)


def _parser() -> Parser:
    parser = Parser("check", "Read an option file: print its faults, or its scorecard.")
    parser.add_argument("file", metavar="FILE", help="a table of areas, as CSV or XLSX")
    parser.add_argument(
        "--begun",
        default=TODAY,
        metavar="PLAN",
        help=f"the plan that areas stay in which it does not name; usually {TODAY}",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _judged(work: Workspace, option: Option) -> criteria.Criteria:
    view = view_of(work, {}, ())
    return criteria.content(work, view.with_(plan=drawn_key(option_text(work, option))))


def _print_scorecard(told: criteria.Criteria) -> None:
    print(told.sentence.text)
    for section in told.sections:
        print(f"\n{section.heading}")
        print_columns(*_rows(section.table))


def _rows(table: pd.DataFrame) -> tuple[list[str], list[list[str]]]:
    whole = table.reset_index().astype(str)
    return list(whole.columns), whole.to_numpy().tolist()


def _record(found: Upload, told: criteria.Criteria | None) -> dict[str, object]:
    sections = told.sections if told else ()
    return {
        "problems": [
            {"row": one.row, "value": one.value, "said": one.sentence} for one in found.problems
        ],
        "notes": list(found.notes),
        "taken": list(found.taken),
        "sentence": told.sentence.text if told else "",
        "scorecard": {
            one.heading: one.table.reset_index().astype(str).to_dict("records") for one in sections
        },
    }
