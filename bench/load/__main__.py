"""Have many people at work on the app, and then on the naive page, and print what each took."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from contextlib import ExitStack, suppress
from itertools import cycle, islice
from pathlib import Path
from random import Random

from bench.load.found import Found, table
from bench.load.person import person
from bench.load.server import Servers, kept_running
from bench.load.walks import APP, NAIVE, Place
from ui.process.fresh import SETTING

# Seconds from what somebody sees to what they do next; how often memory is looked at; how long
# after the last has left it is looked at once more. For two minutes whoever left may come back.
_THINKING, _LOOKING, _AFTER = (3, 9), 5, 150
# Minutes that nobody is there before a process begins anew, and how long that is waited for.
_FRESH_AFTER, _BEGUN_BY = "5", 600


async def _walk(address: str, place: Place, until: float, chance: Random, found: Found) -> None:
    """One person's visit; whatever goes wrong ends it, and is counted."""
    await asyncio.sleep(chance.uniform(0, _THINKING[1]))
    kinds = list(place.steps)
    often = [count for count, _ in place.steps.values()]
    try:
        async with person(address) as one:
            with found.timing("a first page"):
                await one.opens("")
            while time.monotonic() < until:
                await asyncio.sleep(chance.uniform(*_THINKING))
                (kind,) = chance.choices(kinds, often)
                with found.timing(kind):
                    await place.steps[kind][1](one, chance)
    except Exception as problem:
        found.errors.append(f"{type(problem).__name__}: {problem}")


async def _look(servers: Servers, found: Found) -> None:
    while True:
        found.memory.append((time.monotonic(), servers.memory()))
        await asyncio.sleep(_LOOKING)


async def _loaded(place: Place, asked: argparse.Namespace) -> Found:
    found = Found(place.name)
    with ExitStack() as stack:
        addresses = [
            stack.enter_context(kept_running(place.script)) for _ in range(asked.processes)
        ]
        servers = Servers(addresses)
        await _first(addresses)
        found.alone = servers.memory()
        for time_of_all in range(asked.times):
            await _work(servers, addresses, place, asked, time_of_all, found)
            await asyncio.sleep(_AFTER)
            found.left.append(servers.memory())
        if place.ends:
            await _anew(servers.places, servers)
            await _first(addresses)
            found.anew = servers.memory()
    return found


async def _first(addresses: list[str]) -> None:
    """Somebody opens the first page of each process, and leaves."""
    for address in addresses:
        async with person(address) as first:
            await first.opens("")


async def _anew(before: list[Path], servers: Servers) -> None:
    """Wait until every process has begun anew, because nobody is there."""
    until = time.monotonic() + _BEGUN_BY
    while set(before) & set(servers.places) or len(servers.places) < len(before):
        if time.monotonic() > until:
            raise TimeoutError("A process that nobody needs has not begun anew.")
        await asyncio.sleep(_LOOKING)
    await asyncio.sleep(_LOOKING)


async def _work(
    servers: Servers,
    addresses: list[str],
    place: Place,
    asked: argparse.Namespace,
    time_of_all: int,
    found: Found,
) -> None:
    """Everybody comes, works and leaves, once."""
    before, until = servers.processor(), time.monotonic() + 60 * asked.minutes
    looking = asyncio.create_task(_look(servers, found))
    # Each keeps to one process, as a cookie sees to behind nginx.
    homes = islice(cycle(addresses), asked.people)
    walks = (
        _walk(home, place, until, Random(f"{asked.seed} {time_of_all} {number}"), found)
        for number, home in enumerate(homes)
    )
    await asyncio.gather(*walks)
    found.processor += servers.processor() - before
    looking.cancel()
    with suppress(asyncio.CancelledError):
        await looking


def main() -> int:
    """Print both tables; fail where anybody was shown an error on the app."""
    said = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    said.add_argument("--people", type=int, default=50, help="how many are at work at once")
    said.add_argument("--minutes", type=float, default=5, help="for how long")
    said.add_argument("--times", type=int, default=1, help="how often all come, and leave again")
    said.add_argument(
        "--processes",
        type=int,
        default=os.cpu_count() or 1,
        help="how many serve them; usually one for each core",
    )
    said.add_argument("--seed", type=int, default=1, help="which walks they take")
    asked = said.parse_args()
    os.environ[SETTING] = _FRESH_AFTER
    ours, theirs = (asyncio.run(_loaded(place, asked)) for place in (APP, NAIVE))
    print(
        f"{asked.people} people for {asked.minutes:g} minutes, seed {asked.seed}; "
        f"served by {asked.processes} processes.\n"
    )
    print(table((ours, theirs)))
    return 1 if ours.errors else 0


if __name__ == "__main__":
    sys.exit(main())
