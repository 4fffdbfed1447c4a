"""Words explained where they are used: each opens its meaning, with what closes after it."""

import re

import pytest

from ui.parts import glossary


@pytest.fixture
def explained(monkeypatch: pytest.MonkeyPatch):
    """A function that explains a text on a page that has explained nothing yet, without links."""
    monkeypatch.setattr(glossary.st, "session_state", {})

    def run(text: str) -> str:
        told = re.sub(
            r'<button [^>]*popovertarget="word-([^"]*)"[^>]*>', r"<\1>", glossary.explained(text)
        )
        return (
            told.replace("</button>", "</>")
            .replace('<span class="kept">', "{")
            .replace("</span>", "}")
        )

    return run


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nothing & nobody", "Nothing &amp; nobody"),
        ("A cluster", "A <cluster>cluster</>"),
        ("A cluster, not a merger.", "A {<cluster>cluster</>,} not a {<merger>merger</>.}"),
        ("“A cluster”: two", "“A {<cluster>cluster</>”:} two"),
        ("A cluster & a cluster.", "A <cluster>cluster</> &amp; a cluster."),
    ],
)
def test_a_word_is_explained_once_and_keeps_what_closes_after_it(explained, text, told):
    assert explained(text) == told
