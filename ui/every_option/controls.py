"""Controls of the page on every option: each shows what the address bar says, and changes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from footprint.english import in_millions
from footprint.every_option.measures import LINES
from footprint.fields import Value
from footprint.standing.asked import INSIDE
from footprint.view import View, range_of
from ui.shell import drawing as st
from ui.shell.address import show

_HERE = "every"


def seed(key: str, value: object) -> None:
    """Let a control show what the address bar says."""
    # The address bar decides on every run, so Back, Forward and a copied link all agree.
    st.session_state[key] = value


def changed(name: str, follows: Callable[[str], Mapping[str, Value]] | None = None) -> None:
    """Write what was chosen into the address bar, and what follows from it."""
    chosen = st.session_state[f"every-{name}"]
    show(**{name: chosen}, **(follows(chosen) if follows else {}))


def pick(
    name: str,
    label: str,
    options: Mapping[str, str],
    chosen: str,
    follows: Callable[[str], Mapping[str, Value]] | None = None,
) -> None:
    """Choose one of several from a list; `follows` gives what else changes with a choice."""
    seed(f"every-{name}", chosen)
    st.selectbox(
        label,
        options,
        format_func=options.__getitem__,
        key=f"every-{name}",
        on_change=changed,
        args=(name, follows),
    )


def number(view: View, name: str, label: str) -> None:
    """Choose a whole number."""
    least, most = range_of(name)
    seed(f"every-{name}", getattr(view, name))
    st.number_input(
        label,
        min_value=least,
        max_value=most,
        key=f"every-{name}",
        on_change=changed,
        args=(name,),
    )


def several(
    name: str, label: str, names: Mapping[str, str], chosen: tuple[str, ...], placeholder: str
) -> None:
    """Choose any of a list; what is chosen and not on it is not shown."""
    seed(f"every-{name}", [code for code in chosen if code in names])
    st.multiselect(
        label,
        names,
        format_func=names.__getitem__,
        key=f"every-{name}",
        placeholder=placeholder,
        on_change=lambda: show(**{name: tuple(st.session_state[f"every-{name}"])}),
    )


def pick_least(view: View, label: str, place: str = _HERE) -> None:
    """Choose the fewest residents of a footprint, in one of the places that ask for it."""
    pills("least", label, _least(view), view, place)


def pick_inside(view: View, place: str = _HERE) -> None:
    """Choose whether footprints may cross regions, in one of the places that ask for it."""
    pills("inside", "Crossing NHS regions", INSIDE, view, place)


def _least(view: View) -> dict[int, str]:
    known = {0: "Any size"} | {line: in_millions(line) for line in LINES}
    return known | ({} if view.least in known else {view.least: f"{view.least:,}"})


def pills(
    name: str, label: str, options: Mapping[Value, str], view: View, place: str = _HERE
) -> None:
    """Choose one of a few, all of them seen at once."""
    key = f"{place}-{name}"
    seed(key, getattr(view, name))

    def pressed() -> None:
        # A second press on what is chosen would choose nothing.
        if st.session_state[key] is not None:
            show(**{name: st.session_state[key]})

    st.pills(label, options, format_func=options.__getitem__, key=key, on_change=pressed)
