"""What is claimed of trust points at what shows it."""

from __future__ import annotations

import re

import pytest

from tests.house.code import ROOT
from tests.house.names import exists

CLAIMS = ("SECURITY.md", "docs/assurance.md", "docs/accessibility.md")
OWN = ("tests/", "ui/", "docs/", ".ci/", "SECURITY.md")


@pytest.mark.parametrize("document", CLAIMS)
def test_every_claim_points_at_something_that_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    pointed = [name for name in re.findall("`([^`]+)`", text) if name.startswith(OWN)]
    assert len([name for name in pointed if name.startswith("tests/")]) >= 5
    assert [name for name in pointed if not exists(name)] == []


@pytest.mark.parametrize("document", ["SECURITY.md", "docs/assurance.md"])
def test_every_answer_is_shown_or_left_to_the_organisation(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!against|section|principle)\w.*$", text, re.MULTILINE)
    assert len(rows) >= 8
    shown = [row for row in rows if "`" in row or "for the organisation" in row]
    assert shown == rows


def test_people_are_told_that_it_is_no_medical_device() -> None:
    for document in ("README.md", "docs/assurance.md"):
        assert "not a medical device" in (ROOT / document).read_text(encoding="utf-8")
