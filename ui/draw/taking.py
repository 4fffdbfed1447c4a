"""Draw taking: which areas are chosen to be moved, by name, by a press or by many at once.

What is chosen is kept as blocks, so that it stays chosen where the size of areas changes and
where somebody comes back from another page.
"""

from __future__ import annotations

from footprint.options.taking import Areas
from footprint.workspace import options
from footprint.workspace.options import LEVELS
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.workspace import workspace

_LEVEL = "draw-level"
_KEPT, _SMALLER = "draw-taken", "draw-smaller"
_HOW = "Press areas on the map, or use its brush or lasso to take many at once."


def level() -> str:
    """How large the areas are that a click or the list takes."""
    return st.session_state.get(_LEVEL) or "lad"


def areas() -> Areas:
    """What may be taken at the level chosen."""
    return options.areas(workspace(), level())


def _key(at: str = "") -> str:
    # A list for each level, so that none ever holds what the other offers.
    return f"draw-take-{at or level()}"


def taken() -> list[str]:
    """The blocks of the areas now chosen."""
    _bring_over()
    return _taken(level())


def _taken(at: str) -> list[str]:
    of = options.areas(workspace(), at)
    chosen = of.blocks(st.session_state.get(_key(at)) or [])
    return list(dict.fromkeys([*chosen, *st.session_state.get(_SMALLER, ())]))


def _choose(chosen: list[str]) -> None:
    """Choose areas of the level, beside the smaller ones that are in none of them."""
    inside = set(areas().blocks(chosen))
    smaller = st.session_state.get(_SMALLER, ())
    st.session_state[_SMALLER] = tuple(one for one in smaller if one not in inside)
    st.session_state[_key()] = chosen
    _remember(level())


def _remember(at: str) -> None:
    """Keep the blocks that are chosen at a level, for another one."""
    st.session_state[_KEPT] = tuple(_taken(at))


def nothing() -> None:
    """Choose no area."""
    st.session_state[_SMALLER] = ()
    _choose([])


def toggle(area: str) -> None:
    """Add an area that was clicked to those chosen, or leave it out again."""
    chosen = list(st.session_state.get(_key()) or [])
    if area in chosen:
        chosen.remove(area)
    elif area in (apart := areas().one_by_one(chosen)):
        # A district of a county that was chosen: the others of it stay.
        chosen = [one for one in apart if one != area]
    elif area:
        chosen.append(area)
    _choose(chosen)


def take_all(some: list[str]) -> None:
    """Add all areas that a brush or a lasso took to those chosen."""
    chosen = [*(st.session_state.get(_key()) or []), *some]
    _choose(list(dict.fromkeys(filter(None, chosen))))


def take() -> None:
    """Choose areas by name; a click on the map adds to the same list."""
    st.segmented_control(
        "Take",
        LEVELS,
        format_func=LEVELS.__getitem__,
        key=_LEVEL,
        default="lad",
        required=True,
        help="What you have chosen stays chosen when you change this.",
    )
    _bring_over()
    here = areas()
    names = here.names | {code: f"{name}, whole county" for code, name in here.shires.items()}
    st.multiselect(
        "Areas to move: type a name, or click on the map",
        names,
        format_func=names.__getitem__,
        key=_key(),
        placeholder="For example Hart",
        filter_mode="contains",
        # Enter takes the first line, which would otherwise be all that match at once.
        select_all=False,
        on_change=_remember,
        args=(level(),),
    )
    _told()


def _bring_over() -> None:
    """Choose, in a list that was not there before, the areas of what is chosen already."""
    if _key() in st.session_state:
        return
    whole, smaller = areas().held(st.session_state.get(_KEPT, ()))
    st.session_state[_SMALLER] = tuple(smaller)
    st.session_state[_key()] = areas().by_county(whole)


def _told() -> None:
    """Say how many areas are chosen, how many people live there, and which areas they are."""
    told = options.taken(workspace(), level(), taken())
    with st.container(key="draw-chosen", horizontal=True, vertical_alignment="center"):
        with st.container(key="draw-count", width="stretch"):
            st.caption(told.count if told.blocks else _HOW)
        if told.blocks:
            st.button("Choose none", key="draw-none", on_click=nothing)
    if told.blocks:
        words.within("The areas that are chosen", told.lines)
