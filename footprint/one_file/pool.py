"""Pools: trees of texts and numbers in which whatever is alike is said once."""

from __future__ import annotations

import json
import zlib
from base64 import b85encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

Leaf = str | int | float | bool | None
Tree = Leaf | Sequence["Tree"] | Mapping[str, "Tree"]
Node = Leaf | list[int] | dict[str, int]
SHARED = "shared"
# No letter of a packed part may begin a tag.
_SAFE = bytes.maketrans(b"<", b",")


def shared_out(trees: Mapping[str, Tree]) -> dict[str, list[Node]]:
    """Say each different part of some trees once: those of several in one pool for all of them.

    A pool lists parts, what each is made of before it; in place of its parts a mapping holds their
    numbers, and a list how far each is from the one before it, the first from 0. Numbers count on
    from the shared pool, called SHARED, into a tree's own, whose last part is the tree.
    """
    pool = Pool()
    roots = {name: pool.place(tree) for name, tree in trees.items()}
    used = {name: pool.below(root) for name, root in roots.items()}
    times = Counter(number for numbers in used.values() for number in numbers)
    # Whatever a shared part is made of is shared too.
    shared = [n for n in sorted(times) if times[n] > 1]
    order = {number: place for place, number in enumerate(shared)}
    made = {SHARED: pool.said(shared, order)}
    for name, numbers in used.items():
        # The last part of a tree's own pool is the tree, whoever else holds it.
        own = sorted(numbers - order.keys()) or [roots[name]]
        known = order | {number: place for place, number in enumerate(own, start=len(shared))}
        made[name] = pool.said(own, known)
    return made


class Pool:
    """Different parts of trees, each once, and each after the parts it is made of."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._places: dict[object, int] = {}

    def place(self, tree: Tree) -> int:
        """Where a tree stands in the pool."""
        # Most are single words and figures, and they are quickest told by these.
        if tree is None or isinstance(tree, (str, int, float)):
            # 1, 1.0 and True are equal, and are not to be taken for one another.
            node: Node = tree
            known: object = (type(tree), tree)
        elif isinstance(tree, Mapping):
            node = {name: self.place(part) for name, part in tree.items()}
            known = ("mapping", *node.items())
        else:
            node = [self.place(part) for part in tree]
            known = ("list", *node)
        if known not in self._places:
            self._places[known] = len(self.nodes)
            self.nodes.append(node)
        return self._places[known]

    def below(self, root: int) -> set[int]:
        """A part and everything it is made of."""
        found, ahead = {root}, [root]
        while ahead:
            new = set(_parts(self.nodes[ahead.pop()])) - found
            found |= new
            ahead.extend(new)
        return found

    def said(self, numbers: Iterable[int], order: Mapping[int, int]) -> list[Node]:
        """Some parts in a new order."""
        return [_renumbered(self.nodes[number], order) for number in numbers]


def _parts(node: Node) -> Iterable[int]:
    if isinstance(node, Mapping):
        return node.values()
    return node if isinstance(node, list) else ()


def _renumbered(node: Node, order: Mapping[int, int]) -> Node:
    if isinstance(node, Mapping):
        return {name: order[part] for name, part in node.items()}
    return _steps([order[part] for part in node]) if isinstance(node, list) else node


def _steps(numbers: list[int]) -> list[int]:
    """Numbers as steps: parts that follow each other are many, and ones pack best."""
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def packed(tree: Tree) -> str:
    """Write a pool, or a tree with little in common, as the browser unpacks it: deflated JSON."""
    written = json.dumps(tree, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return letters(written.encode())


def letters(content: bytes) -> str:
    """Deflate, in letters that are safe inside a page, five of 85 to four bytes."""
    return b85encode(zlib.compress(content, 9)).translate(_SAFE).decode()
