"""Statements: what the sources say that is no number, each with who said so, in one list."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from geo.codes import resolver
from geo.inputs import Inputs
from geo.joins import check_codes

COLUMNS = ["topic", "icb", "said", "quote", "date", "title", "publisher", "url", "quality"]
SECOND_HAND, PRESS = "second-hand", "press"
LEADERS = {"chair": "chair", "chief executive": "chief_executive"}
LEADERS_IN_FULL = {
    "Jan Thomas seconded to NHS England; deputies Louis Kamfer and Sarah Stanley":
        "Jan Thomas (seconded to NHS England; the deputies are Louis Kamfer and Sarah Stanley)",
    "Jonathan Webb (substantive, August 2026)": "Jonathan Webb (permanent, August 2026)",
    "Liz Bishop (interim; same list)":
        "Liz Bishop (interim; NHS England list of April 2026, second-hand)",
    "Mark Hackett (interim, away at July 2026); Susan Bracefield acting":
        "Mark Hackett (interim, away in July 2026, while Susan Bracefield acts)",
}  # fmt: skip
"""What the list of arrangements has as a note, as it can stand in a sentence."""


class Quoted(NamedTuple):
    """Something said in our words, with the rows of the criteria that quote it."""

    topic: str
    said: str
    criterion: str


class Read(NamedTuple):
    """Something said in our words, with where it was read."""

    topic: str
    said: str
    quote: str
    date: str
    title: str
    publisher: str
    url: str
    quality: str


QUOTED = (
    Quoted("timetable", "Plans were to be with the regions by 5pm on 30 May 2025.",
           "deadline: plans"),
    Quoted("timetable", "An account of August 2025 has costs cut by about half by October 2025.",
           "deadline: cost cut (earlier version)"),
    Quoted("timetable", "A later account has the cut made by December 2025.",
           "deadline: cost cut (later version)"),
    Quoted("timetable", "The draft blueprint asks for it by the end of the third quarter of "
           "2025/26, 31 December 2025, and every year from 2026/27.", "deadline: cost target"),
    Quoted("timetable", "A second round of mergers was to be decided in summer 2026 and to take "
           "effect on 1 April 2027.", "second round of mergers"),
    Quoted("what stays with each ICB", "Every ICB of a cluster stays a body of its own, with its "
           "boundary, its allocation and its legal duties.", "what a cluster is"),
    Quoted("leadership", "The number of leadership teams was to go from 42 to 26 in 2025/26.",
           "number of leadership teams"),
)  # fmt: skip

WRITTEN_STATEMENT = (
    "2025-09-09",
    "Integrated Care Boards: Running Costs and Boundary Alignment with Strategic Authorities "
    "(HCWS915)",
    "Department of Health and Social Care, written statement",
    "https://parallelparliament.co.uk/debate/2025-09-09/commons/written-statements/"
    "integrated-care-boards-running-costs-and-boundary-alignment-with-strategic-authorities/"
    "ministerial-extracts",
)
BLUEPRINT_HCL = (
    "2025-05-08", "ICB running cost envelope to be reduced to £19 per head", "Healthcare Leader",
    "https://healthcareleadernews.com/news/icb-running-cost-envelope-to-be-reduced-to-19-per-head",
)  # fmt: skip
REGIONS_HCL = (
    "2025-09-15", "Core functions of regional teams revealed in model blueprint",
    "Healthcare Leader",
    "https://healthcareleadernews.com/news/core-functions-of-regional-teams-revealed-in-model-blueprint/",
)  # fmt: skip
REGIONS_CONFED = (
    "2025-09", "The model region blueprint: what you need to know", "NHS Confederation",
    "https://www.nhsconfed.org/publications/model-region-blueprint-what-you-need-know",
)  # fmt: skip
DORSET_ACCOUNTS = (
    "2026-03-31", "Dorset ICB annual report and accounts 2025-26", "NHS Dorset ICB",
    "https://bsw.icb.nhs.uk/cluster-board-meetings/",
)  # fmt: skip

READ = (
    Read("timetable", "ICBs were told to halve their running costs by December 2025.",
         "cuts must be made by the third quarter of 2025-26", "2025-03-13",
         "ICBs ordered to cut costs by 50%", "NHS Procurement, after HSJ",
         "https://nhsprocurement.org.uk/news/icbs-ordered-cut-costs-50", PRESS),
    Read("timetable", "NHS England’s letter of 1 April 2025 asked for a 50% reduction and for ICBs "
         "to become strategic commissioners.",
         "a 50% reduction in their running costs", "2025-04-01",
         "Model ICB Blueprint, briefing of 8 May 2025", "NHS Providers",
         "https://nhsproviders.org/resources/model-icb-blueprint", SECOND_HAND),
    Read("timetable", "A draft blueprint of an ICB followed at the beginning of May 2025, with the "
         "figure of £18.76.", "a draft and will be updated based on feedback", *BLUEPRINT_HCL,
         PRESS),
    Read("leadership", "The ICBs of a cluster share leadership and functions.",
         "cluster together to share leadership and functions", *WRITTEN_STATEMENT, "first-hand"),
    Read("leadership", "In each of the nine clusters of 2026 one person chairs every ICB, and one "
         "is chief executive of them all.", "", "2026-09-30",
         "Board papers, as named beside each chair and chief executive", "The nine clusters", "",
         SECOND_HAND),
    Read("leadership", "South East and South West London share a chair, a chief executive and "
         "executives.", "jointly appointed Chair, CEO and executive team", "2026-07-22",
         "Board 22 July 2026, pack", "NHS South East London ICB",
         "https://www.selondonics.org/icb/meetings-board-papers-reports/icb-meetings/",
         SECOND_HAND),
    Read("what stays with each ICB", "Each stays legally separate, with an allocation of its own.",
         "clustering ICBs remain legally separate organisations with their own financial "
         "allocations", *WRITTEN_STATEMENT, "first-hand"),
    Read("what stays with each ICB", "Each keeps its own accounts: Dorset, in a cluster of three, "
         "published an annual report and accounts for 2025/26.", "", *DORSET_ACCOUNTS,
         SECOND_HAND),
    Read("what stays with each ICB", "Each keeps its own board: the boards of a cluster meet in "
         "common, or as a joint board, and recommend together.", "", "2026-09-17",
         "Boards in common 17 September 2026, combined pack",
         "NHS Derby and Derbyshire, NHS Lincolnshire and NHS Nottingham and Nottinghamshire ICBs",
         "https://notts.icb.nhs.uk/about-us/our-icb-board/", SECOND_HAND),
    Read("functions to regions", "Managing the performance of providers was to pass from ICBs to "
         "the regions.", "a performance management element, which is no longer the responsibility "
         "of ICBs", *REGIONS_HCL, PRESS),
    Read("functions to regions", "Regions were to watch providers’ performance as it happens; that "
         "of primary care stays with ICBs.", "Primary care oversight will sit with ICBs",
         *REGIONS_HCL, PRESS),
    Read("functions to regions", "Regions were to oversee ICBs’ boards, their commissioning and "
         "their reform.", "oversight of ICB boards", *REGIONS_HCL, PRESS),
    Read("functions to regions", "Where preparing for emergencies (EPRR) would sit was not said.",
         "No clarity is yet provided on where emergency preparedness, resilience and response "
         "(EPRR) responsibility sits", *REGIONS_CONFED, SECOND_HAND),
    Read("functions to regions", "Eighteen functions were to leave ICBs, for regions and for "
         "providers.", "ICBs will lose 18 functions to regional teams and local providers",
         "2025-05", "NHS shakeup slashes jobs: will it help cut waiting lists?", "The Lowdown",
         "https://lowdownnhs.info/analysis/nhs-shakeup-slashes-jobs-will-it-help-cut-waiting-lists",
         PRESS),
)  # fmt: skip
"""What no row of the criteria quotes."""


def statements(inputs: Inputs) -> pd.DataFrame:
    """Every statement by its topic and, where it is about bodies, by their codes of April 2026."""
    read = pd.DataFrame(READ, columns=Read._fields).assign(icb="")
    parts = [read, _quoted(inputs), *_leaders(inputs), _places(inputs)]
    table = pd.concat(parts)[COLUMNS].fillna("")
    return table.sort_values(["topic", "date", "icb", "said"], kind="stable", ignore_index=True)


def _quoted(inputs: Inputs) -> pd.DataFrame:
    rows = inputs.table("criteria").set_index("criterion")
    named = inputs.table("plan_sources").set_index("source_id")
    check_codes({one.criterion for one in QUOTED} - set(rows.index), [], what="criteria quoted")
    asked = rows.loc[[one.criterion for one in QUOTED]]
    source = named.loc[asked["source_id"]]
    own = source["publisher"].str.contains("NHS England|written statement")
    return pd.DataFrame({
        "topic": [one.topic for one in QUOTED], "icb": "", "said": [one.said for one in QUOTED],
        "quote": asked["text_quote"].to_numpy(), "date": _days(source["date"]),
        "title": source["title"].to_numpy(), "publisher": source["publisher"].to_numpy(),
        "url": source["url"].to_numpy(),
        "quality": own.map({True: "first-hand", False: PRESS}).to_numpy(),
    })  # fmt: skip


def _days(dates: Iterable[str]) -> list[str]:
    """The first date of each, such as 2025-08-28 of "2025-08-28, updated 2025-10-06"."""
    return [date.partition(",")[0].partition(" (")[0] for date in dates]


def _leaders(inputs: Inputs) -> list[pd.DataFrame]:
    table = inputs.table("arrangements_2026")
    columns = table[[*LEADERS.values()]]
    check_codes(set(LEADERS_IN_FULL) - set(columns.to_numpy().ravel()), [], what="leaders named")
    said = columns.replace(LEADERS_IN_FULL)
    return [
        _by_body(table, topic, said[column], table["icb_ods"]) for topic, column in LEADERS.items()
    ]


def _places(inputs: Inputs) -> pd.DataFrame:
    table = inputs.table("places")
    resolve = resolver(inputs)
    for codes in table["icb"]:
        resolve(codes, "2026/27")
    topic = table["kind"].map(lambda kind: "collaboratives" if "collab" in kind else "places")
    counted = table["count"] + " " + table["kind"]
    said = (counted + ": " + table["names"]).where(table["names"] != "not named", counted)
    how = table["complete"].map({"yes": "", "count only": "; only the number was found"})
    return _by_body(table, topic, said + how.fillna("; the number is inferred"), table["icb"])


def _by_body(
    table: pd.DataFrame, topic: str | pd.Series, said: pd.Series, codes: pd.Series
) -> pd.DataFrame:
    address = table["source_address"].str.partition(" ")[0]
    return pd.DataFrame({
        "topic": topic, "icb": codes, "said": said, "quote": "", "date": table["date_true"],
        "title": (table["source_title"] + ", " + table["page"]).str.strip(", "),
        "publisher": table["publisher"], "url": address,
        "quality": table["quality"],
    })  # fmt: skip
