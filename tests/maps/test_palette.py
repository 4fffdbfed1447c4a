"""The palette: every colour of maps and papers stands in it, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

from footprint.maps import palette

ROOT = Path(__file__).parents[2] / "footprint"
COLOUR = re.compile(r"[\"'](#[0-9a-fA-F]{6})[\"']")


def test_no_colour_is_written_outside_the_palette() -> None:
    files = [file for file in ROOT.rglob("*.py") if file != Path(palette.__file__)]
    assert len(files) > 80
    assert COLOUR.findall(Path(palette.__file__).read_text())
    assert {file.name: found for file in files if (found := COLOUR.findall(file.read_text()))} == {}


def test_the_lines_of_the_screen_have_the_colours_of_the_palette() -> None:
    script = (ROOT / "web" / "browser" / "footprint_map.js").read_text()
    (lines,) = re.findall(r"const LINE = \{(.*)\};", script)
    assert dict(re.findall(r'(\w+): "(#\w+)"', lines)) == {
        "ink": palette.INK,
        "casing": palette.PAPER,
        "coast": palette.COAST_LINE,
    }
    assert f'fine: pen("{palette.AUTHORITY_LINE}"' in script
    assert f'chosen: pen("{palette.CHOSEN_LINE}"' in script


def test_greys_run_from_light_to_dark() -> None:
    assert palette.sequential_greys(1) == ("#f2f2f2",)
    assert palette.sequential_greys(3) == ("#f2f2f2", "#a5a5a5", "#585858")
