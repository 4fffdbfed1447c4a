"""Plans wherever one is chosen: the published ones, and the saved options on the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from footprint.options import sentences
from footprint.store.reader import Listing
from footprint.store.revisions import Listed
from footprint.workspace.plans import plan
from ui.shell import drawing as st
from ui.shell.workspace import workspace

_LISTED, _DRAWN = "saved-listed", "drawn-offered"


def look() -> str:
    """Read the list for this run of a page, and say what is wrong with the store, if anything."""
    st.session_state[_LISTED] = listing = workspace().reader.newest()
    return listing.problem


def offer(drawn: str) -> None:
    """Offer what somebody draws, by its key, wherever this run of a page offers plans; "" none."""
    st.session_state[_DRAWN] = drawn


def listed() -> Listing:
    """The options on the list, as this run of the page found them."""
    return st.session_state.get(_LISTED) or Listing()


def plans(*chosen: str) -> dict[str, str]:
    """Every plan that can be chosen, with its title: the drawing, the published, users' options.

    `chosen` are there too, even where they are archived or a newer revision is on the list.
    """
    work = workspace()
    drawn = st.session_state.get(_DRAWN, "")
    offered = {drawn: plan(work, drawn).title} if drawn else {}
    offered |= {key: one.title for key, one in work.plans.items()}
    offered |= dict(_titles([one for one in listed().options if one.intact]))
    offered |= {key: plan(work, key).title for key in chosen if key not in offered}
    return dict(_told_apart(offered))


def _titles(found: list[Listed]) -> Iterator[tuple[str, str]]:
    """A title for each saved option; two that would be the same say when each was saved."""
    titles = Counter(map(sentences.title, found))
    for one in found:
        title = sentences.title(one)
        said = title if titles[title] == 1 else f"{title}, {sentences.when(one.saved_at)}"
        yield sentences.key_of(one.option, one.number), said


def beyond() -> str | None:
    """Say how to find the saved options that are not offered, where there are any."""
    if not listed().more:
        return None
    return (
        f"The {len(listed().options)} options saved last are offered. Find any other on the page "
        "Draw an option, by words or tags, and open it there."
    )


def _told_apart(titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    # A list that says two things in the same words cannot be chosen from.
    taken: set[str] = set()
    for key, title in titles.items():
        words = title if title not in taken else f"{title} {key.removeprefix('saved-')[:8]}"
        taken.add(words)
        yield key, words
