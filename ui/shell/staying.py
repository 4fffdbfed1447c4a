"""What stays where it is while the reader goes from page to page, so that it need not begin anew.

Streamlit takes away what the last page drew and keeps what the app itself drew around its pages.
A map that each page drew for itself would be loaded anew on each; drawn as the app's own, in the
same place on each, it is only painted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.runtime.scriptrunner import get_script_run_ctx


@contextmanager
def staying() -> Iterator[None]:
    """Draw as the app draws around its pages.

    What holds it, and all that stands before it in each of those, has to be drawn so as well.
    """
    run = get_script_run_ctx()
    with run.run_with_active_hash(run.pages_manager.main_script_hash):
        yield
