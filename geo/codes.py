"""Codes: which bodies a published figure is about, in codes that hold whatever its year."""

from collections.abc import Callable

from geo.inputs import Inputs
from geo.joins import check_codes
from geo.tables import icbs

ENGLAND = "ENG"
REGIONS = {"NEY region": "North East and Yorkshire"}
"""Regions as the sources abbreviate them, and by the names the blocks have."""

SINCE = "2026/27"
"""The first year of the bodies of April 2026: a code both lists have means the new body then."""


def resolver(inputs: Inputs) -> Callable[[str, str], str]:
    """A function that turns the codes of a figure, and its year, into ours.

    Ours are ODS codes of ICBs of 2023; the ONS code of a body that is new or enlarged since April
    2026; ENG; or the name of an NHS region. Several are joined by +. An unknown code is a
    JoinError.
    """
    before, since = _bodies(inputs)
    clusters = _clusters(inputs)

    def ours(codes: str, year: str) -> str:
        first, second = (since, before) if year.startswith(SINCE) else (before, since)
        known = second | first | REGIONS | {ENGLAND: ENGLAND}
        parts = [part for code in codes.split("+") for part in clusters.get(code, [code])]
        check_codes(set(parts) - set(known), [], what=f"codes of the figure for {codes}")
        return "+".join(known[part] for part in parts)

    return ours


def _bodies(inputs: Inputs) -> tuple[dict[str, str], dict[str, str]]:
    """Our code for each ODS code, of 2023 and of April 2026."""
    table = icbs(inputs)
    old = table[table["in_force_from"] < "2026"]["icb"]
    new = table[table["in_force_to"] == ""]
    fresh = new["predecessors"] != ""
    since = dict(zip(new["icb"], new["icb"].where(~fresh, new["icb_ons"]), strict=True))
    return dict(zip(old, old, strict=True)), since


def _clusters(inputs: Inputs) -> dict[str, list[str]]:
    """The members of each cluster of 2026, by the id its arrangement has."""
    table = inputs.table("arrangements_2026")
    together = table[table["cluster_id"] != ""]
    return together.groupby("cluster_id")["icb_ods"].agg(list).to_dict()
