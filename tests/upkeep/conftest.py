"""Stores to make backups of: those of the tests of the store."""

from tests.store.conftest import postgres, url

__all__ = ["postgres", "url"]
