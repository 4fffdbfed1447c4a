"""Changes of meaning: what could be wrong in a module without anything looking wrong.

Words, types and decorators are left as they are: no test should hang on them.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_TURNED = {
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_MOVED = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
_OTHER_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
_EMPTY = {
    "str": "''",
    "bytes": "b''",
    "list": "[]",
    "tuple": "()",
    "dict": "{}",
    "set": "set()",
    "frozenset": "frozenset()",
    "Mapping": "{}",
    "Sequence": "()",
    "int": "0",
    "float": "0.0",
}
_NOT_MEANING = {"annotation", "returns", "decorator_list", "bases", "type_params"}
# Arguments that ask for more care, or for a way of running, and never for another result.
_CARE = {"strict", "daemon", "check", "flush", "encoding", "observed", "validate", "indent"}
# Code that stands anywhere without brackets round it.
_CLOSED = (ast.Constant, ast.Call, ast.Name, ast.List, ast.Tuple, ast.Dict)
_TYPES_ASKED = {"isinstance", "issubclass", "cast", "TypeVar", "NewType"}

# What kind of change, which node goes, and what stands there instead.
Found = Iterator[tuple[str, ast.AST, ast.AST]]


@dataclass(frozen=True)
class Change:
    """One piece of a module written otherwise; `start` and `end` are bytes of the source."""

    line: int
    kind: str
    before: str
    after: str
    start: int
    end: int

    def put_into(self, source: bytes) -> bytes:
        """Return the module with this change."""
        return source[: self.start] + self.after.encode() + source[self.end :]


def changes(source: bytes) -> list[Change]:
    """Every change that can be made to a module, one at a time."""
    tree = ast.parse(source)
    lines = source.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines))]
    return [
        Change(old.lineno, kind, source[start:end].decode(), _text(new), start, end)
        for node in _meaning(tree)
        for kind, old, new in _WAYS.get(type(node), _none)(node)
        for start in [starts[old.lineno - 1] + old.col_offset]
        for end in [starts[old.end_lineno - 1] + old.end_col_offset]
    ]


def _text(node: ast.AST) -> str:
    written = ast.unparse(ast.fix_missing_locations(node))
    return written if isinstance(node, _CLOSED) else f"({written})"


def _meaning(node: ast.AST) -> Iterator[ast.AST]:
    """Walk through a tree, past types, words, logs and what only tools read."""
    yield node
    for name, value in ast.iter_fields(node):
        children = value if isinstance(value, list) else [value]
        if name not in _NOT_MEANING:
            for child in children:
                if isinstance(child, ast.AST) and not _beside_the_point(child):
                    yield from _meaning(child)


def _beside_the_point(node: ast.AST) -> bool:
    match node:
        # Python 3.11 does not say where the parts of an f-string stand.
        case ast.JoinedStr() | ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name("TYPE_CHECKING")):
            return True
        case ast.If(test=ast.Compare(left=ast.Name("__name__"))):
            return True
        case ast.Call(func=ast.Name(name)):
            return name in _TYPES_ASKED
        case ast.Call(func=ast.Attribute(value=ast.Name("_LOG"))):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name("re"), attr="compile")):
            return True
        case ast.keyword(arg=name):
            return name in _CARE
        case ast.Assign(value=ast.Subscript() | ast.BinOp(op=ast.BitOr())):
            # A name for a type.
            return node.col_offset == 0
    return False


def _none(_: ast.AST) -> Found:
    return iter(())


def _with(node: ast.AST, **fields: object) -> ast.AST:
    other = copy.deepcopy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _comparison(node: ast.Compare) -> Found:
    for place, operator in enumerate(node.ops):
        for kind, others in (("turned", _TURNED), ("boundary", _MOVED)):
            if other := others.get(type(operator)):
                ops = [*node.ops[:place], other(), *node.ops[place + 1 :]]
                yield kind, node, _with(node, ops=ops)


def _sum(node: ast.BinOp) -> Found:
    yield "dropped", node, node.left
    if isinstance(node.op, (ast.Add, ast.Mult, ast.BitOr, ast.BitAnd)):
        yield "dropped", node, node.right
    if isinstance(node.op, (ast.Sub, ast.Div, ast.FloorDiv)):
        yield "swapped", node, _with(node, left=node.right, right=node.left)


def _both(node: ast.BoolOp) -> Found:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield "and/or", node, _with(node, op=other)
    for place in range(len(node.values)):
        values = [*node.values[:place], *node.values[place + 1 :]]
        yield "dropped", node, _with(node, values=values) if len(values) > 1 else values[0]


def _sign(node: ast.UnaryOp) -> Found:
    yield "negated", node, node.operand


def _constant(node: ast.Constant) -> Found:
    if isinstance(node.value, bool):
        yield "negated", node, ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield "off by one", node, ast.Constant(node.value + 1)


def _condition(node: ast.If | ast.IfExp | ast.While) -> Found:
    if isinstance(node.test, (ast.Name, ast.Attribute, ast.Call, ast.NamedExpr)):
        yield "negated", node.test, ast.UnaryOp(ast.Not(), node.test)


def _filtered(node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Found:
    for place, part in enumerate(node.generators):
        if part.ifs:
            parts = [*node.generators]
            parts[place] = _with(part, ifs=part.ifs[1:])
            yield "dropped", node, _with(node, generators=parts)


def _call(node: ast.Call) -> Found:
    either = isinstance(node.func, ast.Name) and node.func.id in ("min", "max")
    if len(node.args) > 1 and not either and ast.dump(node.args[0]) != ast.dump(node.args[1]):
        yield "swapped", node, _with(node, args=[*node.args[1::-1], *node.args[2:]])
    if isinstance(node.func, ast.Name) and (other := _OTHER_NAMES.get(node.func.id)):
        yield "min/max", node, _with(node, func=ast.Name(other))
    if isinstance(node.func, ast.Name) and node.func.id == "sorted" and node.args:
        given = [keyword for keyword in node.keywords if keyword.arg != "reverse"]
        turned = ast.keyword("reverse", ast.Constant(len(given) == len(node.keywords)))
        yield "order", node, _with(node, keywords=[*given, turned])
        yield "order", node, ast.Call(ast.Name("list"), node.args[:1], [])


def _emptied(node: ast.FunctionDef) -> Found:
    """Whatever a function returns, without what it holds."""
    kind = node.returns.value if isinstance(node.returns, ast.Subscript) else node.returns
    empty = _EMPTY.get(kind.id, "None") if isinstance(kind, ast.Name) else "None"
    for inner in ast.walk(node):
        if isinstance(inner, ast.Return) and inner.value and ast.unparse(inner.value) != empty:
            yield "emptied", inner.value, ast.parse(empty, mode="eval").body


_WAYS: dict[type, Callable[..., Found]] = {
    ast.Compare: _comparison,
    ast.BinOp: _sum,
    ast.BoolOp: _both,
    ast.UnaryOp: _sign,
    ast.Constant: _constant,
    ast.If: _condition,
    ast.IfExp: _condition,
    ast.While: _condition,
    ast.ListComp: _filtered,
    ast.SetComp: _filtered,
    ast.DictComp: _filtered,
    ast.GeneratorExp: _filtered,
    ast.Call: _call,
    ast.FunctionDef: _emptied,
}
