"""A toy country, small enough to do every sum in your head, and England as it is committed.

Six square blocks of 10 km, in four districts (A, B, C, D) and three ICBs of 2023 (W, M, E):

       0        10        20        30        40        50 km
    20 +---------+---------+
       |   A-1   |   B-1   |
       | W   100 | W   200 |
    10 +---------+---------+---------+         +---------+
       |   A-2   |   B-3   |   C-4   |   sea   |   D-4   |
       | W   300 | M   400 | E   500 |         | E   600 |
     0 +---------+---------+---------+         +---------+

Each square says its block, its ICB of 2023 and its residents in mid-2024; in mid-2022 half as
many lived there. The country has 2,100 people. District B, Birch, is split: 200 of its 600 people
are in W and 400 in M. ICB E holds the island.

    residents          W 600      M 400      E 1,100
    allowance, £       W 12,000   M 10,000   E 33,000    £20, £25 and £30 each
    the year before    W 13,000   M 11,000   E 36,000
    two years before   W 15,000   M 13,000   E 42,000
    weighted people    W 660      M 500      E 1,540
    core, £            W 1.2m     M 0.9m     E 2.2m      £2,000, £2,250 and £2,000 each
    published          W costs £30,000 and is to cost £13,000; W and M together cost £50,000 and
                       are to save £28,000; E has published nothing
    deficits           W plans to spend £2m too much in 2026/27 and M to leave £0.5m; of W with its
                       trusts, of E's variance and of E's year before more is told
    IMD score          A 10   B 20   C 30   D 40
    most deprived      50 of the 250 people (mid-2022) in C-4, 150 of the 300 in D-4
    ICB staff          6, 4 and 22 (full-time equivalent, March 2025)
    trusts             T1: three quarters of its patients from W, a quarter from M; T2: all from E
    hospitals          T1 has its hospital in B-1; T2 has one in C-4 and one on the island, D-4
    police             one force for the mainland, one for the island
    upper tier         Ash and Birch on their own; Cedar and Dune are Eastshire
    strategic          one authority, Greater Ash, of Ash alone
    new councils       Ash and Birch are to become one; Cedar and Dune would have, but it is paused
    NHS regions        Mainland (W and M) and Islands (E)
    links              a ferry between C-4 and the island, D-4

Plans of the whole country:

    icb-2023           W, M and E as they are
    agreed-2025-09     W and M share leaders (the cluster "wm"); E is on its own
    merged-2026-04     M and all of Birch become one body ("birch"); W keeps Ash; E stays

and one of a region, to be completed:

    island             D leaves E and, confusingly, keeps the id "E"
"""

import gc
import math
from collections.abc import Callable, Iterable, Iterator

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from hypothesis import settings

from footprint.export import press
from footprint.facts.atlas import Atlas, load_atlas
from footprint.facts.shapes import NATIONAL_GRID, Shapes, read_shapes
from footprint.plans.assignment import Assignment, Footprint, assigned
from footprint.plans.plan import Plan, Seen, complete, icbs_of_2023, read_plans
from footprint.store.revisions import SETTING
from tests.shared_workspace import WORK
from ui.shell import workspace as shell

# The same examples each time, so that a failure is a change and not luck; to look further:
# pytest --hypothesis-profile thorough
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile("steady")

MakePlan = Callable[..., Plan]

