/* The view: what the address asks for after #, in the words of the app's own addresses. */
(function () {
  "use strict";

  const TODAY = "in-force-2026-10";

  /* What may stand in each field; a place is looked for among all that the file knows. */
  function choices(front) {
    return {
      plan: front.plans,
      other: front.plans,
      layer: front.layers,
      map: front.grounds,
      measure: front.measures,
      tier: front.tiers,
      criterion: front.criteria,
      show: front.shows,
      area: front.places,
    };
  }

  /* The page and the view of an address, with a sentence for each thing that was put right. */
  function read(front, hash) {
    const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
    const known = front.pages.find(([address]) => address === decoded(path));
    const page = known || front.pages[0];
    const said = known ? [] : [`This file has no page “${short(path)}”. The first page is shown.`];
    const view = { ...front.usual };
    const offered = choices(front);
    new URLSearchParams(query).forEach((value, name) => {
      if (!Object.hasOwn(offered, name)) said.push(`This file does not hold “${short(name)}”. It was left out.`);
      else if (value && !Object.hasOwn(offered[name], value)) said.push(`“${short(value)}” is not in this file. It was left out.`);
      else view[name] = value;
    });
    return { page, view, said };
  }

  /* What is no address at all is no page. */
  function decoded(path) {
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }

  function short(words) {
    return words.length > 40 ? `${words.slice(0, 40)}…` : words;
  }

  function address(front, path, view) {
    const asked = Object.entries(view).filter(([name, value]) => value !== front.usual[name]);
    const query = new URLSearchParams(asked).toString();
    return `#/${path}${query ? `?${query}` : ""}`;
  }

  /* The layer looked at: the one asked for, or the one that the page or the plan is about. */
  function layer(front, path, view) {
    if (path === "My_ICB") return "bodies";
    return view.layer || (path === "" ? "bodies" : front.plans[view.plan].usual);
  }

  window.AtlasView = { TODAY, read, address, layer };
})();
