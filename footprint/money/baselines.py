"""Baselines: the user's own costs before the cut, from the address bar, a table or a file."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from footprint.fields import plain
from footprint.money.cost_parts import COLUMNS, CostTable, CostTableError, Icbs
from footprint.money.cost_tables import cost_table
from footprint.money.cost_totals import Total, told, total_of
from footprint.money.cost_units import MOST, figure, pounds_of
from footprint.money.scenario import Scenario
from footprint.readings import Question, short
from footprint.spreadsheets import MOST_ROWS, UploadError, csv_bytes, sheets, xlsx_bytes
from footprint.view import View, range_of

Baselines = tuple[tuple[str, float], ...]
MOST_ENTRIES = 200
"""How many costs a link or a saved scenario may name; there are 42 ICBs."""


_LARGEST_SCENARIO, _LONGEST_LINE = 50_000, 400
_RANGES: Mapping[str, tuple[float, float]] = {
    "cap": range_of("cap"),
    "cut_percent": range_of("cut"),
    "saving_gbp": range_of("saving"),
}


class CostsRead(NamedTuple):
    """The costs of a table, a sentence for each problem, and what was read as what.

    `question` is asked where the table can be read in several ways, and nothing has been read yet.
    """

    costs: Baselines = ()
    problems: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    question: Question | None = None


def parse(text: str, names: Mapping[str, str]) -> tuple[Baselines, list[str]]:
    """Read baselines as the address bar has them, such as "QF7:61.7,QKS:73.5" in £ million.

    `names` gives every ICB's name by its code. Good entries are kept; every other is named in a
    sentence.
    """
    found: dict[str, float] = {}
    said: list[str] = []
    icbs = Icbs(names)
    entries = [part.strip() for part in text.split(",", MOST_ENTRIES)]
    for entry in filter(None, entries[:MOST_ENTRIES]):
        code, _, number = entry.partition(":")
        problem = _take(found, code, number, icbs, per=1e6)
        said += [f"The link’s cost “{short(entry)}” was left out: {problem}."] if problem else []
    if len(entries) > MOST_ENTRIES:
        said.append(f"Only the first {MOST_ENTRIES} costs of the link were read.")
    return tuple(sorted(found.items())), said


def scenario_of(view: View, names: Mapping[str, str]) -> tuple[Scenario, list[str]]:
    """The assumptions in a view, and in a sentence each what cannot be read of the costs."""
    costs, problems = parse(view.baseline, names)
    return Scenario(view.cap, view.cut_share, view.saving, costs), problems


def write(baselines: Iterable[tuple[str, float]]) -> str:
    """Write baselines for the address bar, in £ million and in the order of their codes."""
    return ",".join(f"{icb}:{plain(pounds / 1e6)}" for icb, pounds in sorted(baselines))


def _take(
    found: dict[str, float],
    code: str,
    number: str,
    icbs: Icbs,
    *,
    per: float = 1.0,
    each: str = "",
) -> str:
    """Add one entry to those found, or say in half a sentence why it cannot be."""
    icb = icbs.find(code)
    if not icb:
        year = " or 2026" if icbs.parts else ""
        return f"“{short(code.strip())}” names no ICB of 2023{year}"
    if icb in found:
        return f"{icbs.names[icb]} ({icb}) has a figure already"
    if both := next((one for one in found if icbs.overlap(icb, one)), ""):
        return f"{icbs.names[icb]} has people of {icbs.names[both]}, which has a figure already"
    told = pounds_of(number, icbs.people[each].get(icb, 0.0)) if each else figure(number, per)
    if told.fault:
        return told.fault
    found[icb] = told.pounds
    return ""


def template(names: Mapping[str, str], baselines: Baselines = ()) -> list[tuple[object, ...]]:
    """The rows of a table to fill in: every ICB, with the figure it has now or none."""
    known = dict(baselines)
    listed = sorted(names.items(), key=lambda item: item[1])
    return [COLUMNS, *((icb, name, known.get(icb)) for icb, name in listed)]


def template_csv(names: Mapping[str, str], baselines: Baselines = ()) -> bytes:
    """The template as a CSV file."""
    return csv_bytes(template(names, baselines))


def template_xlsx(names: Mapping[str, str], baselines: Baselines = ()) -> bytes:
    """The template as an Excel workbook."""
    return xlsx_bytes(template(names, baselines), title="Cost before the cut")


def read(content: bytes, icbs: Icbs, answers: Collection[str] = ()) -> CostsRead:
    """Read a table of costs by ICB, CSV, XLSX or ODS, and list every problem with its row's number.

    `answers` choose between the readings of an earlier question. A row without a figure is no
    problem, unless all are; good rows are kept. Never raises.
    """
    try:
        table = cost_table(sheets(content), icbs, answers)
    except UploadError as problem:
        return CostsRead(problems=(str(problem),))
    except CostTableError as problem:
        return CostsRead(problems=(str(problem),), question=problem.question)
    return _from_rows(table, icbs)


def _from_rows(table: CostTable, icbs: Icbs) -> CostsRead:
    found: dict[str, float] = {}
    said: list[str] = []
    entries = list(table.entries(MOST_ROWS))
    # One that there was not in 2023 says of which year the others are.
    later = any(icbs.find(text) in icbs.parts for _, named, _ in entries for text in named)
    find = icbs.in_2026 if later else icbs.find
    totals: list[Total] = []
    for number, named, cell in entries:
        codes = {icb for text in named if (icb := find(text))}
        if not codes and (total := total_of(number, named, cell, icbs)):
            totals.append(total)
            continue
        if len(codes) > 1:
            said.append(f"Row {number}: names {' and '.join(sorted(codes))}; one of them is wrong.")
            continue
        code = next(iter(codes), next(filter(None, named), ""))
        if problem := _take(found, code, cell, icbs, per=table.pounds, each=table.each):
            said.append(f"Row {number}: {problem}.")
    left_out, faults = told(totals, table, found.values())
    said += faults
    if len(table.rows) > MOST_ROWS:
        said.append(f"Only the first {MOST_ROWS:,} rows were read.")
    if not found:
        said.append("No row gives a figure that can be used, so nothing was changed.")
    taken = (*table.taken, *([_OF_2026] if later else []), *left_out)
    return CostsRead(tuple(sorted(found.items())), tuple(said), taken if found else ())


_OF_2026 = "The ICBs were read as those of April 2026."


def save(scenario: Scenario) -> bytes:
    """Write a scenario as a small file to keep: TOML, readable as it stands."""
    lines = [
        "# A scenario of ICB Footprints: one user's assumptions, not facts.",
        f"cap = {plain(scenario.cap)}",
        f"cut_percent = {plain(100 * scenario.cut)}",
        f"saving_gbp = {plain(scenario.saving)}",
        "",
        "[baseline_gbp]",
        *(f"{icb} = {plain(pounds)}" for icb, pounds in sorted(scenario.baselines)),
    ]
    return ("\n".join(lines) + "\n").encode()


def load(content: bytes, names: Mapping[str, str]) -> tuple[Scenario | None, list[str]]:
    """Read a saved scenario, and list every problem; None where it is no scenario at all."""
    no = "The file is not a scenario saved here. Nothing was changed."
    # A long key of many parts takes as long to read as the square of its length.
    if len(content) > _LARGEST_SCENARIO or max(map(len, content.split(b"\n"))) > _LONGEST_LINE:
        return None, [no]
    try:
        told = tomllib.loads(content.decode())
    # Deeply nested brackets overflow the reader instead of being refused by it.
    except (ValueError, RecursionError):
        return None, [no]
    costs = told.get("baseline_gbp", {})
    if not isinstance(costs, dict) or not set(told) & {*_RANGES, "baseline_gbp"}:
        return None, [no]
    found: dict[str, float] = {}
    icbs = Icbs(names)
    some = list(costs.items())[:MOST_ENTRIES]
    problems = [_take(found, icb, _as_text(figure), icbs) for icb, figure in some]
    numbers, more = _numbers(told)
    if len(costs) > MOST_ENTRIES:
        more.append(f"Only the first {MOST_ENTRIES} costs were read.")
    scenario = Scenario(
        cap=numbers["cap"],
        cut=numbers["cut_percent"] / 100,
        saving=numbers["saving_gbp"],
        baselines=tuple(sorted(found.items())),
    )
    return scenario, [f"Left out: {problem}." for problem in problems if problem] + more


def _as_text(figure: object) -> str:
    # Python refuses to write out an integer of thousands of digits.
    if type(figure) is int and abs(figure) > MOST:
        return "a very large number"
    return str(figure) if type(figure) in (int, float, str) else "something else"


def _numbers(told: Mapping[str, object]) -> tuple[dict[str, float], list[str]]:
    usual = Scenario()
    numbers = {"cap": usual.cap, "cut_percent": 100 * usual.cut, "saving_gbp": usual.saving}
    said: list[str] = []
    for name, (low, high) in _RANGES.items():
        given = told.get(name, numbers[name])
        if type(given) in (int, float) and low <= given <= high:
            numbers[name] = float(given)
        else:
            said.append(f"Left out: {name} is not a number between {low:,} and {high:,}.")
    return numbers, said
