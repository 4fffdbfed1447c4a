"""Figures: the measures of a plan, and what changes between two, as tables or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from footprint.command import files
from footprint.command.columns import print_json, print_table
from footprint.command.parsers import CommandError, Parser, chosen
from footprint.command.views import plan_named, view_of, workspace
from footprint.content.figures import measure_table
from footprint.content.values import Cell, Column, Table
from footprint.english import plural
from footprint.measures.catalogue import BY_KEY, MEASURES, Measure
from footprint.options.files import guarded
from footprint.pages import clusters
from footprint.pages import compare as comparing
from footprint.papers.typed_tables import rows, typed
from footprint.plans.plan import SEEN_WORDS
from footprint.spreadsheets import csv_bytes
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.workspace import Workspace


def measures(arguments: Sequence[str]) -> int:
    """Print every measure of a plan's footprints, or write them as a CSV file."""
    asked = _measures_parser().parse_args(arguments)
    if asked.output and Path(asked.output).suffix.lower() != ".csv":
        raise CommandError(f"{asked.output} is to be a table as CSV; end its name in .csv.")
    work = workspace()
    keys = [chosen("measure", key, BY_KEY) for key in asked.measure]
    listed = [BY_KEY[key] for key in keys] or list(MEASURES)
    view = _view(work, clusters.PAGE.fields, plan=asked.plan, layer=asked.layer, base=asked.base)
    table = _table(work, view, listed)
    if asked.output:
        file = Path(asked.output)
        files.check_room_for(file)
        files.write(file, _csv(table))
        kinds = plural(len(listed), "measure", "measures")
        print(f"{file}: {plural(len(table.rows), 'footprint', 'footprints')}, {kinds}")
    elif asked.csv:
        print(_csv(table).decode("utf-8-sig"), end="")
    elif asked.json:
        print_json(_record(table, listed))
    else:
        print_table(table)
    return 0


def _measures_parser() -> Parser:
    parser = Parser("measures", "Print the measures of every footprint of a plan.")
    parser.add_argument("--plan", required=True, metavar="PLAN", help="its key, as in an address")
    parser.add_argument(
        "--measure", action="append", default=[], metavar="KEY", help="one of them; usually all"
    )
    _about_layer(parser)
    parser.add_argument("--base", default="", metavar="PLAN", help="the rest of a regional plan")
    parser.add_argument("-o", "--output", metavar="FILE", help="write a CSV file")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--csv", action="store_true", help="print CSV, figures as plain numbers")
    shape.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _about_layer(parser: Parser) -> None:
    parser.add_argument("--layer", choices=tuple(SEEN_WORDS), default="", help="usually the plan's")


def _view(work: Workspace, used: Sequence[str], **query: str) -> View:
    for name in ("other", "plan", "base"):
        if key := query.get(name):
            plan_named(work, key)
    asked = {name: text for name, text in query.items() if text}
    return view_of(work, asked, used, whose="You ask")


def _table(work: Workspace, view: View, listed: Sequence[Measure]) -> Table:
    plan = plans.plan(work, view.plan_key, view.base)
    figures = plans.table(work, view.plan_key, view.base)
    estimated = plans.estimated(work, view.plan_key, view.base)
    return measure_table(plan, figures, listed, estimated=estimated)


def _csv(table: Table) -> bytes:
    columns = typed(table)
    head = ["Code", *(column.heading for column in columns)]
    lines = [(code, *row) for code, row in zip(table.codes, rows(columns), strict=True)]
    return csv_bytes([[_safe(cell) for cell in row] for row in (head, *lines)])


def _safe(cell: str | float) -> str | float:
    return guarded(cell) if isinstance(cell, str) else cell


def _record(table: Table, listed: Sequence[Measure]) -> dict[str, object]:
    return {
        "units": {measure.key: measure.unit.name for measure in listed},
        "footprints": [
            {
                "code": code,
                "name": row[0],
                "what": row[1],
                "figures": {
                    measure.key: _number(column, cell)
                    for measure, column, cell in zip(
                        listed, table.columns[2:], row[2:], strict=True
                    )
                },
            }
            for code, row in zip(table.codes, table.rows, strict=True)
        ],
    }


def _number(column: Column, cell: Cell) -> float | None:
    """A figure as it is shown; None where nobody published one."""
    return column.unit.rounded(cell) if isinstance(cell, (int, float)) else None


def compare(arguments: Sequence[str]) -> int:
    """Print what changes from plan A to plan B, in a sentence and as a scorecard."""
    asked = _compare_parser().parse_args(arguments)
    work = workspace()
    view = _view(
        work,
        comparing.PAGE.fields,
        other=asked.a,
        plan=asked.b,
        layer=asked.layer,
        base=asked.base,
        scope="_".join(asked.scope),
    )
    told = comparing.content(work, view)
    if asked.json:
        print_json(_compared(told))
        return 0
    print(" ".join(filter(None, (told.sentence.text, told.follows))))
    print(f"\n{told.basis}\n")
    print_table(told.picture.table)
    return 0


def _compare_parser() -> Parser:
    parser = Parser("compare", "Print what changes from one plan to another.")
    parser.add_argument("a", metavar="A", help="the plan compared with, by its key")
    parser.add_argument("b", metavar="B", help="the plan looked at")
    _about_layer(parser)
    parser.add_argument("--base", default="", metavar="PLAN", help="the rest of a regional plan")
    parser.add_argument(
        "--scope", action="append", default=[], metavar="PART", help="a part of England, by code"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _compared(told: comparing.Compare) -> dict[str, object]:
    return {
        "plans": list(told.titles),
        "sentence": told.sentence.text,
        "follows": told.follows,
        "basis": told.basis,
        "scorecard": [_lined(line) for line in told.scores],
        "measures": [_lined(line) for line in told.every_measure],
        "changes": told.changes.table.reset_index().astype(str).to_dict("records"),
        "splits": list(told.changes.splits),
    }


def _lined(line: comparing.Line) -> dict[str, object]:
    return {
        "label": line.label,
        "said": list(map(str, line.said)),
        "differences": list(map(str, line.differences)),
        "directions": list(line.directions),
    }
