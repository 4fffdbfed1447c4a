"""The solver: HiGHS, saying nothing, on one thread, which proves what it says to the last unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from highspy import (
    Highs,
    HighsModelStatus,
    HighsVarType,
    highs_linear_expression,
    highs_var,
    kHighsInf,
    qsum,
)

Choice = highs_var
Expression = highs_linear_expression
Status = HighsModelStatus
NO_LIMIT = kHighsInf
total = qsum


class Solver(Highs):
    """HiGHS, saying nothing; it stops early where `stop`, told its bound, says so.

    Callbacks would write to the console, and are left off unless there is something to ask them.
    """

    def __init__(self, stop: Callable[[float], bool] | None = None) -> None:
        super().__init__()
        self.silent()
        self.setOptionValue("mip_rel_gap", 0.0)
        # Programs are so small that sharing one out takes longer than solving it.
        self.setOptionValue("threads", 1)
        if stop is not None:
            super().enableCallbacks()
            self.cbMipInterrupt += lambda event: (
                event.interrupt() if stop(event.data_out.mip_dual_bound) else None
            )

    def enableCallbacks(self) -> None:  # noqa: N802
        """Leave them off."""

    def solved(self, seconds: float) -> Sequence[float] | None:
        """Every variable's value in the best there is, or None where nothing is allowed.

        Raises TimeoutError where the solver stops before it knows.
        """
        self.setOptionValue("time_limit", max(seconds, 0.01))
        self.solve()
        status = self.getModelStatus()
        if status == Status.kInfeasible:
            return None
        if status != Status.kOptimal:
            raise TimeoutError(status)
        return self.getSolution().col_value

    def variable(self, least: float, most: float, cost: float = 0.0) -> int:
        """Add a variable, and return its place."""
        place = self.getNumCol()
        self.addVar(least, most)
        self.changeColCost(place, cost)
        return place

    def row(self, least: float, most: float, terms: Mapping[int, float]) -> None:
        """Ask that weights of variables add up to between two numbers."""
        places = np.fromiter(terms.keys(), dtype=np.int32, count=len(terms))
        weights = np.fromiter(terms.values(), dtype=float, count=len(terms))
        self.addRow(least, most, len(terms), places, weights)

    def in_whole(self, places: Iterable[int]) -> None:
        """Allow some variables only whole values from now on."""
        for place in places:
            self.changeColIntegrality(place, HighsVarType.kInteger)

    def begin_from(self, values: Mapping[int, float]) -> None:
        """Start the next turn from a solution of which these variables are known."""
        places = np.fromiter(values.keys(), dtype=np.int32, count=len(values))
        known = np.fromiter(values.values(), dtype=float, count=len(values))
        self.setSolution(len(values), places, known)
