"""Words: what is said of plans compared, where a place lies, and by what all of it is reckoned."""

from __future__ import annotations

from itertools import accumulate

from footprint.content.asked import asked_place
from footprint.content.lines import basis
from footprint.content.pair_maps import every_key
from footprint.content.values import Sentence
from footprint.criteria.differences import Side
from footprint.english import listed
from footprint.maps import comparison_sentences
from footprint.pages.compared.sides import comparison, letters_of, measure_of, selected_of
from footprint.plans.plan import Plan
from footprint.plans.scope import Scope, beyond, own_blocks
from footprint.plans.splits import Change
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.workspace import Workspace

SAME = "Same basis for everything here:"
# Letters of the sentence that leave the maps their room: three lines of a desktop's window.
_MOST_ABOVE = 570


def above_and_below(
    work: Workspace, view: View, sides: list[Side], changes: dict[Tier, Change], within: Scope
) -> tuple[Sentence, str]:
    """What is said above the maps, and what below them: the rest, and what follows from it.

    Above them is what stands where a plan says nothing, without which no figure is understood.
    """
    lines, _ = basis(work, view)
    bodies, teams = (comparison(work, view.with_(layer=one)) for one in ("bodies", "teams"))
    pair = (sides[0], sides[1])
    told = comparison_sentences.headline(bodies, teams, pair, plans.kinds_of_places(work))
    filled = _filled(work, view, sides, within)
    most = _MOST_ABOVE - len(filled)
    above = max(1, sum(length <= most for length in accumulate(map(len, told))))
    follows = comparison_sentences.what_follows(pair, changes, lines.least)
    first = " ".join(filter(None, (*told[:above], filled)))
    below = " ".join(filter(None, (*told[above:], follows)))
    return Sentence(first, counted=told[0]), below


def reckoned_by(work: Workspace, view: View, sides: list[Side], within: Scope) -> str:
    """What everything on the page is reckoned by."""
    lines, _ = basis(work, view)
    where = "all of England" if within.everywhere else within.name
    basis_of_all = (
        f"{where}; residents of mid-2024; an authority is split when more than "
        f"{lines.tolerance * 100:g}% of its people (mid-2022) live outside its main "
        "footprint; the lines of the criteria are those of the Criteria page."
    )
    said = (_reaching(sides), _whose(work, view))
    return " ".join(filter(None, (basis_of_all, *said)))


def _reaching(sides: list[Side]) -> str:
    """Name the footprints that go on outside the scope, whose figures are of all of them."""
    found = [
        f"{letter}: {listed(side.plan.by_id[one].name for one in out)}"
        for letter, side in zip(letters_of(sides), sides, strict=True)
        if (out := beyond(side.plan, side.scope.blocks))
    ]
    if not found:
        return ""
    return f"Counted with all of their people, who live outside too: {'; '.join(found)}."


def _filled(work: Workspace, view: View, sides: list[Side], within: Scope) -> str:
    """Say what stands where a plan made for a region says nothing."""
    regional = [side.plan for side in sides if not side.plan.national]
    untold = [plan for plan in regional if not within.blocks <= own_blocks(plan)]
    if not untold:
        return ""
    titles = listed(dict.fromkeys(f"“{plan.title}”" for plan in untold))
    says = "says" if len(untold) == 1 else "say"
    filler = plans.plan(work, view.base, view.base).title
    return f"{titles} {says} nothing of the rest of England, which is shown by “{filler}”."


def _whose(work: Workspace, view: View) -> str:
    """Say of each user's option whose it is."""
    keys = [key for key in every_key(view) if plans.is_users(key)]
    return " ".join(plans.plan(work, key).summary for key in dict.fromkeys(keys))


def where_it_lies(work: Workspace, view: View) -> tuple[str, ...]:
    """Where the place asked for lies under each plan, a sentence each."""
    if not view.area:
        return ()
    place, keys = asked_place(work, view), every_key(view)
    shown = tuple(plans.plan(work, key, view.base) for key in keys)
    sentences = comparison_sentences.where_it_lies(place, shown, work.residents)
    return tuple(
        f"{sentence} {_figure(work, view, held, footprint, own=place.code in held.by_id)}"
        for sentence, held, footprint in zip(sentences, shown, selected_of(work, view), strict=True)
    )


def _figure(work: Workspace, view: View, held: Plan, footprint: str, *, own: bool) -> str:
    """The measure of the footprint that holds most of a place, named where it is not the place."""
    measure = measure_of(view)
    value = plans.table(work, held.key, view.base).at[footprint, measure.key]
    whose = "" if own else f" of {held.by_id[footprint].name}"
    return f"{measure.label}{whose}: {measure.unit.text(value)}."
