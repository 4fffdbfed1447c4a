"""Citations: who said something, as one line a reader can follow."""

import re

import pandas as pd

from geo.inputs import Inputs
from geo.joins import check_codes

NAMELESS = "a public code repository"


def citation(title: str, publisher: str, date: str, address: str) -> str:
    """One source: its title, publisher and date, and the addresses that can be opened."""
    publisher = NAMELESS if publisher.startswith("unnamed") else publisher
    said = f"({', '.join(filter(None, (publisher, date)))})"
    return " ".join([title, said, *re.findall(r"https?://[^\s;]+", address)])


def cited_rows(table: pd.DataFrame) -> list[str]:
    """The citation of each row of a table that names its source in columns of its own."""
    columns = ["source_title", "publisher", "date_true", "source_address"]
    return [citation(*row) for row in table[columns].itertuples(index=False)]


def cited(inputs: Inputs, ids: pd.Series) -> pd.Series:
    """For each list of source ids, the titles and addresses they stand for."""
    sources = inputs.table("plan_sources").set_index("source_id")
    used = {one for cell in ids for one in cell.split(";")}
    check_codes(used - set(sources.index), [], what="sources of plans")
    nameless = sources["publisher"].str.contains("not shown by the index")
    publisher = sources["publisher"].mask(nameless, NAMELESS)
    sources["publisher"] = publisher.str.removesuffix(" (text index)")
    parts = sources["title"] + " (" + sources["publisher"] + ", " + sources["date"] + ")"
    text = (parts + " " + sources["url"]).str.strip()
    return ids.map(lambda cell: "; ".join(text[one] for one in cell.split(";")))
