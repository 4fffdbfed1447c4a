"""Names on maps are short, known to everybody, and never two footprints' at once."""

import pytest

from footprint.english import short_name


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Devon, Cornwall and the Isles of Scilly", "Devon, Cornwall and Scilly"),
        ("Cornwall and the Isles of Scilly", "Cornwall and Scilly"),
        ("Derby and Derbyshire",) * 2,
        ("Leicester, Leicestershire and Rutland", "Leicestershire and Rutland"),
        ("Nottingham and Nottinghamshire",) * 2,
        (
            "Derby, Derbyshire, Lincolnshire, Nottingham and Nottinghamshire",
            "Derbyshire, Lincolnshire and Nottinghamshire",
        ),
        (
            "Leicester, Leicestershire, Northamptonshire and Rutland",
            "Leicestershire, Northamptonshire and Rutland",
        ),
        ("Bath and North East Somerset, Swindon and Wiltshire",) * 2,
        ("Bristol, North Somerset and South Gloucestershire",) * 2,
        ("Kent and Medway",) * 2,
        ("Ada’s own, the better one",) * 2,
        ("", ""),
    ],
)
def test_a_name_is_short_and_still_known(full: str, short: str) -> None:
    assert short_name(full) == short


def test_no_two_footprints_of_a_plan_share_a_short_name(completed) -> None:
    assert completed
    for plan in completed.values():
        for assigned in (plan.bodies, plan.teams):
            names = {footprint.name for footprint in assigned.footprints}
            assert len({short_name(name) for name in names}) == len(names)
