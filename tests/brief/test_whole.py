"""Three briefs word for word: one that shares its team, one that was merged, one with deficits."""

from __future__ import annotations

import pytest

from footprint.brief.brief import Brief, brief
from tests.shared_workspace import WORK

COVENTRY, HAMPSHIRE, BIRMINGHAM = "QWU", "QRL", "QHL"


def told(body: str) -> Brief:
    return brief(WORK, body)


def sentences(body: str, heading: str) -> tuple[str, ...]:
    return next(one.sentences for one in told(body).chapters if one.heading == heading)


def rows(body: str, heading: str) -> tuple[tuple[str, ...], ...]:
    return next(one.table for one in told(body).chapters if one.heading == heading).texts()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            COVENTRY,
            "Coventry and Warwickshire ICB has 1,001,233 residents and is one of 2 ICBs under one "
            "leadership team; a merger in April 2027 has been applied for.",
        ),
        (
            HAMPSHIRE,
            "Hampshire and Isle of Wight ICB has 2,062,619 residents and a leadership team of its "
            "own; its board papers say nothing of a merger.",
        ),
        (
            BIRMINGHAM,
            "Birmingham and Solihull ICB has 1,404,860 residents and is one of 2 ICBs under one "
            "leadership team; a merger in April 2027 is proposed.",
        ),
    ],
)
def test_a_headline_says_who_how_many_who_leads_and_what_is_asked(body: str, said: str) -> None:
    assert told(body).headline == said


def test_the_lines_of_one_that_shares_its_team_and_is_to_merge() -> None:
    assert dict(told(COVENTRY).lines) == {
        "The legal body": "NHS Coventry and Warwickshire Integrated Care Board (ICB) is a "
        "statutory body, with the boundary it has had since April 2023.",
        "Who leads it": "It shares one leadership team, as a cluster, with Herefordshire and "
        "Worcestershire. They stay separate bodies. Its chair is Crishni Waring (joint) and its "
        "chief executive is Simon Trickett (joint), as told in summaries of board papers of "
        "September 2026.",
        "Its people": "It had 1,001,233 residents in mid-2024, of England’s 58,620,101, and is "
        "the 10th smallest of 36 ICBs; the average is 1,628,336.",
        "What happens next": "In April 2027, if it is agreed, it becomes one ICB with "
        "Herefordshire and Worcestershire. Its board papers recommend that the two ICBs merge on "
        "their existing footprint in April 2027, with what they count as about 1.9 million "
        "residents. Board papers of Birmingham, Black Country and Solihull say that the ICBs of "
        "Birmingham and Solihull, and of the Black Country, would merge with each other, and "
        "leave open whether Coventry (now in Coventry and Warwickshire) joins them, to match the "
        "West Midlands Combined Authority.",
        "How sure that is": "The ICBs have applied for the merger, and a decision is awaited, say "
        "its board papers of September 2026. They were read second-hand, in summaries.",
    }


def test_the_lines_of_one_that_was_merged_and_stays_as_it_is() -> None:
    assert dict(told(HAMPSHIRE).lines) == {
        "The legal body": "NHS Hampshire and Isle of Wight Integrated Care Board (ICB) is a "
        "statutory body, enlarged in April 2026 with 23% of the people of Frimley ICB.",
        "Who leads it": "It has a leadership team of its own. Its chair is Lena Samuels and its "
        "chief executive is Maggie MacIsaac, as told in summaries of board papers of June 2026.",
        "Its people": "It had 2,062,619 residents in mid-2024, of England’s 58,620,101, and is "
        "the 10th largest of 36 ICBs; the average is 1,628,336.",
        "What happens next": "No change is planned for April 2027, as far as its board papers say.",
        "How sure that is": "Its board papers of June 2026 say nothing of a merger. They were "
        "read second-hand, in summaries.",
    }


def test_figures_stand_beside_englands_with_their_place() -> None:
    assert rows(BIRMINGHAM, "In figures")[:4] == (
        ("Residents", "1,404,860", "58,620,101", "18th smallest of 36"),
        ("People per km²", "3,149", "449", "6th highest of 36"),
        ("Deprivation score (IMD 2025)", "34.8", "21.8", "Highest of 36"),
        ("Living in the most deprived tenth", "39.4%", "10.0%", "Highest of 36"),
    )
    assert rows(HAMPSHIRE, "In figures")[2][3] == "7th lowest of 36"


