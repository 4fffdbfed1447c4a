"""Draw files: an option to download as a table, and a table or areas taken as an option."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.apart.keeper import ApartError, keeper
from footprint.apart.tasks import OptionFile
from footprint.intake.rows import Problem
from footprint.intake.uploads import Upload
from footprint.options import sentences
from footprint.options.files import as_csv, as_xlsx
from footprint.options.option import Option
from footprint.workspace.saved import saved as saved_at
from ui.draw import state as draw_state
from ui.draw.state import current, start_of
from ui.parts import questions
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.workspace import workspace

_UPLOAD = "draw-upload"
_READ = "draw-upload-read"
_ANSWERS = "draw-upload-answers"
_MOST_SHOWN = 200


_BECOMES = (
    "Save makes {} its next revision. To keep the two apart, choose Save as a new option instead."
)
_DONE = "It was read and is on the map, in the place of what was drawn. Undo takes it back."


def files(option: Option) -> None:
    """Download the option, or upload one."""
    # An expander has no anchor of its own.
    st.html('<span id="files"></span>')
    with st.expander("Files: download or upload an option", key="draw-files"):
        _download(option)
        if opened := _opened():
            words.line(f"“{opened}” is open. {_BECOMES.format('a file that you upload')}")
        st.file_uploader(
            "Upload an option: a table, or areas drawn in another map program",
            # What a file is is told by what it holds, and said here; Streamlit goes by its name.
            type=None,
            max_upload_size=5,
            key=_UPLOAD,
            on_change=_take,
        )
        st.caption(
            "A table of areas and the footprint each goes to: ICBs, districts, upper-tier "
            "authorities, sub-ICB locations or blocks, by code or by name, with headings such as "
            "icb, lad, LAD25CD, County or Cluster. With icb and lad side by side, an empty lad "
            "means the rest of that ICB. A table has up to 1 MB."
        )
        st.caption(
            "Or LSOAs: a table of up to 5 MB with LSOA21CD and the footprint of each. Each block "
            "goes to the footprint that most of its people are given to, and you are told which "
            "blocks are cut."
        )
        st.caption(
            "Or areas: GeoJSON, a GeoPackage or a zipped shapefile of up to 5 MB, each area with "
            "the name of its footprint. Each block goes to the area where most of its people "
            "live, and you are told which blocks are cut. Areas that follow neither districts nor "
            "sub-ICB locations are refused. You can also drop a file on the map."
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


def _take(answers: tuple[str, ...] = ()) -> None:
    """Read the file that was handed in, with what was answered about it so far."""
    file = st.session_state[_UPLOAD]
    st.session_state.pop(_READ, None)
    st.session_state[_ANSWERS] = answers
    if not file:
        return
    now = current().now
    task = OptionFile(file.getvalue(), start_of(now.begun_from, now.rest), answers)
    try:
        read = keeper().ask(task)
    except ApartError as problem:
        read = Upload(None, (Problem(0, "", str(problem).rstrip(".")),))
    st.session_state[_READ] = read
    # A file may be dropped on the map, from where what is told of it is out of sight.
    draw_state.say(f"{file.name}: {_in_short(read)}")
    if read.option:
        draw_state.go(current().done(read.option))


def _in_short(read: Upload) -> str:
    """What came of a file, in a sentence or two."""
    if read.question:
        return "It can be read in several ways. Choose one under Files, below the map."
    first = f" {read.problems[0].sentence}" if read.problems else ""
    more = (
        " More is told under Files, below the map."
        if read.problems[1:] or read.taken or read.notes
        else ""
    )
    done = _DONE if read.option else ""
    if read.option and (opened := _opened()):
        done += f" “{opened}” is still open: {_BECOMES.format('what was read')}"
    return f"{done}{first}{more}".strip()


def _opened() -> str:
    """The name of the saved option that is open, or ""."""
    key = draw_state.opened_key()
    name = saved_at(workspace(), key).revision.name if key else ""
    return sentences.shown(name, sentences.LONGEST_TITLE)


def _choose(answer: str) -> None:
    _take((*st.session_state.get(_ANSWERS, ()), answer))


def _told(read: Upload | None) -> None:
    if read is None:
        return
    if read.question:
        questions.asked(read.question, _choose, key="draw")
        return
    if read.option:
        words.line(_DONE)
    for note in read.notes:
        words.line(note)
    if read.taken:
        words.listed("What was taken for what", _some(read.taken))
    if not read.problems:
        return
    count = len(read.problems)
    shown = _some([problem.sentence for problem in read.problems])
    found = "One problem was found" if count == 1 else f"{count} problems were found"
    words.listed("What did not fit" if read.drawn else found, shown)
    if read.marked:
        st.download_button(
            "Download the table with what is wrong beside each row",
            read.marked,
            file_name="option-marked.csv",
            mime="text/csv",
            on_click="ignore",
        )


def _some(sentences: Sequence[str]) -> list[str]:
    more = len(sentences) - _MOST_SHOWN
    return [*sentences[:_MOST_SHOWN], *([f"And {more} more."] if more > 0 else [])]
