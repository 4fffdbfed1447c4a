"""Criterion: a line drawn across a measure, with all that is said, drawn and done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from footprint.criteria import judgements
from footprint.criteria.case import Case, Judgement, Thresholds, Verdict
from footprint.criteria.mending import Mending
from footprint.english import capital
from footprint.view import range_of

Kind = Literal["must", "measured", "for discussion"]


@dataclass(frozen=True)
class Line:
    """A number the reader can move: its field in the address bar, its words and its steps.

    It is shown over `per`: people in millions, say. `asked` are values that somebody asked for,
    each in words, to choose from.
    """

    field: str
    label: str
    step: float
    per: float = 1.0
    whole: bool = False
    asked: tuple[tuple[float, str], ...] = ()

    @property
    def low(self) -> float:
        """The least it may be, as it is shown."""
        return range_of(self.field)[0] / self.per

    @property
    def high(self) -> float:
        """The most it may be, as it is shown."""
        return range_of(self.field)[1] / self.per


@dataclass(frozen=True)
class Choice:
    """A kind the reader can choose: its field in the address bar, its words and its values'."""

    field: str
    label: str
    values: Mapping[str, str]


def _by_its_label(drawn: Thresholds) -> str:
    del drawn
    return ""


def _by_its_verdicts(case: Case) -> str:
    del case
    return ""


def _by_its_verdict(count: int, case: Case) -> str:
    del count, case
    return ""


@dataclass(frozen=True)
class Words:
    """How a criterion is said in the sentence on a plan and where its lines were moved.

    `met` goes on after "all", `missed` says how many miss it, `moved` is its label for some lines;
    "" leaves each to the usual label. `besides` says what goes on after who misses it. `verdicts`
    are said in place of the usual words. The sentence goes by `turn`, the lowest first.
    """

    met: Callable[[Thresholds], str] = _by_its_label
    missed: Callable[[int, Case], str] = _by_its_verdict
    moved: Callable[[Thresholds], str] = _by_its_label
    besides: Callable[[Case], str] = _by_its_verdicts
    verdicts: Mapping[Verdict, str] = field(default_factory=dict)
    turn: int = 100


@dataclass(frozen=True)
class Criterion:
    """A line drawn across a measure, worded as it is said in the meeting.

    One judged by footprint has a map of verdicts, one judged by plan has none. `basis` says how
    it is judged. `rows` names its quotations in data/criteria.csv; a test of the arithmetic has
    none. `judge` gives a verdict for each footprint, for the whole plan, or none for a matter of
    discussion, where `told` may give a figure to start from. `lines` are the thresholds it is
    judged by, `mend` what might put a miss right.
    """

    key: str
    label: str
    kind: Kind
    level: Literal["plan", "footprint"]
    basis: str
    rows: tuple[str, ...] = ()
    judge: Callable[[Case], list[Judgement]] = judgements.nothing
    told: Callable[[Case], str] = judgements.no_words
    words: Words = Words()
    lines: tuple[Line | Choice, ...] = ()
    mend: Mending = Mending()


def label_of(criterion: Criterion, thresholds: Thresholds) -> str:
    """Say a criterion with its line where the reader drew it."""
    said = criterion.words.moved(thresholds)
    return criterion.label if said == criterion.words.moved(Thresholds()) else said


def verdict_words(criterion: Criterion, verdict: Verdict) -> str:
    """Say a verdict on a footprint as the criterion has it."""
    return capital(criterion.words.verdicts.get(verdict, verdict))


def met(criterion: Criterion, thresholds: Thresholds) -> str:
    """Say what footprints that meet a criterion do, to go on after "all"."""
    return criterion.words.met(thresholds) or f"meet “{label_of(criterion, thresholds)}”"


def missed(criterion: Criterion, count: int, case: Case) -> str:
    """Say how many footprints miss a criterion."""
    verb = "misses" if count == 1 else "miss"
    usual = f"{count} {verb} “{label_of(criterion, case.thresholds)}”"
    return criterion.words.missed(count, case) or usual