def test_councils_and_strategic_authorities_are_told_with_their_people() -> None:
    heading = "Councils and strategic authorities"
    assert sentences(COVENTRY, heading) == (
        "It works with 2 upper-tier councils: the 4th lowest of 36, with 11 others; the average "
        "is 4.4. It covers all of each; 4 of England’s 153 are split.",
        "Strategic authorities. Not coterminous. West Midlands Combined Authority, shared with "
        "Birmingham and Solihull (47%) and the Black Country (41%): 355,600 of its people (37%); "
        "607,604 in none. 37% of its people live in one, the 16th lowest of 36; in England 65% do.",
        "England’s 153 upper-tier councils had 57,106,398 people in mid-2022, 373,244 on average.",
    )
    assert rows(COVENTRY, heading) == (
        ("Warwickshire", "607,604", "100.0%", "23rd largest of 153"),
        ("Coventry", "355,600", "100.0%", "48th largest of 153"),
    )
    assert sentences(HAMPSHIRE, heading)[1] == (
        "Strategic authorities. Coterminous with the Hampshire and the Solent Combined "
        "County Authority. All of its people live in one, as in 16 other ICBs; in England 65% do."
    )
    assert sentences(BIRMINGHAM, heading)[1] == (
        "Strategic authorities. Wholly inside the West Midlands Combined Authority, which "
        "other footprints share. All of its people live in one, as in 16 other ICBs; in England "
        "65% do."
    )


def test_other_services_are_told_with_how_many_other_icbs_they_serve() -> None:
    assert sentences(HAMPSHIRE, "Ambulance, police and fire") == (
        "Ambulance trusts (3 of England’s 11): South Central Ambulance Service NHS Foundation "
        "Trust, South East Coast Ambulance Service NHS Foundation Trust, Isle of Wight NHS "
        "Trust. South Central Ambulance Service NHS Foundation Trust and South East Coast "
        "Ambulance Service NHS Foundation Trust each also serve 2 other ICBs.",
        "Police force areas (1 of England’s 39): Hampshire.",
        "Fire and rescue authorities (1 of England’s 44): Hampshire and Isle of Wight.",
        "Local resilience forums (1 of England’s 38): Hampshire & Isle of Wight.",
    )


def test_money_and_staff_are_told_as_they_were_published() -> None:
    heading = "Money and staff"
    assert sentences(BIRMINGHAM, heading)[1:] == (
        "Envelope and target. £18.76 × 1,706,723 weighted heads (worked out) is an envelope of "
        "£32.0m a year (worked out). No target in pounds is published for exactly this area for "
        "2025/26. The envelope is the 17th highest of 36; England’s is £1,197.8m.",
        "What it must save. No figure in pounds, for the cost before the cut is not published.",
        "Staff. 519 full-time equivalents in March 2025, the 17th lowest of 36; England had "
        "22,814.",
        "Only some of the 36 ICBs have the figures below, so they are not ranked; the brackets "
        "say how many. England’s is given where there is one.",
        "Exit packages: 40 people (March 2026, published, second-hand; 5 of 36).",
        "Cost of exit packages: £2.9m (March 2026, published, second-hand; 5 of 36).",
        "ICB and its NHS trusts, in year 2025/26: deficit of £31.4m (after 4 months, before or "
        "after support funding is not said, September 2025, published, press; 1 of 36).",
        "ICB only, outturn 2025/26: surplus of £14.9m (March 2026, published, second-hand; 16 of "
        "36).",
    )
    assert "(worked out by share, because an ICB was split)" in sentences(HAMPSHIRE, heading)[1]
    assert rows(COVENTRY, heading)[:2] == (
        ("July 2022", "313", "31.3", "36.9", "9th lowest of 36"),
        ("March 2023", "370", "36.9", "38.2", "14th lowest of 36"),
    )


def test_what_changed_is_told_plan_by_plan_and_plans_that_agree_together() -> None:
    heading = "What changed since 2023"
    assert sentences(COVENTRY, heading) == (
        "Its boundary has not changed since April 2023.",
        "May 2025 (proposed), September 2025 (agreed), April 2026 (in force) and October 2026 (in "
        "force): one leadership team for Herefordshire and Worcestershire, and Coventry and "
        "Warwickshire.",
        "April 2027 (not decided): Coventry, Warwickshire, Herefordshire and Worcestershire, with "
        "a leadership team of its own.",
    )
    assert sentences(HAMPSHIRE, heading)[0] == (
        "In April 2026 it was enlarged with 23% of the people of Frimley ICB."
    )


def test_neighbours_are_told_with_who_shares_its_team() -> None:
    assert sentences(BIRMINGHAM, "Neighbours") == (
        "It borders 4 other ICBs: the 11th lowest of 36, with 5 others; the average is 4.7. "
        "England’s ICBs have 1,628,336 residents on average.",
    )
    assert rows(BIRMINGHAM, "Neighbours") == (
        ("Black Country", "1,262,719", "17th smallest of 36", "yes"),
        ("Staffordshire and Stoke-on-Trent", "1,177,578", "14th smallest of 36", "no"),
        ("Coventry and Warwickshire", "1,001,233", "10th smallest of 36", "no"),
        ("Herefordshire and Worcestershire", "812,407", "7th smallest of 36", "no"),
    )
