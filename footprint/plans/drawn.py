"""Drawn: the key of a plan that somebody draws, which is kept nowhere but in the key itself."""

from __future__ import annotations

from footprint.plans.plan import bare_key

IN_ADDRESS = "drawn"
"""What an address says in place of the key, for it holds the drawing beside it."""

_PREFIX = f"{IN_ADDRESS}-"


def drawn_key(text: str) -> str:
    """The key of the plan that an option's text holds."""
    return f"{_PREFIX}{text}"


def is_drawn(key: str) -> bool:
    """Whether a plan's key speaks of a drawing, whole or not."""
    return key.startswith(_PREFIX)


def drawn_text(key: str) -> str:
    """The option's text that the key of a drawing holds, whatever layer is looked at."""
    return bare_key(key).removeprefix(_PREFIX)
