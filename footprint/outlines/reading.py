"""Reading: a file of areas turned into an option, with what it cuts told in people."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from footprint.facts.atlas import Atlas
from footprint.facts.homes import Homes
from footprint.facts.other_names import NO_OTHER_NAMES, OtherNames
from footprint.intake.names import folded, icbs
from footprint.intake.notes import near_names
from footprint.intake.rows import Problem
from footprint.intake.uploads import Upload
from footprint.options.files import redrawn
from footprint.options.option import Option, fresh_id
from footprint.outlines.drawings import Drawing, Layer, on_grid
from footprint.outlines.geojson import geojson
from footprint.outlines.holding import Held, held
from footprint.outlines.naming import Named, NamingError, named
from footprint.outlines.packed import SQLITE, has_shapefile, packages, shapefiles
from footprint.outlines.report import DRAWN, Words, notes, problems, refusal
from footprint.plans.assignment import Footprint
from footprint.readings import MOST_READINGS, Question, Reading, chosen_of, first_rows, short
from footprint.spreadsheets import UploadError

LARGEST = 5_000_000
_LAYER = "layer"
_ALWAYS = 2
_OFFICIAL = re.compile(r"[EWSNKJ]\d{8}|Q[A-Z\d]{2}")
# Our own map files of several maps say in a column of this name which map an area is of.
_MAP = "map"
_HOW = (
    "Each block went to the area where most of its people live, counted by points that stand for "
    "about a square kilometre each."
)


@dataclass(frozen=True, eq=False)
class Known:
    """The facts that files of areas are read by."""

    atlas: Atlas
    icb_names: Mapping[str, str]
    homes: Homes
    more: OtherNames = NO_OTHER_NAMES
    neighbourhoods: pd.DataFrame = field(default_factory=pd.DataFrame)


def is_drawn(content: bytes) -> bool:
    """Whether a file is one of areas drawn, and not a table."""
    start = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"{", SQLITE)):
        return True
    return content.startswith(b"PK") and has_shapefile(content)


def read(content: bytes, begun: Option, known: Known, answers: Collection[str] = ()) -> Upload:
    """Read a file of areas as an option; blocks in no area stay as in `begun`.

    `answers` choose between readings that an earlier reading of the same file asked about. Never
    raises, whatever the file holds.
    """
    try:
        drawing = _chosen(_layers(content), answers)
        if isinstance(drawing, Question):
            return _asked(drawing)
        drawing = on_grid(drawing)
        naming = named(drawing, answers)
    except UploadError as problem:
        return Upload(None, (Problem(0, "", str(problem).rstrip(".")),))
    except NamingError as unclear:
        return _asked(unclear.question)
    return _made(drawing, naming, begun, known)


def _asked(question: Question) -> Upload:
    return Upload(None, (Problem(0, "", question.words),), question=question)


def _layers(content: bytes) -> list[Layer]:
    if len(content) > LARGEST:
        raise UploadError(
            "The file is larger than 5 MB. Send generalised boundaries, or simplify them first."
        )
    if content.startswith(SQLITE):
        return packages(content)
    if content.startswith(b"PK"):
        return shapefiles(content)
    whole = geojson(content)
    maps = list(dict.fromkeys(whole.texts.get(_MAP, ())))
    if len(maps) < 2:
        return [Layer(whole.name, lambda: whole)]
    of = np.array(whole.texts[_MAP], dtype=object)
    return [Layer(one, lambda one=one: whole.where(of == one)) for one in maps]


def _chosen(layers: Sequence[Layer], answers: Iterable[str]) -> Drawing | Question:
    """The only layer of a file, or the one that was chosen, or else a question which it is."""
    wanted = chosen_of(_LAYER, answers)
    found = [one for one in layers if one.name == wanted] or layers
    if len(found) == 1:
        return found[0].read()
    return Question(
        "the file has several layers of areas, each of which can be read",
        tuple(_reading(one) for one in found[:MOST_READINGS]),
    )


def _reading(layer: Layer) -> Reading:
    texts = layer.read().texts
    rows = [list(texts), *map(list, zip(*texts.values(), strict=True))]
    return Reading(f"{_LAYER}:{layer.name}", f"The layer “{short(layer.name)}”", first_rows(rows))


def _made(drawing: Drawing, naming: Named, begun: Option, known: Known) -> Upload:
    told = (_HOW, naming.told, *drawing.told)
    return option_held(
        lambda names: held(known.homes, drawing.shapes, names), naming, begun, known, told
    )


def option_held(
    counted: Callable[[Sequence[str]], Held],
    naming: Named,
    begun: Option,
    known: Known,
    told: Sequence[str],
    words: Words = DRAWN,
) -> Upload:
    """The option that areas make where they hold people, or why they are refused.

    `counted` says who lives in which area, by the names areas are shown under, which are those of
    `naming` in the same order. `told` begins with how they were counted and named.
    """
    footprints = _footprints(naming, begun, known)
    shown = [footprints[_key(name)].name for name in naming.names]
    count = counted(shown)
    if fault := refusal(count, words):
        return Upload(None, (Problem(0, "", fault),), taken=tuple(told[_ALWAYS:]))
    option = _option(count, footprints, begun)
    made = [one for one in footprints.values() if one.id in option.plan.by_id]
    return Upload(
        option,
        tuple(problems(count, known.atlas, words)),
        taken=tuple(told),
        drawn=True,
        notes=(*near_names(made, begun.plan.footprints), *notes(count, known.atlas)),
    )


def _option(count: Held, footprints: Mapping[str, Footprint], begun: Option) -> Option:
    ids = {one.name: one.id for one in footprints.values()}
    given = {block: ids[area] for block, area in count.taken.items()}
    used = set(given.values())
    return redrawn(
        begun,
        given,
        [one for one in footprints.values() if one.id in used],
        begun.merged & used,
        {},
    )


def _key(name: str) -> str:
    return folded(name) or name


def _footprints(naming: Named, begun: Option, known: Known) -> dict[str, Footprint]:
    """A footprint for each different name: the one that is called so already, or a new one."""
    lexicon = icbs(known.atlas, known.icb_names, known.more)
    there = begun.plan.by_id
    called = {_key(one.name): one.id for one in there.values()}
    found: dict[str, Footprint] = {}
    for name, code in zip(naming.names, naming.codes, strict=True):
        key = _key(name)
        if key in found:
            continue
        taken = {one.id for one in found.values()}
        likely = [code, called.get(key, ""), lexicon.find(code), lexicon.find(name)]
        if code and not _OFFICIAL.fullmatch(code):
            # A code of no official list is the footprint’s own, as our own map files have it.
            likely = [code]
        same = next((one for one in likely if one in there and one not in taken), "")
        new = code if code not in {"", *there, *taken} else fresh_id({*there, *taken})
        kept = there[same].name if same and _key(there[same].name) == key else name
        found[key] = Footprint(same or new, kept)
    return found
