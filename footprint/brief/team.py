"""Team: the five lines of one leadership team, of today or as it was announced in 2025."""

from __future__ import annotations

import pandas as pd

from footprint.brief.chapter import bodies_of, in_five_lines
from footprint.brief.coming import asked_together, next_for, sure_of
from footprint.brief.figures import key_figures
from footprint.brief.lines import law_of, leaders
from footprint.content.values import Figures, Minute
from footprint.english import listed, month, ranked
from footprint.facts.guidance import TOLERANCE
from footprint.measures.units import PEOPLE
from footprint.plans.plan import Plan, noun
from footprint.view import TODAY
from footprint.workspace.workspace import Workspace

Bodies = tuple[str, ...]


def team_brief(work: Workspace, plan: Plan, team: str) -> Minute | None:
    """A team in five lines and a few figures, or None of a plan that is not about teams."""
    if plan.key not in work.plans or not plan.national or plan.usual != "teams":
        return None
    told = _today(work, plan, team) if plan.key == TODAY else _announced(work, plan, team)
    return Minute(in_five_lines(told), key_figures(work, plan, team))


def _today(work: Workspace, plan: Plan, team: str) -> Figures:
    bodies = plan.others[team]
    return (
        (_law_label(bodies), _law(work, plan, team)),
        ("The leadership team", f"{_shared(plan, bodies)} {leaders(work, bodies)}"),
        ("Its people", _people(work, plan, team)),
        ("What happens next", _next(work, bodies)),
        ("How sure that is", _sure(work, bodies)),
    )


def _announced(work: Workspace, plan: Plan, team: str) -> Figures:
    """A team as it was announced, and what has become of the ICBs it was to lead."""
    bodies = _bodies_now(work, plan, team)
    then = month(plan.as_of)
    published = listed(dict.fromkeys(one.publisher.split(",")[0] for one in plan.sources))
    return (
        (_law_label(plan.others[team]), _law(work, plan, team)),
        (
            "The leadership team",
            f"{_shared(plan, plan.others[team])} That was {plan.status} in {then}.",
        ),
        ("Its people", _people(work, plan, team)),
        ("What came next", f"{_since(work, plan, team)} {_next(work, bodies)}"),
        (
            "How sure that is",
            f"Confidence in the list of {then} is {plan.confidence}. Sources: {published}. "
            f"{_sure(work, bodies)}",
        ),
    )


def _law_label(bodies: Bodies) -> str:
    return "The legal body" if len(bodies) == 1 else "The legal bodies"


def _law(work: Workspace, plan: Plan, team: str) -> str:
    """The bodies a team leads by their names in law, those of which it leads a part last."""
    bodies = plan.others[team]
    if len(bodies) == 1 and plan.key == TODAY:
        return law_of(work, bodies[0])
    # A body that has been given more land has the same code and name, and two rows.
    names = dict(zip(work.atlas.icbs["icb"], work.atlas.icbs["name"], strict=True))
    whole = [names[one] for one in bodies if one not in plan.divided]
    parts = [f"a part of {names[one]}" for one in bodies if one in plan.divided]
    leads, stay = ("leads", "stay") if plan.key == TODAY else ("was to lead", "were")
    if len(bodies) == 1:
        return f"It {leads} one ICB: {whole[0]}."
    named = listed([*whole, *parts])
    return f"It {leads} {len(bodies)} ICBs, which {stay} separate statutory bodies: {named}."


def _shared(plan: Plan, bodies: Bodies) -> str:
    share, leads, is_shared = "share", "leads", "is"
    if plan.key != TODAY:
        share, leads, is_shared = "were to share", "was to lead", "be"
    if len(bodies) == 1:
        return f"It {leads} this ICB alone and {is_shared} shared with no other."
    return f"The {len(bodies)} ICBs {share} one leadership team, as a cluster."


def _people(work: Workspace, plan: Plan, team: str) -> str:
    """Its people among those of all teams, and how many live in each ICB."""
    people = work.residents.groupby(plan.footprint_of).sum()
    place = int((people > people[team]).sum()) + 1
    rank = ranked(place, len(people), "largest", "smallest")
    shown, whole = PEOPLE.text(people[team]), PEOPLE.text(people.sum())
    said = (
        f"Its area has {shown} residents (mid-2024) of England’s {whole}, the {rank} {noun(plan)}; "
        f"the average is {PEOPLE.text(people.mean())}."
    )
    here = _people_by(work, plan, team, plan.seen_as("bodies"))
    if len(here) == 1:
        return said
    return (
        f"{said} They live in {listed(f'{name} ({PEOPLE.text(n)})' for name, n in here.items())}."
    )


def _people_by(work: Workspace, plan: Plan, team: str, by: Plan) -> pd.Series:
    """How many people of a team live in each footprint of a plan, by name, the most first."""
    people = work.residents[plan.blocks_of(team)].groupby(by.footprint_of).sum()
    return people.sort_values(ascending=False).rename(lambda code: by.by_id[code].name)


def _bodies_now(work: Workspace, plan: Plan, team: str) -> Bodies:
    """The ICBs of today in which a team's people live, the most first."""
    people = work.residents[plan.blocks_of(team)].groupby(bodies_of(work).footprint_of).sum()
    most_first = people[people > TOLERANCE * people.sum()].sort_values(ascending=False)
    return tuple(map(str, most_first.index))


def _since(work: Workspace, plan: Plan, team: str) -> str:
    """In which ICBs its people are today, and under how many teams."""
    now, bodies = bodies_of(work), _bodies_now(work, plan, team)
    names = listed(now.by_id[one].name for one in bodies)
    teams = dict.fromkeys(one for body in bodies for one in now.others[body])
    led = {body for one in teams for body in now.seen_as("teams").others[one]}
    also = [now.by_id[one].name for one in now.by_id if one in led and one not in bodies]
    beside = f", which leads {listed(also)} as well" if also else ""
    under = "one leadership team" if len(teams) == 1 else f"{len(teams)} leadership teams"
    live = f"In {month(now.as_of)} its people live in"
    if len(bodies) == 1:
        return f"{live} one ICB, {names}, under {under}{beside}."
    return f"{live} {len(bodies)} ICBs under {under}{beside}: {names}."


def _next(work: Workspace, bodies: Bodies) -> str:
    """What happens next to its ICBs, once where the same is said of each."""
    now, told = bodies_of(work), {}
    for group in asked_together(work, bodies).values():
        names = listed(now.by_id[one].name for one in group)
        told.setdefault(next_for(work, group), []).append(names)
    if len(told) > 1:
        return " ".join(f"Of {listed(names)}: {said}" for said, names in told.items())
    ((said, names),) = told.items()
    return f"Of each ICB the same is known. {said}" if len(names) > 1 else said


def _sure(work: Workspace, bodies: Bodies) -> str:
    """How sure that is, each sentence once."""
    groups = asked_together(work, bodies).values()
    return " ".join(dict.fromkeys(sure_of(work, group) for group in groups))
