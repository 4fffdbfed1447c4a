/* Lines: figures from plan to plan, how they are spread, and over time, drawn where they were placed. */
(function () {
  "use strict";

  const { element, shape } = AtlasParts;
  const WIDE = 360;
  const DEEP = 300;
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
  function slope({ words, letters, legs, named, tops, told, lines }) {
    const [left, right, top] = [34, WIDE - 34, 34];
    const high = (at) => top + DEEP * (1 - at / WHOLE);
    const leg = (ends, stroke, width) => {
      const [from, to] = ends.split(",").map((at) => high(Number(at)));
      return [line(left, from, right, to, stroke, width), dot(left, from, stroke), dot(right, to, stroke)];
    };
    const number = (n, side) => {
      const at = high(Number(named[n].split(",")[side]));
      const edge = [left, right][side];
      const out = side ? 1 : -1;
      const to = top + tops[side][n];
      return [line(edge + 4 * out, at, edge + 17 * out, to, QUIET, 0.8), said(`${n + 1}`, edge + 24 * out, to, "middle")];
    };
    const across = lines.map(([at]) => line(left, high(at), right, high(at), QUIET, 1, "6 3"));
    const over = lines.map(([at, mark]) => said(mark, WIDE / 2, high(at) - 8, "middle", { fill: QUIET, class: "on-paper" }));
    const heads = letters.slice(0, 2).map((letter, side) => said(letter, [left, right][side], 12, "middle", { "font-weight": 600 }));
    const usual = legs ? legs.split(" ").flatMap((ends) => leg(ends, RULE, 1.2)) : [];
    const own = named.flatMap((ends, n) => [...leg(ends, BLUE, 2), ...number(n, 0), ...number(n, 1)]);
    const list = told.length ? element("ol", {}, ...told.map((one) => element("li", {}, one))) : element("p", {}, "Nothing changes.");
    return element("div", { className: "charted" }, drawing(words, DEEP + 50, heads, usual, across, own, over), list);
  }

  function dot(cx, cy, fill) {
    return shape("circle", { cx, cy, r: 3, fill });
  }

  /* Each plan is a row: every footprint a tick, the middle half a box, the middle one thick. */
  function strip({ rows, lines, ticks }) {
    return element("div", { className: "charted strips" }, ...rows.map((row) => spread(row, lines, ticks)));
  }

  function spread([name, marks, quarters, told], lines, ticks) {
    const [left, right, top] = [4, WIDE - 4, 14 * lines.length + 4];
    const x = (at) => left + ((right - left) * at) / WHOLE;
    const foot = top + 36;
    // Words of lines stand one above the other, for the lines may lie close.
    const across = lines.map(([at], n) => line(x(at), 14 * n + 14, x(at), foot, QUIET, 1.2, "4 3"));
    const over = lines.map(([at, mark], n) => said(mark, x(at) + 4, 14 * n + 8, "start", { fill: QUIET }));
    const [low, high] = [ticks[0], ticks.at(-1)];
    const axis = [
      line(left, foot, right, foot, QUIET, 1),
      said(low[1], left, foot + 10, "start", { fill: QUIET }),
      said(high[1], right, foot + 10, "end", { fill: QUIET }),
    ];
    const within = quarters.length ? box(marks, quarters.map(x), x, top) : [];
    const own = drawing(told, foot + 18, across, within, over, axis);
    const sentence = capital(told.slice(name.length + ": ".length));
    return element("div", {}, element("p", {}, element("b", {}, name)), own, element("p", { className: "small" }, sentence));
  }

  function box(marks, [first, middle, third], x, top) {
    return [
      shape("rect", { x: first, y: top + 6, width: third - first, height: 24, fill: "#d2e2f1", stroke: QUIET }),
      ...marks.split(" ").map((at) => line(x(at), top + 6, x(at), top + 30, BLUE, 2)),
      line(middle, top + 2, middle, top + 34, INK, 4),
    ];
  }

  function capital(words) {
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  /* Its own line is whole and England's broken; first and last figures stand beside their marks. */
  function trend({ words, dates, months, courses, hollow, ticks }) {
    const [left, right, top, deep] = [64, WIDE - 60, 16, 170];
    const x = (at) => left + ((right - left) * at) / WHOLE;
    const high = (at) => top + deep * (1 - at / WHOLE);
    const grid = ticks.flatMap(([at, mark]) => [line(left, high(at), right, high(at), "#e3e8ec", 1), said(mark, 0, high(at), "start", { fill: QUIET })]);
    const foot = top + deep + 24;
    const when = [said(months[0], left, foot, "start", { fill: QUIET }), said(months[1], right, foot, "end", { fill: QUIET })];
    const [own, england] = courses;
    const all = [course(england, QUIET, 1.8, "6 4", false), course(own, BLUE, 2.8, "none", hollow)];
    return element("div", { className: "charted" }, drawing(words, foot + 12, grid, all.flat(), when));

    function course([, places, figures], stroke, width, dashes, open) {
      const known = places.map((at, n) => [x(dates[n]), high(at), at]).filter(([, , at]) => at >= 0);
      const legs = known.slice(1).map(([to, down], n) => line(known[n][0], known[n][1], to, down, stroke, width, dashes));
      const dots = known.map(([cx, cy]) => shape("circle", { cx, cy, r: 3.5, fill: open ? "#ffffff" : stroke, stroke, "stroke-width": 2 }));
      const last = known.length ? [said(figures[1], right + 9, known.at(-1)[1], "start", { fill: stroke })] : [];
      return [...legs, ...dots, ...last];
    }
  }

  window.AtlasLines = { slope, strip, trend };
})();
