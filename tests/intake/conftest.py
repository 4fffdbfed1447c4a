"""England’s tables as the Draw page reads them."""

from collections.abc import Callable

import pytest

from footprint.facts.atlas import Atlas
from footprint.facts.other_names import OtherNames, read_other_names
from footprint.intake import uploads
from footprint.intake.uploads import Upload
from footprint.options.option import Option, begin
from footprint.plans.plan import Plan

Reading = Callable[[bytes], Upload]


@pytest.fixture(scope="session")
def other_names() -> OtherNames:
    """What tables may call districts and ICBs."""
    return read_other_names()


@pytest.fixture(scope="session")
def icb_names(completed: dict[str, Plan]) -> dict[str, str]:
    """The ICBs of 2023, by code."""
    return {one.id: one.name for one in completed["icb-2023"].footprints}


@pytest.fixture(scope="session")
def begun(completed: dict[str, Plan]) -> Option:
    """The option that every table is read into: the ICBs of 2023."""
    return begin(completed["icb-2023"], "icb-2023")


@pytest.fixture(scope="session")
def reading(
    begun: Option, england: Atlas, icb_names: dict[str, str], other_names: OtherNames
) -> Reading:
    """A function that reads a file of England."""
    return lambda content: uploads.read(content, begun, england, icb_names, other_names)


Asking = Callable[..., Upload]


@pytest.fixture(scope="session")
def asking(
    begun: Option, england: Atlas, icb_names: dict[str, str], other_names: OtherNames
) -> Asking:
    """A function that reads a file of England, with answers to what it may mean."""
    return lambda content, *answers: uploads.read(
        content, begun, england, icb_names, other_names, answers
    )
