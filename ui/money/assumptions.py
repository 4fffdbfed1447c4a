"""Scenario pickers: the user's own assumptions about money, typed, uploaded, saved and loaded."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.apart.keeper import ApartError, keeper
from footprint.apart.tasks import CostFile, ScenarioFile
from footprint.english import plural
from footprint.measures import formulas
from footprint.money import baselines
from footprint.money.baselines import CostsRead
from footprint.money.cost_units import LEAST, MOST
from footprint.money.scenario import Scenario
from footprint.pages.money import Money
from footprint.plans.plan import Plan
from footprint.view import range_of
from ui.parts import headings, panels, questions
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.address import show
from ui.shell.workspace import workspace

_PROBLEMS_SHOWN = 12
_PROBLEMS = "upload-problems"
_TAKEN = "upload-taken"
_QUESTION = "upload-question"
_ANSWERS = "upload-answers"


def problems(told: Iterable[str]) -> None:
    """Say what cannot be read of the assumptions in the address bar."""
    _tell(list(told))


def _tell(problems: list[str]) -> None:
    if not problems:
        return
    shown = problems[:_PROBLEMS_SHOWN]
    if more := len(problems) - len(shown):
        shown.append(f"And {more} more.")
    st.warning(words.bullets(shown) if shown[1:] else shown[0])


def _show(chosen: Scenario) -> None:
    show(
        cap=chosen.cap,
        cut=100 * chosen.cut,
        saving=chosen.saving,
        baseline=baselines.write(chosen.baselines),
    )


def assumptions(told: Money) -> None:
    """The cap, the uniform cut and the saving for each team, to be changed."""
    scenario = told.scenario
    with st.container(border=True, key="assumptions"):
        headings.part("Your assumptions")
        st.caption("Change these to ask “what if?”. What follows from them is yours, not a fact.")
        left, right = st.columns(2)
        with left:
            _number("cap", "Cap, £ per weighted head", scenario.cap, step=0.5)
        with right:
            _saving(scenario)
        _cut(scenario)
        if count := len(scenario.baselines):
            st.caption(f"You gave costs before the cut of {plural(count, 'ICB', 'ICBs')}.")
        _tell(list(told.not_taken))
        if scenario != Scenario():
            st.button("Remove all my assumptions", on_click=_show, args=(Scenario(),))


def _number(name: str, label: str, value: float, *, step: float) -> None:
    st.session_state[f"pick-{name}"] = value
    least, most = range_of(name)
    st.number_input(
        label,
        min_value=float(least),
        max_value=float(most),
        step=step,
        format="%.2f",
        key=f"pick-{name}",
        on_change=_write_number,
        args=(name,),
    )


def _write_number(name: str) -> None:
    show(**{name: st.session_state[f"pick-{name}"]})


def _saving(scenario: Scenario) -> None:
    st.session_state["pick-saving"] = scenario.saving / 1e6
    least, most = range_of("saving")
    st.number_input(
        "Saving for each leadership team that goes, £m",
        min_value=least / 1e6,
        max_value=most / 1e6,
        step=0.1,
        format="%.2f",
        key="pick-saving",
        on_change=lambda: show(saving=1e6 * st.session_state["pick-saving"]),
    )


def _cut(scenario: Scenario) -> None:
    st.session_state["pick-cut"] = round(100 * scenario.cut, 6)
    least, most = range_of("cut")
    st.slider(
        "The same cut for all, to set beside the cap",
        min_value=float(least),
        max_value=float(most),
        step=1.0,
        format="%g%%",
        key="pick-cut",
        on_change=_write_number,
        args=("cut",),
    )


def own_costs(scenario: Scenario, plan: Plan, selected: str) -> None:
    """Give ICBs' costs before the cut by typing or by file; keep a scenario, or bring one back."""
    # The label never changes: another one would be another box, and closed.
    if box := panels.opened("Give your own costs before the cut", "own-costs"):
        with box:
            _costs(scenario, plan, selected)


def _costs(scenario: Scenario, plan: Plan, selected: str) -> None:
    st.markdown(
        "What each ICB cost a year before the cut: all running costs and programme pay. A "
        "footprint takes your figures where each of its ICBs has one. They are kept in this "
        "page’s address and nowhere else. A table may also name the ICBs of April 2026."
    )
    if question := st.session_state.get(_QUESTION):
        questions.asked(question, _choose, key="costs")
    for sentence in st.session_state.get(_TAKEN, ()):
        words.line(sentence)
    _tell(st.session_state.get(_PROBLEMS, []))
    _typed(scenario, plan, selected)
    files, kept = st.columns(2, gap="medium")
    with files:
        _by_file(scenario)
    with kept:
        _whole_scenario(scenario)


