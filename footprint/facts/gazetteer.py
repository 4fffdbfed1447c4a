"""The gazetteer: what people call places, each with the blocks it lies in."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from footprint.facts.atlas import Atlas, JoinError
from footprint.facts.manifest import ROOT, read_table

ICB = "ICB"
ICB_BEFORE = "ICB to March 2026"
FOOTPRINT = "footprint of this plan"
TO_COME = "council to come"
REGION = "region"


@dataclass(frozen=True)
class Named:
    """A name with what it is of.

    `shares` gives the part, 0 to 1, of the place in each block, in descending order: of residents,
    or for a postcode district of postcodes. `area` is the code of a whole ICB, council or county,
    or "" for a point or anything that no code stands for, and `official` the name it has there.
    `size` orders places of one name.
    """

    name: str
    kind: str
    shares: tuple[tuple[str, float], ...]
    area: str = ""
    official: str = ""
    size: float = 0


def read_gazetteer(atlas: Atlas, root: Path = ROOT) -> tuple[Named, ...]:
    """Read every name; raises JoinError where one is of a code or block that is not there."""
    areas = _Areas(atlas)
    listed = read_table("data/aliases.csv", root, text=("name", "codes"))
    named = [areas.named(*row) for row in listed[["name", "kind", "codes"]].to_numpy().tolist()]
    regions = areas.nhs_regions({one.name for one in named if one.kind == REGION})
    known = (*areas.official(), *areas.to_come(), *regions, *named, *_places(atlas, root))
    return (*known, *_everyday(known, areas, root))


def _everyday(known: Iterable[Named], areas: _Areas, root: Path) -> Iterator[Named]:
    """What people call places of the gazetteer besides, each of every place of that name.

    One that has no other name there is said by what it lies in: "town: Ipswich".
    """
    listed = read_table("data/everyday_names.csv", root, text=("name", "kind", "of"))
    called: dict[tuple[str, str], dict[Named, None]] = {}
    for one in known:
        called.setdefault((one.kind, one.name), {})[one] = None
    for name, kind, of in listed[["name", "kind", "of"]].to_numpy().tolist():
        parts = [tuple(part.split(": ")) for part in of.split("; ")] if ": " in of else []
        for what, who in parts or [(kind, of)]:
            if (what, who) not in called:
                raise JoinError(
                    f"“{name}” is said to be “{who}”, which is no {what} of the gazetteer."
                )
        if parts:
            lie = [block for part in parts for one in called[part] for block, _ in one.shares]
            yield Named(name, kind, areas.shares(dict.fromkeys(lie)))
            continue
        for one in called[kind, of]:
            yield replace(one, name=name, official=one.official or of)


def _places(atlas: Atlas, root: Path) -> Iterator[Named]:
    table = read_table("data/places.csv", root, text=("name",))
    if unknown := sorted(set(table["block"]) - set(atlas.blocks.index)):
        raise JoinError(f"Places name blocks that are not in blocks.csv: {', '.join(unknown)}")
    found: dict[tuple[str, str, str], dict[str, float]] = {}
    size: dict[tuple[str, str, str], float] = {}
    for name, kind, block, share, built in table.to_numpy().tolist():
        # Several towns have one name; what is shared between blocks has its own.
        place = (name, kind, block if share == 1 else "")
        found.setdefault(place, {})[block] = share
        size[place] = built
    served = _served(atlas)
    for place, shares in found.items():
        name, kind, _ = place
        everywhere = served.get(name, ()) if kind == "NHS trust" else ()
        yield Named(name, kind, everywhere or tuple(shares.items()), size=size[place])


def _served(atlas: Atlas) -> dict[str, tuple[tuple[str, float], ...]]:
    """The blocks that each ambulance trust serves, for it is asked for there.

    Each has the part of the trust's people who live in it, the most first.
    """
    rows = atlas.bodies[atlas.bodies["kind"] == "ambulance trust"]
    residents = atlas.blocks["residents_2022"].reindex(rows["block"]).to_numpy()
    people = (rows["residents_share"] * residents).set_axis(rows["block"])
    served: dict[str, tuple[tuple[str, float], ...]] = {}
    for name, there in people.groupby(rows["name"].to_numpy()):
        parts = (there / there.sum()).sort_values(ascending=False, kind="stable")
        served[str(name)] = tuple((str(block), float(part)) for block, part in parts.items())
    return served


class _Areas:
    """Blocks and residents of whatever has a code."""

    def __init__(self, atlas: Atlas) -> None:
        blocks = atlas.blocks
        self._atlas = atlas
        self._residents = blocks["residents_2024"].to_dict()
        by_upper = atlas.authorities["utla"].reindex(blocks["lad"]).set_axis(blocks.index)
        columns = [blocks[name] for name in ("icb", "icb_2026", "sicbl", "region", "lad")]
        self._blocks: dict[str, list[str]] = {}
        for codes in (*columns, by_upper):
            for code, members in codes.groupby(codes).groups.items():
                self._blocks.setdefault(str(code), list(members))
        for code, lads in atlas.strategic_authorities["lads"].items():
            held = [block for lad in lads.split(";") if lad for block in self._blocks[lad]]
            self._blocks[str(code)] = held
        icbs = atlas.icbs
        self._now = icbs.loc[icbs["in_force_to"] == "", "icb"].to_dict()
        self._official = {
            **icbs.set_index("icb")["short_name"].to_dict(),
            **atlas.authorities["lad_name"].to_dict(),
            **atlas.authorities.set_index("utla")["utla_name"].to_dict(),
            **atlas.strategic_authorities["name"].to_dict(),
        }

    def named(self, name: str, kind: str, codes: str) -> Named:
        """One name of one or several codes."""
        code, *others = codes.split(";")
        if unknown := [one for one in (code, *others) if one not in self._blocks]:
            raise JoinError(f"“{name}” names codes that are nowhere: {', '.join(unknown)}.")
        if kind.startswith(ICB):
            return self._icb(name, code)
        blocks = [block for one in (code, *others) for block in self._blocks[one]]
        area = "" if others or kind == REGION else code
        return Named(name, kind, self.shares(blocks), area, self._official.get(area, ""))

    def _icb(self, name: str, code: str) -> Named:
        """An ICB by its ODS code; of one that is enlarged or gone, the area it had."""
        area = self._now.get(code, code)
        kind = ICB if area in self._now.values() else ICB_BEFORE
        shares = self.shares(self._blocks[code])
        return Named(name, kind, shares, area, self._official[area])

    def official(self) -> Iterator[Named]:
        """The names of districts, upper tiers and strategic authorities in our own tables."""
        atlas = self._atlas
        for code, name in atlas.authorities["lad_name"].items():
            yield self.named(str(name), "council", str(code))
        for code, name in dict(atlas.authorities[["utla", "utla_name"]].to_numpy()).items():
            if code.startswith("E10"):
                yield self.named(name, "county council", code)
        for code, name in atlas.strategic_authorities["name"].items():
            if self._blocks[str(code)]:
                yield self.named(str(name), "strategic authority", str(code))

    def to_come(self) -> Iterator[Named]:
        """The councils that will stand after a reorganisation that goes ahead."""
        councils = self._atlas.new_councils
        ahead = councils[councils["status"].str.startswith("going ahead")]
        for name, lads in ahead["lad_codes"].items():
            blocks = [block for lad in lads.split(";") for block in self._blocks[lad]]
            yield Named(str(name), TO_COME, self.shares(blocks))

    def nhs_regions(self, known: Container[str]) -> Iterator[Named]:
        """The regions of the NHS that are no region of the country's by name."""
        regions = self._atlas.blocks["nhs_region"]
        for name, blocks in regions.groupby(regions).groups.items():
            if name not in known:
                yield Named(str(name), REGION, self.shares(blocks))

    def shares(self, blocks: Iterable[str]) -> tuple[tuple[str, float], ...]:
        people = {block: self._residents[block] for block in blocks}
        whole = sum(people.values())
        return tuple(
            (block, people[block] / whole) for block in sorted(people, key=people.get)[::-1]
        )


def shares_in(named: Named, owner: Mapping[str, str]) -> dict[str, float]:
    """How much of a place lies in each area, largest first; `owner` is the area of each block."""
    found: dict[str, float] = {}
    for block, share in named.shares:
        found[owner[block]] = found.get(owner[block], 0) + share
    return dict(sorted(found.items(), key=lambda item: -item[1]))
