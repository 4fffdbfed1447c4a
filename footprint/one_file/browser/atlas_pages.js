/* Pages: what each shows of a view, gathered from what the file holds. */
(function () {
  "use strict";

  const CHOICE = { "": "measure", Clusters: "measure", Criteria: "criterion", Local_authorities: "tier" };

  async function gathered(front, path, view) {
    const look = { ground: view.map, stamp: AtlasView.address(front, path, view) };
    if (path in front.texts) return { maps: [], side: [], below: front.texts[path], sentence: ["", ""], under: [] };
    if (path === "Compare") return compared(front, view, look);
    if (path === "My_ICB") return icb(front, view, look);
    const layer = await AtlasData.tree(`${view.plan}/${AtlasView.layer(front, path, view)}`);
    const key = view[CHOICE[path]] || (path === "" ? "residents" : "");
    const page = { ...layer.pages[path][key], said: layer.said, layer };
    return path === "Local_authorities" ? authority(front, page, view, look) : footprint(front, page, path, view, look);
  }

  /* The footprint a place lies in, and the sentence that says so where it is none itself. */
  function lies(layer, area) {
    if (!area) return ["", ""];
    return area in layer.names ? [area, ""] : layer.places[area] || ["", ""];
  }

  function outlined(front, layer, area) {
    return area && !(area in layer.names) ? front.places[area][2] : [];
  }

  function footprint(front, page, path, view, look) {
    const [selected, asked] = lies(page.layer, view.area);
    const area = page.layer.areas[selected];
    const place = outlined(front, page.layer, view.area);
    const looks = [{ ...look, selected, focus: area && area.focus, place }];
    const side = !area ? page.side : path === "Criteria" ? verdicts(page, area, selected, view) : story(area, asked);
    const own = path === "" && front.bodies.includes(selected) ? selected : "";
    const below = page.below.map((part) => among(part, selected));
    return { ...page, looks, side, selected, own, below, pressed: (drawn) => page.maps[0].ids[drawn] || "" };
  }

  /* A chart of all in which one is chosen. */
  function among(part, chosen) {
    if (part.kind === "opened") return { ...part, parts: part.parts.map((one) => among(one, chosen)) };
    return part.kind === "dots" ? { ...part, chosen } : part;
  }

  function story(area, asked) {
    const lead = asked ? [{ kind: "led", lead: asked, words: "" }] : [];
    return [{ kind: "card", parts: [...lead, ...area.story.parts] }, area.money];
  }

  function verdicts({ layer }, area, selected, view) {
    const rows = [...area.verdicts].sort((one, other) => (other[0] === view.criterion) - (one[0] === view.criterion));
    const told = rows.map(([, label, verdict, said, reason]) => ({ kind: "verdict", label, verdict, said, reason }));
    const head = [{ kind: "heading", words: layer.names[selected] }, { kind: "small", words: area.tally }];
    return [{ kind: "card", parts: [...head, ...told] }];
  }

  /* A footprint is no authority: it is looked at as it is, with the authorities it holds. */
  async function authority(front, page, view, look) {
    const tier = front.tiers[view.tier];
    const selected = view.area in tier.names ? view.area : tier.of[view.area] || "";
    const asked = view.area && !selected ? await lookedAt(front, page.layer, view) : null;
    const card = asked ? asked.card : page.layer.cards[view.tier][selected];
    const focus = asked ? asked.focus : tier.focus[selected];
    const looks = [{ ...look, selected, focus, place: asked ? asked.place : [] }];
    const side = card ? [card] : selected ? [whole(page.maps[0], selected)] : page.side;
    return { ...page, looks, side, selected, pressed: (drawn) => page.maps[0].ids[drawn] || "" };
  }

  /* A place as the plan has it, where it is a footprint of that plan. */
  async function lookedAt(front, layer, { area, tier }) {
    const held = await AtlasData.tree("held");
    const name = { kind: "heading", words: front.places[area][0] };
    const whose = { kind: "small", words: layer.whose[area] || held.whose[area] };
    const told = layer.held[tier][area] || held.cards[tier][area] || [held.none[tier]];
    const card = { kind: "card", parts: [name, whose, ...told] };
    const focus = held.focus[area] || front.tiers.lad.focus[area];
    if (!(area in layer.names)) return { card, place: front.places[area][2], focus };
    const place = [...layer.owners.keys()].filter((n) => layer.owners[n] === area);
    return { card, place, focus: layer.areas[area].focus };
  }

  /* Of an authority that lies in one footprint the map itself says all there is. */
  function whole(map, selected) {
    const n = map.ids.indexOf(selected);
    const lines = map.lines[n].map((line) => ({ kind: "text", words: line.join(": ") }));
    return { kind: "card", parts: [{ kind: "heading", words: map.called[n] }, ...lines] };
  }

  async function compared(front, view, look) {
    const seen = AtlasView.layer(front, "Compare", view);
    const names = [`pairs/${view.other}/${seen}`, `${view.other}/${seen}`, `${view.plan}/${seen}`];
    const [held, ...layers] = await Promise.all(names.map(AtlasData.tree));
    const pair = held[view.plan];
    const where = layers.map((layer) => lies(layer, view.area));
    const focus = view.area && union(layers.map((layer, n) => layer.areas[where[n][0]].focus));
    const place = layers.some((layer) => view.area in layer.names) ? [] : outlined(front, layers[0], view.area);
    const maps = pair.maps[view.show];
    const chosen = maps.length === 1 ? [where[1][0]] : where.map(([selected]) => selected);
    return {
      ...pair,
      maps,
      legend: pair.legends[view.show],
      note: pair.notes[view.show],
      said: layers[1].said,
      looks: chosen.map((selected) => ({ ...look, selected, focus, place })),
      under: [...pair.under, ...told(pair, layers, where, view)],
      side: [],
      pressed: (_, block) => together(front, layers, block),
    };
  }

  function union(focuses) {
    const joined = (ground) => {
      const [west, south, east, north] = [0, 1, 2, 3].map((edge) => focuses.map((one) => one[ground][edge]));
      return [Math.min(...west), Math.min(...south), Math.max(...east), Math.max(...north)];
    };
    return { land: joined("land"), people: joined("people") };
  }

  function told(pair, layers, where, view) {
    if (!view.area) return [{ kind: "hint", words: "Choose a place on the map, or type its name, to see it under both plans." }];
    const placed = new Map();
    where.forEach(([selected, said], n) => {
      const { own, figure } = layers[n].areas[selected];
      const words = said ? `${said} ${figure}` : own;
      placed.set(words, [...(placed.get(words) || []), pair.letters[n]]);
    });
    return [...placed].map(([words, letters]) => ({ kind: "led", lead: `${letters.sort().join(" and ")}:`, words }));
  }

  /* The district of a block, or what else lies in the same footprints of both plans. */
  function together(front, layers, block) {
    if (!block) return "";
    const district = front.districts[front.blocks.indexOf(block)];
    const owners = layers.map((layer) => layer.owners[front.blocks.indexOf(block)]);
    const same = (code) => layers.every((layer, n) => lies(layer, code)[0] === owners[n]);
    return [district, ...owners].find(same) || district;
  }

  async function icb(front, view, look) {
    const [held, layer] = await Promise.all([AtlasData.tree("icbs"), AtlasData.tree(`${AtlasView.TODAY}/bodies`)]);
    const [body] = lies(layer, view.area);
    const page = held[body];
    const { selected = [], outlined = [] } = page;
    const looks = page.maps.map((_, n) => ({ ...look, selected: selected[n] || "", place: outlined[n] || [] }));
    const pressed = (drawn, block) => (body ? front.bodies[front.blocks.indexOf(block)] || "" : page.maps[0].ids[drawn] || "");
    const below = page.below.map((part) => among(part, body));
    return { ...page, looks, below, title: body && layer.names[body], five: Boolean(body), pressed };
  }

  window.AtlasPages = { gathered, CHOICE };
})();
