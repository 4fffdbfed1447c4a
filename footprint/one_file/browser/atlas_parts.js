/* Templates: how each kind of part of a page stands in it. Texts are only ever texts. */
(function () {
  "use strict";

  function element(name, looks = {}, ...within) {
    const made = Object.assign(document.createElement(name), looks);
    made.append(...within.filter((one) => one !== null && one !== ""));
    return made;
  }

  const KINDS = {
    heading: ({ words }) => element("h2", {}, words),
    under: ({ words }) => element("h3", {}, words),
    text: ({ words }) => element("p", {}, words),
    small: ({ words }) => element("p", { className: "small" }, words),
    hint: ({ words }) => element("p", { className: "small hint" }, words),
    led: ({ lead, words }) => element("p", {}, element("b", {}, lead), words && ` ${words}`),
    items: ({ words }) => element("ul", {}, ...words.map((one) => element("li", {}, one))),
    verdict: ({ label, verdict, said, reason }) =>
      element(
        "p",
        { className: "verdict" },
        element("b", {}, label),
        " ",
        element("span", { className: verdict.replaceAll(" ", "-") }, said),
        element("br"),
        reason
      ),
    card: ({ parts }) => element("section", { className: "card" }, ...parts.map(drawn)),
    choices: ({ rows, to }) =>
      element("ul", { className: "choices" }, ...rows.map(([code, name]) => element("li", {}, link(to(code), name)))),
    references: ({ rows }) => element("ul", {}, ...rows.map(reference)),
    opened,
    table,
    bars: (part) => AtlasLines.bars(part),
    dots: (part) => AtlasDots.drawn(part),
    beside: ({ columns }) => element("div", { className: "columns" }, ...columns.map((one) => element("div", {}, ...one.map(drawn)))),
    slope: (part) => AtlasLines.slope(part),
    strip: (part) => AtlasLines.strip(part),
    trend: (part) => AtlasLines.trend(part),
    picture: ({ source, words, wide, tall }) =>
      element("img", { className: "picture", src: source, alt: words, width: wide, height: tall }),
  };

  function drawn(part) {
    return KINDS[part.kind](part);
  }

  function link(address, words) {
    return element("a", { href: address }, words);
  }

  /* Any other kind of address could run a script when it is followed. */
  function reference([title, address, rest]) {
    const told = /^https?:/.test(address) ? element("a", { href: address, rel: "noreferrer" }, title) : title;
    return element("li", {}, told, rest && `, ${rest}`);
  }

  /* What is closed is drawn when it is first opened. */
  function opened({ title, parts }) {
    const box = element("details", {}, element("summary", {}, title));
    box.addEventListener("toggle", () => box.append(...parts.map(drawn)), { once: true });
    return box;
  }

  function table({ title, heads, rows, bars }) {
    const caption = element("caption", {}, title);
    const head = element("tr", {}, ...heads.map(([words, measured]) => cell(words ? "th" : "td", words, measured, "col")));
    const body = rows.map((row, line) =>
      element("tr", {}, ...row.map((words, place) => bodied(words, place, heads[place][1], (bars[place] || [])[line])))
    );
    const whole = element("table", {}, caption, element("thead", {}, head), element("tbody", {}, ...body));
    const box = element("div", { className: "table", tabIndex: 0 }, whole);
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", title);
    return box;
  }

  function bodied(words, place, measured, bar) {
    const made = place ? cell("td", words, measured) : cell("th", words, measured, "row");
    if (bar) made.style.setProperty("--bar", `${bar / 10}%`);
    return made;
  }

  function cell(name, words, measured, scope) {
    const made = element(name, { className: measured ? "n" : "" }, words);
    if (scope && name === "th") made.scope = scope;
    return made;
  }

  function legend([title, rows, bold]) {
    const lines = rows.map(([fill, looks, words, count]) =>
      element("li", {}, swatch(fill, looks), element("span", {}, `${words} `, element("i", {}, `(${count})`)))
    );
    if (bold) lines.push(element("li", {}, element("b", {}, "Abc"), element("span", {}, bold)));
    return [element("h2", {}, title), element("ul", {}, ...lines)];
  }

  /* Unlike a background, a drawing is printed by every browser. */
  const MARKS = {
    hatch: { d: [-12, -6, 0, 6, 12, 18].map((at) => `M${at} 16l16 -16`).join(""), width: 1.4, opacity: 0.55 },
    falling: { d: [-12, -6, 0, 6, 12, 18].map((at) => `M${at} 0l16 16`).join(""), width: 1.4, opacity: 0.55 },
    dotted: {
      d: [4, 8, 12, 16, 20].flatMap((x) => [4, 8, 12].map((y) => `M${x} ${y}h1.5`)).join(""),
      width: 1.5,
      opacity: 0.6,
    },
    dashed: { d: "M0 8h24", width: 1.5, opacity: 1, dashes: "4 3" },
    outlined: { d: "M0 8h24", width: 2.5, opacity: 1, dashes: "2 3" },
    thick: { d: "M0 8h24", width: 3, opacity: 1 },
  };

  function swatch(fill, looks) {
    const drawing = shape("svg", { viewBox: "0 0 24 16", width: 24, height: 16, "aria-hidden": "true" });
    drawing.append(shape("rect", { width: 24, height: 16, fill }));
    looks.forEach((look) => {
      const { d, width, opacity, dashes } = MARKS[look];
      const drawn = { d, stroke: "#14283c", "stroke-width": width, "stroke-opacity": opacity, fill: "none" };
      drawing.append(shape("path", dashes ? { ...drawn, "stroke-dasharray": dashes } : drawn));
    });
    drawing.append(shape("rect", { x: 0.5, y: 0.5, width: 23, height: 15, fill: "none", stroke: "#14283c" }));
    return drawing;
  }

  function shape(name, looks) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(looks).forEach(([look, value]) => made.setAttribute(look, value));
    return made;
  }

  window.AtlasParts = { element, shape, drawn, link, legend };
})();
