"""The first page is found by the name that others would have in its place."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from footprint.pages.catalogue import BY_ADDRESS, FIRST
from ui.gate.around import ROUTES
from ui.gate.door import OPEN_ALONE


@pytest.mark.parametrize("base", ["", "/maps/icb"])
@pytest.mark.parametrize("query", ["", "?area=QKS&plan=icb-2023"])
def test_its_name_leads_to_it_with_the_view(base: str, query: str) -> None:
    client = TestClient(Starlette(routes=ROUTES), "http://app.example", follow_redirects=False)
    found = client.get(f"{base}/Find_your_ICB{query}")
    assert found.status_code == 308
    assert str(found.url.join(found.headers["location"])) == f"http://app.example{base}/{query}"


def test_whoever_has_not_signed_in_is_led_there_too() -> None:
    assert FIRST == "Find_your_ICB"
    assert FIRST not in BY_ADDRESS
    assert FIRST in OPEN_ALONE
