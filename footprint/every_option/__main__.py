"""The count from a terminal: how many options there are, and how a measure lies among them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from footprint.every_option.answer import Answer, answer
from footprint.every_option.as_plans import grouping_inside, groups, plan_of_authorities
from footprint.every_option.measures import SPLIT_TIERS, Adding, measured
from footprint.every_option.printed import said
from footprint.every_option.question import Question, QuestionError
from footprint.every_option.spread import spread
from footprint.facts.atlas import Atlas, load_atlas
from footprint.facts.guidance import TOLERANCE
from footprint.frontier.counting import Grouping, NoSuchOptionError
from footprint.frontier.diagram import MOST_STATES, TooWideError
from footprint.plans.plan import Plan, bare_key, read_plans, seen_in, titled
from footprint.plans.tiers import Tier, tiers
from footprint.terminal import REFUSED, Parser, ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one question; 0 where it was counted, 2 where it was not, with the reason."""
    asked = _parser().parse_args(arguments)
    try:
        told = _answered(asked)
    except (QuestionError, TooWideError, NoSuchOptionError) as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    print(json.dumps(told, indent=2, ensure_ascii=False) if asked.json else said(told))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        "icb-footprints every-option",
        "Count every grouping of whole bodies into footprints in one piece.",
    )
    _conditions(parser)
    add = parser.add_argument
    told = "one or two at once, such as split-utla or below-1000000; any other word names them all"
    add("--measure", action="append", default=[], metavar="KEY", help=told)
    told = "the least, the quarters and the most of one --measure, for --footprints"
    add("--spread", action="store_true", help=told)
    told = "how many have no more than so much of it, with --spread"
    add("--up-to", type=int, metavar="N", help=told)
    add("--number-of", metavar="PLAN", help="which option a plan's teams are")
    told = "the option of a number, from 1, of --footprints"
    add("--option", type=int, metavar="N", help=told)
    add("--states", type=int, default=MOST_STATES, help="most that may be kept")
    told = "most values that either half of --spread may keep"
    add("--values", type=int, default=_MOST_VALUES, metavar="N", help=told)
    add("--json", action="store_true", help="print JSON")
    return parser


def _conditions(parser: Parser) -> None:
    add = parser.add_argument
    told = "what stays whole: a plan, or a kind of authority"
    add("--bodies", default="icb-2023", help=told)
    add("--region", default="", help="an NHS region, to count its bodies alone")
    add("--only", default="", metavar="CODE,CODE", help="codes of the bodies counted, not all")
    add("--footprints", type=int, help="only options of so many footprints")
    add("--least", type=int, default=0, help="fewest people of a footprint")
    add("--most", type=int, help="most people of a footprint")
    told = "people by weighted population, not residents"
    add("--weighted", action="store_true", help=told)
    told = f"no authority of it is split: {', '.join(SPLIT_TIERS)}"
    add("--whole", action="append", default=[], metavar="TIER", help=told)
    told = "share of people that may live outside"
    add("--tolerance", type=float, default=TOLERANCE, help=told)
    add("--inside-regions", action="store_true", help="none crosses NHS regions")
    for name, told in _GROUPS.items():
        add(f"--{name}", action="append", default=[], metavar="CODE,CODE", help=told)


_MOST_VALUES = 40_000_000
_GROUPS = {
    "together": "bodies that share a footprint",
    "apart": "bodies no two of which share a footprint",
    "fixed": "a footprint that is given",
}


def _answered(asked: argparse.Namespace) -> dict[str, object]:
    atlas = load_atlas()
    plans, kinds = read_plans(atlas), tiers(atlas)
    if asked.footprints is not None and asked.footprints < 1:
        raise QuestionError("An option has at least 1 footprint.")
    if len(asked.measure) > _MOST_MEASURES:
        raise QuestionError("At most two measures can be counted at once.")
    measures = [measured(key, kinds) for key in asked.measure]
    if asked.option is not None and asked.footprints is None:
        raise QuestionError("Options are numbered by how many footprints they have: say how many.")
    shared, question = _shared(atlas, plans, kinds, asked.bodies), _question(asked)
    if asked.spread or asked.up_to is not None:
        return _spread(asked, measures, (atlas, shared, kinds, question))
    found = answer(atlas, shared, kinds, question, measures, most_states=asked.states)
    # A number is the same whatever is measured beside the count.
    plain = answer(atlas, shared, kinds, question, most_states=asked.states) if measures else found
    told = _told(found, asked)
    if asked.number_of:
        told["plan"] = _numbered(plain, _named(plans, asked.number_of), shared)
    if asked.option is not None:
        told["option"] = _option(plain, asked.footprints, asked.option)
    return told


