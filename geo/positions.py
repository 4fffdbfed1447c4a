"""Positions: every published surplus or deficit, with what it covers, its kind and its date."""

import pandas as pd

from geo.codes import resolver
from geo.inputs import Inputs
from geo.joins import JoinError
from geo.remarks import sentences
from geo.updates import curly, quoted, sources

COLUMNS = [
    "icb", "scope", "year", "kind", "detail", "value", "support", "date", "quality", "source",
    "quote", "remark",
]  # fmt: skip

SCOPES = {
    "ICB only": "ICB only", "system (ICB and its NHS trusts)": "ICB and its NHS trusts",
    "NHS trusts only": "NHS trusts only", "all systems": "all systems", "region": "NHS region",
}  # fmt: skip

SUPPORT = {"not applicable (ICB)": "", "not stated": "not stated"}

KINDS = ("outturn", "plan", "forecast", "in year", "underlying", "variance")
"""What a position is. A variance is how far from its plan it came, and never a deficit."""

IN_COST_FACTS = {
    "icb_deficit_reported": ("ICB only", "outturn", ""),
    "system_deficit_reported": ("ICB and its NHS trusts", "outturn", ""),
    "system_deficit_excluding_support": ("ICB and its NHS trusts", "outturn", ""),
    "system_deficit_month4": ("ICB and its NHS trusts", "in year", "month 4 actual"),
    "system_forecast_deficit": ("ICB and its NHS trusts", "forecast", ""),
    "system_underlying_deficit": ("ICB and its NHS trusts", "underlying", ""),
}
"""Deficits that stand among the cost facts of 2025: scope, kind and what is said with it."""

SUPPORT_SAID = {
    ("QE1", "system_deficit_reported"): "after deficit support funding",
    ("QE1", "system_deficit_excluding_support"): "before deficit support funding",
    ("QJM", "icb_deficit_reported"): "",
}
"""What those deficits say of support; of the others it is not stated."""


def positions(inputs: Inputs) -> pd.DataFrame:
    """Every published position in pounds, a deficit below nought; empty where none was given."""
    table = pd.concat([_updates(inputs), _cost_facts(inputs)])
    if wrong := sorted(set(table["kind"]) - set(KINDS)):
        raise JoinError(f"These kinds of position are not known: {', '.join(wrong)}.")
    order = ["icb", "year", "scope", "kind", "detail", "support"]
    return table[COLUMNS].sort_values(order, kind="stable", ignore_index=True)


def _updates(inputs: Inputs) -> pd.DataFrame:
    table = inputs.table("deficits")
    ours = resolver(inputs)
    kind, detail = zip(*map(_kind, table["plan_or_outturn"]), strict=True)
    return pd.DataFrame({
        "icb": [ours(*pair) for pair in zip(table["icb"], table["period"], strict=True)],
        "scope": table["scope"].map(SCOPES), "year": table["period"],
        "kind": kind, "detail": detail,
        "value": pd.to_numeric(table["surplus_deficit"]),
        "support": table["support_funding"].replace(SUPPORT),
        "date": table["date_true"], "quality": table["quality"], "source": sources(table),
        "quote": table["quote"].map(quoted), "remark": sentences(table["note"].map(_plain)),
    })  # fmt: skip


def _plain(note: str) -> str:
    """A note in the words used on screen."""
    return curly(note.replace("; seed 000", "").replace("GBP ", "£"))


def _kind(text: str) -> tuple[str, str]:
    """A kind and what is said with it: "forecast, month 4" in two parts."""
    if text.startswith("variance"):
        return "variance", ""
    for kind in KINDS:
        if text.startswith(kind):
            return kind, text.removeprefix(kind).strip(" ,:()")
    return text, ""


def _cost_facts(inputs: Inputs) -> pd.DataFrame:
    facts = inputs.table("cost_facts")
    facts = facts[facts["measure"].isin(IN_COST_FACTS)]
    scope, kind, detail = zip(*facts["measure"].map(IN_COST_FACTS), strict=True)
    whose = zip(facts["icb_code"], facts["measure"], strict=True)
    return pd.DataFrame({
        "icb": facts["icb_code"], "scope": scope, "year": facts["financial_year"],
        "kind": kind, "detail": detail, "value": -facts["value"].astype(float) * 1e6,
        "support": [SUPPORT_SAID.get(pair, "not stated") for pair in whose],
        "date": facts["as_of"], "quality": "press",
        "source": facts["source_title"] + ", " + facts["source_url"],
        "quote": facts["quote"].map(quoted), "remark": "",
    })  # fmt: skip
