"""Draw files: an option to download as a table, and a table taken as an option."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.intake import uploads
from footprint.intake.uploads import Upload
from footprint.options.files import as_csv, as_xlsx
from footprint.options.option import Option
from ui.draw import state as draw_state
from ui.draw.state import current, start_of
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.workspace import workspace

_UPLOAD = "draw-upload"
_READ = "draw-upload-read"
_MOST_SHOWN = 200


def files(option: Option) -> None:
    """Download the option, or upload one."""
    with st.expander("Files: download or upload an option", key="draw-files"):
        _download(option)
        st.file_uploader(
            "Upload an option (CSV or XLSX, up to 1 MB)",
            type=["csv", "xlsx", "txt"],
            max_upload_size=1,
            key=_UPLOAD,
            on_change=_take,
        )
        st.caption(
            "A table of areas and the footprint each goes to: ICBs, districts, sub-ICB locations "
            "or blocks, by code or by name, with headings such as icb, lad, LAD25CD or Cluster. "
            "With icb and lad side by side, an empty lad means the rest of that ICB."
        )
        _told(st.session_state.get(_READ))


def _download(option: Option) -> None:
    with st.container(horizontal=True):
        for kind, write in (("CSV", as_csv), ("XLSX", as_xlsx)):
            st.download_button(
                f"Download the option ({kind})",
                lambda write=write: write(option, workspace().atlas),
                file_name=f"option.{kind.lower()}",
                on_click="ignore",
            )


def _take() -> None:
    file = st.session_state[_UPLOAD]
    st.session_state.pop(_READ, None)
    if not file:
        return
    now = current().now
    begun = start_of(now.begun_from, now.rest)
    work = workspace()
    read = uploads.read(file.getvalue(), begun, work.atlas, work.icb_names, work.other_names)
    st.session_state[_READ] = read
    if read.option:
        draw_state.go(current().done(read.option))


def _told(read: Upload | None) -> None:
    if read is None:
        return
    if read.option:
        st.markdown("The option was read and is on the map. Undo takes it back.")
    if read.taken:
        words.listed("What was taken for what", _some(read.taken))
    if not read.problems:
        return
    count = len(read.problems)
    shown = _some([problem.sentence for problem in read.problems])
    words.listed("One problem was found" if count == 1 else f"{count} problems were found", shown)
    if read.corrected:
        st.download_button(
            "Download a corrected file",
            read.corrected,
            file_name="option-corrected.csv",
            mime="text/csv",
            on_click="ignore",
        )


def _some(sentences: Sequence[str]) -> list[str]:
    more = len(sentences) - _MOST_SHOWN
    return [*sentences[:_MOST_SHOWN], *([f"And {more} more."] if more > 0 else [])]
