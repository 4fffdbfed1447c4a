"""Doctor: what is wrong with a deployment, one sentence for each fault, with what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from footprint.command.parsers import CommandError, Parser
from footprint.upkeep import inside, outside
from footprint.upkeep.asking import Site, site_of, trusting

FAULTY = 1


def main(arguments: Sequence[str]) -> int:
    """Look at a deployment; 0 where nothing is wrong with it, 1 where something is."""
    asked = _parser().parse_args(arguments)
    if not asked.address and not asked.config:
        raise CommandError("Name the address of a deployment, or --config its settings, or both.")
    found: list[str] = []
    checks = 0
    address = asked.address
    if asked.config:
        file = Path(asked.config)
        settings = inside.settings_in(file)
        found += [said for check in inside.CHECKS for said in check(file, settings)]
        checks += len(inside.CHECKS)
        address = address or settings.get(inside.ADDRESS)
    if address:
        found += from_outside(site_of(address, asked.authority))
        checks += len(outside.CHECKS)
    print("\n".join(found) if found else f"Nothing is wrong: {checks} checks hold.")
    return FAULTY if found else 0


def from_outside(site: Site) -> Iterator[str]:
    """What is wrong with a deployment as the network sees it."""
    sentences = list(outside.encryption(site))
    yield from sentences
    # A bad certificate is said once, and the rest looked at all the same.
    site = trusting(site) if sentences else site
    try:
        site.connected().close()
    except OSError:
        yield f"Nothing answers at {site.origin}: look whether nginx runs and the port is open."
        return
    for check in outside.CHECKS[1:]:
        yield from check(site)


def _parser() -> Parser:
    parser = Parser("doctor", "Say what is wrong with a deployment, and what to do about it.")
    parser.add_argument(
        "address", nargs="?", metavar="ADDRESS", help="where people open it, with its path"
    )
    parser.add_argument(
        "--config", metavar="FILE", help="its settings, such as /etc/icb-footprints.env"
    )
    parser.add_argument(
        "--authority", metavar="FILE", help="certificates to trust besides, such as a trust’s own"
    )
    return parser
