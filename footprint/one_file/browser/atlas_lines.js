/* Lines: figures from plan to plan, how they are spread, and over time, drawn where they were placed. */
(function () {
  "use strict";

  const { element, shape } = AtlasParts;
  const WIDE = 360;
  const DEEP = 300;
  const ROW = 15;
  const WHOLE = 1000;
  const BLUE = "#005eb8";
  const QUIET = "#4c6272";
  const RULE = "#b1bcc6";
  const INK = "#0b0c0c";

  function drawing(words, tall, ...within) {
    const made = shape("svg", { viewBox: `0 0 ${WIDE} ${tall}`, role: "img", "aria-label": words, class: "lines" });
    made.append(...within.flat());
    return made;
  }

  function line(x1, y1, x2, y2, stroke, width, dashes = "none") {
    return shape("line", { x1, y1, x2, y2, stroke, "stroke-width": width, "stroke-dasharray": dashes });
  }

  function said(words, x, y, anchor, look = {}) {
    const made = shape("text", { x, y, "text-anchor": anchor, "dominant-baseline": "central", fill: INK, ...look });
    made.textContent = words;
    return made;
  }

  /* The largest changes are blue, and numbered as in the list below. */
  function slope({ heading, letters, legs, named, told, lines }) {
    const [left, right, top] = [34, WIDE - 34, 34];
    const high = (at) => top + DEEP * (1 - at / WHOLE);
    const levels = (ends) => ends.split(",").map((at) => high(Number(at)));
    const leg = (ends, stroke, width) => {
      const [from, to] = levels(ends);
      return [line(left, from, right, to, stroke, width), dot(left, from, stroke), dot(right, to, stroke)];
    };
    const numbers = [0, 1].flatMap((side) => {
      const at = named.map((ends) => levels(ends)[side]);
      const edge = [left, right][side];
      const out = side ? 1 : -1;
      return apart(at, top + DEEP).flatMap((to, n) => [
        line(edge + 4 * out, at[n], edge + 17 * out, to, QUIET, 0.8),
        said(`${n + 1}`, edge + 24 * out, to, "middle"),
      ]);
    });
    const across = lines.map(([at]) => line(left, high(at), right, high(at), QUIET, 1, "6 3"));
    const over = lines.map(([at, mark]) => said(mark, WIDE / 2, high(at) - 8, "middle", { fill: QUIET, class: "on-paper" }));
    const heads = letters.slice(0, 2).map((letter, side) => said(letter, [left, right][side], 12, "middle", { "font-weight": 600 }));
    const usual = legs ? legs.split(" ").flatMap((ends) => leg(ends, RULE, 1.2)) : [];
    const own = named.flatMap((ends) => leg(ends, BLUE, 2));
    const drawn = drawing(heading, DEEP + 50, heads, usual, across, own, numbers, over);
    return element("div", { className: "charted" }, drawn, changes(told));
  }

  /* What becomes of what, the largest change first. */
  function changes(told) {
    const lines = told.map(([before, after, from, to]) => element("li", {}, `${before}, ${from}, becomes ${after}, ${to}.`));
    return lines.length ? element("ol", {}, ...lines) : element("p", {}, "Nothing changes.");
  }

  /* Numbers moved down, or the last ones up, until none lies on another. */
  function apart(levels, foot) {
    const order = levels.map((_, n) => n).sort((one, other) => levels[one] - levels[other]);
    const moved = levels.slice();
    order.slice(1).forEach((n, before) => (moved[n] = Math.max(moved[n], moved[order[before]] + ROW)));
    order.reverse().forEach((n, after) => (moved[n] = Math.min(moved[n], foot - ROW * after)));
    return moved;
  }

  function dot(cx, cy, fill) {
    return shape("circle", { cx, cy, r: 3, fill });
  }

  /* Each plan is a row: every footprint a tick, the middle half a box, the middle one thick. */
  function strip({ rows, scale: [low, high], lines, ends }) {
    const [left, right, top] = [4, WIDE - 4, 14 * lines.length + 4];
    const x = (value) => left + ((right - left) * (value - low)) / (high - low);
    const foot = top + 36;
    // Words of lines stand one above the other, for the lines may lie close.
    const across = () => lines.map(([value], n) => line(x(value), 14 * n + 14, x(value), foot, QUIET, 1.2, "4 3"));
    const over = () => lines.map(([value, mark], n) => said(mark, x(value) + 4, 14 * n + 8, "start", { fill: QUIET }));
    const axis = () => [
      line(left, foot, right, foot, QUIET, 1),
      said(ends[0], left, foot + 10, "start", { fill: QUIET }),
      said(ends[1], right, foot + 10, "end", { fill: QUIET }),
    ];
    const spread = ([name, marks, quarters, told]) => {
      const within = quarters.length ? box(marks.map(x), quarters.map(x), top) : [];
      const own = drawing(`${name}: ${told}`, foot + 18, across(), within, over(), axis());
      return element("div", {}, element("p", {}, element("b", {}, name)), own, element("p", { className: "small" }, told));
    };
    return element("div", { className: "charted strips" }, ...rows.map(spread));
  }

  function box(marks, [first, middle, third], top) {
    return [
      shape("rect", { x: first, y: top + 6, width: third - first, height: 24, fill: "#d2e2f1", stroke: QUIET }),
      ...marks.map((at) => line(at, top + 6, at, top + 30, BLUE, 2)),
      line(middle, top + 2, middle, top + 34, INK, 4),
    ];
  }

  /* What there was, what goes and what is left, each with its figure in words. */
  function bars({ rows }) {
    const bar = ([from, to], goes) => {
      const drawn = shape("svg", { viewBox: `0 0 ${WIDE} 18`, class: "lines", "aria-hidden": "true" });
      const [left, wide] = [from, to - from].map((at) => ((WIDE - 4) * at) / WHOLE);
      const look = goes ? { fill: "#f2a58c", stroke: INK, "stroke-dasharray": "4 3" } : { fill: BLUE, stroke: BLUE };
      drawn.append(shape("rect", { x: left + 2, y: 2, width: wide, height: 14, ...look }));
      return drawn;
    };
    const row = ([name, told, ends, goes]) =>
      element("div", {}, element("p", {}, element("b", {}, name), `: ${told}`), ends.length ? bar(ends, goes) : "");
    return element("div", { className: "charted" }, ...rows.map(row));
  }

  /* Its own line is whole and England's broken; its last figure stands beside it. */
  function trend({ heading, words, dates, months, courses, hollow, ticks }) {
    const [left, right, top, deep] = [64, WIDE - 60, 16, 170];
    const x = (at) => left + ((right - left) * at) / WHOLE;
    const high = (at) => top + deep * (1 - at / WHOLE);
    const grid = ticks.flatMap(([at, mark]) => [line(left, high(at), right, high(at), "#e3e8ec", 1), said(mark, 0, high(at), "start", { fill: QUIET })]);
    const foot = top + deep + 24;
    const when = [said(months[0], left, foot, "start", { fill: QUIET }), said(months[1], right, foot, "end", { fill: QUIET })];
    const [own, england] = courses;
    const all = [course(england, QUIET, 1.8, "6 4", false), course(own, BLUE, 2.8, "none", hollow)];
    return element("div", { className: "charted" }, drawing(words || `${heading}. Its figures are in the table above.`, foot + 12, grid, all.flat(), when));

    function course([, places, figure], stroke, width, dashes, open) {
      const known = places.map((at, n) => [x(dates[n]), high(at), at]).filter(([, , at]) => at >= 0);
      const legs = known.slice(1).map(([to, down], n) => line(known[n][0], known[n][1], to, down, stroke, width, dashes));
      const dots = known.map(([cx, cy]) => shape("circle", { cx, cy, r: 3.5, fill: open ? "#ffffff" : stroke, stroke, "stroke-width": 2 }));
      const last = known.length ? [said(figure, right + 9, known.at(-1)[1], "start", { fill: stroke })] : [];
      return [...legs, ...dots, ...last];
    }
  }

  window.AtlasLines = { bars, slope, strip, trend };
})();
