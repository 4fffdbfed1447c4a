"""The parts of the page on drawing an option, other than its controls."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode, urlsplit

from streamlit.delta_generator import DeltaGenerator

from footprint.content.asked import positions
from footprint.content.lines import thresholds
from footprint.content.values import Sentence
from footprint.criteria.case import Thresholds
from footprint.maps.layer import with_outline
from footprint.options import effects, lasting
from footprint.options.effects import Standing
from footprint.options.history import Drawing, moved_last
from footprint.options.links import LONGEST
from footprint.options.option import Option
from footprint.options.sentences import is_saved
from footprint.pages.draw import how_read, layer_of, option_map
from footprint.view import View
from footprint.workspace.options import option_standing, option_text, taken, units
from footprint.workspace.plans import plan as plan_at
from ui.draw import pickers, taking
from ui.draw import state as draw_state
from ui.draw.state import start_of, undo
from ui.parts import glossary, panels, tables
from ui.parts.map import map_panel
from ui.parts.places import Places, take_away
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.workspace import workspace

_MOST_TOLD = 8


def tools() -> DeltaGenerator:
    """A place above the map for what is used of all of it."""
    return st.container(key="draw-tools", horizontal=True, vertical_alignment="center")


def show_map(view: View, drawing: Drawing) -> None:
    """The map of the option, with what is chosen, or was moved last, outlined; a press chooses."""
    option = drawing.now
    outlined, said, count = _outlined(drawing)
    drawn = option_map(workspace(), view, option)
    shown = replace(
        drawn,
        layer=with_outline(drawn.layer, said, count),
        area_of_block=taking.areas().of,
        units=units(workspace(), taking.level()),
        place=positions(option.plan, outlined),
    )
    map_panel(shown, on_area=taking.toggle, on_areas=taking.take_all)


def _outlined(drawing: Drawing) -> tuple[list[str], str, int]:
    """The blocks to outline, what they are called, and how many of those there are."""
    if chosen := taking.taken():
        told = taken(workspace(), taking.level(), chosen)
        return chosen, "Chosen", len(told.whole) + len(told.smaller)
    moved = moved_last(draw_state.told(drawing))
    return moved, "Blocks moved by the last change", len(moved)


def controls(view: View, drawing: Drawing) -> None:
    """Everything that changes the option, in the order it is used."""
    lines = _lines(view)
    taking.take()
    pickers.put(drawing, lines)
    if said := draw_state.said():
        st.warning(said)
    pickers.history(drawing)
    pickers.drawn_on(drawing)
    pickers.start_from(drawing)
    pickers.change_footprint(drawing.now, lines)


def _lines(view: View) -> Thresholds:
    """Where the criteria draw their lines, as the reader moved them on the page of criteria."""
    return thresholds(view)


def _standings(view: View, drawing: Drawing) -> tuple[Standing, Standing, Standing]:
    """The option now, before the last edit, and as it began."""
    start, lines = start_of(drawing.now.begun_key, drawing.now.rest), _lines(view)
    before = draw_state.told(drawing).last
    now, last, begun = (
        option_standing(workspace(), option, lines) for option in (drawing.now, before, start)
    )
    return now, last, begun


def told(view: View, around: Places, drawing: Drawing, problem: str) -> None:
    """Say above the map where the option stands, and what is wrong with the address."""
    now, *_ = _standings(view, drawing)
    take_away(around, Sentence(effects.take_away(now)))
    with around.said:
        if problem:
            st.warning(problem)
        elif read := how_read(workspace(), view):
            st.info(read)


def words_here(view: View, drawing: Drawing) -> None:
    """Offer the words that are used of the option."""
    now, *_ = _standings(view, drawing)
    glossary.words_here(effects.take_away(now))


def changes(view: View, drawing: Drawing) -> None:
    """Say what all edits changed together, and what is in more than one piece."""
    now, _, start = _standings(view, drawing)
    begun = plan_at(workspace(), drawing.now.begun_key, drawing.now.rest).title
    left, right = st.columns(2)
    with left:
        same = ["Nothing has changed."]
        said = same if start.plan == now.plan else effects.effects(start, now)
        words.listed(f"Since the start, “{begun}”", said)
    with right:
        apart = effects.in_pieces(now)
        words.listed("In more than one piece", apart or ["No footprint is."])
        words.listed("By law, and who leads", effects.of_layers(start, now))


def table(view: View, drawing: Drawing) -> None:
    """Every footprint as it stands."""
    now, last, start = _standings(view, drawing)
    full = effects.table(now, last, start)
    tables.headed("Footprints", full.set_index("Footprint"), "Footprints of the option")
    st.caption(_ORDER)
    if _lines(view) != Thresholds():
        st.caption("Criteria are judged by the lines you drew on the page of criteria.")
    _emptied(now, last, start)
    changed = (full["Since the last move"] != "") | (full["Since the start"] != "")
    # The switch is always there, so that what stands below it stays in place and open.
    if not st.toggle("Show all footprints", value=True, key="draw-all"):
        full = full[changed]
    tables.plain(full.set_index("Footprint"), "Every footprint of the option as it stands")


_ORDER = "Footprints that changed stand first, then the rest; in each group the largest first."


def _emptied(now: Standing, last: Standing, start: Standing) -> None:
    """Say which footprints are no longer in the table, and offer the last ones back."""
    lost = lasting.emptied(last.plan, now.plan)
    divided = lasting.divided(last.plan, now.plan)
    earlier = [said for said in lasting.emptied(start.plan, now.plan) if said not in lost]
    # A place of its own, so that words that come and go leave what stands below it in place.
    with st.container(key="draw-emptied"):
        if lost:
            words.listed("No longer in the table since the last change", _few(lost))
            st.button("Bring back what is gone", key="draw-bring-back", on_click=undo)
        if divided:
            words.listed("Of the same name, but divided since the last change", _few(divided))
        if earlier:
            words.listed("No longer in the table since the start", _few(earlier))


def _few(sentences: list[str]) -> list[str]:
    left = len(sentences) - _MOST_TOLD
    return sentences if left <= 0 else [*sentences[:_MOST_TOLD], f"And {left} more."]


_NAMED = (
    "The link names the saved revision, and shows it for ever wherever this store of options is "
    "used."
)
_WHOLE = (
    "The link holds the whole option and is checked when it is opened. It works anywhere, whether "
    "or not the option is saved."
)


_TOO_LONG = "This option is too long for a link: download it under “Files” instead."


def share(view: View, option: Option) -> None:
    """Show the address that opens this option anywhere."""
    box = panels.opened("Copy this link: share the option as it stands", "draw-share")
    if not box:
        return
    text = st.query_params.get("option", "")
    named = view.saved or is_saved(option.begun_from)
    if text and len(option_text(workspace(), option)) > LONGEST:
        with box:
            st.markdown(_TOO_LONG)
        return
    chosen = view.with_(
        plan=option.begun_from,
        layer=layer_of(workspace(), option),
        base=option.rest,
        option=text,
    )
    with box:
        tables.to_copy("The address, to copy", _address(chosen))
        st.caption(_NAMED if named and not text else _WHOLE)


def _address(view: View) -> str:
    here = urlsplit(st.context.url or "")
    said = ("plan", "layer", "map", "base", "option", "saved")
    query = urlencode({name: value for name, value in view.to_query().items() if name in said})
    return here._replace(query=query, fragment="").geturl()
