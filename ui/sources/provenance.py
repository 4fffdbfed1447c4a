"""Provenance: the manifest and its checks, for people."""

from __future__ import annotations

import pandas as pd

from footprint.facts.manifest import Source
from footprint.pages.sources import Sources
from ui.parts import headings, tables
from ui.shell import drawing as st
from ui.shell import words


def checks(told: Sources) -> None:
    """Show what must hold of the files, and that it does."""
    headings.part("Checks")
    st.markdown(
        words.marked(
            "**{} of {} checks hold.** Each compares the files in use now with what official "
            "sources say. Data version {}.",
            told.held,
            len(told.checks),
            told.data_version,
        )
    )
    tables.plain(told.checks, "What must hold of the files, and what was found")


def files(told: Sources) -> None:
    """Show every file with its publisher, date, licence, method and known gaps."""
    headings.part("Files")
    with st.expander(f"All {len(told.files)} files, with licence, method and gaps"):
        for source in told.files:
            with st.expander(f"{source.title} ({source.publisher}, {source.date})"):
                _file(source)


def _file(source: Source) -> None:
    st.markdown(
        words.paragraphs(
            (
                words.marked("**File:** {}", source.path),
                words.marked("**Official dataset:** {}", source.retrieved_from),
                words.marked("**What was done to it:** {}", source.done),
                words.marked("**Known gaps:** {}", source.gaps or "None known."),
                words.marked("**Licence:** {}. {}", source.licence, source.attribution),
                words.marked("**Checksum (SHA-256):** `{}`", source.sha256),
            )
        )
    )
    if source.columns:
        meanings = pd.DataFrame(source.columns.items(), columns=["Column", "Unit or meaning"])
        tables.plain(meanings.set_index("Column"), f"Columns of {source.path}")


def plans(told: Sources) -> None:
    """Show every plan with its status and how sure its facts are."""
    headings.part("Plans")
    tables.plain(told.plans, "Every plan, with how sure its facts are")


def statements(told: Sources) -> None:
    """Show what the sources say that is no number, each with its source."""
    headings.part("What the sources say")
    st.markdown(
        "One list, which other pages draw from. What is second-hand was read in somebody else’s "
        "account of a paper, and not in the paper itself."
    )
    with st.expander(f"All {len(told.statements.rows)} statements"):
        tables.figures(told.statements)


def limits(told: Sources) -> None:
    """Say what should not be concluded from the maps."""
    headings.part("What not to conclude")
    st.markdown(words.bullets(told.limits))
