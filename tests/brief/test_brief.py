"""Briefs: every ICB told whole, to the digit what the app says of it."""

import re
from datetime import date

import pytest

from footprint.brief.brief import Brief, brief
from footprint.brief.coming import PLAN, asked_of, next_for
from footprint.english import listed, with_the
from footprint.measures.units import PEOPLE
from footprint.pages import my_icb
from footprint.papers.contents import SELECTED, paper
from footprint.papers.paper import SHEETS
from footprint.print import chapters
from footprint.view import TODAY, View
from footprint.workspace.plans import table
from tests.sampled import sampled
from tests.shared_workspace import WORK

BODIES = tuple(WORK.plans[TODAY].bodies.by_id)
SENTENCE_END = re.compile(r"(?<=\.) (?=[A-Z])")
# What the lines do: a note such as "Merge with each other" has none of these, or not in time.
VERB = re.compile(
    r"^(?:[^;:]+ )?(?:is|was|has|had|have|shares|stay|were|say|do|take|took|recommend|name|"
    r"becomes)\b"
)


def told(body: str) -> Brief:
    return brief(WORK, body)


@pytest.mark.parametrize("body", BODIES)
def test_every_icb_has_five_lines_and_six_chapters(body: str) -> None:
    one = told(body)
    assert [label for label, _ in one.lines] == [
        "The legal body",
        "Who leads it",
        "Its people",
        "What happens next",
        "How sure that is",
    ]
    assert all(said.endswith(".") and ".." not in said for _, said in one.lines)
    assert len(one.chapters) == 6
    assert all(chapter.said for chapter in one.chapters)


@pytest.mark.parametrize("body", BODIES)
def test_its_people_are_those_of_every_other_page(body: str) -> None:
    people = PEOPLE.text(table(WORK, f"{TODAY}~bodies").at[body, "residents"])
    assert dict(told(body).lines)["Its people"].startswith(f"It had {people} residents")
    assert f"{people} residents" in told(body).headline
    (figures,) = (one.table for one in told(body).chapters if one.heading == "In figures")
    assert figures.texts()[0][1] == people


def test_a_cluster_names_who_shares_and_stays_separate() -> None:
    said = dict(told("QWU").lines)["Who leads it"]
    assert "Herefordshire and Worcestershire" in said
    assert "separate bodies" in said


def test_a_merged_body_says_what_it_was_made_of() -> None:
    said = dict(told("QRL").lines)["The legal body"]
    assert "enlarged in April 2026 with 23%" in said
    assert "23% of the people of Frimley" in said


def test_what_is_asked_is_told_with_how_sure_it_is() -> None:
    lines = dict(told("QWU").lines)
    assert lines["What happens next"].startswith(
        "In April 2027, if it is agreed, it becomes one ICB with Herefordshire and Worcestershire."
    )
    assert lines["How sure that is"].startswith("The ICBs have applied for the merger")
    assert "second-hand" in lines["How sure that is"]


def test_an_icb_of_whose_merger_nothing_is_said_does_not_say_it_twice() -> None:
    lines = dict(told("QYG").lines)
    assert lines["What happens next"] == (
        "No change is planned for April 2027, as far as its board papers say."
    )


def test_no_change_is_said_to_be_planned_of_one_that_a_list_says_awaits_a_merger() -> None:
    lines = dict(told("QWE").lines)
    assert lines["What happens next"] == (
        "Its board papers do not state a merger, but a public file that copies an NHS England list "
        "of 17 April 2026 has “Cluster awaiting Apr 2027 formal merger”."
    )


def test_a_small_icb_is_below_what_the_guidance_asks_for() -> None:
    assert "below the 1 million" in dict(told("QPM").lines)["Its people"]
    assert "below the 1 million" not in dict(told("QWU").lines)["Its people"]


def test_a_split_council_is_named_with_where_its_people_live() -> None:
    (councils,) = (one for one in told("S0E4D").chapters if one.heading.startswith("Councils"))
    assert "Buckinghamshire is split" in " ".join(councils.sentences)


def test_what_nobody_published_is_no_figure() -> None:
    (money,) = (one for one in told("QSL").chapters if one.heading.startswith("Money"))
    assert "What it must save. No figure in pounds" in " ".join(money.sentences)


def test_neighbours_are_mutual() -> None:
    def beside(body: str) -> set[str]:
        (chapter,) = (one for one in told(body).chapters if one.heading == "Neighbours")
        return {str(row[0]) for row in chapter.table.rows}

    for body in BODIES:
        for other in BODIES:
            assert (told(other).name in beside(body)) == (told(body).name in beside(other))


def test_a_boundary_that_is_not_settled_is_not_told_as_planned() -> None:
    undecided, stays = told("QE1"), told("QOQ")
    assert "is not settled" in undecided.headline
    assert "is not settled" in dict(undecided.lines)["What happens next"]
    assert dict(stays.lines)["What happens next"].startswith("It has asked to keep its boundary")
    assert '"' not in dict(undecided.lines)["What happens next"]


def test_what_others_say_of_an_icb_or_its_council_is_told_there_too() -> None:
    said = dict(told("QWU").lines)["What happens next"]
    assert "Board papers of Birmingham, Black Country and Solihull say" in said
    assert "leave open whether Coventry" in said
    assert "Board papers of West Yorkshire say" in dict(told("QOQ").lines)["What happens next"]


@pytest.mark.parametrize("body", sampled(BODIES, 3))
def test_a_brief_fits_two_sheets(body: str) -> None:
    picture = my_icb.content(WORK, View(area=body)).picture
    made = paper(WORK, picture, SELECTED, link="", day=date(2026, 11, 28))
    assert chapters.sheets_needed(made, SHEETS["a4-landscape"]) == 1
    assert not any("A 42" in row.counted for row in made.key.legend)


@pytest.mark.parametrize("body", BODIES)
def test_every_line_is_made_of_whole_sentences(body: str) -> None:
    for _, said in told(body).lines:
        for one in SENTENCE_END.split(said):
            assert one[0].isupper(), one
            assert VERB.search(one), one
    assert VERB.search(told(body).headline)


def test_an_icb_is_said_to_become_one_with_those_that_lie_whole_in_what_it_becomes() -> None:
    now, later = (WORK.plans[key].bodies.footprint_of for key in (TODAY, PLAN))
    names = {code: one.name for code, one in WORK.plans[TODAY].bodies.by_id.items()}
    several = 0
    for body in BODIES:
        asked = asked_of(WORK, body)
        inside = (later == asked.body).groupby(now).all()
        others = [names[one] for one in names if inside[one] and one != body]
        said = next_for(WORK, (body,))
        assert (
            (f"it becomes one ICB with {listed(map(with_the, others))}." in said)
            if others
            else ("it becomes one ICB" not in said)
        )
        several += bool(others)
    assert 0 < several < len(BODIES)
