"""Where people sign in, a backup brings back whose everything is, and what anybody did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from footprint.command.main import main
from footprint.rights.person import Person
from footprint.shelf.shelf import Shelf
from footprint.shelf.values import PackDraft
from footprint.store.database import Database
from footprint.store.revisions import SETTING, Draft
from footprint.store.store import OptionStore
from footprint.store.tables import attachments, pack_revisions, packs
from footprint.store.whose.tables import access
from footprint.upkeep import backups
from footprint.upkeep.changed import changed
from tests.upkeep.test_backups import elsewhere

__all__ = ["elsewhere"]
DRAFT = Draft(name="Kent", content="a", base="icb-2023", data_version="v1")
PACK = PackDraft(name="Board", content="{}", views=1, data_version="v1", attached='{"logo": "x"}')
ADA = Person("ada", "Ada", "editor", frozenset({"planning"}))
BEN, CY = Person("ben", "Ben", "editor", frozenset({"planning"})), Person("cy", "Cy", "admin")


def filled(url: str) -> tuple[str, str]:
    """A store of an option and a pack that Ada saved, and a pack that is nobody's; hers by ids."""
    ada, shelf = OptionStore(url).seen_by(ADA), Shelf(url)
    option, pack = ada.save(DRAFT).option, shelf.seen_by(ADA).save(PACK).pack
    ada.share(option, "team", "planning")
    shelf.seen_by(ADA).save(PACK, pack=pack)
    shelf.seen_by(CY).archive(pack, author="")
    shelf.save(PACK)
    return option, pack


def test_whose_everything_is_and_who_did_what_come_back_and_every_seal_holds(
    url: str, elsewhere: str, tmp_path: Path
) -> None:
    option, pack = filled(url)
    with (tmp_path / "a").open("wb") as out:
        counts = backups.write(url, out)
    assert counts == backups.restore(elsewhere, tmp_path / "a")
    short = {name.removeprefix("icb_footprints_"): count for name, count in counts.items()}
    assert short == {
        **{"option": 1, "revision": 1, "remark": 0, "access": 2, "audit": 5},
        **{"pack": 2, "pack_revision": 4, "pack_attachment": 1},
    }
    before, now = OptionStore(url).seen_by(CY), OptionStore(elsewhere).seen_by(CY)
    assert now.audit() == before.audit() and all(one.intact for one in now.audit())
    assert changed(elsewhere) == ()
    ada, ben = (Shelf(elsewhere).seen_by(one) for one in (ADA, BEN))
    assert ada.read(pack) == Shelf(url).seen_by(ADA).read(pack)
    assert OptionStore(elsewhere).seen_by(BEN).access(option).team == "planning"
    assert len(ada.packs()) == len(ben.packs()) == 1
    # What came back goes on: the next row of each follows the last one.
    ada.restore(pack, author="")
    assert all(one.intact for one in (*ada.history(pack), *now.audit()))
    assert len(ada.packs()) == 2 and now.audit()[0].act == "restored a pack"


def _give_away(connection: Connection) -> None:
    connection.execute(update(packs).values(owner="ben").where(packs.c.owner == "ada"))


def _rewrite(connection: Connection) -> None:
    connection.execute(update(pack_revisions).values(content="[]"))


def _rename(connection: Connection) -> None:
    connection.execute(update(pack_revisions).values(name="Other"))


def _change_logo(connection: Connection) -> None:
    connection.execute(update(attachments).values(content="other"))


def _open_up(connection: Connection) -> None:
    connection.execute(update(access).values(audience="everybody"))


@pytest.mark.parametrize(
    ("tamper", "found"),
    [(_give_away, 1), (_rewrite, 2), (_rename, 2), (_change_logo, 2), (_open_up, 1)],
)
def test_a_pack_or_an_owner_changed_past_the_app_is_told_and_not_brought_back(
    tamper: Callable[[Connection], None],
    found: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    url, new = (f"sqlite:///{tmp_path}/{name}.sqlite3" for name in ("old", "new"))
    option, pack = filled(url)
    with Database(url).writing() as connection:
        tamper(connection)
    monkeypatch.setenv(SETTING, url)
    assert main(["backup", str(tmp_path / "a")]) == 1
    assert (option if tamper is _open_up else pack) in capsys.readouterr().out
    monkeypatch.setenv(SETTING, new)
    assert main(["restore", str(tmp_path / "a")]) == 2
    assert f"{found} of the options and packs in this backup" in capsys.readouterr().err
    assert main(["restore", str(tmp_path / "a"), "--changed-too"]) == 0
    assert len(changed(new)) == found
