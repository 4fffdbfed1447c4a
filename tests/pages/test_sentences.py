"""Sentences: every one that a page says under a shipped plan reads as a person would write it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from footprint.content.guide import INTRODUCTION, Guide
from footprint.pages.catalogue import PAGES
from footprint.pages.sources import LIMITS
from footprint.view import TODAY, View
from tests.pages.said import faults, names_with_and, strings
from tests.shared_workspace import WORK

NAMES = names_with_and(WORK)


def views(fields: tuple[str, ...]) -> Iterator[View]:
    """Every shipped plan in both layers; of the one in force areas and kinds of authority too."""
    for key in WORK.plans:
        yield from (View(plan=key, layer=layer) for layer in ("bodies", "teams"))
    now = View(plan=TODAY)
    yield from (now.with_(area=area) for area in [*WORK.plans[TODAY].bodies.by_id][::5])
    if "tier" in fields:
        yield from (now.with_(layer="bodies", tier=tier) for tier in WORK.tiers)
        yield from (now.with_(layer="teams", tier=tier, area="E06000019") for tier in WORK.tiers)


def test_every_sentence_of_every_page_is_sound() -> None:
    seen: dict[int, object] = {}
    said = {
        text
        for page in PAGES
        if page.content
        for view in views(page.fields)
        for text in strings(page.content(WORK, view), seen)
    }
    said.update(strings((Guide(), INTRODUCTION, LIMITS), seen))
    assert len(said) > 4_000
    wrong = {text: found for text in said if (found := faults(text, NAMES))}
    assert not wrong


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ("It takes in Kent and Medway and Sussex.", "and after and"),
        ("It joins Essex and Kent and Medway.", "and after and"),
        ("Districts: Ash and Birch and Cedar.", "and after and"),
        ("Split: Hart and Surrey Heath and Waverley.", "and after and"),
        ("It holds Herefordshire, County of.", "a name turned round"),
        ("Bristol, City of, is whole.", "a name turned round"),
        ("1 people live here.", "one of many"),
        ("With 1 ICBs and no team.", "one of many"),
        ("1 are split: Hart.", "one of many"),
        ("It is 13rd of 26.", "a wrong ordinal"),
        ("It is 22th of 26.", "a wrong ordinal"),
        ("It is whole.. It stays.", "two full stops"),
        ("It is whole. .", "two full stops"),
        ("It costs £18.7612 a head.", "a number that is not rounded"),
        ("It has nan residents.", "a number that is not rounded"),
        ("It has 1e+06 residents.", "a number that is not rounded"),
    ],
)
def test_a_planted_fault_is_noticed(planted: str, fault: str) -> None:
    assert faults(planted, NAMES) == [fault]


@pytest.mark.parametrize(
    "sound",
    [
        "Kent and Medway, and Sussex.",
        "It is made of Norfolk and Suffolk, Essex, and Central East.",
        "1 person and 1,001 people; 21 ICBs, 1 ICB.",
        "The 1st, 2nd, 3rd, 11th, 12th, 13th and 22nd of 26.",
        "£18.76 a head, and “ICBs and trusts and councils” as others say…",
    ],
)
def test_a_sound_sentence_passes(sound: str) -> None:
    assert faults(sound, NAMES) == []
