"""Names: what people call places and the ICBs each is in, as the file's finder looks through it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from footprint.content.answers import NEAREST_NAMES, NOTHING_LIKE_IT, OUTSIDE, answer_of
from footprint.facts.gazetteer import FOOTPRINT, ICB, Named, read_gazetteer
from footprint.finder.beyond import AREAS, CITIES, POSTCODE
from footprint.finder.find import BY_CODE, KIN, OUTCODE, POINTS, RANKS, SMALL, keys, rank
from footprint.finder.fold import ICB_WORDS, SHORT_FORMS, STYLED, STYLES, folded
from footprint.finder.places import WIDE, name_in_words
from footprint.one_file.pool import Tree
from footprint.view import TODAY
from footprint.workspace.plans import all_places
from footprint.workspace.workspace import Workspace

Lies = tuple[str, str, int, object]
Said = tuple[int, int, str]


def names(work: Workspace) -> Tree:
    """Every name, place by place, and what is needed to look through them as the app does."""
    return {
        "short": SHORT_FORMS,
        "leftOut": ICB_WORDS,
        "small": min(RANKS[kind] for kind in SMALL),
        "byCode": RANKS[BY_CODE],
        "trust": RANKS["NHS trust"],
        "kin": [
            {"says": sorted(says), "left": sorted(left), "ranks": [RANKS[kind] for kind in kinds]}
            for says, left, kinds in KIN
        ],
        "styles": STYLES,
        "styled": sorted(STYLED),
        "near": NEAREST_NAMES,
        "far": NOTHING_LIKE_IT,
        "outside": {
            "said": OUTSIDE,
            "postcode": POSTCODE,
            "areas": sorted(AREAS),
            "cities": sorted(CITIES),
        },
        **_places(work, read_gazetteer(work.atlas, work.root)),
        "footprints": [FOOTPRINT, RANKS[ICB], _footprints(work)],
    }


def _places(work: Workspace, known: Iterable[Named]) -> dict[str, Tree]:
    """What places are and which ICBs they are in, and by where they lie their names."""
    codes, kinds, icbs = all_places(work), _Different(), _Different()
    alike = cache(lambda kind, shares, area: answer_of(work, Named("", kind, shares, area)))
    held: dict[Lies, dict[Said, dict[str, str]]] = {}
    for one in dict.fromkeys(known):
        answer, called = alike(one.kind, one.shares, one.area), name_in_words(one)
        # What has no code of its own that plans know is shown by the ICB it is in.
        own = answer.area if answer.area in codes and (one.area or one.kind not in WIDE) else ""
        area = own if own or len(answer.choices) > 1 else answer.choices[0].body
        kind, _, district = answer.kind.partition(" in ")
        whole = "" if one.kind in (*POINTS, OUTCODE) else one.area or one.shares
        choices = tuple((choice.body, choice.words) for choice in answer.choices)
        lies = (area, district, icbs.place(choices), whole)
        said = (kinds.place((kind, rank(one))), _size(one), "" if called == one.name else called)
        # Names that are folded alike are found alike.
        held.setdefault(lies, {}).setdefault(said, {}).setdefault(folded(one.name), _entry(one))
    places = [
        [
            area,
            district,
            icb,
            _whole(area, whole),
            [_listed(said, told) for said, told in rows.items()],
        ]
        for (area, district, icb, whole), rows in sorted(held.items(), key=_by_code)
    ]
    return {"kinds": kinds.all, "icbs": icbs.all, "places": places}


class _Different:
    """Different things, each once, told by their place."""

    def __init__(self) -> None:
        self._places: dict[object, int] = {}

    @property
    def all(self) -> list[Tree]:
        return list(self._places)

    def place(self, thing: object) -> int:
        return self._places.setdefault(thing, len(self._places))


def _whole(area: str, whole: object) -> int:
    """Whether a place is offered by one name only: 1 as its code says, 2 as its blocks do."""
    return (1 if whole == area else 2) if whole else 0


def _by_code(held: tuple[Lies, object]) -> tuple[str, str]:
    """What is alike stands together, and takes less room."""
    return held[0][:2]


def _listed(said: Said, told: Mapping[str, str]) -> list[Tree]:
    return [*said, "\n".join(told[words] for words in sorted(told))]


def _size(one: Named) -> int:
    """How large a place is, in fourfold steps, so that the larger of two comes first."""
    return int(one.size).bit_length() // 2


def _entry(one: Named) -> str:
    """A name, and the initials it is found by as well."""
    return "\t".join((one.name, *sorted(keys(one) - {folded(one.name)})))


def _footprints(work: Workspace) -> dict[str, list[str]]:
    """The codes of each plan's footprints, which are found by name while the plan is looked at.

    Those called as an ICB of today are found as that ICB.
    """
    icbs = {one.name for one in work.plans[TODAY].bodies.footprints}
    return {
        key: [code for code, one in plan.by_id.items() if one.name not in icbs]
        for key, plan in work.plans.items()
    }
