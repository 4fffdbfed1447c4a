"""Every page for every reader: what axe finds, how headings follow, and words spaced out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.sampled import sampled

WITHOUT_A_MAP = ("/Board_papers", "/Data_and_sources", "/Help")
PAGES = (
    "/?area=QJK",
    "/Clusters?plan=east-model-a&measure=imd&map=people",
    "/Money?area=tv&cut=10",
    "/Criteria?area=QJK&must=people",
    "/Local_authorities?area=E07000089&plan=icb-2023",
    "/Compare?measure=residents&area=QJK",
    "/Draw_an_option",
    *WITHOUT_A_MAP,
)
GRAVE = ("moderate", "serious", "critical")
# What the Web Content Accessibility Guidelines 2.2 say in 1.4.12.
SPACED = """
* { line-height: 1.5 !important; }
* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
UNFOLD = """document.querySelectorAll('main details:not([open]) summary')
  .forEach((one) => one.click())"""
HEADINGS = """[...document.querySelectorAll('main :is(h1, h2, h3, h4)')]
  .filter((one) => one.checkVisibility()).map((one) => +one.tagName[1])"""
CUT = """[...document.querySelectorAll('main *')].filter((one) => {
  if (!one.checkVisibility({ contentVisibilityAuto: true })) return false;
  if (!(one.innerText || '').trim()) return false;
  const { overflowX, overflowY } = getComputedStyle(one);
  const hides = (how) => how === 'hidden' || how === 'clip';
  return one.clientWidth > 1 && one.clientHeight > 1 && (
    (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
    (hides(overflowY) && one.scrollHeight > one.clientHeight + 1)
  );
}).map((one) => one.innerText)"""
OVERLAPPING = """() => {
  const lines = [], found = [];
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const seen = { contentVisibilityAuto: true, visibilityProperty: true, opacityProperty: true };
  while (walk.nextNode()) {
    const text = walk.currentNode, range = document.createRange();
    if (!text.data.trim() || !text.parentElement.checkVisibility(seen)) continue;
    // What is read aloud alone is clipped to nothing, wherever it lies.
    if (text.parentElement.closest('.for-readers')) continue;
    range.selectNodeContents(text);
    // Rows that a table has scrolled out of its place lie on nothing.
    const place = text.parentElement.closest('.plain')?.getBoundingClientRect();
    for (const { left, right, top, bottom, width } of range.getClientRects()) {
      const away = place && (bottom > place.bottom || top < place.top);
      if (width > 2 && !away) lines.push({ text, left, right, top, bottom });
    }
  }
  lines.forEach((one, n) => lines.slice(n + 1).forEach((other) => {
    const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    if (one.text !== other.text && width > 2 && height > 4)
      found.push(`${one.text.data} / ${other.text.data}`);
  }));
  return found;
}"""


@pytest.fixture(scope="module", params=PAGES, ids=lambda path: path.split("?")[0])
def seen(request, windows, app) -> Iterator[Visit]:
    """A page with all that can be unfolded open, loaded once for every look at it."""
    with windows.open(app) as window:
        visit = window()
        visit.page.goto(app + request.param)
        visit.page.locator(".st-key-heading h1").wait_for()
        if request.param not in WITHOUT_A_MAP:
            visit.stamp()
        visit.settled()
        visit.page.evaluate(UNFOLD)
        visit.page.wait_for_timeout(500)
        visit.settled()
        yield visit


def at(visit: Visit, size: tuple[int, int]) -> Visit:
    """The page once it has found its place in a window of this size."""
    visit.page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    visit.page.wait_for_timeout(500)
    return visit


def violations(visit: Visit) -> list[dict]:
    """What axe finds on a page and in its frame."""
    axe = Axe()
    for frame in visit.page.frames:
        frame.evaluate(axe.axe_script)
    return visit.page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]


@pytest.mark.parametrize("size", sampled([PHONE, DESKTOP], 2), ids=str)
def test_axe_finds_nothing_grave_on_the_page_or_in_its_frame(seen, size):
    found = [one for one in violations(at(seen, size)) if one["impact"] in GRAVE]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_headings_go_down_one_step_at_a_time(seen):
    levels = seen.page.evaluate(HEADINGS)
    assert levels.count(1) == 1 and levels[0] == 1
    assert max(levels) <= 3
    assert all(below <= above + 1 for above, below in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize("size", sampled([PHONE, DESKTOP], 2), ids=str)
def test_words_spaced_out_are_neither_cut_nor_on_each_other(seen, size):
    page = at(seen, size).page
    style = page.add_style_tag(content=SPACED)
    page.wait_for_timeout(300)
    cut, overlapping = page.evaluate(CUT), page.evaluate(OVERLAPPING)
    style.evaluate("(style) => style.remove()")
    assert cut == []
    assert overlapping == []


def test_axe_sees_into_the_frame(visit):
    visit.open()
    visit.frame.evaluate("document.body.append(Object.assign(new Image(), { src: 'data:,' }))")
    (image,) = (one for one in violations(visit) if one["id"] == "image-alt")
    assert [node["target"][0] for node in image["nodes"]] == ["iframe"]
