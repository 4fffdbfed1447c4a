"""Once: what is drawn of a value is kept for as long as the value itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import ref

_Value = TypeVar("_Value")
_Said = ParamSpec("_Said")
_Drawn = TypeVar("_Drawn")


def once(
    draw: Callable[Concatenate[_Value, _Said], _Drawn],
) -> Callable[Concatenate[_Value, _Said], _Drawn]:
    """Draw each value a single time for whatever else is said with it.

    Only for values that nobody changes. They are told apart by which they are and not by what they
    say, which would take as long to find out as to draw. What is drawn goes when its value does.
    """
    known: dict[int, tuple[ref[_Value], dict[object, _Drawn]]] = {}

    @wraps(draw)
    def ask(value: _Value, *said: _Said.args, **named: _Said.kwargs) -> _Drawn:
        place = id(value)
        if place not in known or known[place][0]() is not value:
            try:
                known[place] = ref(value, lambda gone: _forget(place, gone)), {}
            except TypeError:
                # Of words and numbers nothing tells when they are gone.
                return draw(value, *said, **named)
        drawn = known[place][1]
        asked = (said, tuple(named.items()))
        if asked not in drawn:
            drawn[asked] = draw(value, *said, **named)
        return drawn[asked]

    def _forget(place: int, gone: ref[_Value]) -> None:
        # Another value may have come to lie in the same place.
        if place in known and known[place][0] is gone:
            del known[place]

    return ask
