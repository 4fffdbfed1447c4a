"""Teams told in five lines: of today, and as they were announced in 2025."""

import re
from datetime import date

import pytest

from footprint.batches.briefs import ANNOUNCED, briefs_of_announced, team_briefs
from footprint.brief.team import team_brief
from footprint.measures.units import PEOPLE
from footprint.pages import clusters
from footprint.papers.contents import SELECTED, WHOLE, paper
from footprint.papers.paper import SHEETS, Paper
from footprint.papers.sheets import sheets_of
from footprint.print import chapters, charts
from footprint.view import TODAY, View
from tests.shared_workspace import WORK

TEAMS = tuple((key, team) for key in (TODAY, ANNOUNCED) for team in WORK.plans[key].teams.by_id)


def lines(team: str, key: str = TODAY) -> dict[str, str]:
    told = team_brief(WORK, WORK.plans[key].seen_as("teams"), team)
    return dict(told.lines.lines)


def sheet(team: str, key: str = TODAY, part: str = SELECTED) -> Paper:
    picture = clusters.content(WORK, View(plan=key, layer="teams", area=team)).picture
    return paper(WORK, picture, part, link="", day=date(2026, 11, 28))


@pytest.mark.parametrize(("key", "team"), TEAMS)
def test_every_team_has_five_lines_of_whole_sentences(key: str, team: str) -> None:
    told = lines(team, key)
    first, *others = told
    assert first in ("The legal body", "The legal bodies")
    assert others[:2] == ["The leadership team", "Its people"]
    assert others[2:] == ["What happens next" if key == TODAY else "What came next", _SURE]
    for said in told.values():
        assert said.endswith(".")
        assert not re.search(r"\.\.|  |dtype| nan", said)


_SURE = "How sure that is"


@pytest.mark.parametrize(("key", "team"), TEAMS)
def test_its_people_live_in_the_icbs_it_leads_and_nowhere_else(key: str, team: str) -> None:
    plan = WORK.plans[key].seen_as("teams")
    whole, *parts = (int(one.replace(",", "")) for one in _PEOPLE.findall(lines(team, key)[_ITS]))
    assert whole == WORK.residents[plan.blocks_of(team)].sum()
    assert len(parts) == (len(plan.others[team]) if len(plan.others[team]) > 1 else 0)
    assert not parts or sum(parts) == whole


_ITS = "Its people"
_PEOPLE = re.compile(r"(?<=has )[\d,]+|(?<=\()[\d,]+(?=\))")


def test_a_team_names_the_bodies_by_law_who_leads_them_and_what_is_asked() -> None:
    told = lines("cwhw")
    assert told["The legal bodies"].startswith("It leads 2 ICBs, which stay separate statutory")
    assert "NHS Coventry and Warwickshire Integrated Care Board" in told["The legal bodies"]
    assert "The 2 ICBs share one leadership team" in told["The leadership team"]
    assert "Its chair is Crishni Waring (joint)" in told["The leadership team"]
    assert "In April 2027, if it is agreed, its 2 ICBs become one." in told["What happens next"]
    assert told[_SURE].startswith("The ICBs have applied for the merger")


def test_what_is_asked_of_none_of_its_icbs_together_is_said_once() -> None:
    said = lines("sl")["What happens next"]
    assert said.startswith("Of each ICB the same is known. Its board papers do not state a merger")
    assert said.count("do not state") == 1


def test_a_team_of_one_icb_says_that_nobody_shares_it() -> None:
    told = lines("QKS")
    assert told["The leadership team"].startswith("It leads this ICB alone")
    assert told["What happens next"].startswith("No change is planned for April 2027")


def test_a_team_that_was_agreed_says_what_has_come_of_its_icbs() -> None:
    told = lines("hiow", ANNOUNCED)
    assert "a part of NHS Frimley Integrated Care Board" in told["The legal bodies"]
    assert "were to share one leadership team" in told["The leadership team"]
    assert told["What came next"].startswith(
        "In October 2026 its people live in one ICB, Hampshire and Isle of Wight, under one"
    )
    assert "which leads South West London as well" in lines("QKK", ANNOUNCED)["What came next"]
    assert "Confidence in the list of September 2025 is high." in told[_SURE]


@pytest.mark.parametrize(("key", "team"), TEAMS)
def test_a_team_is_one_sheet_that_begins_with_its_lines(key: str, team: str) -> None:
    made = sheet(team, key)
    assert made.leading == made.chapters
    assert len(made.chapters) == 1
    a4 = SHEETS["a4-landscape"]
    assert not made.apart
    assert not chapters.sheets_needed(made, a4)
    assert not charts.sheets_needed(made, a4)


def test_its_key_figures_stand_beside_their_rank_and_england() -> None:
    figures = dict(sheet("cwhw").figures)
    whole = PEOPLE.text(WORK.england["residents"])
    assert figures["Residents: rank"] == f"7th smallest of 25; England {whole}"


def test_on_a_map_of_england_and_of_an_option_no_team_leads_the_sheet() -> None:
    assert not sheet("cwhw", part=WHOLE).chapters
    assert sheet("cwhw", part=WHOLE).charts
    assert not clusters.content(WORK, View(plan="midlands-five", area="cwhw")).picture.minute


def test_the_teams_agreed_in_2025_are_a_pack_as_well() -> None:
    pack, now = briefs_of_announced(WORK), team_briefs(WORK)
    assert pack.title == "Briefs for the 26 leadership teams of September 2025"
    assert len(pack.items) == 26
    (first,) = sheets_of(WORK, type(pack)("One", pack.items[3:4]), "")
    assert "was to lead" in " ".join(first.chapters[0].said)
    assert all(("plan", ANNOUNCED) in item.query for item in pack.items)
    assert not any("plan" in dict(item.query) for item in now.items)
