"""The parts of the page on money."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from footprint.english import plural
from footprint.facts.guidance import CAP
from footprint.measures.marks import RETOLD
from footprint.measures.units import POUNDS_EACH
from footprint.money.fact import Fact
from footprint.pages.costs.tables import WHOLE, CutOrCap, OverTime, PublishedFacts
from footprint.pages.money import Money
from ui.parts import headings, panels, tables
from ui.shell import drawing as st
from ui.shell import words


def what_it_covers() -> None:
    """Say before any figure why the cap is not the allowance, and so no raise."""
    with st.container(key="covers"):
        st.caption(
            "The cap is not the running cost allowance. It covers all running costs and programme "
            "pay, and the allowance pays for only part of that. A cap that is higher than the "
            "allowance does not mean more money."
        )


def on_the_map(told: Money) -> None:
    """Say what the map shows besides the sentence above it."""
    if told.map_summary:
        panels.caption(told.map_summary)


def cut_or_cap(told: CutOrCap) -> None:
    """Show who would lose more by a cut the same for all than by the cap."""
    headings.part("A cut the same for all, or the cap?")
    st.markdown(told.sentence)
    if not told.table.empty:
        count = plural(len(told.table), "footprint", "footprints")
        with st.expander(f"{_CUT_OR_CAP} ({count})", key="cut-or-cap"):
            tables.plain(told.table, _CUT_OR_CAP)
    if told.rest:
        st.caption(
            f"No figure for the other {told.rest}: nobody has published their cost before the cut."
        )
    st.markdown(told.teams)


_CUT_OR_CAP = (
    "What a cut, and the target (or the cap), would take, where the cost before the cut is known"
)


def envelopes(told: Money) -> None:
    """Show the envelope of each footprint, beside the target it was given."""
    tables.headed("Envelope and target", told.envelopes, "Envelope and target")
    st.markdown(
        "Weighted population counts registered patients weighted by need, so it is more than the "
        "residents. It is worked out from NHS England’s allocations workbook of 2025/26, so "
        "the result is a reconstruction. " + told.figure_used
    )
    tables.plain(told.envelopes, "Envelope and target of each footprint", whole=WHOLE)


def over_time(told: OverTime) -> None:
    """Show allowance and staff through the years."""
    count = len(told.allowance) + len(told.staff)
    heading = f"Allowance and staff through the years: {told.name} ({count} figures)"
    with st.expander(heading, key="over-time"):
        left, right = st.columns(2, gap="medium")
        with left:
            _allowance(told)
        with right:
            _staff(told)


def _allowance(told: OverTime) -> None:
    tables.plain(told.allowance, f"Running cost allowance by year: {told.name}")
    st.caption(
        "What NHS England allots ICBs to run themselves, as published. Per resident of "
        "mid-2024 in every year. 2025/26 was raised for employers’ National Insurance."
    )


def _staff(told: OverTime) -> None:
    tables.plain(told.staff, f"ICB staff by date: {told.name}")
    st.caption(
        "Full-time equivalents, from NHS Workforce Statistics. Teams an ICB hosts for others "
        "count; work it buys from a commissioning support unit does not. Per 100,000 "
        "residents of mid-2024 at every date. Nothing is published here after March 2025."
    )


def published(told: Money) -> None:
    """Show what is published about cost, target, reduction, staff and deficit, with its source."""
    headings.part("What ICBs have published, and what follows from it")
    if told.picture.selected:
        if not told.exact:
            st.markdown(words.marked("**{}:** no figure for exactly this area.", told.name))
        _here("published", (*told.exact, *told.inside), told.name)
    _all("published", told.everything, _PUBLISHED)


def implied(told: Money) -> None:
    """Show what follows from published figures, with the formula and whose figures they are."""
    _here("implied", told.implied_here, told.name)
    _all("implied", told.implied, _IMPLIED)


_PUBLISHED = (
    "A minority of ICBs have said in public what they cost, what they must come down to, or "
    "how many staff they have. Much of it is known only from the press, and what is marked "
    "“published, second-hand” from somebody else’s account of a board paper. “Per head” is as the "
    "source says it. Deficits are of an ICB alone or of an ICB with its trusts, before or after "
    "support: as each says, and never to be put on one scale."
)
_IMPLIED = (
    "Nobody published these. Each follows from published figures by the formula beside it, "
    "and none is used in a map, a total or a verdict. A cost is drawn as a bar of the area it is "
    "for, marked implied. Only a target that is a published cost less the saving published with it "
    "is used, where no target is published, and marked implied."
)


def _all(kind: str, bodies: Sequence[PublishedFacts], about: str) -> None:
    """Everything that is known of a kind, once it is asked for, after what it is."""
    if box := panels.opened(f"All {_count(bodies)} {kind} figures", f"all-{kind}"):
        with box:
            st.markdown(about)
            _by_body(bodies)


def _here(kind: str, bodies: Sequence[PublishedFacts], name: str) -> None:
    """What is known of the area selected, under a heading that says how much."""
    if bodies:
        said = f"{name}: {plural(_count(bodies), f'{kind} figure', f'{kind} figures')}"
        with st.expander(said, key=f"{kind}-here"):
            st.markdown(_PUBLISHED if kind == "published" else _IMPLIED)
            _by_body(bodies)


def _count(bodies: Iterable[PublishedFacts]) -> int:
    return sum(len(body.facts) for body in bodies)


def _by_body(bodies: Iterable[PublishedFacts]) -> None:
    for body in bodies:
        lines = words.bullets(_fact_line(fact) for fact in body.facts)
        st.markdown(words.marked("**{}**\n{}", body.whose, lines))


def _fact_line(fact: Fact) -> words.Marked:
    told = [fact.qualifier, RETOLD if fact.quality == "second-hand" else ""]
    beside = "; ".join(filter(None, told))
    qualifier = words.marked(" ({})", beside) if beside else ""
    remark = words.marked(" {}.", fact.remark.rstrip(".")) if fact.remark else ""
    if fact.sort == "implied":
        formula = fact.formula.rstrip(".")
        sources = words.joined(words.link(*source) for source in fact.based_on)
        said = (fact.what, fact.figure, formula, sources, remark)
        return words.marked("{}, implied: **{}**, {}. From: {}.{}", *said)
    source = words.link(fact.title, fact.url)
    said = (fact.what, fact.figure, qualifier, source, fact.date, remark)
    return words.marked("{}: **{}**{}. {}, {}.{}", *said)


def reading_guide() -> None:
    """Say what each figure is a share of, and what is left out."""
    with st.expander("How to read these figures"):
        st.markdown(words.bullets(_GUIDE))


_GUIDE: Iterable[words.Marked] = (
    words.marked(
        "**The cap** is {} a year for each *weighted* head. It covers all running costs and "
        "programme pay, but not the commissioning of pharmacy, optometry and dental services, nor "
        "specialised commissioning handed to ICBs.",
        POUNDS_EACH.text(CAP),
    ),
    words.marked(
        "**The running cost allowance** is what NHS England allots for running the ICB. It is not "
        "what the cap covers. Here it is given per *resident*."
    ),
    words.marked(
        "**Weighted population** is the registered patients of 2025/26, weighted by need. "
        "**Residents** are the people who lived there in mid-2024. Figures per weighted head and "
        "figures per resident cannot be compared."
    ),
    words.marked(
        "**Published** means that an ICB, a council paper or the press gave the figure; "
        "*second-hand* that it was read in somebody else’s account of a paper. A figure for two "
        "ICBs together is used only for a footprint that is those two."
    ),
    words.marked(
        "**Worked out** means that it is reckoned here from published figures; *by share* that the "
        "plan splits an ICB, whose own figure is shared by where people live."
    ),
    words.marked(
        "**Implied** means that nobody published the figure and that it follows from published "
        "ones, by the formula shown."
    ),
    words.marked(
        "**Yours** means that you typed it or handed it in, or that it follows from what you did."
    ),
    words.marked(
        "**Envelope** is the cap times the weighted population: always worked out here, for every "
        "footprint. **Target** is what a footprint was told to come down to, where that is "
        "published or implied; it is another figure than the envelope."
    ),
    words.marked(
        "**Reduction needed** is cost before the cut less the target, or the envelope where there "
        "is no target, and never less than nothing."
    ),
)
