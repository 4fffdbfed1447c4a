"""Options by their text, as keys of plans."""

from footprint.options.keys import is_drawn, key_of, text_of


def test_a_key_gives_back_the_text_it_was_made_of() -> None:
    text = "1abc_DEF-gh_9"
    assert text_of(key_of(text)) == text


def test_a_key_has_no_underscore_for_that_parts_several_in_an_address() -> None:
    assert "_" not in key_of("1a_b_c")


def test_a_key_of_an_option_is_told_from_any_other() -> None:
    assert is_drawn(key_of("1abc"))
    assert not is_drawn("every-icb-2023-abc")
    assert not is_drawn("icb-2023")
