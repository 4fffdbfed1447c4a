"""The parts of the page on board papers that say what stands on the cover, and in whose look."""

from __future__ import annotations

import json
import math
from dataclasses import replace

from footprint.export.orders import HOUSE, Order
from footprint.export.press import Press, PressError
from footprint.papers.front import MARKINGS, MOST_OF_HOUSE, Front, House
from footprint.papers.pack import Pack
from ui.papers import basket
from ui.parts import fields
from ui.shell import drawing as st
from ui.shell import tab
from ui.who.visitors import asker

_FAULTS = "pack-house-faults"
_TEXTS = {
    "meeting": "Meeting",
    "day": "Date of the meeting",
    "item": "Agenda item",
    "author": "Author",
}
_SWITCHES = {
    "cover": "With a cover and contents",
    "annex": "With the tables as an annex",
}
_FILES = {
    "slides": ("PowerPoint template", "pptx"),
    "document": ("Word template", "docx"),
    "logo": ("Logo for the cover", ["png", "jpg", "jpeg"]),
}


def cover(pack: Pack) -> None:
    """What the cover says, what stands on every page, and whether the tables follow."""
    with st.expander("Cover, marking and annex", key="pack-cover"):
        left, right = st.columns(2)
        for place, (field, label) in enumerate(_TEXTS.items()):
            with (left, right)[place % 2]:
                fields.show(f"pack-front-{field}", getattr(pack.front, field))
                st.text_input(label, key=f"pack-front-{field}", on_change=_said, args=(field,))
        fields.show("pack-front-marking", pack.front.marking)
        st.selectbox(
            "Marking on every page",
            MARKINGS if pack.front.marking in MARKINGS else (*MARKINGS, pack.front.marking),
            format_func=lambda marking: marking or "None",
            key="pack-front-marking",
            on_change=_said,
            args=("marking",),
        )
        for field, label in _SWITCHES.items():
            fields.show(f"pack-front-{field}", getattr(pack.front, field))
            st.toggle(label, key=f"pack-front-{field}", on_change=_said, args=(field,))
        st.caption("PDF, PowerPoint and Word have these; Excel and ZIP hold the views alone.")


def _said(field: str) -> None:
    front: Front = basket.current().front
    told = st.session_state[f"pack-front-{field}"]
    basket.set_field("front", replace(front, **{field: told}))


def bring_back() -> None:
    """Wait for the templates and logo that the browser kept over a reload, if there are any.

    Till then nothing else of the pack is shown, for without them it could be made and saved.
    """
    if name := basket.awaited():
        st.info("The templates and logo of your pack are on their way back from this browser.")
        tab.ask(name, basket.take_look, "Go on without them")
        st.stop()


def house(pack: Pack) -> None:
    """A board's own templates and logo, to hand in, and what they lack."""
    if basket.has_lost_look():
        st.warning(
            "The templates and logo of this pack that were not saved did not come back with the "
            "reload. Hand them in again."
        )
    if basket.loses_look():
        st.warning(
            "This browser could not keep the templates and logo, so a reload takes them away: "
            "save the pack to keep them."
        )
    with st.expander("Your own templates and logo", key="pack-house"):
        st.caption(
            "A template must hold the layouts, placeholders or styles that papers are written "
            "into; for each that is missing you are told its name. Templates and logo are kept "
            "with a pack that is saved, and in its file. Until it is saved, this browser keeps "
            "them over a reload."
        )
        for field, (label, kind) in _FILES.items():
            st.file_uploader(
                label,
                type=kind,
                max_upload_size=math.ceil(MOST_OF_HOUSE[field] / 1_000_000),
                key=f"pack-house-{field}",
                on_change=_handed,
                args=(field,),
            )
            if getattr(pack.house, field):
                st.button(
                    f"Do without: {label}",
                    key=f"pack-house-{field}-gone",
                    on_click=basket.dress,
                    args=(replace(pack.house, **{field: b""}),),
                )
        for fault in st.session_state.get(_FAULTS, ()):
            st.warning(fault)


def _handed(field: str) -> None:
    handed = st.session_state[f"pack-house-{field}"]
    if handed is None:
        return
    new = House(**{field: handed.getvalue()})
    try:
        faults = json.loads(Press(Order(HOUSE, (), house=new), whose=asker()).start().result())
    except PressError as problem:
        faults = [str(problem)]
    st.session_state[_FAULTS] = [f"{handed.name} was not taken. {fault}" for fault in faults]
    if not faults:
        kept = basket.current().house
        basket.dress(replace(kept, **{field: handed.getvalue()}))
