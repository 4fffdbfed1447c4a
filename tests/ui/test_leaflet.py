"""The frame of a map is told what streamlit-folium would tell it."""

from __future__ import annotations

import pytest
import streamlit_folium

from footprint.web.leaflet import base_map, carrying
from ui.parts.leaflet import HEIGHT, TOLD, leaflet
from ui.shell.assets import published

PAINT = '{"title":"A \\u005fname"}'


def test_a_map_is_sent_as_streamlit_folium_would_send_it(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[dict[str, object]] = []
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **told: sent.append(told))
    for _ in range(2):
        leaflet(PAINT, key="a-map", on_change=lambda: None)
    streamlit_folium.st_folium(
        base_map(published()),
        key="a-map",
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[TOLD],
        feature_group_to_add=carrying(PAINT),
    )
    *ours, theirs = ({**told, "on_change": None} for told in sent)
    assert ours == [theirs, theirs]
    assert PAINT in theirs["feature_group"]