def _typed(scenario: Scenario, plan: Plan, selected: str) -> None:
    names = workspace().icb_names
    inside = _icbs_of(plan, selected) if selected else []
    everyone = st.toggle("Show all 42 ICBs", key="every-icb")
    shown = sorted(names if everyone else inside, key=names.__getitem__)
    if not shown:
        st.caption("Choose an area on the map to type its ICBs’ figures, or show all 42.")
    for row in range(0, len(shown), 3):
        for icb, column in zip(shown[row : row + 3], st.columns(3), strict=False):
            with column:
                _cost(icb, names[icb], dict(scenario.baselines))
    if scenario.baselines:
        st.button("Remove all your figures", on_click=_show_costs, args=("",))


def _icbs_of(plan: Plan, footprint: str) -> Iterable[str]:
    held = formulas.weights(workspace().atlas, plan).loc[footprint]
    return held.index[held.notna()]


def _cost(icb: str, name: str, costs: dict[str, float]) -> None:
    key = f"cost-{icb}"
    st.session_state[key] = costs[icb] / 1e6 if icb in costs else None
    st.number_input(
        f"{name}, £ million",
        min_value=LEAST / 1e6,
        max_value=MOST / 1e6,
        step=0.1,
        format="%.1f",
        placeholder="no figure",
        key=key,
        on_change=_write_cost,
        args=(icb, costs),
    )


def _write_cost(icb: str, costs: dict[str, float]) -> None:
    millions = st.session_state[f"cost-{icb}"]
    rest = {code: pounds for code, pounds in costs.items() if code != icb}
    mine = {} if millions is None else {icb: 1e6 * millions}
    _show_costs(baselines.write((rest | mine).items()))


def _forget() -> None:
    """Say no more of a file that was handed in."""
    for key in (_PROBLEMS, _TAKEN, _QUESTION, _ANSWERS):
        st.session_state.pop(key, None)


def _show_costs(text: str) -> None:
    _forget()
    show(baseline=text)


def _by_file(scenario: Scenario) -> None:
    names = workspace().icb_names
    headings.under("From a table")
    with st.container(horizontal=True):
        for kind, write in (("CSV", baselines.template_csv), ("XLSX", baselines.template_xlsx)):
            st.download_button(
                f"Template ({kind})",
                lambda write=write: write(names, scenario.baselines),
                file_name=f"icb-costs.{kind.lower()}",
                on_click="ignore",
            )
    st.file_uploader(
        "Upload the template, filled in, or a table of your own",
        type=["csv", "tsv", "txt", "xlsx", "ods"],
        max_upload_size=1,
        key="upload-costs",
        on_change=_take_costs,
    )


def _choose(answer: str) -> None:
    _take_costs((*st.session_state.get(_ANSWERS, ()), answer))


def _take_costs(answers: tuple[str, ...] = ()) -> None:
    """Read the costs that were handed in, with what was answered about them so far."""
    file = st.session_state["upload-costs"]
    try:
        read = keeper().ask(CostFile(file.getvalue(), answers)) if file else CostsRead()
    except ApartError as problem:
        read = CostsRead(problems=(str(problem),))
    st.session_state[_ANSWERS] = answers
    st.session_state[_QUESTION] = read.question
    st.session_state[_PROBLEMS] = [] if read.question else [*read.problems]
    st.session_state[_TAKEN] = read.taken
    if read.costs:
        show(baseline=baselines.write(read.costs))


def _whole_scenario(scenario: Scenario) -> None:
    headings.under("The whole scenario")
    st.download_button(
        "Save this scenario",
        lambda: baselines.save(scenario),
        file_name="scenario.toml",
        on_click="ignore",
    )
    st.file_uploader(
        "Load a scenario saved here",
        type=["toml"],
        max_upload_size=1,
        key="upload-scenario",
        on_change=_take_scenario,
    )


def _take_scenario() -> None:
    file = st.session_state["upload-scenario"]
    try:
        loaded, said = keeper().ask(ScenarioFile(file.getvalue())) if file else (None, [])
    except ApartError as problem:
        loaded, said = None, [str(problem)]
    _forget()
    st.session_state[_PROBLEMS] = said
    if loaded:
        _show(loaded)
