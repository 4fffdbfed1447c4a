"""The optimum on the command line: icb-footprints optimum --nearest merged-2026-04 --json."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from footprint.facts.atlas import Atlas, load_atlas
from footprint.facts.guidance import LEAST_PEOPLE
from footprint.optimum.answer import Answer, Progress, sentences
from footprint.optimum.asked import AIMS, BLOCKS, SECONDS, Asked
from footprint.optimum.search import optimum
from footprint.plans.assignment import PlanError
from footprint.plans.plan import read_plans
from footprint.terminal import Parser, ended


def main(given: list[str] | None = None) -> int:
    """Answer one question, and say nought where it is proved, one where it is open.

    Ctrl+C ends the search with the best it found; once more, it ends the command.
    """
    parser = _parser()
    options = parser.parse_args(given)
    atlas = load_atlas()
    try:
        asked = _asked(atlas, options)
        with interrupted() as enough:
            answer = optimum(
                atlas, asked, seconds=options.seconds, tell=_told, cancelled=enough.is_set
            )
    except PlanError as refused:
        parser.error(str(refused))
    said = sentences(atlas, answer)
    print(json.dumps(_record(answer, said), indent=1) if options.json else "\n".join(said))
    return 0 if answer.proved else 1


@contextmanager
def interrupted() -> Iterator[threading.Event]:
    """What is set by Ctrl+C, which the solver would swallow; pressed again it is as ever."""
    enough, before = threading.Event(), signal.getsignal(signal.SIGINT)

    def heard(*_: object) -> None:
        enough.set()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, heard)
    try:
        yield enough
    finally:
        signal.signal(signal.SIGINT, before)


def _asked(atlas: Atlas, options: argparse.Namespace) -> Asked:
    if not options.seconds > 0:
        raise PlanError("A search takes more than 0 seconds.")
    if (options.aim == "split") != bool(options.split):
        raise PlanError(
            "--aim split counts the split authorities of a tier, which --split names: give both, "
            "as in --aim split --split utla, or neither"
        )
    if options.aim != "movers" and not options.stays and options.footprints is None:
        raise PlanError(
            f"One footprint for all would serve --aim {options.aim}: say how many with "
            "--footprints, or let each stay with --stays"
        )
    plans = read_plans(atlas)
    if options.nearest not in plans:
        raise PlanError(f"There is no plan {options.nearest}; there are {', '.join(plans)}.")
    return Asked(
        plan=plans[options.nearest].seen_as(options.seen),
        aim=options.aim,
        unit=options.unit,
        whole=tuple(options.whole),
        split=options.split,
        least=options.least,
        one_piece=not options.any_pieces,
        stays=options.stays,
        footprints=options.footprints,
        locked=frozenset(options.locked),
        inside_regions=options.inside_regions,
        region=options.region,
    )


def _told(progress: Progress) -> None:
    best = "none yet" if progress.best is None else f"{progress.best:,}"
    print(
        f"{progress.seconds:6.1f} s {progress.part} turn {progress.turn}: "
        f"at least {progress.bound:,}, best {best}",
        file=sys.stderr,
    )


def _record(answer: Answer, said: list[str]) -> dict[str, object]:
    return {
        "state": answer.state,
        "value": answer.value,
        "bound": answer.bound,
        "seconds": round(answer.seconds, 2),
        "said": said,
        "parts": [
            {"name": part.name, "state": part.state, "value": part.value, "bound": part.bound}
            for part in answer.parts
        ],
        "footprint_of_block": dict(answer.pairs),
    }


def _parser() -> argparse.ArgumentParser:
    parser = Parser("icb-footprints optimum", str(__doc__))
    add = parser.add_argument
    add("--nearest", required=True, metavar="PLAN", help="the plan to begin from")
    add("--seen", choices=("bodies", "teams"), default="bodies", help="the layer looked at")
    add("--aim", choices=tuple(AIMS), default="movers", help="what is to be least")
    add("--split", default="", metavar="TIER", help="the tier counted by --aim split")
    add("--unit", default=BLOCKS, help="what moves whole: block, or a tier such as lad or utla")
    add("--whole", nargs="*", default=[], metavar="TIER", help="tiers nothing of which is split")
    add("--least", type=int, default=LEAST_PEOPLE, help="fewest residents of a footprint")
    add("--footprints", type=int, help="how many there are to be")
    add("--stays", action="store_true", help="every footprint keeps where most of it lives")
    add("--locked", nargs="*", default=[], metavar="ID", help="footprints that do not change")
    add("--inside-regions", action="store_true", help="no footprint leaves its NHS region")
    add("--any-pieces", action="store_true", help="footprints may be in several pieces")
    add("--region", default="", help="only this NHS region")
    add("--seconds", type=float, default=SECONDS, help="time for the search")
    add("--json", action="store_true", help="print a record and not sentences")
    return parser


if __name__ == "__main__":
    sys.exit(ended(main))
