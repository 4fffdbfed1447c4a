"""Check: an option file or one of own costs: every fault with its row, or else what it comes to."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pandas as pd

from footprint.apart.tasks import OptionFile
from footprint.command import files
from footprint.command.columns import print_columns, print_json
from footprint.command.parsers import CommandError, Parser
from footprint.command.views import plan_named, view_of, workspace
from footprint.intake import uploads
from footprint.intake.uploads import Upload
from footprint.money import baselines
from footprint.money.baselines import CostsRead
from footprint.money.cost_icbs import cost_icbs
from footprint.options.option import Option
from footprint.outlines import reading, small_areas
from footprint.pages import criteria
from footprint.plans.drawn import drawn_key
from footprint.readings import Question, Reading
from footprint.view import TODAY
from footprint.workspace.options import option_text
from footprint.workspace.plans import start_of
from footprint.workspace.workspace import Workspace

FAULTY = 1
CHOOSE = "--choose"
_Found = TypeVar("_Found", Upload, CostsRead)


def main(arguments: Sequence[str]) -> int:
    """Read an option file or own costs; 0 where all of it can be used, 1 where it has faults."""
    asked = _parser().parse_args(arguments)
    work = workspace()
    if asked.costs:
        return _costs(work, files.content_of(Path(asked.file)), asked.choose, as_json=asked.json)
    asked_for = {"plan": plan_named(work, asked.begun)}
    view = view_of(work, asked_for, criteria.PAGE.fields, whose="You ask")
    begun = start_of(work, view.plan_key, view.base)
    content = files.content_of(Path(asked.file))
    found = _answered(lambda answers: _read(content, begun, work, answers), asked.choose)
    faulty = not found.option or any(problem.row for problem in found.problems)
    told = None if faulty else _judged(work, found.option)
    if asked.json:
        print_json(_record(found, told))
        return FAULTY if faulty else 0
    for sentence in (*(problem.sentence for problem in found.problems), *found.notes, *found.taken):
        print(sentence)
    if found.question:
        _print_question(found.question)
    if told:
        _print_scorecard(told)
    return FAULTY if faulty else 0


def _costs(work: Workspace, content: bytes, choices: Sequence[str], *, as_json: bool) -> int:
    """Read a table of own costs and print what each ICB costs in it."""
    icbs = cost_icbs(work.atlas, work.icb_names, work.other_names.icbs)
    found = _answered(lambda answers: baselines.read(content, icbs, answers), choices)
    if as_json:
        said = {"problems": [*found.problems], "question": _question_record(found.question)}
        print_json({**said, "taken": [*found.taken], "costs": dict(found.costs)})
        return FAULTY if found.problems else 0
    for sentence in (*found.problems, *found.taken):
        print(sentence)
    if found.question:
        _print_question(found.question)
    if found.costs:
        rows = [(icb, icbs.names[icb], f"{pounds / 1e6:,.1f}") for icb, pounds in found.costs]
        print()
        print_columns(("ICB", "Name", "Cost before the cut, £m"), rows, (False, False, True))
    return FAULTY if found.problems else 0


def _answered(read: Callable[[tuple[str, ...]], _Found], choices: Sequence[str]) -> _Found:
    """Read a file, each question about it answered by the choice that is among its readings."""
    given: list[str] = []
    found, left = read(()), list(choices)
    while found.question and (said := _among(found.question, left)):
        left.remove(said)
        given.append(said)
        found = read(tuple(given))
    if left:
        raise CommandError(
            f"“{left[0][:60]}” answers nothing that is asked of this file; without "
            f"{CHOOSE} each question is printed with its answers."
        )
    return found


def _among(question: Question, choices: Sequence[str]) -> str:
    offered = {one.answer for one in question.readings}
    return next((one for one in choices if one in offered), "")


def _read(content: bytes, begun: Option, work: Workspace, answers: tuple[str, ...]) -> Upload:
    if refused := uploads.none_of(content):
        return refused
    if small_areas.is_of_lsoas(content) or reading.is_drawn(content):
        return OptionFile(content, begun, answers).do()
    names = work.icb_names, work.other_names
    return uploads.read(content, begun, work.atlas, *names, answers)


def _print_question(question: Question) -> None:
    """Print every reading of a file: the flag that chooses it, and the first rows it would have."""
    print("\nSay which is meant with one of these:")
    for one in question.readings:
        print(f"\n{_flag(one)}  {one.words}")
        head, *rows = one.rows
        print_columns(head, rows)


def _flag(one: Reading) -> str:
    return f"{CHOOSE} {shlex.quote(one.answer)}"


def _parser() -> Parser:
    parser = Parser(
        "check", "Read an option file, or your own costs: print the faults, or what it comes to."
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        help=uploads.TAKEN,
    )
    parser.add_argument(
        "--begun",
        default=TODAY,
        metavar="PLAN",
        help=f"the plan that areas stay in which it does not name; usually {TODAY}",
    )
    parser.add_argument(
        CHOOSE,
        action="append",
        default=[],
        metavar="READING",
        help="a reading of the file that was printed as one of several; as often as asked",
    )
    parser.add_argument(
        "--costs", action="store_true", help="the file is a table of your own costs before the cut"
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
        "question": _question_record(found.question),
        "notes": list(found.notes),
        "taken": list(found.taken),
        "sentence": told.sentence.text if told else "",
        "scorecard": {
            one.heading: one.table.reset_index().astype(str).to_dict("records") for one in sections
        },
    }


def _question_record(question: Question | None) -> dict[str, object] | None:
    if question is None:
        return None
    readings = [
        {"flag": _flag(one), "said": one.words, "rows": [list(row) for row in one.rows]}
        for one in question.readings
    ]
    return {"said": question.words, "readings": readings}
