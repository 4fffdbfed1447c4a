"""Counts: every option of a question, counted once, and options of the count as plans."""

from __future__ import annotations

from footprint.every_option import as_plans
from footprint.every_option.answer import Answer, answer
from footprint.every_option.counting import Grouping, NoSuchOptionError, numbered
from footprint.every_option.measures import measured
from footprint.every_option.question import Question
from footprint.every_option.sampled import SAMPLED, SEED, SIZE, Sample, sampled
from footprint.every_option.units import Units, units_of
from footprint.options.links import LinkError
from footprint.options.option import Option, begin
from footprint.plans.plan import Plan, bare_key
from footprint.workspace.published import REST, as_asked, published_plan
from footprint.workspace.workspace import Workspace, kept

MOST_STATES = 60_000
"""About ten seconds of counting; what needs more is refused with the reason."""


def bodies_plan(work: Workspace, bodies: str) -> Plan:
    """The plan whose ICBs are the units."""
    return published_plan(work, bodies).seen_as("bodies")


@kept(4)
def units(work: Workspace, bodies: str) -> Units:
    """The ICBs of a plan as units."""
    return units_of(work.atlas, bodies_plan(work, bodies))


@kept(40)
def counted(
    work: Workspace, bodies: str, question: Question, measures: tuple[str, ...] = ()
) -> Answer:
    """All options a question allows; raises QuestionError or TooWideError where it cannot be."""
    asked = [measured(key, work.tiers) for key in measures]
    plan = bodies_plan(work, bodies)
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


def key_of(work: Workspace, bodies: str, option: Grouping, counted_units: Units) -> str:
    """The key of an option; bodies that were not counted are footprints of their own."""
    everybody = units(work, bodies)
    labels = dict(zip(counted_units.codes, option, strict=True))
    alone = len(everybody)
    return as_plans.key_of(
        numbered([labels.get(code, alone + n) for n, code in enumerate(everybody.codes)]), bodies
    )


@kept(200)
def counted_plan(work: Workspace, key: str) -> Plan:
    """An option of the count as a plan, by its key; raises LinkError where there is none."""
    try:
        bodies, labels = as_plans.read_key(bare_key(key))
        if bodies not in work.plans or not work.plans[bodies].national:
            raise NoSuchOptionError(f"There are no bodies “{bodies}”.")
        shared = (bodies_plan(work, bodies), units(work, bodies))
        return as_asked(as_plans.plan_of(bare_key(key), labels, *shared), key)
    except NoSuchOptionError as problem:
        raise LinkError(f"The link’s option is damaged. {problem}") from problem


def as_option(work: Workspace, key: str) -> Option:
    """An option of the count, to be drawn on."""
    bodies, _ = as_plans.read_key(bare_key(key))
    began = begin(published_plan(work, bodies).seen_as("teams"), REST)
    drawn = counted_plan(work, key).teams
    return Option(began.base, began.rest, began.began, drawn)
