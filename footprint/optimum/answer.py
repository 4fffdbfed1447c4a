"""Answers: the plan that was found, what is proved of it, and the sentences that say so."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Literal

from footprint.english import capital, listed, people, plural
from footprint.facts.atlas import Atlas
from footprint.optimum.asked import AIMS, BLOCKS, Asked
from footprint.plans.assignment import Pairs
from footprint.plans.plan import Plan
from footprint.plans.scope import region_words
from footprint.plans.tiers import Tier, tiers

State = Literal["proved", "found", "impossible", "unknown"]


@dataclass(frozen=True)
class Part:
    """What a search came to in one NHS region, or in everything at once (no name).

    `value` is what the aim comes to in the plan found, None where none was; `bound` what it comes
    to at least in any plan, None where none is possible. `counted` says that every way there is was
    looked through, in whole numbers, and nothing rests on the solver.
    """

    name: str
    state: State
    value: int | None
    bound: int | None
    seconds: float
    pairs: Pairs = ()
    counted: bool = False


@dataclass(frozen=True)
class Progress:
    """How far a search is: the region, how often the program was solved, and what is known."""

    part: str
    turn: int
    bound: int
    best: int | None
    seconds: float


def told(progress: Progress) -> str:
    """How far a search is, on one line."""
    return json.dumps(asdict(progress))


def heard(line: str) -> Progress | None:
    """How far a search is, from such a line; None for any other."""
    try:
        return Progress(**json.loads(line))
    except (TypeError, ValueError):
        return None


@dataclass(frozen=True)
class Refused:
    """Why what was asked cannot be answered, in sentences."""

    why: str


@dataclass(frozen=True)
class Answer:
    """What a search came to, and how long it took; `parts` add up to it.

    Where something was found, `pairs` gives each block asked about its footprint.
    """

    asked: Asked
    state: State
    value: int | None
    bound: int | None
    seconds: float
    pairs: Pairs
    parts: tuple[Part, ...]

    @property
    def proved(self) -> bool:
        """Whether nothing is left open."""
        return self.state in ("proved", "impossible")

    @property
    def plan(self) -> Plan:
        """The plan that was asked about with the footprints that were found."""
        owner = dict(self.asked.plan.assignment) | dict(self.pairs)
        alive, given = set(owner.values()), self.asked.plan.assigned
        kept = tuple(footprint for footprint in given.footprints if footprint.id in alive)
        return self.asked.plan.with_assigned(
            replace(
                given,
                footprints=kept,
                pairs=tuple(sorted(owner.items())),
                drawn=given.drawn & alive,
            )
        )


def added_up(asked: Asked, parts: tuple[Part, ...], seconds: float) -> Answer:
    """The answer that answers for parts come to: their sum, and as sure as the least sure."""
    states = {part.state for part in parts}
    state: State = next(
        one for one in ("impossible", "unknown", "found", "proved") if one in states
    )
    whole = state in ("found", "proved")
    return Answer(
        asked=asked,
        state=state,
        value=sum(part.value or 0 for part in parts) if whole else None,
        bound=None if state == "impossible" else sum(part.bound or 0 for part in parts),
        seconds=seconds,
        pairs=tuple(sorted(pair for part in parts for pair in part.pairs)) if whole else (),
        parts=parts,
    )


def sentences(atlas: Atlas, answer: Answer) -> list[str]:
    """Say what was asked, what was found, and how sure that is."""
    known = tiers(atlas)
    said = [_found(answer, known), f"Asked: {_asked(answer.asked, known)}."]
    if len(answer.parts) > 1:
        said.append(
            "No footprint may cross a region, so each NHS region was solved by itself "
            "and the figures add up."
        )
        said += [f"{part.name}: {_part(part, answer.asked, known)}." for part in answer.parts]
    if answer.state in ("proved", "found"):
        said.append(_remaining(answer))
        said.append(_CHECKED)
    return said + _trusted(answer)


_CHECKED = (
    "Separate code, which knows nothing of how the plan was found, has checked that it meets all "
    "of this and what it comes to."
)
_COUNTED = "Every way there is was looked through, in whole numbers and without a solver."
_UNCHECKED = "is what the solver, HiGHS, says; that is not checked again."


def _trusted(answer: Answer) -> list[str]:
    """Say what rests on the solver alone; that nothing is below nought does not."""
    if answer.parts and all(part.counted for part in answer.parts):
        return [_COUNTED]
    if answer.state == "impossible":
        return [f"That there is no such plan {_UNCHECKED}"]
    if not answer.bound:
        return []
    none = "is better" if answer.state == "proved" else f"comes to fewer than {answer.bound:,}"
    return [f"That no plan {none} {_UNCHECKED}"]


def _remaining(answer: Answer) -> str:
    """Say how many footprints remain of those of the plan, and which do not."""
    plan, region = answer.asked.plan, answer.asked.region
    known, was, found = plan.by_id, dict(plan.assignment), dict(answer.pairs)
    here, after = {was[block] for block in found}, set(found.values())
    before = [one for one in known if one in here]
    gone = [known[one].name for one in before if one not in after]
    where = f" in {region_words(region)}" if region else ""
    if not gone:
        return f"All {len(before)} footprints{where} remain."
    vanish = "vanishes" if len(gone) == 1 else "vanish"
    return (
        f"Of {len(before)} footprints{where} {len(after)} remain. {listed(gone)} {vanish} into "
        "others."
    )


def _found(answer: Answer, known: dict[str, Tier]) -> str:
    part = Part("", answer.state, answer.value, answer.bound, answer.seconds)
    return f"{capital(_part(part, answer.asked, known))}."


def _part(part: Part, asked: Asked, known: dict[str, Tier]) -> str:
    took = f"{part.seconds:.1f} seconds"
    if part.state == "impossible":
        return f"no plan meets all that was asked, which is proved ({took})"
    least = f"no plan comes to fewer than {part.bound or 0:,}"
    if part.state == "unknown":
        return f"nothing found yet in {took}; {least}"
    value = _counted(part.value or 0, asked, known)
    if part.value == 0 and part.state == "proved":
        return f"{value}, which no plan can better ({took})"
    if part.state == "proved":
        return f"{value}, and no plan comes to fewer, which is proved ({took})"
    return f"{value} in the best plan found in {took}; {least}"


def _counted(value: int, asked: Asked, known: dict[str, Tier]) -> str:
    if asked.aim == "movers":
        return f"{people(value)} {'changes' if value == 1 else 'change'} footprint"
    if asked.aim == "even":
        return f"{people(value)} between the largest footprint and the smallest"
    tier = known[asked.split]
    return f"{plural(value, f'split {tier.one}', f'split {tier.many}')}"


def _asked(asked: Asked, known: dict[str, Tier]) -> str:
    tests = [
        f"{_aim(asked, known)} from the plan {asked.plan.title}",
        *([f"in {region_words(asked.region)} only"] if asked.region else []),
        f"{_moves(asked, known)} moves whole",
        *(f"no {known[key].one} split" for key in asked.whole),
        *([f"at least {people(asked.least)} in each footprint"] if asked.least else []),
        *(["each footprint in one piece"] if asked.one_piece else []),
        *(["each footprint inside its NHS region"] if asked.inside_regions else []),
        *([f"exactly {asked.footprints} footprints"] if asked.footprints is not None else []),
        *([_locked(asked)] if asked.locked else []),
        "each footprint keeps the block most of its people live in"
        if asked.stays
        else "footprints may vanish into others",
    ]
    return "; ".join(tests)


def _aim(asked: Asked, known: dict[str, Tier]) -> str:
    return f"fewest split {known[asked.split].many}" if asked.split else AIMS[asked.aim]


def _moves(asked: Asked, known: dict[str, Tier]) -> str:
    if asked.unit == BLOCKS:
        return "each block"
    return f"each {known[asked.unit].one}’s part of a footprint"


def _locked(asked: Asked) -> str:
    return f"{listed(asked.plan.by_id[one].name for one in sorted(asked.locked))} as in that plan"