# Block, district, ICB, residents, IMD score, people in the most deprived tenth, column and row.
_BLOCKS = (
    ("A-1", "A", "W", 100, 10.0, 0, 0, 1),
    ("A-2", "A", "W", 300, 10.0, 0, 0, 0),
    ("B-1", "B", "W", 200, 20.0, 0, 1, 1),
    ("B-3", "B", "M", 400, 20.0, 0, 1, 0),
    ("C-4", "C", "E", 500, 30.0, 50, 2, 0),
    ("D-4", "D", "E", 600, 40.0, 150, 4, 0),
)
_BORDERS = (("A-1", "A-2"), ("A-1", "B-1"), ("A-2", "B-3"), ("B-1", "B-3"), ("B-3", "C-4"))
_FERRY = ("C-4", "D-4", "Dune Ferry")
_DISTRICTS = {"A": "Ash", "B": "Birch", "C": "Cedar", "D": "Dune"}
_COUNTIES = {"A": "Ash", "B": "Birch", "C": "Eastshire", "D": "Eastshire"}
_ICB_NAMES = {"W": "West", "M": "Middle", "E": "East"}
_FIGURES = {
    ("running_cost_allowance", "2023/24"): {"W": 15_000.0, "M": 13_000.0, "E": 42_000.0},
    ("running_cost_allowance", "2024/25"): {"W": 13_000.0, "M": 11_000.0, "E": 36_000.0},
    ("running_cost_allowance", "2025/26"): {"W": 12_000.0, "M": 10_000.0, "E": 33_000.0},
    ("weighted_population", "2025/26"): {"W": 660.0, "M": 500.0, "E": 1_540.0},
    ("core_allocation", "2025/26"): {"W": 1_200_000.0, "M": 900_000.0, "E": 2_200_000.0},
    ("operating_cost_baseline", "2025/26"): {"W": 30_000.0, "W+M": 50_000.0},
    ("operating_cost_target", "2025/26"): {"W": 13_000.0},
    ("required_saving", "2025/26"): {"W+M": 28_000.0},
}
_DEFICITS = (
    ("W", "ICB only", "2026/27", "plan", -2_000_000.0, "second-hand"),
    ("M", "ICB only", "2026/27", "plan", 500_000.0, "second-hand"),
    ("W", "ICB and its NHS trusts", "2026/27", "plan", -9_000_000.0, "second-hand"),
    ("E", "ICB only", "2026/27", "variance", -4_000_000.0, "second-hand"),
    ("E", "ICB only", "2025/26", "outturn", math.nan, "second-hand"),
)
_SOURCE = "The Toy Times, https://toy.example/costs"
_NOTE = 'about; "so they say"; as of 2025-07-14'
_POLICE = {"A": "Mainland", "B": "Mainland", "C": "Mainland", "D": "Island"}
_STAFF = {"W": 6, "M": 4, "E": 22}
_PATIENTS = (("T1", "T1", "W", 0.75), ("T1", "T1", "M", 0.25), ("T2", "T2", "E", 1.0))
_HOSPITALS = (
    ("T1", "Birch NHS Trust", "B-1"),
    ("T2", "Cedar and Dune NHS Foundation Trust", "C-4"),
    ("T2", "Cedar and Dune NHS Foundation Trust", "D-4"),
)
_ICB_2026 = {"A-1": "E2", "A-2": "E2", "B-1": "E4", "B-3": "E4", "C-4": "E3", "D-4": "E3"}
_SOUTH_WEST_CORNER = (400_000, 300_000)
_SIDE = 10_000


@pytest.fixture(scope="session", autouse=True)
def store_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every test, and every server a test starts, away from the options of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        path = tmp_path_factory.mktemp("store") / "options.sqlite3"
        patch.setenv(SETTING, f"sqlite:///{path}")
        yield


@pytest.fixture(scope="module", autouse=True)
def what_stays_is_set_aside() -> None:
    """Spare the garbage collector what earlier tests keep, or every run of a page looks through it.

    Streamlit collects after each.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def no_worker_waits() -> Iterator[None]:
    """Load no worker for a file that nobody is going to ask for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(press._WARM, "_most", 0)
        yield


