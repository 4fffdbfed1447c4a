"""Writing: the whole atlas gathered, packed and put in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from footprint.facts.topojson import encode, encode_arcs
from footprint.one_file import areas, front, icbs, layers, maps, names, pairs, parts, pool
from footprint.one_file.page import page
from footprint.one_file.pool import Tree
from footprint.parts.holding import nowhere, what_it_is
from footprint.plans.plan import SEEN_WORDS
from footprint.view import View
from footprint.workspace.workspace import Workspace
from footprint.written import write

Tell = Callable[[int, int], None]


def _unheard(done: int, count: int) -> None:
    del done, count


def write_atlas(path: Path, work: Workspace | None = None, tell: Tell = _unheard) -> None:
    """Write the whole atlas as one web page; nothing stands at the path before it is whole.

    `tell` hears how many steps are done, and of how many.
    """
    write(path, atlas(work or Workspace(), tell))


def atlas(work: Workspace, tell: Tell = _unheard) -> bytes:
    """The whole atlas as one web page."""
    held = pool.shared_out(gathered(work, tell))
    packed = {name: pool.packed(nodes) for name, nodes in held.items()}
    packed |= {
        "names": pool.packed(names.names(work)),
        "land": pool.letters(encode(work.shapes)),
        "people": pool.letters(encode_arcs(work.people)),
    }
    return page(packed, work.manifest.data_version)


def gathered(work: Workspace, tell: Tell = _unheard) -> dict[str, Tree]:
    """Everything that is said, by the names the browser asks for it by."""
    steps = list(_steps(work))
    trees = {}
    for done, (name, make) in enumerate(steps, start=1):
        trees[name] = make()
        tell(done, len(steps))
    return trees


def _steps(work: Workspace) -> Iterator[tuple[str, Callable[[], Tree]]]:
    yield "front", lambda: front.front(work)
    yield "icbs", lambda: icbs.icbs(work)
    yield "held", lambda: _held(work)
    for key in work.plans:
        for seen in SEEN_WORDS:
            view = View(plan=key, layer=seen)
            yield f"{key}/{seen}", lambda view=view: layers.layer(work, view)
            yield f"pairs/{key}/{seen}", lambda view=view: _compared(work, view)


def _held(work: Workspace) -> Tree:
    """What is said of places that are no authorities, whatever the plan, and where they are."""
    places = front.looked_at(work)
    return {
        "cards": areas.holdings(work, View(), places),
        "none": {key: parts.text(nowhere(tier)) for key, tier in work.tiers.items()},
        "whose": {one.code: what_it_is(one) for one in places},
        "focus": {
            one.code: maps.looking_at(work, list(one.blocks))
            for one in places
            if one.code not in work.tiers["lad"].names
        },
    }


def _compared(work: Workspace, view: View) -> Tree:
    """What is said of each plan beside the one a view looks at, which comes first."""
    seen = View(other=view.plan, layer=view.layer)
    return {key: pairs.pair(work, seen.with_(plan=key)) for key in work.plans}
