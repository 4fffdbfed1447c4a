"""Statements on pages: what the sources say on a topic, to read on request."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.content.values import About, Column, Table
from footprint.english import listed, month
from footprint.facts.statements import Statement, leaders
from footprint.plans.plan import Plan, Reference, bare_key
from footprint.view import TODAY
from footprint.workspace.workspace import Workspace, kept

_HEADINGS: Mapping[str, str] = {
    "timetable": "When the cut was asked for, and by when",
    "leadership": "What the ICBs of a cluster share",
    "what stays with each ICB": "What stays with each ICB of a cluster",
    "functions to regions": "Which functions were to go to the regions",
    "places": "Places and provider collaboratives, as far as they were found",
}
_FRAGMENTS = (
    "These are fragments: nobody publishes a list of places or of provider collaboratives, and an "
    "ICB that is not named here may have both."
)


def about_topic(work: Workspace, topic: str) -> About:
    """What is said on one topic, each with its date, and the sources it rests on."""
    told = [one for one in work.statements if one.topic == topic]
    return About(_HEADINGS[topic], tuple(map(sentence, told)), references=_references(told))


@kept(1)
def about_places(work: Workspace) -> About:
    """Places and provider collaboratives, with whose they are."""
    told = [one for one in work.statements if one.topic in ("places", "collaboratives")]
    lines = tuple(f"{_whose(work, one.icb)}: {sentence(one)}" for one in told)
    return About(_HEADINGS["places"], (_FRAGMENTS, *lines), references=_references(told))


def sentence(one: Statement) -> str:
    """A statement with its words as quoted, its date, and that it is second-hand where it is."""
    quote = f" “{one.quote}”" if one.quote else ""
    sure = "" if one.quality == "first-hand" else f", {one.quality}"
    return f"{one.said}{quote} ({_day(one.date)}{sure})"


def leaders_of(work: Workspace, plan: Plan, footprint: str) -> tuple[tuple[str, str], ...]:
    """Who chairs and who leads a footprint of today, as far as their papers name them."""
    if bare_key(plan.key) != TODAY:
        return ()
    bodies = plan.others[footprint] if plan.seen == "teams" else (footprint,)
    return tuple(
        (heading, said)
        for role, heading in (("chair", "Chair"), ("chief executive", "Chief executive"))
        if (said := _named(work, role, bodies))
    )


def leader_named(work: Workspace, role: str, bodies: tuple[str, ...]) -> tuple[str, str] | None:
    """Who holds a role in some bodies, and the date of the newest paper that says so."""
    found = leaders(work.statements, role)
    told = [found[body] for body in bodies if body in found and _NAMELESS not in found[body].said]
    names = dict.fromkeys(one.said for one in told)
    return ("; ".join(names), max(one.date for one in told)) if names else None


def _named(work: Workspace, role: str, bodies: tuple[str, ...]) -> str:
    named = leader_named(work, role, bodies)
    if named is None:
        return ""
    names, date = named
    return f"{names}. Read in summaries of board papers, {_day(date)}."


_NAMELESS = "surname not in the text read"


def every_statement(work: Workspace) -> Table:
    """All of them in a table, with their sources."""
    columns = ("Topic", "Of", "What is said", "Date", "Source", "How it was read")
    rows = tuple(
        (
            one.topic,
            _whose(work, one.icb),
            one.said,
            _day(one.date),
            f"{one.title}, {one.publisher} {one.url}".strip(),
            one.quality,
        )
        for one in work.statements
    )
    return Table("What the sources say", tuple(map(Column, columns)), rows)


def _references(told: list[Statement]) -> tuple[Reference, ...]:
    """Each source once, in the order it is first used."""
    found: dict[tuple[str, str], Reference] = {}
    for one in told:
        if one.url:
            source = Reference(one.title, one.publisher, _day(one.date), one.url)
            found.setdefault((one.title, one.url), source)
    return tuple(found.values())


def _whose(work: Workspace, codes: str) -> str:
    now = work.atlas.icbs[work.atlas.icbs["in_force_to"] == ""].set_index("icb")["short_name"]
    return listed(str(now[code]) for code in codes.split("+")) if codes else "England"


def _day(date: str) -> str:
    return month(date) if "-" in date else date
