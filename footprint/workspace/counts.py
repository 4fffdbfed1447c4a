"""Counts: every option of a question, counted once, and options of the count as plans."""

from __future__ import annotations

from footprint.every_option import as_plans
from footprint.every_option.answer import Answer, answer
from footprint.every_option.measures import measured
from footprint.every_option.question import Question, QuestionError
from footprint.every_option.sampled import SAMPLED, SEED, SIZE, Sample, sampled
from footprint.every_option.spread import Spread, spread
from footprint.every_option.units import Units, units_of
from footprint.frontier.counting import Grouping, NoSuchOptionError, numbered
from footprint.frontier.diagram import TooWideError
from footprint.options.links import LinkError
from footprint.options.option import Option, begin
from footprint.plans.plan import Plan, bare_key
from footprint.view import TODAY
from footprint.workspace.published import REST, as_asked, published_plan
from footprint.workspace.workspace import Workspace, kept

MOST_STATES = 60_000
"""About ten seconds of counting; what needs more is refused with the reason."""


AUTHORITIES = ("utla", "lad")
"""Kinds of authority that options may be made of, in one part of England."""


@kept(4)
def bodies_plan(work: Workspace, bodies: str) -> Plan:
    """The plan whose footprints are the units: ICBs, or the authorities of a kind."""
    if bodies in AUTHORITIES:
        return as_plans.plan_of_authorities(work.atlas, work.tiers[bodies])
    return published_plan(work, bodies).seen_as("bodies")


def rest_of(work: Workspace, bodies: str) -> Plan:
    """The plan that what was not counted is left as: the ICBs counted, or else today's teams."""
    if bodies in AUTHORITIES:
        return published_plan(work, TODAY).seen_as("teams")
    return bodies_plan(work, bodies)


@kept(4)
def units(work: Workspace, bodies: str) -> Units:
    """The ICBs of a plan, or the authorities of a kind, as units."""
    return units_of(work.atlas, bodies_plan(work, bodies), by_home=bodies in AUTHORITIES)


@kept(40)
def counted(
    work: Workspace, bodies: str, question: Question, measures: tuple[str, ...] = ()
) -> Answer:
    """All options a question allows; raises QuestionError or TooWideError where it cannot be."""
    asked = [measured(key, work.tiers) for key in measures]
    plan = bodies_plan(work, bodies)
    if bodies in AUTHORITIES and not (question.region or question.only):
        raise QuestionError(
            f"England’s {len(plan.by_id)} {work.tiers[bodies].many} are too many to be counted "
            "together. Choose an NHS region."
        )
    return answer(work.atlas, plan, work.tiers, question, asked, most_states=MOST_STATES)


@kept(10)
def near(work: Workspace, bodies: str, question: Question, grouping: Grouping) -> Answer:
    """All options a question allows, by how many neighbours they put differently."""
    plan = bodies_plan(work, bodies)
    asked = (work.atlas, plan, work.tiers, question)
    return answer(*asked, near=grouping, most_states=MOST_STATES)


@kept(20)
def drawn(
    work: Workspace, bodies: str, question: Question, footprints: int
) -> tuple[Grouping, ...]:
    """Options of so many footprints drawn evenly, the same each time; all where there are few."""
    count = counted(work, bodies, question).counted
    if (many := count.total(footprints)) <= SIZE:
        return tuple(count.option(number, footprints) for number in range(many))
    return tuple(count.sample(SIZE, footprints, SEED))


@kept(20)
def samples(
    work: Workspace, bodies: str, question: Question, footprints: int
) -> tuple[Sample, ...]:
    """Each measure that does not add up, worked out for the options drawn."""
    made = drawn(work, bodies, question, footprints)
    counted_units = counted(work, bodies, question).units
    return tuple(sampled(measure, made, counted_units) for measure in SAMPLED.values())


@kept(40)
def spread_of(
    work: Workspace,
    bodies: str,
    question: Question,
    footprints: int,
    measure: str,
    figure: int | None,
) -> Spread | None:
    """How all options lie by a measure, exactly; None where that takes too many figures here."""
    asked = (work.atlas, bodies_plan(work, bodies), work.tiers, question)
    kind = measured(measure, work.tiers)
    try:
        return spread(*asked, kind, footprints, figure, most_states=MOST_STATES)
    except TooWideError:
        return None


def key_of(work: Workspace, bodies: str, option: Grouping, counted_units: Units) -> str:
    """The key of an option; ICBs that were not counted are footprints of their own."""
    everybody = units(work, bodies)
    labels = dict(zip(counted_units.codes, option, strict=True))
    if bodies in AUTHORITIES:
        return as_plans.key_of([labels.get(code) for code in everybody.codes], bodies)
    alone = len(everybody)
    return as_plans.key_of(
        numbered([labels.get(code, alone + n) for n, code in enumerate(everybody.codes)]), bodies
    )


@kept(200)
def counted_plan(work: Workspace, key: str) -> Plan:
    """An option of the count as a plan, by its key; raises LinkError where there is none."""
    try:
        bodies, labels = as_plans.read_key(bare_key(key))
        authorities = bodies in AUTHORITIES
        if not authorities and (bodies not in work.plans or not work.plans[bodies].national):
            raise NoSuchOptionError(f"There are no bodies “{bodies}”.")
        shared, rest = bodies_plan(work, bodies), rest_of(work, bodies)
        grouped = len(labels) - labels.count(None)
        made_of = (
            f"{grouped} {work.tiers[bodies].many}"
            if authorities
            else f"the {grouped} ICBs of “{shared.title}”"
        )
        plan = as_plans.plan_of(bare_key(key), labels, shared, units(work, bodies), rest, made_of)
        return as_asked(plan, key)
    except NoSuchOptionError as problem:
        raise LinkError(f"The link’s option is damaged. {problem}") from problem


def as_option(work: Workspace, key: str) -> Option:
    """An option of the count, to be drawn on."""
    bodies, _ = as_plans.read_key(bare_key(key))
    began = begin(published_plan(work, rest_of(work, bodies).key).seen_as("teams"), REST)
    drawn = counted_plan(work, key).teams
    return Option(began.base, began.rest, began.began, drawn)
