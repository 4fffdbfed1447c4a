"""The bare pages of ours that are timed: they draw a map as the app's own pages do."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from bench.loading import ROOT


@pytest.mark.parametrize("script", ("ours.py", "ours_moving.py"))
def test_a_page_that_is_timed_draws_its_map(script: str) -> None:
    page = AppTest.from_file(str(ROOT / "bench" / script), default_timeout=120).run()
    assert not page.exception
    assert len(page.get("component_instance")) == 1
