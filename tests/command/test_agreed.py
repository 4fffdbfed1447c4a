"""What commands print: figures of plans and counts of options, as text, CSV and JSON."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from footprint.command import figures
from footprint.command.main import main
from tests.agreed import check
from tests.shared_workspace import WORK

TYPED: Mapping[str, tuple[str, ...]] = {
    "measures": ("measures", "--plan", "merged-2026-04", "--measure", "imd"),
    "measures_csv": ("measures", "--plan", "east-model-a", "--layer", "bodies", "--csv"),
    "compare": ("compare", "east-model-a", "east-model-c"),
    "compare_json": ("compare", "icb-2023", "merged-2026-04", "--json"),
    "every_option": (
        *("every-option", "--bodies", "icb-2023", "--region", "London"),
        *("--least", "1500000", "--measure", "split-utla", "--measure", "crossing"),
    ),
    "every_option_json": ("every-option", "--bodies", "icb-2023", "--region", "London", "--json"),
    "nothing": (),
    "unknown": ("measure",),
}


@pytest.mark.parametrize("name", TYPED)
def test_a_command_prints_what_was_agreed(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "workspace", lambda: WORK)
    status = main(list(TYPED[name]))
    said = capsys.readouterr()
    check(__file__, name, [str(status), said.out.splitlines(), said.err.splitlines()])
