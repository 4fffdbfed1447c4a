"""Draw pickers: where to put what is taken, and every other change to a footprint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from footprint.criteria.case import Thresholds
from footprint.english import short_name
from footprint.options import effects
from footprint.options import option as options
from footprint.options.history import Drawing
from footprint.options.option import (
    DRAWN_WORDS,
    NO_COLOUR,
    Option,
    OptionError,
    drawn_as,
    recolour,
    rename,
    set_drawn,
    split_off,
)
from footprint.plans import contiguity
from footprint.plans.plan import SEEN_WORDS, Plan, seen_key
from footprint.workspace.options import option_colours, option_standing
from ui.draw import lists
from ui.draw import state as draw_state
from ui.draw.state import redo, start_again, undo
from ui.draw.taking import nothing, taken
from ui.shell import choices, words
from ui.shell import drawing as st
from ui.shell.workspace import workspace

NEW = ""
_TO, _NAME = "draw-to", "draw-name"


def start_from(drawing: Drawing) -> None:
    """Choose the plan to begin from."""
    start = drawing.now.begun_from
    offered = choices.plans(start)
    st.session_state["draw-start"] = start
    st.selectbox(
        "Start from",
        offered,
        format_func=offered.__getitem__,
        key="draw-start",
        filter_mode="contains",
        on_change=lambda: _start(drawing.now.rest),
        help=" ".join(
            filter(
                None,
                (
                    "Choosing another plan begins anew from it. Undo brings the drawing back.",
                    choices.beyond(),
                ),
            )
        ),
    )
    plans = workspace().plans
    if start in plans and not plans[start].national:
        _pick_rest(drawing, plans)


def drawn_on(drawing: Drawing) -> None:
    """Choose the layer to draw on; the other one begins anew from the same plan."""
    now = drawing.now
    st.session_state["draw-layer"] = now.began.seen
    st.segmented_control(
        "Draw on",
        SEEN_WORDS,
        format_func=SEEN_WORDS.__getitem__,
        key="draw-layer",
        on_change=lambda: _draw_on(now),
        help="On statutory bodies every change is a change of the law. On leadership teams the "
        "bodies stay as they are, unless you merge them. Undo brings the drawing back.",
    )


def _draw_on(now: Option) -> None:
    if chosen := st.session_state["draw-layer"]:
        draw_state.start_from(seen_key(now.base, chosen), now.rest)


def _pick_rest(drawing: Drawing, plans: Mapping[str, Plan]) -> None:
    st.session_state["draw-rest"] = drawing.now.rest
    st.selectbox(
        "Rest of England",
        [key for key, plan in plans.items() if plan.national],
        format_func=lambda key: plans[key].title,
        key="draw-rest",
        on_change=lambda: _start(st.session_state["draw-rest"]),
    )


def _start(rest: str) -> None:
    draw_state.start_from(st.session_state["draw-start"], rest)


def put(drawing: Drawing, lines: Thresholds) -> None:
    """Choose where the areas go, see what that does, and move them."""
    option = drawing.now
    names = {one.id: one.name for one in option.plan.footprints}
    near = _nearest_first(option.plan, names)
    offered = {NEW: "A new footprint"} | {one: names[one] for one in near}
    lists.pick("Move to", offered, _TO, placeholder="Choose a footprint")
    if st.session_state[_TO] == NEW:
        st.text_input("Name of the new footprint", key=_NAME)
    beside = _others_beside(option.plan)
    if st.session_state[_TO] is None and beside:
        _at_once({one: names[one] for one in beside})
    elif taken() or not drawing.can_undo:
        preview(option, _edit, "move", lines)
    else:
        _last_change(drawing, lines)
    st.button("Move", type="primary", key="draw-move", on_click=_move, width="stretch")


def _nearest_first(plan: Plan, names: Mapping[str, str]) -> list[str]:
    """Footprints by name, those that touch the areas chosen before all others."""
    beside = contiguity.owners_beside(workspace().atlas, plan, taken())
    return sorted(names, key=lambda one: (one not in beside, names[one]))


_MOST_BESIDE = 4


def _others_beside(plan: Plan) -> list[str]:
    """The footprints that the areas chosen could join, those with most land beside them first."""
    blocks, owner = taken(), plan.assigned.owner_of
    beside = contiguity.owners_beside(workspace().atlas, plan, blocks)
    return [one for one in beside if {owner[block] for block in blocks} != {one}][:_MOST_BESIDE]


def _at_once(names: Mapping[str, str]) -> None:
    """Offer to move the areas chosen to a neighbour by one press."""
    with st.container(border=True, key="draw-at-once"):
        st.markdown("Or move at once to")
        with st.container(horizontal=True):
            for one, name in names.items():
                st.button(
                    short_name(name),
                    key=f"draw-at-once-{one}",
                    on_click=_made,
                    args=(partial(_moved_to, one),),
                )


def _moved_to(footprint: str, option: Option) -> Option:
    return options.move(option, taken(), footprint)


def _edit(option: Option) -> Option:
    """The move as it is now chosen."""
    blocks, to = taken(), st.session_state.get(_TO)
    if not blocks:
        raise OptionError("Choose one or more areas to move first.")
    if to is None:
        raise OptionError("Choose where the areas are to go.")
    if to == NEW:
        return split_off(option, blocks, st.session_state.get(_NAME) or "")
    return options.move(option, blocks, to)


def _move() -> None:
    _made(_edit)


def _made(edit: Callable[[Option], Option]) -> None:
    """Move the areas chosen, and choose none."""
    if draw_state.change(edit):
        nothing()
        lists.keep(_TO, None)
        st.session_state[_NAME] = ""


def _last_change(drawing: Drawing, lines: Thresholds) -> None:
    """Say what the last change did, in the place where the next one is weighed."""
    with st.container(border=True, key="draw-preview-move"):
        if drawing.before.began.seen != drawing.now.began.seen:
            layer = SEEN_WORDS[drawing.now.began.seen].lower()
            words.listed("Another layer", [f"You draw on {layer} now. Nothing has moved."])
            return
        last = draw_state.told(drawing).last
        if last == drawing.now:
            words.listed("As it was opened", [_OPENED])
            return
        before, now = (option_standing(workspace(), one, lines) for one in (last, drawing.now))
        words.listed_within("What the last change did", effects.effects(before, now))


_OPENED = (
    "You see it as it was opened, and have moved nothing since. "
    "What it changes in all is told below the map."
)


def preview(option: Option, edit: Callable[[Option], Option], key: str, lines: Thresholds) -> None:
    """Say what an edit would do, or why it cannot be made, before it is made."""
    try:
        after = edit(option)
    except OptionError as problem:
        heading, said = "Before you move", [str(problem)]
    else:
        heading = "What this would do"
        before = option_standing(workspace(), option, lines)
        said = effects.effects(before, option_standing(workspace(), after, lines))
    with st.container(border=True, key=f"draw-preview-{key}"):
        words.listed_within(heading, said)


def history(drawing: Drawing) -> None:
    """Undo, redo and start again."""
    with st.container(horizontal=True, key="draw-history"):
        st.button("Undo", key="draw-undo", disabled=not drawing.can_undo, on_click=undo)
        st.button("Redo", key="draw-redo", disabled=not drawing.can_redo, on_click=redo)
        st.button("Start again", key="draw-again", on_click=start_again)
    done, undone = drawing.position, len(drawing.history) - drawing.position - 1
    st.caption(f"Changes made: {done}. Changes undone: {undone}.")


def change_footprint(option: Option, lines: Thresholds) -> None:
    """Join, rename, recolour or lock one footprint, or say what it is."""
    named = sorted((one.name, one.id) for one in option.plan.footprints)
    names = {footprint: name for name, footprint in named}
    with st.expander("Change a footprint: join, name, kind, colour, lock", key="draw-change"):
        which = lists.pick_always("Footprint", names, "draw-which", option.plan)
        left, right = st.columns(2)
        with left:
            _rename(option, which)
            _lock(option, which)
        with right:
            _drawn(option, which)
            _colour(option, which)
        _join(option, which, names, lines)


def _rename(option: Option, which: str) -> None:
    key = "draw-rename"
    st.session_state[key] = option.plan.by_id[which].name
    st.text_input(
        "Name (Enter to keep)",
        key=key,
        on_change=lambda: _do(lambda now: rename(now, which, st.session_state[key])),
    )


def _drawn(option: Option, which: str) -> None:
    if option.began.seen == "bodies":
        st.caption("Drawn on statutory bodies: each footprint is one body by law.")
        return
    key = "draw-drawn"
    st.session_state[key] = drawn_as(option, which)
    st.selectbox(
        "What it is",
        DRAWN_WORDS,
        format_func=DRAWN_WORDS.__getitem__,
        key=key,
        on_change=lambda: _do(lambda now: set_drawn(now, which, st.session_state[key])),
    )


def _lock(option: Option, which: str) -> None:
    locked = which in option.locked
    st.session_state["draw-lock"] = locked
    edit = options.unlock if locked else options.lock
    st.checkbox(
        "Locked: no edit may change it",
        key="draw-lock",
        on_change=lambda: _do(lambda now: edit(now, which)),
    )


def _colour(option: Option, which: str) -> None:
    key = "draw-colour"
    st.session_state[key] = option_colours(workspace(), option)[which]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.color_picker(
            "Colour",
            key=key,
            on_change=lambda: _do(lambda now: recolour(now, which, st.session_state[key].lower())),
        )
        if which in dict(option.colours):
            st.button(
                "Leave the colour to the map",
                key="draw-uncolour",
                on_click=lambda: _do(lambda now: recolour(now, which, NO_COLOUR)),
            )


def _join(option: Option, which: str, names: Mapping[str, str], lines: Thresholds) -> None:
    others = {one: name for one, name in names.items() if one != which}
    other = lists.pick("Join to it", others, "draw-join", placeholder="Choose another footprint")
    if other is not None:
        preview(option, lambda now: options.join(now, which, other), "join", lines)
        st.button(
            "Join",
            key="draw-join-button",
            on_click=lambda: _do(lambda now: options.join(now, which, other)),
        )


def _do(edit: Callable[[Option], Option]) -> None:
    draw_state.change(edit)
