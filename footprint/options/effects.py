"""Effects: what an edit changes, in people, pieces, split authorities and criteria."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from footprint.criteria.case import MEETS, MISSES, Case
from footprint.criteria.catalogue import OF_FOOTPRINTS, scorecard
from footprint.criteria.criterion import label_of
from footprint.english import in_millions, listed, listed_few, plural
from footprint.facts.guidance import LEAST_MERGED, LEAST_PEOPLE
from footprint.measures import catalogue as measures
from footprint.measures import formulas
from footprint.measures.merged import short_of_merged
from footprint.measures.said import Said, Words, said
from footprint.measures.units import MILLIONS, PEOPLE
from footprint.options import lasting
from footprint.plans import contiguity, splits
from footprint.plans.assignment import Assignment, Footprint
from footprint.plans.kinds import KIND_WORDS
from footprint.plans.plan import Plan, noun
from footprint.plans.splits import authorities

TIERS = ("lad", "utla")
_SPLITS = {
    "lad": ("district", "districts"),
    "utla": ("upper-tier authority", "upper-tier authorities"),
}


@dataclass(frozen=True, eq=False)
class Standing:
    """One state of an option with all that is shown of it.

    `splits` says by tier how authorities fare; `verdicts` by criterion and footprint; the
    envelope of footprints that are `estimated` shares a published figure by residents.
    """

    case: Case
    envelope: pd.Series
    pieces: pd.Series
    splits: Mapping[str, pd.DataFrame]
    verdicts: Mapping[tuple[str, str], str]
    estimated: frozenset[str]

    @property
    def plan(self) -> Plan:
        """The plan it stands for."""
        return self.case.plan

    @property
    def residents(self) -> pd.Series:
        """People of each footprint."""
        return self.case.residents


def standing(case: Case) -> Standing:
    """Work out all that is shown of one state."""
    plan, tolerance = case.plan, case.thresholds.tolerance
    card = scorecard(case)
    keys = zip(card["criterion"], card["footprint"], strict=True)
    return Standing(
        case,
        formulas.envelope(case.atlas, plan),
        contiguity.components(case.atlas, plan),
        {key: authorities(case.atlas, plan, case.tiers[key], tolerance) for key in TIERS},
        dict(zip(keys, card["verdict"], strict=True)),
        measures.estimated(case.atlas, plan),
    )


def take_away(now: Standing) -> str:
    """Say in one sentence where an option stands."""
    few, merged = (
        int((now.residents < LEAST_PEOPLE).sum()),
        short_of_merged(now.plan, now.residents),
    )
    counts = {key: int(now.splits[key]["split"].sum()) for key in TIERS}
    split = listed(plural(counts[key], *_SPLITS[key]) for key in TIERS)
    apart = int((now.pieces > 1).sum())
    verb = "is" if apart == 1 else "are"
    whole = f"{apart} {verb} in more than one piece" if apart else "all are in one piece"
    has = "has" if few < 2 else "have"
    least, count = in_millions(LEAST_PEOPLE), len(now.residents)
    return (
        f"{count} {noun(now.plan, count)}: {few or 'none'} {has} fewer than {least} people, "
        f"and {whole}; {split} are split{f'; {merged}' if merged else ''}."
    )


def effects(before: Standing, after: Standing) -> list[str]:
    """Say everything that differs between two states, most telling first."""
    sentences = [*_people(before, after), *_endings(before, after), *_splits(before, after)]
    sentences += [words for words in in_pieces(after) if words not in in_pieces(before)]
    sentences += _mended(before, after)
    sentences += _verdicts(before, after)
    return sentences or _unmoved(before.plan, after.plan)


def _unmoved(before: Plan, after: Plan) -> list[str]:
    if before.bodies.pairs != after.bodies.pairs:
        was, now = len(before.bodies.by_id), len(after.bodies.by_id)
        return [f"{now} statutory bodies, where there were {was}."]
    return ["Nothing changes but names or colours."]


def _people(before: Standing, after: Standing) -> list[str]:
    now, was = after.residents, _earlier(before, after, before.residents)
    changed = [one for one in now.index if was.get(one) != now[one]]
    if len(changed) > 6:
        return [f"Residents change in {len(changed)} footprints."]
    return [_grown(after.plan.by_id[one].name, was.get(one), now[one]) for one in changed]


def _earlier(before: Standing, after: Standing, known: pd.Series) -> Mapping[str, float]:
    """What was known of each lasting footprint, by the id it has after."""
    then = lasting.earlier(before.plan, after.plan)
    return {now: known[one] for now, one in then.items()}


def _grown(name: str, was: float | None, now: float) -> str:
    if was is None:
        return f"{name} begins with {now:,.0f} residents."
    return f"{name}: from {was:,.0f} to {now:,.0f} residents ({change(now - was)})."


def change(difference: float) -> str:
    """Say a difference in people with its sign."""
    return f"{'+' if difference > 0 else '−'}{abs(difference):,.0f}"


def _endings(before: Standing, after: Standing) -> list[str]:
    lost = lasting.lost(before.plan, after.plan)
    return [
        *(f"{one.name} keeps no area and goes." for one in lost),
        *lasting.divided(before.plan, after.plan),
    ]


def _splits(before: Standing, after: Standing) -> list[str]:
    sentences = []
    for key in TIERS:
        tier = before.case.tiers[key]
        made = splits.change(before.splits[key], after.splits[key])
        sentences += [f"Newly split {tier.many}: {_few(made.broken)}."] if made.broken else []
        sentences += [f"Made whole, {tier.many}: {_few(made.mended)}."] if made.mended else []
    moved = before.plan.assignment != after.plan.assignment
    return sentences or (["No authority is newly split or made whole."] if moved else [])


def _few(names: Iterable[str]) -> str:
    return listed_few(names, 6, "more")


def in_pieces(now: Standing) -> list[str]:
    """Name each footprint in more than one piece, and the pieces that lie apart."""
    apart = [one for one in now.pieces.index if now.pieces[one] > 1]
    if not apart:
        return []
    piece = contiguity.component_of(now.case.atlas, now.plan)
    return [_apart(now, one, piece[now.plan.footprint_of == one]) for one in apart]


def _apart(now: Standing, footprint: str, piece: pd.Series) -> str:
    blocks, lads = now.case.atlas.blocks, now.case.atlas.authorities["lad_name"]
    people = blocks["residents_2024"][piece.index].groupby(piece).sum().sort_values()
    parts = []
    for one, number in people.iloc[:-1].items():
        names = sorted(set(lads[blocks["lad"][piece.index[piece == one]]]))
        parts.append(f"{_few(names)} ({number:,.0f} people)")
    name = now.plan.by_id[footprint].name
    return f"{name} is in {len(people)} pieces. Apart from the largest: {'; '.join(parts[:3])}."


def of_layers(start: Standing, now: Standing) -> list[str]:
    """Say what an option does to each layer: to the bodies by law, and to who leads them."""
    return [_of_bodies(start.plan, now.plan), _of_teams(start.plan, now.plan)]


def _of_bodies(start: Plan, now: Plan) -> str:
    if start.bodies.pairs == now.bodies.pairs:
        divided = [now.bodies.by_id[body].name for body in now.divided]
        cut = f" A team leads only a part of {_few(divided)}." if divided else ""
        return f"No statutory boundary changes.{cut}"
    return _counted("Statutory bodies", start.bodies, now.bodies)


def _of_teams(start: Plan, now: Plan) -> str:
    if start.teams.pairs == now.teams.pairs:
        return "Leadership teams stay as they are."
    return _counted("Leadership teams", start.teams, now.teams)


def _counted(what: str, start: Assignment, now: Assignment) -> str:
    """How many there are, and how many have an area that none had at the start."""
    before = set(_areas(start).values())
    changed = sum(area not in before for area in _areas(now).values())
    return (
        f"{what}: {len(now.by_id)}, where it began with {len(start.by_id)}; "
        f"{changed} {'has' if changed == 1 else 'have'} another area than any had."
    )


def _areas(layer: Assignment) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for block, owner in layer.pairs:
        found.setdefault(owner, set()).add(block)
    return {owner: frozenset(blocks) for owner, blocks in found.items()}


def _mended(before: Standing, after: Standing) -> list[str]:
    was = _earlier(before, after, before.pieces)
    return [
        f"{after.plan.by_id[one].name} is in one piece again."
        for one in after.pieces.index
        if after.pieces[one] == 1 and was.get(one, 1) > 1
    ]


def _verdicts(before: Standing, after: Standing) -> list[str]:
    """Say which criteria a footprint comes to miss or to meet."""
    sentences, then = [], lasting.earlier(before.plan, after.plan)
    for verdict, one, many in (
        (MISSES, "now misses", "now miss"),
        (MEETS, "now meets", "now meet"),
    ):
        for key, criterion in OF_FOOTPRINTS.items():
            names = [
                after.plan.by_id[footprint].name
                for footprint in after.plan.by_id
                if _comes_to(
                    verdict,
                    before.verdicts.get((key, then.get(footprint, ""))),
                    after.verdicts.get((key, footprint)),
                )
            ]
            label = label_of(criterion, after.case.thresholds)
            verb = one if len(names) == 1 else many
            quoted = [f"“{name}”" for name in names]
            sentences += [f"{_few(quoted)} {verb}: {label}."] if names else []
    return sentences


def _comes_to(verdict: str, was: str | None, now: str | None) -> bool:
    """Whether a verdict is new; that a new footprint meets a criterion is no news."""
    new = was is None and verdict == MISSES
    return now == verdict and (new or was not in (None, verdict))


def table(now: Standing, last: Standing, start: Standing) -> pd.DataFrame:
    """Every footprint as it stands, with what changed since the last move and since the start.

    Those that changed come first, and those with most people before others.
    """
    earlier = [_earlier(then, now, then.residents) for then in (last, start)]
    split = now.splits["utla"].index[now.splits["utla"]["split"]]
    pieces = splits.overlap(now.plan, now.case.tiers["utla"])
    shared = pieces[pieces["authority"].isin(split)].groupby("footprint").size()
    rows = [
        [
            footprint.name,
            KIND_WORDS[now.plan.kinds[one]],
            said(now.residents[one], PEOPLE),
            *(_since(now.residents[one], was.get(one)) for was in earlier),
            said(now.envelope[one], MILLIONS, estimated=one in now.estimated),
            *(
                "yes" if now.residents[one] < line else "no"
                for line in (LEAST_PEOPLE, LEAST_MERGED)
            ),
            Said(int(now.pieces[one])),
            Said(int(shared.get(one, 0))),
            Said(sum(now.verdicts.get((key, one)) == MISSES for key in OF_FOOTPRINTS)),
        ]
        for one, footprint in sorted(now.plan.by_id.items(), key=lambda pair: _size(now, *pair))
    ]
    made = pd.DataFrame(rows, columns=list(COLUMNS))
    same = (made[list(SINCE)] == "").all(axis=1)
    return pd.concat([made[~same], made[same]])


def _size(now: Standing, one: str, footprint: Footprint) -> tuple[float, str]:
    return -now.residents[one], footprint.name


SINCE = ("Since the last move", "Since the start")
COLUMNS = (
    *("Footprint", "What it is", "Residents", *SINCE),
    "Envelope (worked out)",
    *(f"Under {in_millions(line)}?" for line in (LEAST_PEOPLE, LEAST_MERGED)),
    "Pieces",
    *("Split authorities", "Criteria missed"),
)


def _since(now: float, then: float | None) -> Words:
    if then is None:
        return "new"
    return Said(now - then, PEOPLE, signed=True) if now != then else ""
