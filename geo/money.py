"""Money: allowances, allocations and weighted people from the workbooks, and published facts."""

import re

import pandas as pd

from geo.codes import resolver
from geo.inputs import Inputs
from geo.joins import JoinError, check_codes
from geo.positions import IN_COST_FACTS
from geo.updates import followed, published_and_implied

COLUMNS = [
    "icb", "measure", "year", "value", "unit", "kind", "quality", "formula", "source", "remark",
    "note",
]  # fmt: skip

BOOK_2025 = "NHS England, ICB allocations 2025/26, https://www.england.nhs.uk/allocations/"
BOOK_2023 = (
    "NHS England, ICB allocations 2023/24 to 2024/25, "
    "https://www.england.nhs.uk/publication/allocation-of-resources-2023-24-to-2024-25/"
)

UNITS = {
    "GBP thousand": ("GBP", 1e3), "GBP million": ("GBP", 1e6),
    "GBP per weighted head": ("GBP per weighted head", 1), "GBP per head": ("GBP per head", 1),
    "weighted people": ("people", 1), "people": ("people", 1), "FTE": ("FTE", 1),
    "percent": ("percent", 1), "posts": ("posts", 1), "count": ("count", 1),
}  # fmt: skip
"""Units as the sources print them: ours, and how many of ours make one of theirs."""

FROM_WORKBOOKS = {"running_cost_allowance", "running_cost_allowance_superseded",
                  "core_services_total_allocation"}  # fmt: skip

MIRRORS = r"//[^/]*\.oszar\.com/|//redlib\.|//theworkoutfactory\.com/"
"""Hosts that only repeat other people's pages and are not fit to be cited as an address."""

SAID_PER_HEAD = {("QNX+QXU+QNQ", "cost_per_head_baseline")}
"""Figures the facts put in weighted heads, of which the source says only "per person"."""

SAID_OF = {"QNX+QXU+QNQ": "S9B9J", "QU9+QNQ": "S0E4D"}
"""Figures coded to whole ICBs of 2023 that their sources give for the body that was to come."""

RENAMED = {"weighted_population": "weighted_population_published"}
"""The published figure stands beside the reconstructed one under a name of its own."""

RECONSTRUCTED = (
    "Reconstructed: England's registered people shared by closing fair-shares target, which is "
    "the recurrent allocation divided by one plus the distance from target"
)
IMPLIED = "Implied: the recurrent allocation divided by the allocation per head"
WORKED_OUT = {RECONSTRUCTED, IMPLIED}


def costs(inputs: Inputs) -> pd.DataFrame:
    """Every figure about money, people and staff, one per row, in pounds and people."""
    book = pd.concat([allowances(inputs), allocations(inputs)])
    facts = published(inputs)
    _check_against_facts(book, facts)
    facts = facts[~facts["measure"].isin({*FROM_WORKBOOKS, *IN_COST_FACTS})]
    table = pd.concat([book, facts.replace({"measure": RENAMED}), published_and_implied(inputs)])
    table = followed(table.fillna({"kind": "published", **dict.fromkeys(COLUMNS[6:], "")}))
    table = table.sort_values(["measure", "year", "icb"], kind="stable", ignore_index=True)
    if table.duplicated(["icb", "measure", "year"]).any():
        raise JoinError("Two figures for one ICB, measure and year; keep one in the cost facts.")
    return table[COLUMNS]


def _sheet(inputs: Inputs, name: str, sheet: str) -> pd.DataFrame:
    """The 42 rows of a sheet, indexed by ICB, under the headings of the row that says ICB23."""
    rows = inputs.sheet(name, sheet)
    head = next(row for row in rows if "ICB23" in row)
    table = pd.DataFrame(rows, columns=[str(cell) for cell in head])
    table = table[table["ICB23"].astype("str").str.fullmatch("Q[A-Z0-9]{2}")].set_index("ICB23")
    check_codes(table.index, inputs.table("icbs_2023")["icb_ods"], what=f"sheet {sheet}")
    return table


def _figures(
    values: pd.Series, measure: str, year: str, unit: str, source: str, note: str = ""
) -> pd.DataFrame:
    return pd.DataFrame({
        "icb": values.index, "measure": measure, "year": year,
        "value": values.astype(float).round().to_numpy(), "unit": unit, "source": source,
        "note": note, "kind": "worked out" if note in WORKED_OUT else "published",
        "quality": "first-hand",
    })  # fmt: skip


def allowances(inputs: Inputs) -> pd.DataFrame:
    """Running cost allowances in pounds, three years, for all 42 ICBs."""
    sheet = "ICB running cost allowance"
    old = _sheet(inputs, "allocations_2023", sheet)
    new = _sheet(inputs, "allocations_2025", sheet)
    measure, raised = "running_cost_allowance", "v1.4, raised for employer National Insurance"
    return pd.concat([
        _figures(old["2023/24 £k"] * 1e3, measure, "2023/24", "GBP", BOOK_2023),
        _figures(old["2024/25 £k"] * 1e3, measure, "2024/25", "GBP", BOOK_2023),
        _figures(new["2025/26 (£k)"] * 1e3, measure, "2025/26", "GBP", BOOK_2025, raised),
        _figures(old["2025/26 £k"] * 1e3, f"{measure}_superseded", "2025/26", "GBP", BOOK_2023,
                 "Indicative figure of June 2023, replaced in March 2025"),
    ])  # fmt: skip


