"""Bodies: the other public bodies each block belongs to."""

import pandas as pd

from geo.inputs import Inputs
from geo.joins import check_codes

KINDS = {
    "police_force_areas": ("police force area", "pfa_code", "pfa_name"),
    "fire_authorities": ("fire and rescue authority", "fra_code", "fra_name"),
    "resilience_forums": ("resilience forum", "lrf_code", "lrf_name"),
    "ambulance_trusts": ("ambulance trust", "trust_ods", "trust_name"),
}

# The table of April 2024 still has the name of the authority that the Commissioner took over from
# on 1 April 2018 (Policing and Crime Act 2017, section 9).
RENAMED = {"London Fire and Emergency Planning Authority": "London Fire Commissioner"}

NOTES = {
    "confirmed": "District served by two trusts; share of mid-2022 residents by LSOA",
    "artefact": "Some LSOAs were with {other} on the 2016 list only because of old NHS "
                "boundaries; counted with the district's trust",
    "uncertain": "Some LSOAs were with {other} on the 2016 list and nothing settles who serves "
                 "them now; counted with the district's trust",
}  # fmt: skip

COLUMNS = ["block", "kind", "body", "name", "residents_share", "note"]


def bodies(inputs: Inputs, blocks: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """One row per block and body, with the share of the block's residents it serves."""
    parts = [_of_districts(inputs, name, blocks) for name in KINDS]
    table = _with_exceptions(pd.concat(parts), inputs, areas)
    return table[COLUMNS].sort_values(["block", "kind", "body"], ignore_index=True)


def _of_districts(inputs: Inputs, name: str, blocks: pd.DataFrame) -> pd.DataFrame:
    kind, code, label = KINDS[name]
    table = inputs.table(name)[["lad_code", code, label]].set_axis(["lad", "body", "name"], axis=1)
    check_codes(table["lad"], blocks["lad"], what=f"districts of each {kind}")
    table = blocks[["block", "lad"]].merge(table, on="lad", validate="many_to_one")
    named = table["name"].replace(RENAMED)
    return table.assign(name=named, kind=kind, residents_share=1.0, note="")


def _with_exceptions(table: pd.DataFrame, inputs: Inputs, areas: pd.DataFrame) -> pd.DataFrame:
    """Apportion the blocks that two ambulance trusts serve, and note the other oddities."""
    odd = inputs.table("ambulance_exceptions").rename(columns={"lsoa21_code": "lsoa"})
    odd = odd.merge(areas[["lsoa", "block", "residents_2022"]], on="lsoa", validate="one_to_one")
    names = table.drop_duplicates("body").set_index("body")["name"]
    trusts = table["kind"] == "ambulance trust"
    for (block, other, status), people in odd.groupby(["block", "trust_ods_by_2016_ccg", "status"])[
        "residents_2022"
    ]:
        here = trusts & (table["block"] == block)
        table.loc[here, "note"] = NOTES[status].format(other=names[other])
        if status == "confirmed":
            everyone = areas.loc[areas["block"] == block, "residents_2022"].sum()
            share = round(people.sum() / everyone, 4)
            table = _apportioned(table, here, other=other, name=names[other], share=share)
            trusts = table["kind"] == "ambulance trust"
    return table


def _apportioned(
    table: pd.DataFrame, here: pd.Series, *, other: str, name: str, share: float
) -> pd.DataFrame:
    """The table with a share of one block's row moved to another trust."""
    added = table[here].assign(body=other, name=name, residents_share=share)
    rest = table[here].assign(residents_share=round(1 - share, 4))
    pieces = pd.concat([rest, added])
    return pd.concat([table[~here], pieces[pieces["residents_share"] > 0]], ignore_index=True)
