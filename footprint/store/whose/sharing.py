"""Sharing in words: who sees an option, as the audit and the list say it."""

from __future__ import annotations

from footprint.rights.policy import Access


def sentence(access: Access) -> str:
    """Who sees an option, in a few words."""
    if not access.intact:
        return "Only admins see it, because what was kept of whose it is was changed in the store"
    if access.audience == "everybody":
        return "Everybody signed in sees it"
    if access.audience == "team":
        return f"The team {access.team} sees it"
    return f"Only {access.owner_name} and admins see it" if access.owner else "Only admins see it"