def allocations(inputs: Inputs) -> pd.DataFrame:
    """Core allocation, registered people and weighted people, 2025/26, for all 42 ICBs."""
    table = _sheet(inputs, "allocations_2025", "ICB Core Allocations 2025-26")
    recurrent = table["2025/26 Recurrent allocation (£k)"].astype(float) * 1e3
    registered = recurrent / table["2025/26 Recurrent allocation £/head"].astype(float)
    distance = table["2025/26 Post-convergence distance from target (%)"].astype(float)
    target = recurrent / (1 + distance)
    weighted = registered.sum() * target / target.sum()
    total = table["2025/26 Total allocation (£k)"] * 1e3
    year = "2025/26"
    return pd.concat(
        [
            _figures(total, "core_allocation", year, "GBP", BOOK_2025),
            _figures(registered, "registered_population", year, "people", BOOK_2025, IMPLIED),
            _figures(weighted, "weighted_population", year, "people", BOOK_2025, RECONSTRUCTED),
        ]
    )


def published(inputs: Inputs) -> pd.DataFrame:
    """The figures ICBs and others have published, in our units, with who said so."""
    facts = inputs.table("cost_facts")
    plain, hedge = zip(*map(split_unit, facts["unit"]), strict=True)
    check_codes(set(plain) - set(UNITS), [], what="units of cost facts")
    year, year_note = zip(*map(split_unit, facts["financial_year"]), strict=True)
    per_head = [
        pair in SAID_PER_HEAD for pair in zip(facts["icb_code"], facts["measure"], strict=True)
    ]
    plain = pd.Series(plain).mask(per_head, "GBP per head")
    scale = pd.Series([UNITS[unit][1] for unit in plain])
    ours = resolver(inputs)
    codes = facts["icb_code"].replace(SAID_OF)
    notes = zip(hedge, year_note, facts["as_of"], facts["quote"], strict=True)
    return pd.DataFrame({
        "icb": [ours(*pair) for pair in zip(codes, year, strict=True)],
        "measure": facts["measure"], "year": year,
        "value": (facts["value"].astype(float) * scale).round(2),
        "unit": [UNITS[unit][0] for unit in plain],
        "source": _sources(facts),
        "note": [_note(*parts) for parts in notes],
    })  # fmt: skip


def _sources(facts: pd.DataFrame) -> pd.Series:
    """Title and address; the address of a bare mirror is left out, the title says it is one."""
    title = facts["source_title"].str.replace("; stored copy on a mirror domain", "; a mirror")
    address = facts["source_url"].where(~facts["source_url"].str.contains(MIRRORS), "")
    return (title + ", " + address).str.removesuffix(", ")


def split_unit(text: str) -> tuple[str, str]:
    """A unit or year and the qualifier printed with it: "people (around)" in two parts."""
    text = text.replace("(weighted) head", "head")
    plain, _, hedge = text.removesuffix(")").partition(" (")
    if plain.endswith(" per year"):
        return plain.removesuffix(" per year"), "per year"
    return plain, hedge


def _note(hedge: str, year_note: str, as_of: str, quote: str) -> str:
    hedges = [part for part in (hedge, year_note) if part]
    quoted = f'"{quote}"' if quote and not re.match("sheet ", quote) else ""
    dated = f"as of {as_of}" if as_of else ""
    return "; ".join([*hedges, *filter(None, (quoted, dated))])


def _check_against_facts(book: pd.DataFrame, facts: pd.DataFrame) -> None:
    """Refuse workbook figures that differ from the same figures as copied into the facts."""
    named = facts.replace({"measure": {"core_services_total_allocation": "core_allocation"}})
    both = book.merge(named, on=["icb", "measure", "year"], suffixes=("", "_fact"))
    both = both[both["measure"].isin({*FROM_WORKBOOKS, "core_allocation"})]
    differ = both[(both["value"] - both["value_fact"]).abs() > 501]
    if len(both) != 5 * 42 or len(differ):
        raise JoinError(
            f"{len(both)} of 210 workbook figures have a copy in the cost facts and {len(differ)} "
            f"differ: {', '.join((differ['icb'] + ' ' + differ['measure']).head())}."
        )


def workforce(inputs: Inputs) -> pd.DataFrame:
    """Staff of each ICB at six dates: people, and full-time equivalents."""
    table = inputs.table("workforce").rename(columns={"icb_ods": "icb", "as_of": "date"})
    sources = inputs.table("body_sources").set_index("source_id")["title"]
    table["source"] = table["source_id"].map(sources).str.partition(", as data/")[0]
    table = table[["icb", "date", "headcount", "fte", "source"]]
    return table.sort_values(["icb", "date"], ignore_index=True)
