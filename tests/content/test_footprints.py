"""What stands beside every map of a plan: how firm the plan is, and who says so."""

from __future__ import annotations

from dataclasses import replace

from footprint.content import footprints
from footprint.english import month
from footprint.measures.catalogue import BY_KEY
from tests.shared_workspace import WORK


def test_a_published_plan_says_how_firm_it_is_and_who_says_so() -> None:
    plan = WORK.plans["agreed-2025-09"]
    told = footprints.about_plan(plan)
    assert told.paragraphs == (plan.note,)
    assert told.strong == (
        ("Status", plan.status),
        ("As of", month(plan.as_of)),
        ("Confidence in the facts", plan.confidence),
    )
    assert told.references == plan.sources != ()


def test_an_option_of_the_reader_says_what_it_is_and_nobody_else_speaks_for_it() -> None:
    plan = replace(
        WORK.plans["agreed-2025-09"],
        key="saved-01234567-89ab-cdef-0123-456789abcdef.1",
        summary="Drawn.",
        note="Today.",
    )
    told = footprints.about_plan(plan)
    assert told.paragraphs == ("Drawn. Today.",)
    assert told.strong == told.references == ()


def test_a_measure_says_why_it_matters_and_what_it_is_based_on() -> None:
    measure = BY_KEY["imd"]
    told = footprints.about_measure(measure)
    assert told.paragraphs == (measure.why, measure.basis)
    assert told.heading == f"About this measure: {measure.label}"
