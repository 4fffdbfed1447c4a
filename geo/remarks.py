"""Remarks: what was noted of published positions, as sentences that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterable

from geo.joins import check_codes

_COMPUTED = "{} less {}, by our own arithmetic."
_SLIDES = (
    "The source is the summary slides of the annual general meeting, not the audited accounts."
)
_DISTANCE = "This is how far the result is from plan, and not the deficit itself."

SENTENCES = {
    "": "",
    "Five systems (Kent and Medway, Cheshire and Merseyside, Nottingham and Nottinghamshire, "
    "Humber and North Yorkshire, Hampshire and Isle of Wight) make 88%. 15 systems in deficit "
    "including support funding (17 in 2024/25).":
        "Five systems (Kent and Medway, Cheshire and Merseyside, Nottingham and Nottinghamshire, "
        "Humber and North Yorkshire, and Hampshire and Isle of Wight) make up 88% of it. With "
        "support funding, 15 systems were in deficit, and 17 in 2024/25.",
    "Four ICBs: QHM, QOQ, QF7, QWO.":
        "It is of four ICBs: North East and North Cumbria, Humber and North Yorkshire, South "
        "Yorkshire, and West Yorkshire.",
    "After £164m support (plus 11.5m one-off); September minutes add 47m regional help. ICB +9.7m, "
    "trusts -9.7m.":
        "This is after £164m of support and £11.5m that is paid once. The minutes of September add "
        "£47m of regional help. The ICB stands at +£9.7m and its trusts at -£9.7m.",
    "Would attract support funding.": "It would attract support funding.",
    "Two statutory financial duties missed.": "It missed two of its statutory financial duties.",
    "Q2 support withheld July 2026.":
        "The support for the second quarter was withheld in July 2026.",
    "0 less 21.5m; arithmetic ours.": _COMPUTED.format("break-even", "£21.5m"),
    "Agreed plan was a 106m deficit supported to breakeven.":
        "The agreed plan was a deficit of £106m that support brings to break-even.",
    "NHS England letter rounds to 15m.": "A letter of NHS England rounds it to £15m.",
    "About 33m support kept in the system; the only system in the region to deliver its plan.":
        "About £33m of support was kept in the system, the only one of the region to deliver its "
        "plan.",
    "VARIANCE, not the deficit itself. Nottinghamshire trusts alone 163.3m adverse.":
        f"{_DISTANCE} The Nottinghamshire trusts alone were £163.3m worse than plan.",
    "Nottinghamshire 31.3m of the 31.2m variance.":
        "Of being £31.2m worse than plan, Nottinghamshire accounts for £31.3m.",
    "NHS England one-page summary, 4 September 2026; the pack does not say which year. Press "
    "(Healthcare Management, February 2026) gives the same £198m for 2025/26 = 49.3m support lost "
    "+ 148.7m adverse. Month 12 outturn not found.":
        "The source is a one-page summary of NHS England of 4 September 2026, and the pack does "
        "not say which year it is of. The press (Healthcare Management, February 2026) gives the "
        "same £198m for 2025/26: £49.3m of support lost and £148.7m worse than plan. The outturn "
        "at month 12 was not found.",
    "Month 4 on plan; 2026/27 underlying deficit 8.4m (July pack p.129-130).":
        "At month 4 it was on plan. The underlying deficit of 2026/27 is £8.4m (July pack, pages "
        "129 to 130).",
    "Against a breakeven plan; subject to final accounts.":
        "The plan was to break even, and the final accounts may change the figure.",
    "All forecast to meet plan.": "All of them forecast that they will meet the plan.",
    "The letter calls this the ICB; the 95m plan is plainly a system figure, so scope is doubtful. "
    "Underlying deficit 240m to 77.4m (p.56).":
        "The letter says that this is the ICB’s, but the plan of £95m is plainly one of the whole "
        "system, so whose it is stays in doubt. The underlying deficit is said to go from £240m to "
        "£77.4m (page 56).",
    "AGM summary slides, not the audited accounts.": _SLIDES,
    "Variance or position: the table heads it as a position against plan; support 60.7m; system "
    "reported breakeven.":
        "The table heads it as a position against plan, so it may be how far the result is from "
        "plan. Support came to £60.7m, and the system reported that it broke even.",
    "After £92.0m support.": "This is after £92.0m of support.",
    "10.6m less 92.0m; arithmetic ours.": _COMPUTED.format("£10.6m", "£92.0m"),
    "+0.1m is our arithmetic; 90m support in the same sentence (the June pack says 92.0m).":
        "The surplus of £0.1m is our own arithmetic. The same sentence has £90m of support, and "
        "the June pack says £92.0m.",
    "Breach of the breakeven duty, planned.":
        "This breaches the duty to break even, and was planned.",
    "A NHS England slide says 42.5m for the system.":
        "A slide of NHS England says £42.5m for the system.",
    "Because support funding was withheld; no figure found.":
        "This is because support funding was withheld. No figure was found.",
    "44.02m of 63.16m support received; 19.14m withheld.":
        "Of £63.16m of support, £44.02m was received and £19.14m withheld.",
    "Because support funding for the second half was withheld.":
        "This is because the support funding for the second half of the year was withheld.",
    "VARIANCE.": _DISTANCE,
    "The plan was therefore about -95.0m; whether support is inside is not clear from the words.":
        "The plan was therefore a deficit of about £95.0m. Whether support is counted in it is not "
        "clear from the words.",
    "After 27.1m support.": "This is after £27.1m of support.",
    "13.2m less 27.1m; arithmetic ours.": _COMPUTED.format("£13.2m", "£27.1m"),
    "Partial loss of Q4 support.": "Part of the support for the fourth quarter was lost.",
    "“compliant” plan; breakeven is implied, the ICB's own plan is breakeven.":
        "what a plan that is called “compliant” implies, the ICB’s own plan being to break even.",
    "Plan cut from +50m to breakeven.": "The plan was cut from a surplus of £50m to break-even.",
}  # fmt: skip
"""Each note as it was taken down, and what is said of it; of what is worked out, how."""


def sentences(notes: Iterable[str]) -> list[str]:
    """What is said of each note; a note that nobody has put into a sentence is refused."""
    noted = list(notes)
    check_codes(set(noted) - set(SENTENCES), [], what="notes that no sentence is written for")
    return [SENTENCES[note] for note in noted]
