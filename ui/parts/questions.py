"""Questions: what a file may mean, with the first rows of each, and one of them chosen."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from footprint.english import capital
from footprint.readings import Question, Reading
from ui.parts import headings, tables
from ui.shell import drawing as st
from ui.shell import words


def asked(question: Question, choose: Callable[[str], None], *, key: str) -> None:
    """Ask which of several readings is meant; `choose` is told the answer."""
    headings.under("Which of these do you mean?")
    words.line(f"{capital(question.words)}. Choose one; nothing has been changed yet.")
    for place, reading in enumerate(question.readings):
        with st.container(border=True):
            tables.plain(_first_rows(reading), reading.words)
            st.button(
                f"Read the file this way: {reading.words}",
                key=f"{key}-reading-{place}",
                on_click=choose,
                args=(reading.answer,),
            )


def _first_rows(reading: Reading) -> pd.DataFrame:
    head, *rows = reading.rows
    first, *others = head
    index = pd.Index([row[0] for row in rows], name=first)
    return pd.DataFrame([row[1:] for row in rows], index=index, columns=others)
