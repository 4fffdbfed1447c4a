"""Every plan of a small country, tried one by one, with plain loops and nothing of the library."""

from __future__ import annotations

from collections import Counter
from itertools import product

from footprint.facts.atlas import Atlas
from footprint.optimum.asked import Asked

Owner = dict[str, str]


class ByHand:
    """A country, and what is asked of it."""

    def __init__(self, atlas: Atlas, asked: Asked) -> None:
        rows = atlas.blocks.to_dict("index")
        self.rows = {b: r for b, r in rows.items() if asked.region in ("", r["nhs_region"])}
        self.asked = asked
        self.before = {b: f for b, f in asked.plan.assignment if b in self.rows}
        self.pairs = list(zip(atlas.borders["block_a"], atlas.borders["block_b"], strict=True))
        utla = atlas.authorities["utla"].to_dict()
        self.tiers = {
            "lad": {b: r["lad"] for b, r in self.rows.items()},
            "utla": {b: utla[r["lad"]] for b, r in self.rows.items()},
        }

    def people(self, some: list[str]) -> int:
        return sum(self.rows[block]["residents_2024"] for block in some)

    def held(self, owner: Owner) -> dict[str, list[str]]:
        return {f: [b for b in owner if owner[b] == f] for f in set(owner.values())}

    def authorities(self, tier: str) -> list[list[str]]:
        found: dict[object, list[str]] = {}
        for block, authority in self.tiers[tier].items():
            region = self.rows[block]["nhs_region"] if self.asked.inside_regions else ""
            found.setdefault((authority, region), []).append(block)
        return list(found.values())

    def in_one_piece(self, some: list[str]) -> bool:
        reached, before = {some[0]}, 0
        while len(reached) > before:
            before = len(reached)
            for one, other in self.pairs:
                if one in some and other in some and {one, other} & reached:
                    reached |= {one, other}
        return len(reached) == len(some)

    def moves_whole(self, owner: Owner) -> bool:
        asked = self.asked
        parts = [group for tier in asked.whole for group in self.authorities(tier)]
        if asked.unit != "block":
            for group in self.authorities(asked.unit):
                for footprint in {self.before[block] for block in group}:
                    parts.append([block for block in group if self.before[block] == footprint])
        return all(len({owner[block] for block in part}) == 1 for part in parts)

    def meets(self, owner: Owner) -> bool:
        asked, held, before = self.asked, self.held(owner), self.held(self.before)
        if not self.moves_whole(owner):
            return False
        if any(self.people(some) < asked.least for some in held.values()):
            return False
        if asked.one_piece and not all(self.in_one_piece(some) for some in held.values()):
            return False
        if asked.footprints not in (None, len(held)):
            return False
        if any(held.get(one, []) != before.get(one, []) for one in asked.locked):
            return False
        if asked.stays and not all(
            owner[max(some, key=lambda b: (self.people([b]), -int(b)))] == footprint
            for footprint, some in before.items()
        ):
            return False
        return not asked.inside_regions or self.inside(owner, before)

    def inside(self, owner: Owner, before: dict[str, list[str]]) -> bool:
        home = {}
        for footprint, some in before.items():
            count: Counter[str] = Counter()
            for block in some:
                count[self.rows[block]["nhs_region"]] += self.people([block])
            home[footprint] = min(count, key=lambda region: (-count[region], region))
        return all(home[f] == self.rows[block]["nhs_region"] for block, f in owner.items())

    def value(self, owner: Owner) -> int:
        if self.asked.aim == "movers":
            return self.people([b for b in owner if owner[b] != self.before[b]])
        if self.asked.aim == "split":
            groups = self.authorities(self.asked.split)
            return sum(len({owner[block] for block in group}) > 1 for group in groups)
        sizes = [self.people(some) for some in self.held(owner).values()]
        return max(sizes) - min(sizes)

    def best(self) -> int | None:
        ids = sorted(set(self.before.values()))
        owners = (
            dict(zip(self.before, given, strict=True))
            for given in product(ids, repeat=len(self.before))
        )
        return min((self.value(owner) for owner in owners if self.meets(owner)), default=None)
