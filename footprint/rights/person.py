"""A person: who is signed in, with the role and the teams that others gave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = ("reader", "editor", "admin")
"""From the one who may do least to the one who may do most."""


@dataclass(frozen=True)
class Person:
    """Somebody who is signed in.

    `id` is the same for ever and of nobody else; `name` is what others read. `teams` are the
    names of groups, as whoever signs people in has them.
    """

    id: str
    name: str
    role: Role = "reader"
    teams: frozenset[str] = frozenset()


SIGNED_OUT = Person("", "")
"""Nobody: where people sign in, whoever has not may see no option and do nothing."""
