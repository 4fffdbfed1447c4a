"""Conditions that are rarely asked for, under one heading that counts those that are set."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.english import capital, in_millions
from footprint.standing import asked
from footprint.standing.asked import BY
from footprint.standing.fixed import fixable
from footprint.view import View, range_of
from footprint.workspace import counts
from ui.every_option import controls
from ui.parts import panels
from ui.shell import drawing as st
from ui.shell.workspace import workspace

# Higher lines keep so many footprints apart that the 42 are too much to count.
_MOST = {"icb-2023": (3_500_000, 4_000_000)}
_USUALLY_MOST = (4_000_000, 5_000_000, 6_000_000)
_NAMED = {
    "only": ("Only these {} are counted", "All of them"),
    "fixed": ("Footprints that are fixed", "None: choose any to keep exactly as they are"),
    "together": ("{} that share a footprint", "Choose two or more"),
    "apart": ("{} no two of which share a footprint", "Choose two or more"),
}


def conditions(view: View) -> None:
    """The rare conditions, each shown as it stands in the address."""
    count = asked.more(view)
    said = f"More conditions ({count} set)" if count else "More conditions"
    if box := panels.opened(said, "every-more"):
        with box:
            controls.pills("most", f"{BY[view.by]} of each footprint, at most", _most(view), view)
            controls.pills("by", "People are counted as", BY, view)
            names = _names(view)
            offered = {"fixed": fixable(workspace(), view)}
            for name, (label, placeholder) in _NAMED.items():
                held = getattr(view, name), placeholder
                said = capital(label.format(asked.called(view)[1]))
                controls.several(name, said, offered.get(name, names), *held)
                panels.caption(asked.alone(view, name))
            _tolerance(view)


def _most(view: View) -> Mapping[int, str]:
    lines = _MOST.get(view.bodies, _USUALLY_MOST)
    known = {0: "Any size"} | {line: in_millions(line) for line in lines}
    return known | ({} if view.most in known else {view.most: in_millions(view.most)})


def _names(view: View) -> Mapping[str, str]:
    units = counts.units(workspace(), view.bodies)
    return dict(sorted(zip(units.codes, units.names, strict=True), key=lambda one: one[1]))


def _tolerance(view: View) -> None:
    least, most = range_of("tolerance")
    controls.seed("every-tolerance", view.tolerance)
    st.number_input(
        "Tolerance: how many of an authority’s people, in per cent, may live outside its main "
        "footprint before it counts as split",
        min_value=float(least),
        max_value=float(most),
        step=0.5,
        format="%g",
        key="every-tolerance",
        on_change=controls.changed,
        args=("tolerance",),
    )
