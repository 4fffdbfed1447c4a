/* The maps: one alone or two in step, drawn as the app draws them. */
(function () {
  "use strict";

  const OPTIONS = { minZoom: 5, maxZoom: 11, zoomSnap: 0.02, zoomDelta: 1, wheelPxPerZoomLevel: 110 };
  /* Words are known by themselves here; in a message of the app they are known by number. */
  const THEMSELVES = new Proxy({}, { get: (_, words) => words });
  const drawings = {};
  let outlines = null;
  let shown = null;

  /* A message to the drawing, from what is shipped of a map and what the view asks of it. */
  function message(map, { ground, selected, focus, place, stamp }) {
    const by = ground === "people" ? map.people : map;
    const areas = map.ids.map((id, n) => [
      id, map.called[n], map.fills[n], map.marks[n], map.values[n], map.lines[n], ...by.names[n],
    ]);
    const here = ground === "people" ? { ...map.people, arcs: outlines.people } : {};
    return {
      ...map, ...here, areas, words: THEMSELVES, fills: THEMSELVES,
      selected: map.ids.indexOf(selected || null), focus: focus ? focus[ground] : by.focus, place, stamp,
    };
  }

  function leaflet(number) {
    return L.map(`map-${number}`, OPTIONS).setView([52.9, -1.8], 6);
  }

  /* Each kind of drawing is made when it is first needed, in a box that can be seen. */
  function drawing(kind, pressed) {
    document.querySelector(".one").hidden = kind !== "one";
    document.querySelector(".both").hidden = kind !== "both";
    if (!drawings[kind]) {
      const made = kind === "one" ? new FootprintMap(leaflet(1), outlines.land) : new FootprintPair(leaflet(2), outlines.land);
      const first = kind === "one" ? made : made.left;
      first.map.on("chosen", ({ area, block }) => shown.pressed(area, block));
      drawings[kind] = made;
    } else resize();
    return drawings[kind];
  }

  function halves() {
    return Object.values(drawings).flatMap((made) => made.halves || [made]);
  }

  function resize() {
    halves().forEach(({ map }) => map.invalidateSize({ animate: false, pan: false }));
  }

  /* Paints the maps of a page; `pressed` hears which area and which block was chosen. */
  function paint(maps, looks, pressed) {
    shown = { pressed, focuses: looks.map(({ ground, focus }, n) => (focus ? focus[ground] : aim(maps[n], ground))) };
    const messages = maps.map((map, n) => message(map, looks[n]));
    const kind = maps.length > 1 ? "both" : "one";
    const made = drawing(kind);
    shown.drawn = kind === "one" ? [made] : made.halves;
    if (kind === "one") return made.paint(messages[0]);
    return made.paint({ bars: maps.map(({ heading, said }) => [heading, said]), sides: messages });
  }

  function aim(map, ground) {
    return (ground === "people" ? map.people : map).focus;
  }

  /* Paper is narrower than most windows: while a page is printed its maps show what they showed. */
  let seen = [];
  let sent = null;
  function printing(on) {
    if (on) {
      seen = shown.drawn.map(({ map }) => [map.getBounds(), map.getCenter(), map.getZoom()]);
      sent = shown.drawn[0]._sent();
    }
    document.documentElement.classList.toggle("printing", on);
    resize();
    if (drawings.both) drawings.both.print(on);
    shown.drawn.forEach((made, n) => {
      const [bounds, center, zoom] = seen[n];
      if (sent) made._go(sent, true);
      else if (on) made.map.fitBounds(bounds, { animate: false });
      else made.map.setView(center, zoom, { animate: false });
    });
    // Paper is drawn at once, and does not wait for names to find their places anew.
    shown.drawn.forEach((made) => made._name());
  }

  window.addEventListener("beforeprint", () => shown && printing(true));
  window.addEventListener("afterprint", () => shown && printing(false));
  window.AtlasMaps = { paint, drawn: () => shown.drawn, ready: (land, people) => (outlines = { land, people }) };
})();
