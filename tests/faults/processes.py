"""Faults of processes, and of the data files that they read."""

from __future__ import annotations

import random
import shutil
import sys
import time
from pathlib import Path

import pytest

from footprint.apart.keeper import ApartError, Keeper
from footprint.apart.tasks import ScenarioFile
from footprint.export.orders import Order
from footprint.export.press import Press, PressError
from footprint.export.workers import Workers
from footprint.facts.manifest import ROOT, problems
from footprint.store.store import OptionStore
from footprint.workspace.workspace import Workspace
from tests.faults import servers
from tests.faults.fault import NOTHING_LOST, Fault, Outcome
from tests.store.test_store import DRAFT, check_file, killed_while, save_until_killed
from ui.gate.ready import Watch, status_line

_STUB = ROOT / "tests" / "export" / "stub_worker.py"
KILLS = 100


def altered_data(root: Path) -> Path:
    """A copy of the published files, in which one byte is another."""
    for folder in ("data", "geo"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("*.py"))
    changed = root / "data" / "blocks.csv"
    content = bytearray(changed.read_bytes())
    content[-10] ^= 1
    changed.write_bytes(content)
    return root


def altered_before_the_start(folder: Path) -> Outcome:
    """Start on data of which one byte was changed."""
    (said,) = Workspace(altered_data(folder)).file_problems
    shutil.copy(ROOT / "data" / "blocks.csv", folder / "data")
    assert not Workspace(folder).file_problems
    return Outcome(said, NOTHING_LOST, "after a restart, once the file is back")


def altered_while_running(folder: Path) -> Outcome:
    """Change a byte of the data while the app runs."""
    for part in ("data", "geo"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("*.py"))
    work = Workspace(folder)
    before = work.atlas.blocks
    content = (folder / "data" / "blocks.csv").read_bytes()
    (folder / "data" / "blocks.csv").write_bytes(content[:-1] + b"0")
    looks = {"data": lambda: not problems(folder)}
    said = status_line(Watch(looks).look())
    assert work.atlas.blocks is before
    (folder / "data" / "blocks.csv").write_bytes(content)
    assert Watch(looks).look().whole
    return Outcome(said, f"{NOTHING_LOST}; figures read before", "at once, once the file is back")


def worker_killed(_folder: Path) -> Outcome:
    """Kill the process that makes a file while it makes it."""
    slow = Press(Order("csv", ()), Workers((sys.executable, "-I", "-S", _STUB, "1", "60"))).start()
    while not slow.count:
        time.sleep(0.01)
    slow._process.kill()
    with pytest.raises(PressError) as told:
        slow.result()
    again = Press(Order("csv", ()), Workers((sys.executable, "-I", "-S", _STUB, "1", "0")))
    assert again.start().result()
    return Outcome(str(told.value), "everything but that file", "at the next file")


def reader_killed(_folder: Path) -> Outcome:
    """Kill the process that reads what people hand in."""
    keeper = Keeper((sys.executable, "-c", "import sys; sys.stdin.buffer.read(8)"))
    with pytest.raises(ApartError) as told:
        keeper.ask(ScenarioFile(b""))
    assert not keeper.number
    return Outcome(str(told.value), "everything but that file", "at the next file")


def killed_in_a_save(folder: Path, kills: int = 0, seed: int = 1) -> Outcome:
    """Kill processes that save, over both stores."""
    random.seed(seed)
    for address in (f"sqlite:///{folder}/options.sqlite3", servers.schema()):
        _kill_often(address, kills or KILLS)
    return Outcome(
        "no sentence; the page connects again", f"{NOTHING_LOST}, none half or wrong", "at once"
    )


def _kill_often(address: str, kills: int) -> None:
    option, begun = OptionStore(address).save(DRAFT).option, time.perf_counter()
    OptionStore(address).save(DRAFT, option=option)
    longest, acknowledged = max(0.03, 4 * (time.perf_counter() - begun)), {}
    for _ in range(kills):
        said = killed_while(save_until_killed(address, option), longest)
        acknowledged |= {int(line[2]): line[3] for line in said if line[0] == "saved"}
        check_file(address)
    store = OptionStore(address)
    numbers = [one.number for one in store.history(option) if one.intact]
    assert numbers == list(range(len(numbers), 0, -1))
    for number, words in acknowledged.items():
        content = store.read(option, number).content
        assert content == words * (len(content) // len(words))
    assert store.save(DRAFT, option=option).revision == len(numbers) + 1


FAULTS = (
    Fault("A data file altered before the start", "a byte changed", altered_before_the_start),
    Fault("A data file altered while running", "a byte changed", altered_while_running),
    Fault("Export’s process killed", "SIGKILL in the middle of a file", worker_killed),
    Fault("Reading process killed", "it ends in the middle of a file", reader_killed),
    Fault("Killed in a save", f"{2 * KILLS} `kill -9`, half on each store", killed_in_a_save),
)
