"""Naming: which property of a file names the footprint that each area is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from footprint.english import listed_few
from footprint.intake.columns import GIVEN, TARGET, role_of
from footprint.options.option import OptionError, clean_name
from footprint.outlines.drawings import Drawing
from footprint.readings import Question, Reading, chosen_of, first_rows, short

ANSWER = "names"
_NAME = re.compile(r"(.*[^a-z])?(nm|name|names|label|title)|[a-z]{2,8}\d\d(nm)", re.IGNORECASE)
_NO_NAME = re.compile(r".*(nmw|id|guid|url|date|layer|path|fill|stroke|colou?r)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?[\d.,\s]*(e[+-]?\d+)?", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z]?\d{5,}|\{?[0-9a-fA-F-]{32,}\}?")


class NamingError(ValueError):
    """Several properties may name the areas; carries the question."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.words)
        self.question = question


@dataclass(frozen=True)
class Named:
    """The name of each area, its code or "", and a sentence that says where they come from."""

    names: tuple[str, ...]
    codes: tuple[str, ...]
    told: str


def named(drawing: Drawing, answers: Iterable[str]) -> Named:
    """Name the areas of a layer; raises NamingError where several properties may."""
    headings = _headings(drawing.texts)
    wanted = chosen_of(ANSWER, answers)
    headings = [wanted] if wanted in drawing.texts else headings
    if len(headings) > 1:
        raise NamingError(_question(drawing, headings))
    if not headings:
        names = tuple(f"Area {place}" for place, _ in enumerate(drawing.shapes, start=1))
        return Named(names, ("",) * len(names), "The areas have no names, so they were numbered.")
    (heading,) = headings
    codes = _codes(drawing.texts, heading)
    told = zip(drawing.texts[heading], codes, strict=True)
    return Named(
        tuple(
            _clean(name) or code or f"Area {place}"
            for place, (name, code) in enumerate(told, start=1)
        ),
        codes,
        f"The areas were named by the property “{short(heading)}”.",
    )


def _headings(texts: Mapping[str, Sequence[str]]) -> list[str]:
    """The properties that may name the footprints, the surest kind alone."""
    useful = [one for one, cells in texts.items() if any(cells)]
    plain = [one for one in useful if not all(map(_NUMBER.fullmatch, filter(None, texts[one])))]
    aims = [one for one in useful if role_of(one) in (TARGET, "name")]
    if "code" in texts and "name" in aims:
        return ["name"]
    called = [one for one in plain if _NAME.fullmatch(one) and not _NO_NAME.fullmatch(one)]
    told = [
        one
        for one in plain
        if not _NO_NAME.fullmatch(one)
        and role_of(one) not in GIVEN
        and not any(map(_CODE.fullmatch, texts[one]))
    ]
    return next(filter(None, (aims, called, told, plain)), [])


def _codes(texts: Mapping[str, Sequence[str]], heading: str) -> tuple[str, ...]:
    """The codes that go with names: `code` with `name`, ICB23CD with ICB23NM."""
    beside = {
        "code" if heading == "name" else "",
        "footprint" if heading == "name" else "",
        re.sub("NM$", "CD", heading),
        re.sub("nm$", "cd", heading),
    } - {"", heading}
    found = [one for one in texts if one in beside]
    return tuple(map(_clean, texts[found[0]])) if found else ("",) * len(texts[heading])


def _clean(text: str) -> str:
    """A name or code as a footprint may have it, or "" where there is none."""
    try:
        return clean_name(text[:200])
    except OptionError:
        return ""


def _question(drawing: Drawing, headings: Sequence[str]) -> Question:
    said = listed_few((f"“{short(one)}”" for one in headings), most=6)
    readings = tuple(
        Reading(
            f"{ANSWER}:{one}",
            f"By “{short(one)}”",
            first_rows([[one], *[[name] for name in dict.fromkeys(drawing.texts[one])]]),
        )
        for one in headings[:8]
    )
    return Question(f"any of the properties {said} may name the footprints", readings)
