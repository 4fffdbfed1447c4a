"""Asked: how firm each body of a plan to come is, in whose words and as of when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from footprint.facts.manifest import ROOT, read_table

PLAN = "planned-2027-04"
# From what nobody has said anything of to what is decided.
STATUSES = (
    "nothing said",
    "asked to stay",
    "undecided",
    "proposed",
    "applied for",
    "objected to",
    "delayed",
    "approved",
)
STATUS_MEANING: Mapping[str, str] = {
    "nothing said": "no change is planned in the papers read",
    "asked to stay": "the ICB asked that its boundary stays",
    "undecided": "a part may move, nothing is settled",
    "proposed": "asked by NHS England or in preparation",
    "applied for": "the ICBs have applied, a decision is awaited",
    "objected to": "applied for, and others object",
    "delayed": "put off",
    "approved": "decided",
}


@dataclass(frozen=True)
class Asked:
    """How firm one body is; `note` tells the step with its dates, `quality` how it was read.

    `sentence` is what its papers say after "Its board papers", and "" where they say nothing.
    """

    body: str
    status: str
    said: str
    sentence: str
    note: str
    as_of: str
    source: str
    quality: str

    @property
    def papers(self) -> tuple[str, ...]:
        """The board papers that say so, one by one, the last with whose they are."""
        one_by_one = _BETWEEN_PAPERS.split(self.source)
        return tuple(one.strip().replace(" | ", "; ") for one in one_by_one)


# Between publishers, who stand in brackets at the end, there is the same mark.
_BETWEEN_PAPERS = re.compile(r" \| (?![^()]*\))")


def read_asked(root: Path = ROOT) -> dict[str, Asked]:
    """Read what is asked for April 2027, by body of that plan."""
    rows = read_table("data/asked_2027.csv", root, text=("sentence",)).to_dict("records")
    return {row["body"]: Asked(note=row.pop("status_note"), **row) for row in rows}