@pytest.fixture(scope="session", autouse=True)
def one_workspace() -> Iterator[None]:
    """Let the pages of the app stand on the workspace that the other tests have worked in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shell, "Workspace", lambda: WORK)
        yield


def _toy_blocks() -> pd.DataFrame:
    rows = [
        {
            "block": block,
            "lad": lad,
            "sicbl": block[-1],
            "icb": icb,
            "icb_2026": _ICB_2026[block],
            "nhs_region": "Islands" if icb == "E" else "Mainland",
            "residents_2024": residents,
            "residents_2022": residents // 2,
            "area_km2": 100.0,
            "perimeter_km": 40.0,
            "imd_score": score,
            "residents_most_deprived_tenth": deprived,
        }
        for block, lad, icb, residents, score, deprived, _, _ in _BLOCKS
    ]
    return pd.DataFrame(rows).set_index("block")


def _toy_icbs() -> pd.DataFrame:
    rows = [
        ("E1", "M", "Middle", "2023-04-01", "2026-03-31"),
        ("E2", "W", "West", "2023-04-01", ""),
        ("E3", "E", "East", "2023-04-01", ""),
        ("E4", "birch", "Birch", "2026-04-01", ""),
    ]
    columns = ["icb_ons", "icb", "name", "in_force_from", "in_force_to"]
    return pd.DataFrame(rows, columns=columns).set_index("icb_ons")


def _toy_costs() -> pd.DataFrame:
    rows = [
        (icb, measure, year, value)
        for (measure, year), figures in _FIGURES.items()
        for icb, value in figures.items()
    ]
    table = pd.DataFrame(rows, columns=["icb", "measure", "year", "value"])
    told = {"kind": "published", "quality": "", "formula": "", "remark": ""}
    return table.assign(unit="GBP", source=_SOURCE, note=_NOTE, **told)


def _toy_deficits() -> pd.DataFrame:
    columns = ["icb", "scope", "year", "kind", "value", "quality"]
    told = {"detail": "", "support": "", "date": "2026-07-31", "quote": "", "remark": ""}
    return pd.DataFrame(_DEFICITS, columns=columns).assign(source=_SOURCE, **told)


def _toy_bodies() -> pd.DataFrame:
    rows = [(block, "police force area", _POLICE[lad]) for block, lad, *_ in _BLOCKS]
    table = pd.DataFrame(rows, columns=["block", "kind", "body"])
    return table.assign(name=table["body"] + " Police", residents_share=1.0, note="")


def _toy_workforce() -> pd.DataFrame:
    rows = [(icb, "2025-03-31", 2 * staff, float(staff)) for icb, staff in _STAFF.items()]
    return pd.DataFrame(rows, columns=["icb", "date", "headcount", "fte"])


def _toy_trusts() -> pd.DataFrame:
    return pd.DataFrame(_PATIENTS, columns=["trust", "today", "icb", "share"])


@pytest.fixture(scope="session")
def toy() -> Atlas:
    """Every fact of the toy country."""
    borders = pd.DataFrame(_BORDERS, columns=["block_a", "block_b"]).assign(length_km=10.0)
    authorities = pd.DataFrame({"lad_name": _DISTRICTS}).rename_axis("lad")
    authorities = authorities.assign(
        utla=pd.Series(_COUNTIES),
        utla_name=pd.Series(_COUNTIES),
        strategic_authority="",
        county="",
        region="Toy",
    )
    strategic = pd.DataFrame(
        {"name": ["Greater Ash"], "status": ["established"], "lads": ["A"]}, index=["greater-ash"]
    )
    return Atlas(
        blocks=_toy_blocks(),
        borders=borders,
        links=pd.DataFrame([_FERRY], columns=["block_a", "block_b", "reason"]),
        icbs=_toy_icbs(),
        authorities=authorities,
        strategic_authorities=strategic,
        costs=_toy_costs(),
        deficits=_toy_deficits(),
        bodies=_toy_bodies(),
        new_councils=pd.DataFrame(
            [("A;B", "going ahead"), ("C;D", "paused on 7 September 2026")],
            index=["Ash and Birch", "Cedar and Dune"],
            columns=["lad_codes", "status"],
        ),
        workforce=_toy_workforce(),
        trusts=_toy_trusts(),
        trust_sites=pd.DataFrame(_HOSPITALS, columns=["trust", "name", "block"]),
    )


def _square(column: int, row: int) -> shapely.Polygon:
    west, south = _SOUTH_WEST_CORNER[0] + column * _SIDE, _SOUTH_WEST_CORNER[1] + row * _SIDE
    return shapely.box(west, south, west + _SIDE, south + _SIDE)


@pytest.fixture(scope="session")
def toy_shapes() -> Shapes:
    """The toy country's squares, somewhere in the Midlands; shared corners stay shared."""
    squares = [_square(column, row) for *_, column, row in _BLOCKS]
    names = pd.Index([block for block, *_ in _BLOCKS], name="block")
    on_earth = gpd.GeoSeries(squares, index=names, crs=NATIONAL_GRID).to_crs("EPSG:4326")
    rounded = shapely.transform(on_earth.to_numpy(), lambda points: points.round(4))
    return Shapes(gpd.GeoSeries(rounded, index=names, crs="EPSG:4326"))


