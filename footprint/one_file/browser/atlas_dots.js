/* Dots: figures from the largest down, each a dot on one scale, with the lines they are judged by. */
(function () {
  "use strict";

  const { element, shape, link } = AtlasParts;
  const MARKS = {
    usual: ["M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z", "#005eb8"],
    below: ["M-6-5H6L0 6Z", "#d9603b"],
    chosen: ["M0-8 8 0 0 8-8 0Z", "#14283c"],
  };
  const LEADING = 16;

  function drawn({ words, rows, lines, ticks, chosen, to }) {
    const across = element(
      "div",
      { className: "across" },
      ...lines.map(([at, said], n) => rule(at, said, lines.length - 1 - n)),
      ...ticks.map(([at, said]) => along(element("span", { className: "tick" }, said), at))
    );
    across.setAttribute("aria-hidden", "true");
    const list = element("ol", {}, ...rows.map((one) => row(one, chosen, to)));
    list.style.setProperty("padding-top", `${lines.length * LEADING + 4}px`);
    list.setAttribute("aria-label", told(words, rows, chosen));
    return element("div", { className: "dots" }, across, list);
  }

  function told(words, rows, chosen) {
    const own = rows.find(([code, , , at]) => code === chosen && at >= 0);
    return own ? `${words} Chosen: ${own[1]}, ${own[2]}, ${own[6]}.` : words;
  }

  function rule(at, said, down) {
    const words = element("b", {}, said);
    words.style.setProperty("--down", `${down * LEADING}px`);
    return along(element("span", { className: "rule" }, words), at);
  }

  function along(made, at) {
    made.style.setProperty("--at", `${at / 10}%`);
    return made;
  }

  function row([code, name, figure, at, look, hollow], chosen, to) {
    const track = element("span", { className: "track" });
    if (at >= 0) track.append(along(mark(code === chosen ? "chosen" : look, hollow), at));
    const label = link(to(code), name);
    label.title = name;
    const className = code === chosen ? "chosen" : "";
    return element("li", { className }, label, track, element("span", { className: "figure" }, figure));
  }

  function mark(look, hollow) {
    const [d, colour] = MARKS[look];
    const drawing = shape("svg", { viewBox: "-8 -8 16 16", "aria-hidden": "true" });
    drawing.append(shape("path", { d, fill: hollow ? "#ffffff" : colour, stroke: colour, "stroke-width": 1.6 }));
    return drawing;
  }

  window.AtlasDots = { drawn };
})();
