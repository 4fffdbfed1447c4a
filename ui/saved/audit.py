"""The audit for admins: who did what and when, as a table and as a file."""

from __future__ import annotations

import pandas as pd

from footprint.options.sentences import when
from footprint.rights.policy import may
from footprint.spreadsheets import csv_bytes
from footprint.store.revisions import StoreError
from footprint.store.whose.audit import PAGE, Done
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.workspace import workspace
from ui.who.current import person

MOST = 10_000
"""Rows that a file holds."""


def who_did_what() -> None:
    """Show admins what people did, looked up when somebody asks."""
    if not may(person(), "audit"):
        return
    box = st.expander("Who did what: the audit", key="audit", on_change="rerun")
    if not box.open:
        return
    with box:
        try:
            done = workspace().reader.store().audit(MOST)
        except StoreError as problem:
            st.error(str(problem))
            return
        if not done:
            words.line("Nobody has done anything yet.")
            return
        table = _table(done)
        words.line(
            f"The last {min(len(done), PAGE):,} things that people did, newest first. The file has "
            f"the last {len(done):,}."
        )
        if not all(one.intact for one in done):
            st.error("Rows were changed or taken out in the store after they were written.")
        st.dataframe(table.head(PAGE), hide_index=True)
        st.download_button(
            "Download who did what (CSV)",
            csv_bytes([tuple(table.columns), *table.itertuples(index=False)]),
            file_name="who-did-what.csv",
            mime="text/csv",
        )


def _table(done: tuple[Done, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "When": [when(one.at) for one in done],
            "Who": [one.name for one in done],
            "Did": [one.act for one in done],
            "Option or pack": [one.option for one in done],
            "Revision": ["" if one.revision is None else str(one.revision) for one in done],
            # Of a visit that ended, a mark that tells people nothing.
            "More": ["" if one.act == "signed out" else one.detail for one in done],
            "Account": [one.person for one in done],
            "As written": ["yes" if one.intact else "no" for one in done],
        }
    )
