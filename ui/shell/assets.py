"""Files a browser fetches from the app itself, above all for maps, so that it asks nobody else."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from threading import Lock

import streamlit.components.v1 as components
from streamlit.components.v1.custom_component import CustomComponent
from streamlit.runtime import get_instance

from footprint.facts.people import Ground
from footprint.facts.topojson import encode, encode_arcs
from footprint.web import files
from footprint.web.grounds import ON_LAND, Standing
from footprint.web.leaflet import Assets
from ui.shell.workspace import workspace

SETTING = "ICB_FOOTPRINTS_ASSETS"
"""Names a folder that all processes share, so that each gives out the files of every version."""
_DRAWING = "drawing"
_COMPONENT = f"{__name__}.{_DRAWING}"
_TURN = Lock()


def ready() -> None:
    """Have the server give out the map's files before any page has drawn a map.

    Streamlit learns of a component where a page declares it. A browser may have its page from
    one process and ask another for the files.
    """
    published()
    give_out(_given_out()[1])


def lent(content: bytes, place: str) -> str:
    """The address of a file of one session's, which is there while the page is drawn with it."""
    return get_instance().media_file_mgr.add(content, "application/json", place)


def give_out(component: CustomComponent) -> None:
    """Have the server give out a component's files from now on."""
    get_instance().component_registry.register_component(component)


def ready_for_people() -> None:
    """Have the server give out the map by people too, which takes longer and is asked for later."""
    _people()


@cache
def published() -> Assets:
    """Put the map's files where the server gives them out, once, and return their addresses.

    Addresses are relative to the map's frame, so they hold under any base path. Files are
    named after their content, so no browser keeps an old one.
    """
    return Assets(
        script=_place(files.script(), "map", "js"),
        style=_place(files.style(), "map", "css"),
        geometry=_place(encode(workspace().shapes), "blocks", "json"),
    )


def standing(ground: Ground) -> Standing:
    """A ground with the address of what it needs, which is put there when first asked for."""
    return ON_LAND if ground == "land" else Standing(ground, _people())


@cache
def _people() -> str:
    return _place(encode_arcs(workspace().people), "people", "json")


@cache
def _kept() -> TemporaryDirectory[str]:
    # One for as long as the process lives; it takes the folder away when it ends.
    return TemporaryDirectory(prefix="icb-footprints-")


def shared() -> Path | None:
    """The folder in which every process finds the files of the others, if there is one."""
    named = os.environ.get(SETTING, "").strip()
    return Path(named).absolute() if named else None


def place(file: Path, content: bytes) -> None:
    """Put a file where others may be reading, unless it is there: its name says what is in it."""
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as half:
        Path(half.name).write_bytes(content)
    Path(half.name).replace(file)


def _given_out() -> tuple[Path, CustomComponent]:
    # Two visitors at once must not make two folders, of which one would be given out.
    with _TURN:
        among = shared()
        folder = among / "component" / _COMPONENT if among else Path(_kept().name)
        folder.mkdir(parents=True, exist_ok=True)
        return folder, _declared(folder)


@cache
def _declared(folder: Path) -> CustomComponent:
    return components.declare_component(_DRAWING, path=str(folder))


def _place(content: bytes, stem: str, suffix: str) -> str:
    name = files.content_name(content, stem, suffix)
    folder, _ = _given_out()
    place(folder / name, content)
    return f"../{_COMPONENT}/{name}"
