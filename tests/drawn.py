"""Options drawn at random, for tests: any edits, in any order, on any plan."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from footprint.options import option as options
from footprint.options.option import (
    DRAWN,
    Option,
    OptionError,
    recolour,
    rename,
    set_drawn,
    split_off,
)

HOSTILE = (
    '<script>alert("1")</script>',
    "'; drop table options; --",
    "=cmd|' /C calc'!A0",
    "'=already quoted",
    "''",
    "+44",
    "-1",
    "@home",
    "Kent 🏥👩‍⚕️",
    "مجلس الرعاية",
    "[link](javascript:alert(1)) **bold** $x$ :red[x]",
    "a,b;c",
    '"quoted", and "again"',
    "x" * 300,
    "{{ jinja }} _name",
    "1e5",
    "true",
    "#N/A",
    "\\u003c",
)
NAMES = st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=30)
Edit = Callable[[Option], Option]


@st.composite
def edits(draw: st.DrawFn, option: Option) -> Option:
    """The option after one more edit, or as it was where the edit is refused."""
    blocks = list(dict(option.plan.assignment))
    one, other = (draw(st.sampled_from(sorted(option.plan.by_id))) for _ in range(2))
    some = draw(st.lists(st.sampled_from(blocks), min_size=1, max_size=6))
    colour = draw(st.sampled_from(["", "#123456", "#ffffff"]))
    edit = draw(
        st.sampled_from(
            [
                lambda: options.move(option, some, one),
                lambda: split_off(option, some, draw(NAMES)),
                lambda: options.join(option, one, other),
                lambda: rename(option, one, draw(NAMES)),
                lambda: set_drawn(option, one, draw(st.sampled_from(DRAWN))),
                lambda: recolour(option, one, colour),
                lambda: options.lock(option, one),
                lambda: options.unlock(option, one),
            ]
        )
    )
    try:
        return edit()
    except OptionError as problem:
        assert str(problem).endswith(".")
        return option


@st.composite
def drawn(draw: st.DrawFn, option: Option, most: int = 8) -> Option:
    """The option after several edits."""
    for _ in range(draw(st.integers(0, most))):
        option = draw(edits(option))
    return option