def _assignment(toy: Atlas, owners: Iterable[str], names: dict[str, str]) -> Assignment:
    pairs = zip(toy.blocks.index, owners, strict=True)
    given = tuple((block, owner) for block, owner in pairs if owner)
    ids = dict.fromkeys(owner for _, owner in given)
    return Assignment(tuple(Footprint(i, names.get(i, i)) for i in ids), given, frozenset(ids))


@pytest.fixture(scope="session")
def make_plan(toy: Atlas) -> MakePlan:
    """A function that makes a plan of the toy country from one owner per block, A-1 first.

    `bodies` gives the statutory body of each block, where teams are over several.
    """

    def make(
        *owners: str,
        key: str = "some-plan",
        names: dict[str, str] | None = None,
        bodies: str | None = None,
        seen: Seen = "teams",
        scope: str = "England",
        effective: str = "2025-09",
        status: str = "agreed",
    ) -> Plan:
        teams = _assignment(toy, owners, names or {})
        return Plan(
            key=key,
            title=f"The plan {key}",
            as_of="2025-09-30",
            effective=effective,
            status=status,
            scope=scope,
            confidence="high",
            summary="A plan of the toy country.",
            note="",
            reconstruction=False,
            sources=(),
            bodies=_assignment(toy, bodies or owners, names or {}),
            teams=teams,
            earlier=icbs_of_2023(toy),
            usual=seen,
            seen=seen,
        )

    return make


@pytest.fixture(scope="session")
def today(make_plan: MakePlan) -> Plan:
    """The three ICBs of 2023."""
    owners = ("W", "W", "W", "M", "E", "E")
    return make_plan(
        *owners,
        key="icb-2023",
        names=_ICB_NAMES,
        seen="bodies",
        effective="2023-04",
        status="replaced",
    )


@pytest.fixture(scope="session")
def cluster(make_plan: MakePlan) -> Plan:
    """West and Middle share leaders; East is on its own."""
    return make_plan(
        *("wm", "wm", "wm", "wm", "E", "E"),
        key="agreed-2025-09",
        names=_ICB_NAMES | {"wm": "West and Middle"},
        bodies="WWWMEE",
    )


@pytest.fixture(scope="session")
def divided(make_plan: MakePlan) -> Plan:
    """All of Birch joins Middle, so West is cut along the district line."""
    return make_plan(
        *("W", "W", "birch", "birch", "E", "E"),
        key="merged-2026-04",
        names=_ICB_NAMES | {"birch": "Birch and Middle"},
        seen="bodies",
        effective="2026-04",
        status="in force",
    )


@pytest.fixture(scope="session")
def island(make_plan: MakePlan) -> Plan:
    """A region's plan: Dune alone, under the id that East has today."""
    return make_plan(
        *("", "", "", "", "", "E"),
        key="island",
        names={"E": "Dune Island"},
        seen="bodies",
        scope="Islands",
        status="not chosen",
    )


@pytest.fixture(scope="session")
def toy_plans(today: Plan, cluster: Plan, divided: Plan, island: Plan) -> dict[str, Plan]:
    """Every plan of the toy country, by key."""
    return {plan.key: plan for plan in (today, cluster, divided, island)}


@pytest.fixture(scope="session")
def by_rules(toy: Atlas) -> Callable[..., dict[str, str]]:
    """A function that assigns the toy country's blocks by rules: ICB, district, footprint."""

    def run(*rules: tuple[str, str, str]) -> dict[str, str]:
        table = pd.DataFrame(rules, columns=["icb", "lad", "body"])
        return dict(assigned(table.assign(body_name=table["body"]), "body", toy).pairs)

    return run


@pytest.fixture(scope="session")
def england() -> Atlas:
    """The committed facts."""
    return load_atlas()


@pytest.fixture(scope="session")
def shipped(england: Atlas) -> dict[str, Plan]:
    """The committed plans; regional ones not completed."""
    return read_plans(england)


@pytest.fixture(scope="session")
def completed(shipped: dict[str, Plan]) -> dict[str, Plan]:
    """The committed plans, regional ones completed with the ICBs of 2023."""
    return {key: complete(plan, shipped["icb-2023"]) for key, plan in shipped.items()}


@pytest.fixture(scope="session")
def england_shapes() -> Shapes:
    """The committed outlines."""
    return read_shapes()
