"""Keys: an option's text as the key of a plan, so that it can stand wherever a plan is named."""

from __future__ import annotations

PREFIX = "drawn-"
# An underscore parts the keys of several plans in an address.
_UNDERSCORE, _INSTEAD = "_", "."


def is_drawn(key: str) -> bool:
    """Whether a plan's key speaks of an option by its text, well formed or not."""
    return key.startswith(PREFIX)


def key_of(text: str) -> str:
    """The key of the option that a text holds, among all plans."""
    return f"{PREFIX}{text.replace(_UNDERSCORE, _INSTEAD)}"


def text_of(key: str) -> str:
    """The text of the option that a key names."""
    return key.removeprefix(PREFIX).replace(_INSTEAD, _UNDERSCORE)
