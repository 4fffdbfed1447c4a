"""Years: which ICBs a table means, those of 2023 or those of April 2026."""

from __future__ import annotations

import pytest

from footprint.intake import uploads
from footprint.intake.uploads import Upload
from footprint.workspace.plans import start_of
from tests.shared_workspace import WORK

BEGUN = start_of(WORK, "icb-2023", "")
NOW = "The ICBs were read as those of April 2026."
THEN = "The ICBs were read as those of 2023, whatever their heading says."


def read(*lines: str, answers: tuple[str, ...] = ()) -> Upload:
    names = WORK.icb_names, WORK.other_names
    return uploads.read("\n".join(lines).encode(), BEGUN, WORK.atlas, *names, answers)


def in_x(read: Upload) -> set[str]:
    """The blocks that a table gave to the footprint called X."""
    (code,) = (one.id for one in read.option.plan.footprints if one.name == "X")
    given = read.option.plan.footprint_of
    return set(given.index[given == code])


def of(year: str, *codes: str) -> set[str]:
    blocks = WORK.atlas.blocks
    return set(blocks.index[blocks[year].isin(codes)])


@pytest.mark.parametrize("heading", ["ICB", "Area", "ICB 2026", "ICB26NM"])
def test_a_name_of_2023_alone_makes_those_of_either_year_of_2023(heading: str) -> None:
    told = read(f"{heading},Cluster", "Hampshire and Isle of Wight,X", "Frimley,X", "Dorset,Y")
    assert told.problems == ()
    assert in_x(told) == of("icb", "QRL", "QNQ")
    assert NOW not in told.taken
    assert (THEN in told.taken) == ("26" in heading)


def test_one_row_of_2023_is_enough() -> None:
    assert in_x(read("ICB,Cluster", "Frimley,X")) == of("icb", "QNQ")


def test_a_name_of_2026_alone_makes_those_of_either_year_of_2026() -> None:
    told = read("ICB 2023,Cluster", "Hampshire and Isle of Wight,X", "Thames Valley,Y")
    assert in_x(told) == of("icb_2026", "E54000067")
    assert NOW in told.taken


def test_names_of_both_years_are_asked_about_and_those_of_the_other_year_are_told() -> None:
    rows = ("ICB,Cluster", "Frimley,X", "Kent and Medway,X", "Thames Valley,Y", "Essex,Y")
    told = read(*rows)
    assert told.question.words == (
        "“ICB” is the heading of ICBs of 2023, such as Frimley, and of 2026, such as Essex"
    )
    first, second = told.question.readings
    assert first.words == "“ICB” holds ICBs of 2023, but for Essex and Thames Valley"
    assert second.words == "“ICB” holds ICBs of 2026, but for Frimley"
    assert first.rows[:3] == (("ICB",), ("Frimley",), ("Kent and Medway",))
    chosen = read(*rows, answers=(first.answer,))
    assert [one.sentence for one in chosen.problems] == [
        "Row 4: “Thames Valley” is no ICB of 2023: it names an ICB of 2026.",
        "Row 5: “Essex” is no ICB of 2023: it names an ICB of 2026.",
    ]
    assert in_x(chosen) == of("icb", "QNQ", "QKS")


@pytest.mark.parametrize("name", ["Hampshire and Isle of Wight", "QRL", "HIoW"])
def test_a_name_of_two_areas_is_asked_about_where_nothing_says_the_year(name: str) -> None:
    rows = ("ICB,Cluster", f"{name},X", "Dorset,Y")
    told = read(*rows)
    assert told.question.words == (
        f"“ICB” is the heading of ICBs of 2023 or of 2026, and {name} covers a different area in "
        "each"
    )
    then, now = told.question.readings
    assert in_x(read(*rows, answers=(then.answer,))) == of("icb", "QRL")
    assert in_x(read(*rows, answers=(now.answer,))) == of("icb_2026", "E54000067")


@pytest.mark.parametrize(
    ("heading", "year", "code"),
    [("ICB 2023", "icb", "QRL"), ("ICB26CD", "icb_2026", "E54000067")],
)
def test_a_heading_may_say_which_year(heading: str, year: str, code: str) -> None:
    assert in_x(read(f"{heading},Cluster", "QRL,X", "Dorset,Y")) == of(year, code)


def test_a_table_of_our_own_is_of_2023() -> None:
    assert in_x(read("icb,lad,footprint,name", "QRL,,X,X", "QVV,,Y,Y")) == of("icb", "QRL")


def test_a_code_beside_a_name_says_which_year() -> None:
    name = "NHS Hampshire and Isle of Wight ICB"
    then = read("Code,ICB,Cluster", f"E54000042,{name},X", "E54000041,Dorset,Y")
    now = read("Code,ICB,Cluster", f"E54000067,{name},X", "E54000041,Dorset,Y")
    assert in_x(then) == of("icb", "QRL")
    assert in_x(now) == of("icb_2026", "E54000067")


def test_columns_that_list_the_icbs_of_footprints_are_of_one_year() -> None:
    rows = ("X,Y", "Dorset,Kent and Medway", "Hampshire and Isle of Wight,{}")
    then, now = (
        read(*rows[:2], rows[2].format(one)).option for one in ("Sussex", "Surrey and Sussex")
    )
    assert then and now
    both = read(*rows[:2], rows[2].format("Thames Valley"), "Frimley,")
    assert both.question.words == (
        "The columns hold ICBs of 2023, such as Frimley, and of 2026, such as Thames Valley"
    )
    asked = read(*rows[:2], rows[2].format(""))
    said = asked.question.readings[1].answer
    assert in_x(read(*rows[:2], rows[2].format(""), answers=(said,))) == of(
        "icb_2026", "E54000067", "E54000041"
    )


def test_names_of_one_area_in_both_years_are_not_asked_about() -> None:
    told = read("ICB,Cluster", "Dorset,X", "Kent and Medway,X")
    assert told.question is None
    assert in_x(told) == of("icb_2026", "E54000041", "E54000032") == of("icb", "QVV", "QKS")
