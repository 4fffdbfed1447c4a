"""Provenance: the manifest and its checks, for people."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from footprint.english import month
from footprint.facts.guidance import CAP
from footprint.facts.manifest import Source
from footprint.measures.units import POUNDS_EACH
from ui.shell import cache


def checks() -> None:
    """Show what must hold of the files, and that it does."""
    results = cache.checks()
    held = sum(found == check.expected for check, found in results)
    st.subheader("Checks", anchor=False)
    st.markdown(
        f"**{held} of {len(results)} checks hold.** Each compares the files in use now with what "
        f"official sources say. Data version {cache.manifest().data_version}."
    )
    st.table(
        pd.DataFrame(
            {
                "What must hold": [f"{check.claim} ({check.source})" for check, _ in results],
                "Should be": [check.expected for check, _ in results],
                "Is": [found for _, found in results],
                "Holds": ["Yes" if found == check.expected else "No" for check, found in results],
            }
        ).set_index("What must hold")
    )


def files() -> None:
    """Show every file with its publisher, date, licence, method and known gaps."""
    st.subheader("Files", anchor=False)
    for source in cache.manifest().sources:
        with st.expander(f"{source.title} ({source.publisher}, {source.date})"):
            _file(source)


def _file(source: Source) -> None:
    st.markdown(
        f"**File:** `{source.path}`\n\n"
        f"**Official dataset:** {source.retrieved_from}\n\n"
        f"**What was done to it:** {source.done}\n\n"
        f"**Known gaps:** {source.gaps or 'None known.'}\n\n"
        f"**Licence:** {source.licence}. {source.attribution}\n\n"
        f"**Checksum (SHA-256):** `{source.sha256}`"
    )
    if source.columns:
        st.table(
            pd.DataFrame(source.columns.items(), columns=["Column", "Unit or meaning"]).set_index(
                "Column"
            )
        )


def plans() -> None:
    """Show every plan with its status and how sure its facts are."""
    st.subheader("Plans", anchor=False)
    listed = cache.all_plans().values()
    st.table(
        pd.DataFrame(
            {
                "Plan": [plan.title for plan in listed],
                "As of": [month(plan.as_of) for plan in listed],
                "Status": [plan.status for plan in listed],
                "Scope": [plan.scope for plan in listed],
                "Confidence in the facts": [plan.confidence for plan in listed],
                "Reconstruction": ["yes" if plan.reconstruction else "no" for plan in listed],
            }
        ).set_index("Plan")
    )


def limits() -> None:
    """Say what should not be concluded from the maps."""
    st.subheader("What not to conclude", anchor=False)
    st.markdown(
        "- A cluster is not a merger. Its ICBs stay separate bodies with their own boundaries, "
        "money and duties.\n"
        f"- The running cost allowance is not what the {POUNDS_EACH.text(CAP)} cap covers. The "
        "cap takes in all running costs and programme pay.\n"
        "- Weighted population is worked out from the published allocations workbook. NHS "
        "England’s own table was not available.\n"
        "- Where a plan splits an ICB, its money is shared by residents and marked as estimated.\n"
        "- The 27 proposed footprints of May 2025 are a reconstruction, and nothing published "
        "confirms the arrangement for April 2027."
    )
