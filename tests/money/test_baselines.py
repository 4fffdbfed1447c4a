"""Baselines: the user's own costs, through the address bar, a table, a file, and hostile hands."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.money import baselines
from footprint.money.cost_parts import Icbs
from footprint.money.cost_units import LEAST, MOST
from footprint.money.scenario import Scenario
from footprint.spreadsheets import inert

NAMES = {"QF7": "South Yorkshire", "QKS": "Kent and Medway", "QPM": "Northamptonshire"}
POUNDS = st.integers(LEAST, MOST).map(float)
COSTS = st.dictionaries(st.sampled_from(sorted(NAMES)), POUNDS).map(
    lambda costs: tuple(sorted(costs.items()))
)


def csv_of(*lines: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(lines).encode(encoding)


def read(
    content: bytes, names: dict[str, str], more: dict[str, str] | None = None
) -> tuple[baselines.Baselines, list[str]]:
    """The costs of a table and its problems, where what was taken for what is of no matter."""
    told = baselines.read(content, Icbs(names, more or {}))
    return told.costs, [*told.problems]


def xlsx_of(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


# The address bar.


@given(costs=COSTS)
def test_costs_survive_the_address_bar(costs: baselines.Baselines) -> None:
    assert baselines.parse(baselines.write(costs), NAMES) == (costs, [])


def test_the_address_reads_as_millions() -> None:
    costs, said = baselines.parse("QF7:61.7, qks:73.5", NAMES)
    assert costs == (("QF7", 61_700_000), ("QKS", 73_500_000))
    assert said == []
    assert baselines.write(costs) == "QF7:61.7,QKS:73.5"


def test_the_longest_address_still_fits() -> None:
    everyone = [(f"Q{number:02}", 9_999_999_999.0) for number in range(42)]
    assert len(baselines.write(everyone)) < 1_500


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("QZZ:61.7", "“QZZ” names no ICB of 2023"),
        ("QF8:61.7", "“QF8” names no ICB of 2023."),
        ("Kent & Medwy:61.7", "“Kent & Medwy” names no ICB of 2023."),
        ("QF7:x", "“x” is not a number"),
        ("QF7", "“” is not a number"),
        ("QF7:nan", "“nan” is not a number"),
        ("QF7:-1", "“-1” is less than nothing"),
        ("QF7:0", "is not between £0.1 million and £10,000 million"),
        ("QF7:1e99", "is not between"),
        ("QF7:" + "9" * 5_000, "is not between"),
        ("QF7:61700000", "is not between"),
        ("QKS:2", "Kent and Medway (QKS) has a figure already"),
    ],
)
def test_each_wrong_entry_is_named_and_the_good_ones_stay(entry: str, problem: str) -> None:
    costs, said = baselines.parse(f"QKS:1.5,{entry}", NAMES)
    assert costs == (("QKS", 1_500_000),)
    assert len(said) == 1
    assert problem in said[0]
    assert len(said[0]) < 250


@given(text=st.text(max_size=300))
def test_no_address_breaks_it(text: str) -> None:
    costs, said = baselines.parse(text, NAMES)
    assert set(dict(costs)) <= set(NAMES)
    assert all(isinstance(sentence, str) for sentence in said)


# The template, and tables filled in.


@pytest.mark.parametrize("write", [baselines.template_csv, baselines.template_xlsx])
@given(costs=COSTS.filter(bool))
def test_the_template_comes_back_as_it_went(write, costs: baselines.Baselines) -> None:
    assert read(write(NAMES, costs), NAMES) == (costs, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_usual_way_of_writing_a_table_is_read(encoding: str, mark: str) -> None:
    header = mark.join(("ICB", "Name", "Baseline GBP"))
    rows = [mark.join(("QF7", "Süd £", '"£61,700,000"')), "", mark.join(("qks", "", "73500000.00"))]
    costs, said = read(csv_of(header, *rows, encoding=encoding), NAMES)
    assert (costs, said) == ((("QF7", 61_700_000), ("QKS", 73_500_000)), [])


def test_numbers_of_a_workbook_are_read_as_they_are() -> None:
    rows = [("icb", "baseline_gbp"), ("QF7", 61_700_000), ("QKS", 73.5e6), ("QPM", None)]
    assert read(xlsx_of(*rows), NAMES) == (
        (("QF7", 61_700_000), ("QKS", 73_500_000)),
        [],
    )


def test_what_a_column_headed_code_was_taken_for_is_said() -> None:
    assert baselines.read(csv_of("code,name,baseline_gbp", "QF7,Any,61700000"), Icbs(NAMES))[
        :3
    ] == (
        (("QF7", 61_700_000),),
        (),
        ("The column “code” was taken for ICBs of 2023.",),
    )


def test_every_problem_is_told_with_its_row() -> None:
    costs, said = read(
        csv_of(
            "icb,name,baseline_gbp",
            "QF7,South Yorkshire,61700000",
            "QF7,South Yorkshire,61700000",
            "QX9,Nowhere,1000000",
            "Kent & Medwy,,1000000",
            "QKS,Kent and Medway,about 70m",
            "QKS,Kent and Medway,-70000000",
            "QKS,Kent and Medway,73.5",
            "QPM,Northamptonshire,=20*1000000",
            "QPM,Northamptonshire,",
            "QPM",
        ),
        NAMES,
    )
    assert costs == (("QF7", 61_700_000),)
    assert [sentence.split(":")[0] for sentence in said] == [f"Row {row}" for row in range(3, 10)]
    for sentence, words in zip(
        said,
        (
            "South Yorkshire (QF7) has a figure already",
            "“QX9” names no ICB of 2023",
            "names no ICB of 2023.",
            "“about 70m” is not a number",
            "is less than nothing",
            "is not between £0.1 million",
            "is a formula",
        ),
        strict=True,
    ):
        assert words in sentence


def test_a_formula_in_a_workbook_is_not_worked_out() -> None:
    costs, said = read(
        xlsx_of(("icb", "baseline_gbp"), ("QF7", "=1+61700000"), ("QKS", True)), NAMES
    )
    assert costs == ()
    assert "is a formula" in said[0]
    assert "is not a number" in said[1]


MORE = {"E54000061": "QF7", "SY ICB": "QF7", "KMICB": "QKS"}
ASKED = (("QF7", 61_700_000), ("QKS", 73_500_000))


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Our costs",
            "",
            "ICB25CD,ICB25NM,Baseline (£m)",
            "E54000061,x,61.7",
            ",Kent & Medway,73.5",
        ),
        ("ICB,Running cost £000", "NHS South Yorkshire ICB,61700", "KMICB,73500"),
        ("icb_name;headcount;cost_gbp", "SY ICB;900;61700000", "kent and medway;800;73500000"),
        ("ICB,Cost (£ million),Cost per head", "QF7,61.7,1", "QKS,73.5,1"),
    ],
)
def test_a_table_is_known_by_its_headings_names_and_unit(lines: tuple[str, ...]) -> None:
    assert read(csv_of(*lines), NAMES, MORE) == (ASKED, [])


def test_a_readme_before_the_costs_is_passed_over() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(xlsx_of(("icb", "baseline_gbp"), ("QF7", 61_700_000), ("QKS", 73_500_000)))
    )
    book.create_sheet("README", 0).append(["About", "this workbook"])
    written = io.BytesIO()
    book.save(written)
    assert read(written.getvalue(), NAMES) == (ASKED, [])
    book.copy_worksheet(book["Sheet"]).title = "Draft"
    again = io.BytesIO()
    book.save(again)
    (said,) = read(again.getvalue(), NAMES)[1]
    assert said == "The sheets “Sheet” and “Draft” each have costs; send the one that is meant."


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ("icb,Baseline £m,Cost £m", "QF7,1,2"),
            "Row 1: the columns “Baseline £m” and “Cost £m” each have costs. Keep the one with the",
        ),
        (
            ("ICB code,ICB name,baseline_gbp", "QF7,Kent and Medway,900000"),
            "names QF7 and QKS",
        ),
        (("icb,baseline_gbp", "QF8,900000"), "Row 2: “QF8” names no ICB of 2023."),
        (("icb,baseline_gbp", "Essex,900000"), "Row 2: “Essex” names no ICB of 2023."),
    ],
)
def test_of_two_readings_none_is_taken(lines: tuple[str, ...], said: str) -> None:
    costs, told = read(csv_of(*lines), NAMES, MORE)
    assert costs == ()
    assert said in told[0]


def test_missing_columns_are_named() -> None:
    assert read(csv_of("icb,staff", "QF7,1"), NAMES) == (
        (),
        ["Row 1 has the columns icb, staff; it needs Running cost (£m) as well."],
    )


AS_THEY_COME = {
    "figures that say their unit": (
        ("ICB,Running cost", "South Yorkshire,£61.7m", "Kent and Medway,73.5 million"),
        "The costs under “Running cost” were read as what each figure says, such as “£61.7m”.",
    ),
    "a budget in millions": (
        ("ICB,Budget (£m)", "South Yorkshire,61.7", "Kent and Medway,£73.5m"),
        "The costs under “Budget (£m)” were read as £ million, as the heading says.",
    ),
    "running costs in thousands": (
        ('Organisation,"Running costs (£000)"', 'QF7,"61,700"', 'Kent and Medway,"73,500"'),
        "The costs under “Running costs (£000)” were read as £ thousand, as the heading says.",
    ),
    "titles above": (
        ("ICB budgets 2025/26", "", "ICB,Spend £", "QF7,61700000", "QKS,£73.5m"),
        "The costs under “Spend £” were read as £, as the heading says.",
    ),
    "the unit in a title": (
        ("Budgets, total £135.2m", "All figures in £ million", "ICB,Cost", "QF7,61.7", "QKS,73.5"),
        "The costs under “Cost” were read as £ million, as row 2 says.",
    ),
    "the unit below the heading": (
        ("ICB,Expenditure", ",£'000", "QF7,61700", "QKS,73500"),
        "The costs under “Expenditure” were read as £ thousand, as row 2 says.",
    ),
    "other figures beside": (
        (
            "ICB\tCost per head (£)\tCost (£m)\tSaving (£m)\tCost centre",
            *("QF7\t44\t61.7\t1\tA1", "QKS\t39\t73.5\t2\tB2"),
        ),
        "The costs under “Cost (£m)” were read as £ million, as the heading says.",
    ),
}


@pytest.mark.parametrize("what", AS_THEY_COME)
def test_costs_as_they_come_are_read_and_their_unit_is_told_back(what: str) -> None:
    lines, said = AS_THEY_COME[what]
    told = baselines.read(csv_of(*lines), Icbs(NAMES))
    assert (told.costs, told.problems, told.taken[-1]) == (ASKED, (), said)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ("ICB,Running cost", "QF7,61.7"),
            "Row 1: “Running cost” does not say whether its figures are £, £ thousand or £ million."
            " Write it in the heading, such as Running cost (£m).",
        ),
        (
            ("£000", "Or is it £m", "ICB,Running cost", "QF7,61.7"),
            "Row 3: “Running cost” does not say whether its figures are £, £ thousand or",
        ),
        (
            ("ICB,Cost", "QF7,61.7", "QKS,£73.5m"),
            "Row 2: “61.7” does not say whether it is £, £ thousand or £ million.",
        ),
        (
            ("ICB,Cost (£000)", "QF7,61700", "QKS,£73.5m"),
            "Row 3: “£73.5m” is in £ million, but its column in £ thousand; write one of the two.",
        ),
        (
            ("ICB,Cost (£000)", 'QF7,"(61,700)"'),
            "Row 2: “(61,700)” is in brackets, which mean less than nothing; write a cost",
        ),
        (
            ("ICB,Cost (£)", "QF7,61.7"),
            "Row 2: “61.7”, read as £, is not between £0.1 million and £10,000 million.",
        ),
        (
            ("ICB,Cost (£bn)", "QF7,61.7"),
            "Row 2: “61.7”, read as £ billion, is not between £0.1 million and £10,000 million.",
        ),
    ],
)
def test_of_a_cost_whose_unit_is_in_doubt_nothing_is_guessed(
    lines: tuple[str, ...], said: str
) -> None:
    told = baselines.read(csv_of(*lines), Icbs(NAMES))
    assert "QF7" not in dict(told.costs) or "QKS" not in dict(told.costs)
    assert told.problems[0].startswith(said)


COMMA = "has a comma that parts no thousands; write"
PARTED = "has commas or spaces that part no thousands; write it without them."
DOUBTFUL = [
    ("Cost (£m)", "37,8", f"“37,8” {COMMA} 37.8 if that is meant."),
    ("Cost (£m)", "3,75", f"“3,75” {COMMA} 3.75 if that is meant."),
    ("Cost (£)", "61700000,5", f"“61700000,5” {COMMA} 61700000.5 if that is meant."),
    ("Cost (£000)", "61700,25", f"“61700,25” {COMMA} 61700.25 if that is meant."),
    ("Cost", "£37,8m", f"“£37,8m” {COMMA} 37.8 if that is meant."),
    ("Cost (£m)", "1,234", "“1,234” may be 1234 or 1.234; write which, without a comma."),
    ("Cost", "1,234m", "“1,234m” may be 1234 or 1.234; write which, without a comma."),
    ("Cost (£m)", "1.234,5", f"“1.234,5” {PARTED}"),
    ("Cost (£)", "61,70,000", f"“61,70,000” {PARTED}"),
    ("Cost (£m)", "3 75", f"“3 75” {PARTED}"),
]


@pytest.mark.parametrize(("heading", "cell", "said"), DOUBTFUL)
def test_a_comma_that_parts_no_thousands_is_never_left_out(
    heading: str, cell: str, said: str
) -> None:
    for content in (
        csv_of(f"ICB,{heading}", f'QF7,"{cell}"'),
        xlsx_of(("ICB", heading), ("QF7", cell)),
    ):
        costs, told = read(content, NAMES)
        assert costs == ()
        assert told[0] == f"Row 2: {said}"


def test_a_cost_that_its_own_comma_has_parted_is_refused_whole() -> None:
    costs, told = read(csv_of("ICB,Cost (£m)", "QF7,37,8", "QKS,73.5"), NAMES)
    assert dict(costs) == {"QKS": 73_500_000}
    assert told == [f"Row 2: “37,8” {COMMA} 37.8 if that is meant."]
    costs, told = read(csv_of("ICB,Cost (£m),Staff", "QF7,61.7,8"), NAMES)
    assert (dict(costs), told) == ({"QF7": 61_700_000}, [])


@pytest.mark.parametrize(
    ("heading", "cell", "pounds"),
    [
        ("Cost (£)", "61,700,000", 61_700_000),
        ("Cost (£)", "61 700 000.50", 61_700_000),
        ("Cost (£)", "234,567", 234_567),
        ("Cost (£000)", "61,700", 61_700_000),
        ("Cost (£m)", "1,234.5", 1_234_500_000),
        ("Cost", "£ 61,700k", 61_700_000),
    ],
)
def test_commas_and_spaces_between_thousands_are_read(
    heading: str, cell: str, pounds: float
) -> None:
    assert read(csv_of(f"ICB,{heading}", f'QF7,"{cell}"'), NAMES) == ((("QF7", pounds),), [])


def test_decimal_commas_between_semicolons_are_read_and_said() -> None:
    told = baselines.read(csv_of("ICB;Cost (£m)", "QF7;61,7", "QKS;73,50"), Icbs(NAMES))
    assert (dict(told.costs), told.problems) == ({"QF7": 61.7e6, "QKS": 73.5e6}, ())
    said = "The commas in the costs were read as decimal points: “61,7” is 61.7."
    assert told.taken[-1] == said


@pytest.mark.parametrize("other", ["73.5", "1,234", "1,234,567"])
def test_beside_another_way_to_write_numbers_no_comma_is_a_decimal_point(other: str) -> None:
    costs, told = read(csv_of("ICB;Cost (£m)", "QF7;61,7", f"QKS;{other}"), NAMES)
    assert "QF7" not in dict(costs)
    assert told[0] == f"Row 2: “61,7” {COMMA} 61.7 if that is meant."


def _bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b"0" * 40_000_000)
    return packed.getvalue()


def _entities() -> bytes:
    """A workbook whose sheet would be thousands of millions of letters, were they written out."""
    made = "".join(
        f'<!ENTITY {big} "{f"&{small};" * 10}">'
        for small, big in zip("abcdefghi", "bcdefghij", strict=True)
    )
    sheet = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "a">{made}]><worksheet>&j;</worksheet>'
    book, packed = xlsx_of(("icb", "baseline_gbp"), ("QF7", 1)), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(packed, "w") as new:
        for part in old.namelist():
            new.writestr(part, sheet if "sheet1" in part else old.read(part))
    return packed.getvalue()


HOSTILE = {
    "nothing": b"",
    "spaces": b"  \n \n",
    "zeros": b"\x00" * 1_000,
    "old excel": b"\xd0\xcf\x11\xe0" + b"\x00" * 100,
    "no workbook": b"PK\x03\x04 and then nothing",
    "a zip of nothing": b"PK\x05\x06" + b"\x00" * 18,
    "a zip bomb": _bomb(),
    "entities": _entities(),
    "cut off": xlsx_of(("icb", "baseline_gbp"), ("QF7", 1))[:-400],
    "too large": b"a" * 1_000_001,
    "one long cell": b"icb,baseline_gbp\n" + b"x" * 500_000,
    "open quote": b'icb,baseline_gbp\n"QF7,1',
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10,
    "html": b"<html><script>alert(1)</script></html>",
    "no breaks": b"icb,baseline_gbp" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_in_sentences_and_changes_nothing(name: str) -> None:
    costs, said = read(HOSTILE[name], NAMES)
    assert costs == ()
    assert said
    assert all(sentence.endswith(".") and len(sentence) < 400 for sentence in said)
    assert baselines.load(HOSTILE[name], NAMES)[0] is None


@given(content=st.binary(max_size=400))
def test_no_bytes_break_it(content: bytes) -> None:
    baselines.read(content, Icbs(NAMES))
    baselines.read(b"PK" + content, Icbs(NAMES))
    read(b"icb,baseline_gbp\n" + content, NAMES)
    baselines.load(content, NAMES)


def test_a_table_without_end_is_read_only_so_far() -> None:
    lines = ["icb,baseline_gbp", *["QF7,"] * 2_000]
    costs, said = read(csv_of(*lines), NAMES)
    assert costs == ()
    assert said[0] == "Only the first 2,000 rows were read."


@pytest.mark.parametrize("write", [baselines.template_csv, baselines.template_xlsx])
def test_an_empty_template_says_that_nothing_was_changed(write) -> None:
    nothing = "No row gives a figure that can be used, so nothing was changed."
    assert read(write(NAMES), NAMES) == ((), [nothing])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_what_we_write_is_never_a_formula(text: str) -> None:
    assert inert(text) == "'" + text
    written = baselines.template_csv({"QF7": text}).decode("utf-8-sig")
    assert f"'{text}" in written
    book = openpyxl.load_workbook(io.BytesIO(baselines.template_xlsx({"QF7": text})))
    assert book.active["B2"].data_type == "s"


# A scenario in a file.


@given(
    costs=COSTS,
    cap=st.integers(0, 100_000).map(lambda pence: pence / 100),
    cut=st.integers(0, 100).map(lambda cut: cut / 100),
    saving=st.integers(0, 10**9).map(float),
)
def test_a_scenario_survives_its_file(
    costs: baselines.Baselines, cap: float, cut: float, saving: float
) -> None:
    scenario = Scenario(cap, cut, saving, costs)
    assert baselines.load(baselines.save(scenario), NAMES) == (scenario, [])


def test_a_scenario_in_part_wrong_keeps_what_is_right() -> None:
    scenario, said = baselines.load(
        b"cap = -1\ncut_percent = 40\nsaving_gbp = true\n[baseline_gbp]\nQF7 = 61700000\nQX = 1\n",
        NAMES,
    )
    assert scenario == Scenario(cut=0.4, baselines=(("QF7", 61_700_000),))
    assert len(said) == 3


@pytest.mark.parametrize(
    "content",
    [
        b"x = 1",
        b"cap = ",
        b"baseline_gbp = 3",
        b"x = " + b"[" * 100_000,
        b"cap = 0x" + b"f" * 50_000,
        b"[baseline_gbp]\nQF7 = 0x" + b"f" * 50_000,
        b"[baseline_gbp]\nQF7 = [1]",
        b"\xff\xfe",
    ],
)
def test_a_file_that_is_no_scenario_gives_a_sentence(content: bytes) -> None:
    scenario, said = baselines.load(content, NAMES)
    assert scenario in (None, Scenario())
    assert said


def test_a_link_of_more_costs_than_there_are_icbs_is_read_so_far_and_no_further() -> None:
    found, said = baselines.parse(",".join(["QF7:61.7", *["junk:1"] * 60_000]), NAMES)
    assert dict(found) == {"QF7": 61_700_000}
    assert len(said) == 200
    assert said[-1] == "Only the first 200 costs of the link were read."


@pytest.mark.parametrize(
    "content",
    [
        b"a" + b".a" * 20_000 + b" = 1",
        b"[a" + b".a" * 20_000 + b"]",
        b"cap = 19\n[a" + b".a" * 20_000 + b"]\n",
        b"cap = 19\n" + b"#\n" * 30_000,
        b"[baseline_gbp]\n" + b"junk = 1\n" * 6_000,
    ],
)
def test_a_file_that_no_saved_scenario_is_like_is_not_read(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(baselines.tomllib, "loads", _never)
    assert baselines.load(content, NAMES) == (
        None,
        ["The file is not a scenario saved here. Nothing was changed."],
    )


def _never(*_: object) -> None:
    raise AssertionError("It was read.")


def test_the_template_lists_every_icb_by_its_name_with_what_is_known() -> None:
    names = {"Q2": "Ash", "Q1": "Cedar", "Q3": "Birch"}
    head, *rows = baselines.template(names, (("Q3", 2e6),))
    assert head == baselines.COLUMNS
    assert rows == [("Q2", "Ash", None), ("Q3", "Birch", 2e6), ("Q1", "Cedar", None)]


def test_a_scenario_is_a_file_of_lines_that_can_be_read_as_it_stands() -> None:
    costs = (("QF7", 61_700_000.0), ("QE1", 52_000_000.0))
    assert baselines.save(Scenario(18.76, 0.4, 1e6, costs)).decode() == (
        "# A scenario of ICB Footprints: one user's assumptions, not facts.\n"
        "cap = 18.76\n"
        "cut_percent = 40\n"
        "saving_gbp = 1000000\n"
        "\n"
        "[baseline_gbp]\n"
        "QE1 = 52000000\n"
        "QF7 = 61700000\n"
    )


@pytest.mark.parametrize(
    ("size", "line", "read"), [(50_000, 400, True), (50_001, 400, False), (9_000, 401, False)]
)
def test_a_scenario_of_fifty_thousand_bytes_in_lines_of_four_hundred_is_read(
    size: int, line: int, read: bool
) -> None:
    lines = [b"cap = 19", b"#" * line, *[b"#" * 399] * ((size - 10 - line) // 400)]
    content = b"\n".join(lines)
    content += b"\n" + b"#" * (size - len(content) - 1)
    assert (len(content), max(map(len, content.split(b"\n")))) == (size, line)
    scenario, _ = baselines.load(content, NAMES)
    assert (scenario is not None and scenario.cap == 19) == read


@pytest.mark.parametrize(("above", "read"), [(39, True), (40, False)])
def test_headings_of_costs_stand_in_the_first_forty_rows(above: int, read: bool) -> None:
    lines = [*["About this table,,"] * above, "icb,name,baseline_gbp", "QF7,,61700000"]
    found = baselines.read("\n".join(lines).encode(), Icbs(NAMES))
    assert dict(found.costs) == ({"QF7": 61_700_000} if read else {})


@pytest.mark.parametrize(
    ("pounds", "taken"),
    [(99_999, False), (100_000, True), (10_000_000_000, True), (10_000_000_001, False)],
)
def test_a_cost_is_between_a_hundred_thousand_pounds_and_ten_billion(
    pounds: int, taken: bool
) -> None:
    found = baselines.read(f"icb,name,baseline_gbp\nQF7,,{pounds}".encode(), Icbs(NAMES))
    assert dict(found.costs) == ({"QF7": pounds} if taken else {})
    assert bool(found.problems) != taken