def _spread(
    asked: argparse.Namespace,
    measures: Sequence[Adding],
    counted: tuple[Atlas, Plan, Mapping[str, Tier], Question],
) -> dict[str, object]:
    """How options lie by a measure, however many values it takes."""
    if len(measures) != 1 or asked.footprints is None:
        raise QuestionError("A spread is of one --measure, and of options with so many footprints.")
    kept = {"most_states": asked.states, "most_gains": asked.values}
    try:
        found = spread(*counted, measures[0], asked.footprints, asked.up_to, **kept)
    except TooWideError as problem:
        raise TooWideError(
            f"{problem} Or let more be kept, with --values or --states."
        ) from problem
    told: dict[str, object] = {
        "bodies": asked.bodies,
        "asked": _conditions_of(counted[-1]),
        "measure": measures[0].key,
        "footprints": asked.footprints,
        "count": found.total if found else 0,
    }
    if found:
        quarters = dict(zip(_QUARTERS, found.middle, strict=True))
        told["spread"] = {"least": found.least, **quarters, "most": found.most}
    if asked.up_to is not None:
        told["up_to"] = {"figure": asked.up_to, "count": found.up_to if found else 0}
    return told


_QUARTERS = ("quarter", "half", "three_quarters")


def _conditions_of(question: Question) -> dict[str, object]:
    told = asdict(question).items()
    return {name: value for name, value in told if value or name == "tolerance"}


def _shared(atlas: Atlas, plans: Mapping[str, Plan], kinds: Mapping[str, Tier], key: str) -> Plan:
    """The plan whose footprints stay whole: ICBs, or the authorities of a kind."""
    if key in kinds:
        return plan_of_authorities(atlas, kinds[key])
    if key not in plans or not plans[key].national:
        known = [one for one, plan in plans.items() if plan.national]
        named = ", ".join([*known, *kinds])
        raise QuestionError(f"There are no bodies “{key}”. There are: {named}.")
    return plans[key].seen_as("bodies")


_MOST_MEASURES = 2


def _question(asked: argparse.Namespace) -> Question:
    groups = {
        name: tuple(tuple(group.split(",")) for group in getattr(asked, name)) for name in _GROUPS
    }
    return Question(
        region=asked.region,
        only=tuple(filter(None, asked.only.split(","))),
        least=asked.least,
        most=asked.most,
        by="weighted population" if asked.weighted else "residents",
        whole=tuple(asked.whole),
        tolerance=asked.tolerance,
        inside_regions=asked.inside_regions,
        **groups,
    )


def _named(plans: dict[str, Plan], key: str) -> Plan:
    plan = plans.get(bare_key(key))
    if not plan or not plan.national:
        raise QuestionError(f"There is no plan “{key}” of all England.")
    return plan.seen_as(seen_in(key) or "teams")


def _numbered(found: Answer, plan: Plan, shared: Plan) -> dict[str, object]:
    """Which option a plan is; raises NoSuchOptionError, with the reason, where it is none."""
    try:
        grouping = grouping_inside(plan, shared, found.units, "what is counted")
        number = found.counted.number(grouping) + 1
    except NoSuchOptionError as problem:
        named = f"“{titled(plan)}” is none of these options."
        raise NoSuchOptionError(f"{named} {problem}") from problem
    size = max(grouping) + 1
    return {"title": titled(plan), "number": number} | _among(found, size)


def _option(found: Answer, size: int, number: int) -> dict[str, object]:
    """The option of a number, from 1; raises NoSuchOptionError where there are not so many."""
    many = found.total(size)
    if not 1 <= number <= many:
        numbers = f", numbers run from 1 to {many:,}" if many else " there is none"
        pieces = "footprint" if size == 1 else "footprints"
        raise NoSuchOptionError(f"There is no option {number:,}: with {size} {pieces}{numbers}.")
    option = found.option(number - 1, size)
    return {"number": number} | _among(found, size) | {"made_of": _made_of(found, option)}


def _among(found: Answer, size: int) -> dict[str, object]:
    return {"of": found.total(size), "footprints": size}


def _made_of(found: Answer, option: Grouping) -> list[dict[str, object]]:
    units = found.units
    return [
        {
            "codes": list(codes),
            "names": [units.names[units.place[code]] for code in codes],
            "residents": sum(units.residents[units.place[code]] for code in codes),
        }
        for codes in groups(option, units)
    ]


def _told(found: Answer, asked: argparse.Namespace) -> dict[str, object]:
    sizes = found.by_footprints
    if asked.footprints is not None:
        sizes = {asked.footprints: sizes.get(asked.footprints, 0)}
    diagram = found.counted.diagram
    told: dict[str, object] = {
        "bodies": asked.bodies,
        "asked": _conditions_of(found.question),
        "units": len(found.units),
        "most_in_hand": diagram.width,
        "most_states": diagram.states,
        "count": sum(sizes.values()),
        "by_footprints": sizes,
        "possible": list(found.by_footprints),
    }
    if found.measures:
        told["measures"] = [measure.key for measure in found.measures]
        told["options"] = [
            {"figures": figures, "by_footprints": many}
            for figures, counted in found.joint.items()
            if (many := {size: counted[size] for size in sizes if size in counted})
        ]
    return told


if __name__ == "__main__":
    sys.exit(ended(main))
