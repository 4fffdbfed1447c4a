"""Updates: what was published in 2026 about costs, and what follows from it by a formula."""

import re

import pandas as pd

from geo.codes import resolver
from geo.inputs import Inputs
from geo.joins import check_codes

INFERRED = "inferred"

REMARKS = {
    ("QGH+QWU", "required_saving", "2026/27"):
        "The July papers say £22m; a page of the September ones says about £23m, or 50%",
    ("QRV", "running_cost_actual", "2025/26"):
        "It stands against a target of £51.6m that holds an unusual one-off element, not a cap per "
        "head",
    ("QWE", "running_cost_forecast", "2026/27"):
        "It is a narrower cost than the cap covers: £16.71 for each weighted head",
    ("QKK", "running_cost_underspend", "2025/26"):
        "It comes of where £12.6m of redundancy costs were booked",
    ("QK1+QPM", "voluntary_redundancies", "2026/27"):
        "The papers say 70 and then 20; the sum is our own",
    ("QF7", "staff_fte_before", "2026/27"): "In 2025 it was reported as 800",
    ("QF7", "staff_fte_after", "2026/27"): "In 2025 it was reported as 425",
    ("QHM", "exit_packages_cost", "2025/26"): "Minutes of 16 June 2026 say about £8.9m",
    ("QNX", "operating_cost_baseline_implied", "2024/25 to 2025/26"):
        "The source says “per head of population”; weighted heads are our reading",
    ("QNX+QXU", "operating_cost_baseline_implied", "2024/25 to 2025/26"):
        "The source says “per person”; weighted heads are our reading. It conflicts with the "
        "£138.3m that the figures of the new ICB come to, which is to be preferred and takes in "
        "part of Frimley",
    ("E54000069", "operating_cost_baseline_implied", "2024/25 to 2025/26"):
        "It is to be preferred to £40 a head, which comes to £116.8m without the part "
        "of Frimley. The saving is 57.1% of it, where the papers say 58%",
    ("QGH+QWU", "operating_cost_baseline_implied_low", "2024/25 to 2025/26"):
        "It conflicts with £60.3m, which follows from the target of 2026/27: take the two as a "
        "range",
    ("QGH+QWU", "operating_cost_baseline_implied_high", "2024/25 to 2025/26"):
        "It conflicts with £46.0m, which follows from £23m being 50%: take the two as a range",
    ("QU9+QNQ", "operating_cost_baseline_implied", "2024/25 to 2025/26"):
        "It is rough: the source says “about 50 per cent”, and Frimley was later divided between "
        "three ICBs",
    ("QKS", "operating_cost_baseline_implied", "2024/25 to 2025/26"):
        "The saving was reported in August 2025, the target is that of 2026/27",
    ("QE1", "operating_cost_baseline_implied", "2024/25 to 2025/26"):
        "It is weak, because it takes the £36m for the whole cut",
    ("QKK", "operating_cost_baseline_implied", "2024/25 to 2025/26"):
        "It is weak, because it takes the £21.4m for the whole cut",
    ("QK1", "operating_cost_baseline_implied", "2024/25 to 2025/26"):
        "With Northamptonshire’s it comes to £53.0m, as published for both",
    ("QPM", "operating_cost_baseline_implied", "2024/25 to 2025/26"):
        "With that of Leicester, Leicestershire and Rutland it comes to £53.0m, as published for "
        "both",
}  # fmt: skip
"""What else has to be known of a figure, conflicts and which to prefer among them."""

FOLLOWS_FROM = {
    "QNX": ("QNX cost_per_head_baseline 2025/26",),
    "QNX+QXU": ("E54000069 cost_per_head_baseline 2025/26",),
    "E54000069": ("E54000069 operating_cost_target 2026/27", "E54000069 required_saving 2026/27"),
    "QGH": ("QGH required_saving 2025/26",),
    "QGH+QWU_high": ("QGH+QWU cost_per_head_target 2026/27", "QGH+QWU required_saving 2025/26"),
    "QGH+QWU_low": ("QGH+QWU required_saving 2025/26",),
    "QK1": ("QK1 required_reduction_pct 2025/26", "ENG cost_per_head_target 2025/26"),
    "QPM": ("QPM required_reduction_pct 2025/26", "ENG cost_per_head_target 2025/26"),
    "QU9+QNQ": ("E54000070 required_reduction_pct 2025/26", "ENG cost_per_head_target 2025/26"),
    "QJ2+QJM+QT1":
        ("QJ2+QJM+QT1 required_saving 2026/27", "ENG cost_per_head_target 2025/26"),
    "QWO": ("QWO operating_cost_target 2026/27", "QWO required_reduction_pct 2026/27"),
    "QKS": ("QKS operating_cost_target 2026/27", "QKS required_saving 2025/26"),
    "QE1": ("QE1 required_saving 2026/27", "ENG cost_per_head_target 2025/26"),
    "QKK": ("QKK cost_per_head_target 2026/27", "QKK allocation_reduction 2026/27"),
}  # fmt: skip
"""The published figures each implied cost follows from: codes, measure and year."""


