"""The files a browser keeps: named after what is in them."""

from footprint.web.files import content_name


def test_a_files_name_changes_with_what_is_in_it() -> None:
    names = {content_name(content, "blocks", "json") for content in (b"", b"a", b"b")}
    assert len(names) == 3
    assert content_name(b"a", "blocks", "json") == "blocks.ca978112ca1b.json"
