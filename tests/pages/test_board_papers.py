"""The page of board papers: views collected, ordered, captioned, kept and opened again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from footprint.export.orders import Order
from footprint.export.press import Press
from footprint.papers.contents import regions
from footprint.papers.pack import Item, Pack, Said, added, shortened
from footprint.shelf import texts
from tests.pages.test_pages import words
from ui.papers import basket
from ui.shell.workspace import workspace

ROOT = Path(__file__).resolve().parents[2]
PAGE = "pages/Board_papers.py"
CLUSTERS = Item("Clusters", (("measure", "imd"),))
AUTHORITIES = Item("Local_authorities", (("tier", "utla"),))


def opened(*items: Item, **more: object) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page(PAGE)
    pack = Pack("Board, 3 December", **more)
    for item in items:
        pack = added(pack, item)
    app.session_state["basket"] = pack
    app.run()
    assert not app.exception
    return app


def pack_of(app: AppTest) -> Pack:
    return app.session_state["basket"]


def test_an_empty_pack_says_how_it_is_filled() -> None:
    assert "press “Add to board papers”" in words(opened())


def test_a_view_is_added_from_any_page_as_it_stands() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["measure"] = "imd"
    app.session_state["export"] = True
    app.run()
    app.button(key="basket-add").click().run()
    assert pack_of(app).items == (Item("", (("measure", "imd"),)),)
    assert "1 there" in app.button(key="basket-add").label


def test_views_are_put_in_order_captioned_and_removed() -> None:
    app = opened(CLUSTERS, AUTHORITIES)
    app.button(key="pack-Down-0").click().run()
    assert [item.page for item in pack_of(app).items] == ["Local_authorities", "Clusters"]
    app.text_area(key="pack-caption-1").set_value("For\n\ndecision\n").run()
    app.text_input(key="pack-title-0").set_value("Who is split").run()
    assert pack_of(app).items[1].caption == "For decision"
    assert "1\\. Who is split" in words(app)
    app.button(key="pack-Remove-0").click().run()
    assert [item.page for item in pack_of(app).items] == ["Clusters"]


def test_a_caption_that_is_too_long_stays_as_typed_and_says_what_to_do() -> None:
    app = opened(CLUSTERS)
    caption = app.text_area(key="pack-caption-0")
    # With a limit of its own the field would drop what is pasted.
    assert not caption.proto.max_chars
    typed = "Words " * 110
    caption.set_value(typed).run()
    assert app.text_area(key="pack-caption-0").value == typed
    assert "The caption of view 1 is 60 characters too long" in words(app)
    assert words(app).count("60 characters too long") == 1
    assert "Shorten them, and the pack can be made." in words(app)
    assert app.button(key="pack-make").disabled
    (sheet,) = basket.sheets_of(shortened(pack_of(app)))
    assert sheet.caption == typed[:600]
    app.text_area(key="pack-caption-0").set_value("Words").run()
    assert "too long" not in words(app)
    assert not app.button(key="pack-make").disabled


@pytest.mark.parametrize(
    ("field", "called"),
    [("title", "title of the pack"), ("front-item", "agenda item on the cover")],
)
def test_words_of_a_cover_that_are_too_long_stay_as_typed_too(field: str, called: str) -> None:
    app = opened(CLUSTERS)
    assert not app.text_input(key=f"pack-{field}").proto.max_chars
    typed = "Words " * 60
    app.text_input(key=f"pack-{field}").set_value(typed).run()
    assert app.text_input(key=f"pack-{field}").value == typed
    assert words(app).count(f"The {called} is 60 characters too long") == 1
    assert app.button(key="pack-make").disabled
    # What is too long for a cover is not too long for the tab to keep.
    assert texts.from_tab(texts.in_tab(pack_of(app), "")).pack == pack_of(app)


def test_two_views_can_share_a_sheet_or_are_told_why_not() -> None:
    east = [Item("Clusters", (("plan", f"east-model-{x}"),), part="own") for x in "ab"]
    app = opened(*east)
    app.toggle(key="pack-beside-1").set_value(True).run()
    (sheet,) = basket.sheets_of(pack_of(app))
    assert [panel.heading for panel in sheet.panels] == [
        "A: East of England model A",
        "B: East of England model B",
    ]
    other = opened(CLUSTERS, AUTHORITIES)
    other.toggle(key="pack-beside-1").set_value(True).run()
    assert "need a legend each" in words(other)


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (Item("Nowhere"), "There is no page “Nowhere” here."),
        (Item("Clusters", (("plan", "agreed"),)), "does not exist"),
    ],
)
def test_a_view_that_is_not_there_is_told_and_the_rest_stays(item: Item, told: str) -> None:
    said = basket.open_pack(Pack("x", (item, CLUSTERS), figures=(None, None)))
    assert any(told in sentence for sentence in said)


def test_a_pack_made_again_tells_what_its_figures_were() -> None:
    kept = basket.up_to_date(added(Pack("x"), CLUSTERS))
    assert any("as it was when" in line for line in basket.open_pack(kept))
    first = kept.figures[0]
    name = first.rows[0][0]
    older = (name, first.rows[0][1], "99.9", *first.rows[0][3:])
    changed = Said("other", first.count, first.headings, (older, *first.rows[1:]))
    said = basket.open_pack(Pack("x", kept.items, figures=(changed,), data_version="older"))
    assert any(f"of {name}: 99.9 before, {first.rows[0][2]} now." in line for line in said)
    assert any("saved on data version older" in line for line in said)


def test_what_a_view_covers_is_shown_in_the_pack_and_chosen_anew() -> None:
    app = opened(replace(CLUSTERS, part="London"))
    shown = app.selectbox(key="pack-part-0")
    assert shown.value == "London"
    shown.set_value("South West").run()
    assert pack_of(app).items[0].part == "South West"
    (sheet,) = basket.sheets_of(pack_of(app))
    assert sheet.scope == regions(workspace())["South West"]


def test_a_pack_that_has_changed_takes_its_file_away_and_says_so() -> None:
    app = opened(CLUSTERS)
    app.session_state["pack-press"] = Press(Order("pdf", ()))
    app.session_state["pack-made"] = pack_of(app)
    app.run()
    assert "pack-press" in app.session_state
    app.text_area(key="pack-caption-0").set_value("For decision").run()
    assert "pack-press" not in app.session_state
    assert "The pack has changed since its file was made." in words(app)


def test_a_part_that_was_chosen_for_one_view_does_not_stick_to_the_next() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.session_state["export"] = True
    app.run()
    app.selectbox(key="export-part").set_value("London").run()
    assert app.selectbox(key="export-part").value == "London"
    app.query_params["measure"] = "imd"
    app.run()
    assert app.selectbox(key="export-part").value == ""


def test_of_an_icb_one_slide_is_offered_before_all_of_them() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page("pages/My_ICB.py")
    app.query_params["area"] = "QWU"
    app.session_state["export"] = True
    app.run()
    app.selectbox(key="export-format").set_value("pptx").run()
    assert app.toggle(key="export-all-slides").value is False
    app.selectbox(key="export-part").set_value("").run()
    assert not [one for one in app.toggle if one.key == "export-all-slides"]


def test_who_wants_one_footprint_alone_is_told_to_choose_it_first() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.session_state["export"] = True
    assert "Choose an area" in app.run().selectbox(key="export-part").help
    app.query_params["area"] = "QJK"
    assert not app.run().selectbox(key="export-part").help


def test_what_the_cover_says_is_kept_with_the_pack() -> None:
    app = opened(CLUSTERS)
    app.text_input(key="pack-front-meeting").set_value("Board in public").run()
    app.selectbox(key="pack-front-marking").set_value("DRAFT").run()
    app.toggle(key="pack-front-annex").set_value(False).run()
    front = pack_of(app).front
    assert (front.meeting, front.marking, front.annex) == ("Board in public", "DRAFT", False)


def test_a_view_is_made_into_one_sheet_for_each_region_or_each_footprint_of_one() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.session_state["export"] = True
    app.run()
    app.selectbox(key="batch-kind").set_value("regions").run()
    app.selectbox(key="batch-format").set_value("zip").run()
    app.button(key="batch-make").click().run()
    assert not app.exception
    order = app.session_state["batch-press"].order
    app.session_state["batch-press"].stop()
    assert (order.format, len(order.papers)) == ("zip", 7)
    assert all(paper.scope for paper in order.papers)
    app.selectbox(key="export-part").set_value("Midlands").run()
    app.selectbox(key="batch-kind").set_value("footprints").run()
    assert "Only those in the Midlands, as chosen above." in [one.value for one in app.caption]
    app.button(key="batch-make").click().run()
    order = app.session_state["batch-press"].order
    app.session_state["batch-press"].stop()
    assert len(order.papers) == 11