def published_and_implied(inputs: Inputs) -> pd.DataFrame:
    """The figures of 2026, published ones as their sources say them and implied ones by formula."""
    table = inputs.table("cost_updates")
    ours = resolver(inputs)
    year = table["year"].str.partition(" (")[0].str.removesuffix(" forecast")
    implied = table["quality"] == INFERRED
    rows = pd.DataFrame({
        "icb": [ours(*pair) for pair in zip(table["icb"], year, strict=True)],
        "measure": table["measure"], "year": year,
        "value": table["value"].astype(float).round(2),
        "unit": table["unit"].str.removesuffix(" per year"),
        "kind": implied.map({True: "implied", False: "published"}),
        "quality": table["quality"].mask(implied, ""),
        "formula": table["formula"].map(in_words), "source": sources(table),
        "note": [_note(row) for row in table.to_dict("records")],
    })  # fmt: skip
    rows["measure"] = _ends_of_ranges(rows)
    rows["remark"] = _remarks(rows)
    return rows


def followed(table: pd.DataFrame) -> pd.DataFrame:
    """Give each implied figure the sources of the published ones that it follows from."""
    by_name = table.set_index(table["icb"] + " " + table["measure"] + " " + table["year"])["source"]
    used = {name for names in FOLLOWS_FROM.values() for name in names}
    check_codes(used - set(by_name.index), [], what="figures that others follow from")
    implied = table["kind"] == "implied"
    which = table["icb"] + table["measure"].str.removeprefix("operating_cost_baseline_implied")
    check_codes(FOLLOWS_FROM, which[implied], what="figures that follow from others")
    said = {
        icb: " | ".join(dict.fromkeys(by_name[name] for name in names))
        for icb, names in FOLLOWS_FROM.items()
    }
    return table.assign(source=table["source"].where(~implied, which.map(said)))


def sources(table: pd.DataFrame) -> pd.Series:
    """Publisher, title and page with the address, as a row's source is written."""
    title = table["publisher"] + ": " + table["source_title"] + ", " + table["page"]
    title = title.str.strip(", ")
    address = table["source_address"].str.partition(" ")[0]
    return (title + ", " + address.where(address.str.startswith("https://"), "")).str.strip(", ")


def in_words(formula: str) -> str:
    """A formula as it is read: weighted people for what the facts call a function of codes."""
    plain = re.sub(r"weighted(?:_population)?\([^)]*\) ([\d,]+)", r"\1 weighted people", formula)
    return plain.replace(" x ", " × ").replace(" / ", " ÷ ").replace(" - ", " − ")


def curly(text: str) -> str:
    """The same words with curly marks around what they quote."""
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def quoted(text: str) -> str:
    """A quotation between straight marks, with none inside that would end it."""
    inside = "" if text == "as above" else curly(text)
    whole = inside.count("“") == 1 and inside[:1] == "“" and inside[-1:] == "”"
    return f'"{inside[1:-1] if whole else inside}"' if inside else ""


def _note(row: dict[str, str]) -> str:
    per_head = row["unit"] == "GBP per head"
    said = f"the source says {curly(row['denominator'])}" if per_head else ""
    forecast = "forecast" if row["year"].endswith(" forecast") else ""
    when = f"as of {row['date_true']}" if row["date_true"] else ""
    return "; ".join(filter(None, (said, forecast, quoted(row["quote"]), when)))


def _ends_of_ranges(rows: pd.DataFrame) -> pd.Series:
    """The measures, where two figures of one kind differ as the two ends of a range."""
    kind = ["icb", "measure", "year"]
    twice = rows.duplicated(kind, keep=False)
    end = rows.groupby(kind)["value"].rank().map({1.0: "_low", 2.0: "_high"})
    return rows["measure"].where(~twice, rows["measure"] + end)


def _remarks(rows: pd.DataFrame) -> list[str]:
    names = list(zip(rows["icb"], rows["measure"], rows["year"], strict=True))
    unknown = ["/".join(name) for name in set(REMARKS) - set(names)]
    check_codes(unknown, [], what="figures that remarks are about")
    return [REMARKS.get(name, "") for name in names]
