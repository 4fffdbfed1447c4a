"""What a usual run takes a sample of, and `make thorough` takes whole."""

import os
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")

THOROUGH = os.environ.get("ICB_FOOTPRINTS_TESTS") == "thorough"


def sampled(every: Iterable[T], step: int) -> list[T]:
    """One in so many of what is to be tested, the first among it; all of it in a thorough run."""
    return list(every)[:: 1 if THOROUGH else step]
