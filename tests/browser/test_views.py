"""The address bar is the only copy of the view: links, Back, Forward, reload, wrong values."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit, serving
from tests.browser.until import until


def heading(visit, name):
    visit.page.get_by_role("heading", name=name, exact=True).wait_for()


def test_a_deep_link_is_right_on_the_first_request_after_a_start(browser):
    with serving() as address:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        visit = Visit(context, address).open("/Clusters?plan=planned-2027-04&area=bsbc")
        heading(visit, "Clusters")
        heading(visit, "Birmingham, Black Country and Solihull")
        visit.page.get_by_text("no approval has been found", exact=False).first.wait_for()
        context.close()


def test_back_and_forward_step_through_views(visit):
    visit.open()
    first = visit.stamp()
    visit.choose("What the map shows", "Area")
    second = visit.repainted(first)
    visit.choose("What the map shows", "Compactness")
    third = visit.repainted(second)
    visit.page.go_back()
    visit.awaits("?measure=area")
    assert visit.repainted(third) == second
    visit.page.go_back()
    visit.awaits("")
    assert visit.repainted(second) == first
    visit.page.go_forward()
    visit.awaits("?measure=area")
    assert visit.repainted(first) == second


def test_reload_and_a_copied_link_show_the_same(visit, browser, app):
    visit.open("/?icbs=icb-2023&measure=imd&area=QNQ&scheme=natural&classes=4")
    shown = visit.stamp()
    heading(visit, "Frimley")
    visit.page.reload()
    heading(visit, "Frimley")
    assert visit.stamp() == shown
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    copy = Visit(context, app).open("/" + visit.query())
    assert copy.stamp() == shown
    context.close()


def test_pages_carry_the_view_along(visit):
    visit.open("/?measure=density")
    visit.page.get_by_role("link", name="Clusters").click()
    heading(visit, "Clusters")
    until(visit.page, "location.search.includes('measure=density')")
    visit.page.get_by_role("link", name="Find your ICB").click()
    heading(visit, "Find your ICB")
    until(visit.page, "location.search.includes('measure=density')")


@pytest.mark.parametrize(
    ("link", "said", "shown"),
    [
        ("/?measure=areas", "measure “areas”", "Area: 36 ICBs"),
        ("/?measure=%3Cscript%3E", "measure “<script>”", "Residents: 36 ICBs"),
        ("/Clusters?plan=agreed-2025", "plan “agreed-2025”", "26 leadership teams"),
        ("/?area=QZZ", "area “QZZ”", "Residents: 36 ICBs"),
        ("/?scheme=own&cuts=a,b", "“a” is not a number", "Residents: 36 ICBs"),
        ("/?colour=red", "“colour”", "Residents: 36 ICBs"),
    ],
)
def test_a_wrong_value_is_told_in_one_line_and_the_nearest_view_is_shown(visit, link, said, shown):
    visit.open(link)
    alerts = visit.page.get_by_role("alert")
    alerts.first.wait_for()
    assert alerts.count() == 1
    assert said in alerts.first.inner_text()
    assert "\n" not in alerts.first.inner_text().strip().removeprefix("link_off").strip()
    assert shown in visit.page.locator("iframe").first.get_attribute("title")


def test_stepping_through_time_repaints_without_a_reload(visit):
    visit.open("/Clusters?plan=icb-2023")
    visit.frame.evaluate("window.visited = 1")
    for step in ("May 2025", "September 2025", "April 2026", "April 2027"):
        old = visit.stamp()
        visit.page.get_by_role("radio", name=step).click()
        visit.repainted(old)
        visit.settled()
    assert visit.frame.evaluate("window.visited") == 1
    assert "planned-2027-04" in visit.query()


def test_your_own_cuts_make_the_classes(visit):
    visit.open("/?scheme=own&cuts=1000000,2000000")
    legend = visit.page.locator(".legend")
    legend.wait_for()
    words = legend.inner_text()
    assert "Under 1,000,000" in words
    assert "1,000,000 to under 2,000,000" in words
    assert "2,000,000 or more" in words
