"""Pools hold each different part of a tree once, and give every tree back."""

from __future__ import annotations

import json
import zlib
from base64 import b85decode, b85encode
from itertools import accumulate
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from footprint.one_file import pool

LEAVES = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(0, 9) | st.text(max_size=3)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=3)
    ),
    max_leaves=20,
)


def grown(nodes: list[pool.Node], before: list[object]) -> list[object]:
    """What the browser makes of a pool, after what it knew before."""
    made = list(before)
    for node in nodes:
        if isinstance(node, list):
            made.append([made[part] for part in accumulate(node)])
        elif isinstance(node, dict):
            made.append({name: made[part] for name, part in node.items()})
        else:
            made.append(node)
    return made


@example({"a": None, "b": [{"": None}], "c": [{"": None}]})
@given(st.dictionaries(st.sampled_from("abcd"), TREES))
def test_every_tree_comes_back_as_it_was(trees: dict[str, pool.Tree]) -> None:
    held = pool.shared_out(trees)
    shared = grown(held[pool.SHARED], [])
    back = {name: grown(held[name], shared)[-1] for name in trees}
    # Written out, 1 and 1.0 and true are told apart.
    assert json.dumps(back) == json.dumps(trees)


@given(st.dictionaries(st.sampled_from("abcd"), TREES))
def test_what_is_alike_is_said_once(trees: dict[str, pool.Tree]) -> None:
    held = pool.shared_out(trees)
    for name in trees:
        written = [json.dumps(node) for node in [*held[pool.SHARED], *held[name][:-1]]]
        assert len(set(written)) == len(written)


def test_what_two_trees_have_in_common_stands_in_neither() -> None:
    held = pool.shared_out({"a": ["both", "one"], "b": ["both", "other"]})
    assert held == {"shared": ["both"], "a": ["one", [0, 1]], "b": ["other", [0, 1]]}


def test_a_list_says_how_far_each_of_its_parts_is_from_the_one_before() -> None:
    assert pool.shared_out({"a": [["p", "q", "r"], "p", "q"]})["a"][-2:] == [[0, 1, 1], [3, -3, 1]]


def test_a_browser_reads_letters_as_they_are_written() -> None:
    last = (b85encode(bytes([0, 0, 0, value])).decode()[-1] for value in range(85))
    script = Path(pool.__file__).with_name("browser") / "atlas_data.js"
    assert f'"{"".join(last).replace("<", ",")}"' in script.read_text()
    # Every remainder of four, for its last letters are fewer.
    for count in range(1, 9):
        content = bytes(range(200, 200 + count))
        letters = pool.letters(content)
        assert "<" not in letters
        assert len(b85decode(letters.replace(",", "<"))) == len(letters) * 4 // 5


def test_a_pool_is_packed_in_letters_that_end_no_script() -> None:
    packed = pool.packed(["</script>", "é"])
    assert "<" not in packed and packed.isascii()
    assert json.loads(zlib.decompress(b85decode(packed.replace(",", "<")))) == ["</script>", "é"]
