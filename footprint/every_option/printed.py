"""Printed: what a terminal shows of a count."""

from __future__ import annotations

from footprint.english import listed
from footprint.every_option.words import proof


def said(told: dict[str, object]) -> str:
    """What was counted, line by line, from what JSON says of it."""
    if "measure" in told:
        return _said_spread(told)
    if "plan" in told or "option" in told:
        return "\n".join([*_said_number(told), *_said_option(told)])
    option = "option" if told["count"] == 1 else "options"
    lines = [f"{told['count']:,} {option} of {told['units']} areas"]
    if not told["count"]:
        lines.append(proof(told["possible"]))
    for size, many in told["by_footprints"].items():
        lines.append(f"{size:>4} {'footprint ' if size == 1 else 'footprints'}  {many:,}")
    for row in told.get("options", []):
        figures = ", ".join(f"{figure:,}" for figure in row["figures"])
        lines.append(f"{figures:>16}  {sum(row['by_footprints'].values()):,}")
    return "\n".join(lines)


def _said_spread(told: dict[str, object]) -> str:
    lines = [f"{told['count']:,} options with {told['footprints']} footprints, {told['measure']}"]
    for name, figure in told.get("spread", {}).items():
        lines.append(f"{name.replace('_', ' '):>16}  {figure:,}")
    if up_to := told.get("up_to"):
        lines.append(f"no more than {up_to['figure']:,}: {up_to['count']:,} options")
    return "\n".join(lines)


def _said_number(told: dict[str, object]) -> list[str]:
    plan = told.get("plan")
    return [f"“{plan['title']}” is option {_place(plan)}"] if plan else []


def _said_option(told: dict[str, object]) -> list[str]:
    option = told.get("option")
    if not option:
        return []
    made_of = (
        f"{', '.join(one['codes'])}: {listed(one['names'])}, {one['residents']:,} residents"
        for one in option["made_of"]
    )
    return [f"Option {_place(option)}", *made_of]


def _place(one: dict[str, object]) -> str:
    size = one["footprints"]
    pieces = f"{size} {'footprint' if size == 1 else 'footprints'}"
    return f"{one['number']:,} of {one['of']:,} with {pieces}"
