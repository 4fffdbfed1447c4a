"""Hostile files: each is answered in a sentence, by a process that is held to limits."""

import re
from collections.abc import Iterator

import pytest

from footprint.apart.keeper import TOO_MUCH_SAID, ApartError, Keeper
from footprint.apart.tasks import CostFile, OptionFile, PackFile, ScenarioFile, Task
from footprint.intake.uploads import Upload
from footprint.options.option import Option, begin
from footprint.plans.plan import Plan
from tests.apart import hostile

_UNTOLD = re.compile(r"Traceback|/tmp|/home|/root|site-packages|Error\b|0x[0-9a-f]{6}")


@pytest.fixture(scope="module")
def begun(completed: dict[str, Plan]) -> Option:
    return begin(completed["icb-2023"], "icb-2023")


@pytest.fixture(scope="module")
def keeper() -> Iterator[Keeper]:
    """One process apart for all files."""
    made = Keeper()
    yield made
    made.end()


@pytest.fixture(scope="module")
def of_options() -> dict[str, bytes]:
    """Tables of options, as workbooks of either kind and as text."""
    return dict([*hostile.books(), *hostile.documents(), *hostile.texts()])


@pytest.fixture(scope="module")
def of_areas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Areas in every format."""
    folder = tmp_path_factory.mktemp("areas")
    return dict([*hostile.areas(), *hostile.packages(folder)])


def said_of(keeper: Keeper, task: Task) -> list[str]:
    """Everything a visitor is told of a file."""
    try:
        answer = keeper.ask(task)
    except ApartError as problem:
        return [str(problem)]
    if isinstance(answer, Upload):
        return [*answer.taken, *answer.notes, *(one.sentence for one in answer.problems)]
    found, problems, *_ = answer
    return [*problems] if not found else [*problems, "It was read."]


def held(keeper: Keeper, files: dict[str, Task]) -> None:
    """Every file is answered by one process that stays, and none only stopped by its limits."""
    keeper.ask(ScenarioFile(hostile.GOOD_SCENARIO))
    process = keeper.number
    said = {name: said_of(keeper, task) for name, task in files.items()}
    assert [name for name, told in said.items() if not told] == []
    untold = {name: told for name, told in said.items() if _UNTOLD.search(" ".join(told))}
    assert untold == {}
    assert [name for name, told in said.items() if TOO_MUCH_SAID in told] == []
    assert keeper.number == process


def test_hostile_workbooks_and_texts_are_answered(
    keeper: Keeper, begun: Option, of_options: dict[str, bytes]
) -> None:
    held(keeper, {name: OptionFile(content, begun) for name, content in of_options.items()})


def test_hostile_scenarios_are_answered(keeper: Keeper) -> None:
    held(keeper, {name: ScenarioFile(content) for name, content in hostile.scenarios()})


def test_hostile_tables_of_costs_are_answered(keeper: Keeper) -> None:
    held(keeper, {name: CostFile(content) for name, content in hostile.costs()})


def test_hostile_areas_are_answered(
    keeper: Keeper, begun: Option, of_areas: dict[str, bytes]
) -> None:
    held(keeper, {name: OptionFile(content, begun) for name, content in of_areas.items()})


def test_hostile_packs_are_answered_in_few_words(keeper: Keeper) -> None:
    files = {name: PackFile(content) for name, content in hostile.packs()}
    keeper.ask(ScenarioFile(hostile.GOOD_SCENARIO))
    process = keeper.number
    for name, task in files.items():
        try:
            pack, said = keeper.ask(task)
        except ApartError as problem:
            pack, said = None, str(problem)
        assert pack is None, name
        assert 0 < len(said) < 5_000, name
    assert keeper.number == process


def test_there_are_at_least_three_hundred_of_them(
    of_options: dict[str, bytes], of_areas: dict[str, bytes]
) -> None:
    rest = {*dict(hostile.scenarios()), *dict(hostile.costs())}
    assert len(of_options) + len(of_areas) + len(rest) >= 300
