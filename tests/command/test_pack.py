"""Pack: a saved pack as one file, with what its views did not say before."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.command import pack as command
from footprint.command.parsers import CommandError
from footprint.export.orders import Order
from footprint.papers import pack_files
from footprint.papers.pack import Item, Pack
from footprint.papers.sheets import up_to_date
from tests.shared_workspace import WORK

PACK = Pack("Board", (Item("Clusters"),), monochrome=True, figures=(None,))


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """What the press is asked for, in place of what it makes."""
    asked: list[Order] = []
    monkeypatch.setattr(command, "workspace", lambda: WORK)
    monkeypatch.setattr(command, "make", lambda order, _: asked.append(order) or b"made")
    return asked


def test_a_pack_is_bound_as_it_was_saved(
    orders: list[Order], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved, file = tmp_path / "board.json", tmp_path / "board.pdf"
    saved.write_bytes(pack_files.write(PACK))
    before = saved.read_bytes()
    assert command.main([str(saved), "-o", str(file)]) == 0
    (order,) = orders
    assert (order.format, order.sheet, order.monochrome) == ("pdf", "a4-landscape", True)
    assert (order.title, len(order.papers)) == ("Board", 1)
    assert file.read_bytes() == b"made"
    assert capsys.readouterr().out.startswith(f"{file}: Board, 1 sheet\n")
    assert saved.read_bytes() == before


@pytest.mark.usefixtures("orders")
def test_what_is_said_now_is_kept_where_that_is_asked(tmp_path: Path) -> None:
    saved = tmp_path / "board.json"
    saved.write_bytes(pack_files.write(PACK))
    assert command.main([str(saved), "--remember", "-o", str(tmp_path / "a.pdf")]) == 0
    assert saved.read_bytes() == pack_files.write(up_to_date(WORK, PACK, ""))


@pytest.mark.usefixtures("orders")
def test_a_pack_without_a_view_is_refused(tmp_path: Path) -> None:
    saved = tmp_path / "board.json"
    saved.write_bytes(pack_files.write(Pack("Board")))
    with pytest.raises(CommandError, match="is a pack without a view"):
        command.main([str(saved), "-o", str(tmp_path / "a.pdf")])
