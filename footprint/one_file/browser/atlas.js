/* The whole atlas: the address after # says what is shown, and every control writes it. */
(function () {
  "use strict";

  const { element, drawn, link, legend } = AtlasParts;
  const at = (name) => document.getElementById(name);
  let front = null;
  let now = null;
  let turn = 0;

  /* What can be chosen on a page, by the field it writes; a field may have an empty first choice. */
  function pickers(path) {
    const layers = Object.entries(front.layers);
    const plans = Object.entries(front.plans).map(([key, { title, status }]) => [key, `${title}: ${status}`]);
    const measures = Object.entries(front.measures);
    const compares = path === "Compare";
    return {
      other: [compares ? "From: plan A" : "Compare with", plans],
      plan: [compares ? "To: plan B" : "Plan", plans],
      layer: ["Layer", layers],
      measure: ["What the map shows", path === "Clusters" ? [["", "Who joins whom"], ...measures] : measures],
      criterion: ["Criterion on the map", Object.entries(front.criteria)],
      tier: ["Kind of authority", Object.entries(front.tiers).map(([key, { label }]) => [key, label])],
      show: ["Maps", Object.entries(front.shows)],
      map: ["Ground of the map", Object.entries(front.grounds)],
    };
  }

  function chosen(name) {
    const { path, view } = now;
    if (name === "layer") return AtlasView.layer(front, path, view);
    return name === "measure" && path === "" ? view.measure || "residents" : view[name];
  }

  /* A picker stays the same one while its page does, so that the keyboard stays on it. */
  function pick() {
    const box = at("pickers");
    const fields = now.fields.filter((name) => name !== "area" && !(now.path === "Local_authorities" && name === "other"));
    if (box.dataset.of !== now.path) {
      const offered = pickers(now.path);
      box.replaceChildren(...Object.keys(offered).filter((name) => fields.includes(name)).map((name) => picker(name, offered[name])));
      box.dataset.of = now.path;
    }
    const lists = [...box.querySelectorAll("select")];
    lists.forEach((one) => (one.value = chosen(one.name)));
    // Paper has no controls, and says what they are set to.
    at("chosen").textContent = lists.map((one) => one.selectedOptions[0].textContent).join("; ");
  }

  function picker(name, [label, options]) {
    const list = element("select", { name, id: `pick-${name}` }, ...options.map(([key, words]) => new Option(words, key)));
    list.addEventListener("change", () => go({ [name]: list.value }));
    const wide = name === "plan" || name === "other" ? "wide" : "";
    return element("p", { className: wide }, element("label", { htmlFor: list.id }, label), list);
  }

  function go(changes) {
    const view = { ...now.view, ...changes };
    if (now.path === "" && view.measure === "residents") view.measure = "";
    window.location.hash = AtlasView.address(front, now.path, view);
  }

  function to(changes, path = now.path) {
    return AtlasView.address(front, path, { ...now.view, ...changes });
  }

  function menu() {
    at("menu").replaceChildren(
      ...front.pages.map(([path, label]) => {
        const one = link(to({}, path), label);
        if (path === now.path) one.setAttribute("aria-current", "page");
        return element("li", {}, one);
      })
    );
  }

  /* The plans for all of England in the order of their dates. */
  function steps() {
    const seen = AtlasView.layer(front, now.path, now.view);
    const shown = now.fields.includes("plan") ? Object.entries(front.plans).filter(([, { steps }]) => steps[seen]) : [];
    at("steps").replaceChildren(
      ...shown.map(([key, { steps: words }]) => {
        const one = link(to({ plan: key }), words[seen]);
        if (key === now.view.plan) one.setAttribute("aria-current", "true");
        return element("li", {}, one);
      })
    );
    at("steps").parentElement.hidden = !shown.length;
    const current = at("steps").querySelector("[aria-current]");
    if (current) at("steps").scrollLeft += middle(current) - middle(at("steps"));
  }

  /* Where the middle of something stands across the window. */
  function middle(one) {
    const { left, width } = one.getBoundingClientRect();
    return left + width / 2;
  }

  /* What people call places is unpacked when the first of them is looked for. */
  const names = () => AtlasData.made("names", (known) => AtlasFinder.ready(known, front));

  async function find() {
    await names();
    const typed = at("find").value;
    const plans = ["plan", "other"].filter((name) => now.fields.includes(name)).map((name) => now.view[name]);
    const { places, said } = AtlasFinder.find(typed, plans, now.fields.includes("tier") ? now.view.tier : "");
    const counted = places.length === 1 ? "1 place found." : `${places.length} places found.`;
    const lines = places.map((one) => element("li", {}, ...offered(one)));
    at("found").replaceChildren(...(said ? [element("li", { className: "small" }, said), ...lines] : lines));
    at("counted").textContent = typed.trim() ? said || counted : "";
  }

  /* A place, and the ICB or ICBs it is in; a page without places leads to the ICB's. */
  function offered({ area, called, kind, icbs }) {
    const path = now.fields.includes("area") ? now.path : "My_ICB";
    const name = area ? link(to({ area }, path), `${called}, ${kind}`) : element("b", {}, `${called}, ${kind}`);
    if (!icbs.length || icbs[0][1] === `${called} ICB`) return [name];
    if (icbs.length === 1) return [name, element("span", { className: "small" }, icbs[0][1])];
    const each = icbs.map(([code, words]) => element("li", {}, link(to({ area: code }, path), words)));
    return [name, element("span", { className: "small" }, `In ${icbs.length} ICBs:`), element("ul", {}, ...each)];
  }

  /* By keyboard as in the app: Enter goes to what is found, the arrows walk through all of it. */
  async function keyed(event) {
    const box = at("find");
    const typing = event.target === box;
    if (event.key === "Escape") {
      lost();
      box.focus();
    } else if (event.key === "Enter" && typing) {
      await find();
      const [first, ...more] = links();
      if (first && more.length) first.focus();
      else if (first) first.click();
    } else if (event.key === "ArrowDown") walk(event, 1);
    else if (event.key === "ArrowUp") walk(event, -1);
  }

  const links = () => [...at("found").querySelectorAll("a")];

  function walk(event, step) {
    const all = links();
    const place = all.indexOf(document.activeElement) + step;
    if (!all.length) return;
    event.preventDefault();
    (all[place] || (place < 0 ? at("find") : all[all.length - 1])).focus();
  }

  function lost() {
    at("find").value = "";
    at("found").replaceChildren();
    at("counted").textContent = "";
  }

  function words(page) {
    const [counted, sentence] = page.sentence;
    at("sentence").replaceChildren(element("b", {}, counted), sentence.slice(counted.length));
    at("said").textContent = (now.fields.includes("layer") && page.said) || "";
    at("warnings").replaceChildren(...now.said.map((one) => element("p", {}, one)));
    fill("legend", page.legend ? legend(page.legend) : []);
    const aside = page.side.length > 0;
    fill("under", [...picked(page), ...page.under.map(placed), ...(aside ? [] : after(page))]);
    fill("side", [...page.side.map(placed), ...(aside ? after(page) : [])]);
    fill("below", page.below.map(placed));
  }

  function placed(part) {
    const leads = ["choices", "dots"];
    const choices = (one) => {
      if (one.kind === "opened") return { ...one, parts: one.parts.map(choices) };
      return leads.includes(one.kind) ? { ...one, to: (code) => to({ area: code }) } : one;
    };
    return drawn(choices(part));
  }

  function fill(name, parts) {
    at(name).replaceChildren(...parts);
    at(name).hidden = !parts.length;
  }

  /* What is selected, in words under the map, and what has to be known to read it. */
  function picked(page) {
    const map = page.maps.length === 1 ? page.maps[0] : null;
    const n = map && page.looks[0].selected ? map.ids.indexOf(page.looks[0].selected) : -1;
    const note = page.note ? [element("p", { className: "small" }, page.note)] : [];
    if (n < 0) return note;
    const lines = map.lines[n].map((line) => line.join(": ")).join("; ");
    return [...note, element("p", { id: "selected" }, element("b", {}, map.called[n]), `: ${lines}`)];
  }

  function after(page) {
    const more = page.own ? [element("p", {}, link(to({ area: page.own }, "My_ICB"), "Everything about this ICB"))] : [];
    if (!now.view.area || !now.fields.includes("area")) return more;
    return [...more, element("p", { className: "clear" }, link(to({ area: "" }), "Clear the selection"))];
  }

  function title() {
    const { view, path, fields, label } = now;
    const area = view.area && fields.includes("area") ? front.places[view.area][0] : "";
    const key = fields.includes("measure") ? view.measure || (path === "" ? "residents" : "") : "";
    const shown = [area, key && front.measures[key]].filter(Boolean).join(", ");
    document.title = [shown, label, "ICB Footprints"].filter(Boolean).join(" – ");
  }

  async function show() {
    const mine = (turn += 1);
    const { page: [path, label, fields], view, said } = AtlasView.read(front, window.location.hash);
    const before = now;
    now = { path, label, fields, view, said };
    const page = await AtlasPages.gathered(front, path, view);
    if (mine !== turn) return;
    at("title").textContent = page.title ? `${page.title} ICB` : label;
    // Who comes with an address of a view knows what this is.
    at("introduction").hidden = path !== "" || window.location.hash.includes("?");
    menu();
    steps();
    pick();
    lost();
    document.body.className = `${page.five ? "five" : ""} ${page.maps.length ? "" : "plain"}`;
    at("maps").hidden = !page.maps.length;
    words(page);
    title();
    if (before && before.path !== path) arrive();
    if (page.maps.length) await AtlasMaps.paint(page.maps, page.looks, (area, block) => go({ area: page.pressed(area, block) }));
    document.documentElement.dataset.shown = window.location.hash;
  }

  function arrive() {
    window.scrollTo(0, 0);
    at("title").focus({ preventScroll: true });
  }

  async function begin() {
    const [known, land, people] = await Promise.all([AtlasData.tree("front"), AtlasData.plain("land"), AtlasData.plain("people")]);
    front = known;
    AtlasMaps.ready(land, people);
    at("introduction").append(...front.introduction.map((one) => element("p", {}, one)));
    at("find").addEventListener("focus", names);
    at("find").addEventListener("input", find);
    document.querySelector(".finder").addEventListener("keydown", keyed);
    document.querySelector(".skip").addEventListener("click", skip);
    window.addEventListener("hashchange", show);
    at("opening").remove();
    at("page").hidden = false;
    await show();
  }

  /* An address after # is a page here, so that a link cannot lead within one. */
  function skip(event) {
    event.preventDefault();
    const map = document.querySelector(".leaflet-container:not(.footprint-inset)");
    (at("maps").hidden ? at("title") : map).focus();
  }

  const able = "DecompressionStream" in window;
  if (able) begin();
  else at("opening").textContent = at("opening").dataset.unable;
})();
