"""Whatever is drawn is literal, unless the app itself marked it."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from ui.shell import drawing, words

EVIL = "![x](http://else.test/x.png) [y](http://else.test) $z$ :red[a] :material/home: :+1: **b**"


def _page() -> None:
    from tests.ui.test_drawing import EVIL
    from ui.shell import drawing as st
    from ui.shell import words

    st.markdown(EVIL)
    st.caption(body=EVIL)
    st.warning(EVIL, icon=None)
    st.button(EVIL, help=EVIL)
    st.toggle(label=EVIL)
    st.pills("Pills", [EVIL], key="pills")
    st.radio("Radio", ["a"], format_func=lambda _: EVIL)
    st.expander(EVIL)
    st.markdown(words.marked("**{}**", EVIL))
    st.text(EVIL)


@pytest.fixture(scope="module")
def shown() -> AppTest:
    return AppTest.from_function(_page).run()


def test_every_text_label_help_and_option_is_literal(shown: AppTest) -> None:
    literal = words.literal(EVIL)
    assert shown.markdown[0].value == shown.caption[0].value == shown.warning[0].value == literal
    assert shown.button[0].label == shown.button[0].help == shown.toggle[0].label == literal
    assert shown.expander[0].label == literal
    assert shown.radio[0].options == [literal]
    assert [option.content for option in shown.main.children[5].proto.options] == [literal]


def test_marks_of_the_app_stay_around_words_that_are_literal(shown: AppTest) -> None:
    assert shown.markdown[1].value == f"**{words.literal(EVIL)}**"


def test_what_reads_no_markdown_is_left_alone(shown: AppTest) -> None:
    assert shown.text[0].value == EVIL


def test_a_call_that_reads_markdown_elsewhere_cannot_be_made() -> None:
    with pytest.raises(AttributeError, match="reads Markdown"):
        drawing.write("*")


def test_literal_twice_is_literal_once() -> None:
    once = words.literal("a*b")
    assert once == r"a\*b"
    assert words.literal(once) == once
    assert words.marked("{}", once) == once


def test_an_address_in_angles_is_no_link() -> None:
    assert words.literal("<http://a.test> <b> <-") == "<\u2060http:\u2060//a.test> <b> <\u2060-"


def test_an_address_that_would_end_its_link_makes_none() -> None:
    assert words.link("a", "https://a.test/x_(y)") == "[a](<https://a.test/x_(y)>)"
    assert words.link("a", "javascript:alert(1)") == "a"
    assert words.link("a", "https://a.test/> [b](https://b.test") == "a"
