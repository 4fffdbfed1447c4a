"""Guide: how are the maps to be read, and what do the words mean?"""

from __future__ import annotations

from dataclasses import dataclass

from footprint.content.glossary import GLOSSARY, Word
from footprint.content.values import About, Column, Table

_READING = About(
    "How to read the maps",
    (
        "England’s NHS is planned by integrated care boards (ICBs). Each map here shows the areas "
        "they cover, or the areas of the teams that lead them. The switch above a map turns from "
        "one to the other, and the dates beside it go from 2023 to what is asked for April 2027.",
        "Where a map shows a number, a darker area has a higher one. The key on the map says "
        "where one colour ends and the next begins. Where a map shows who belongs together, "
        "colours only tell neighbours apart.",
        "Press an area to choose it, or type the name of a place in the box at the top. What is "
        "known of it then stands beside the map, on every page, until you clear the selection.",
        "Beside the dates, “Land” draws each area as it lies. “People” draws it as large as the "
        "number of people who live in it, so that London can be seen.",
        "Every figure is published, worked out, implied or yours. One marked “worked out by share” "
        "was published for a whole ICB and is shared here by residents. “No figure” means that "
        "nobody published one. It never means zero.",
        "The address of a page holds all you chose. Copy it to show somebody what you see.",
    ),
)
_WHENCE = About(
    "Where the figures come from",
    (
        "From published sources only: the Office for National Statistics, NHS England, "
        "Parliament, boards’ papers and the press. The page “Data and sources” lists every file "
        "with its publisher, date and licence, what was done to it, and what is wrong with it.",
        "What was read in somebody else’s account of a paper is marked “published, second-hand”. "
        "What follows from published figures by a formula is marked “implied”, with the formula.",
    ),
)
_KEYS = Table(
    title="Keys",
    columns=(Column("Key"), Column("What it does")),
    rows=(
        ("Tab", "Goes to the next control. The first press offers to go straight to the map."),
        ("Arrows, on the map", "Go to the area that lies that way and read it out."),
        ("Enter, on the map", "Chooses the area."),
        ("Shift and arrows", "Move the map. On Draw, take each area on the way."),
        ("Space and M, on the map of Draw", "Take the area, and move what is taken."),
        ("+ and −, on the map", "Come closer and go further away."),
        (
            "Ctrl and Z, Ctrl and Y",
            "On Draw, take the last change back and make it again; ⌘ does as well as Ctrl.",
        ),
        ("Escape", "Closes what is open over the map or the page."),
    ),
)

# What somebody who comes for the first time reads in half a minute.
INTRODUCTION: tuple[str, ...] = (
    "Integrated care boards (ICBs) are the NHS bodies that plan and pay for care, each in its own "
    "part of England. Many now share a leadership team with neighbours, some have merged, and more "
    "may.",
    "Here you can see who covers what, from 2023 to April 2027, and what that means for people, "
    "money and councils. Every figure says who published it, or that it was worked out here.",
    "Press an area on the map, or type a name, to read about it. Then go through the menu: each "
    "page tells more of the same area.",
)


@dataclass(frozen=True, kw_only=True)
class Guide:
    """What the page of help says."""

    reading: About = _READING
    words: tuple[Word, ...] = GLOSSARY
    keys: Table = _KEYS
    whence: About = _WHENCE
