/* A page that stands on its own: it paints its maps from what it holds itself. */
(function () {
  "use strict";

  const geometry = JSON.parse(document.getElementById("geometry").textContent);
  const paints = [...document.querySelectorAll(".paint")].map((held) => JSON.parse(held.textContent));
  const readers = [...document.querySelectorAll(".reader")];

  function leaflet(number) {
    const options = { minZoom: 5, maxZoom: 11, zoomSnap: 0.02, zoomDelta: 1, wheelPxPerZoomLevel: 110 };
    return L.map(`map-${number}`, options).setView([52.9, -1.8], 6);
  }

  /* Two maps are one pair in step; any other number are maps on their own. */
  function draw() {
    if (paints.length === 2) return drawPair();
    const maps = paints.map((paint, n) => new FootprintMap(leaflet(n + 1), geometry));
    return { maps, painted: Promise.all(maps.map((map, n) => map.paint(paints[n]))) };
  }

  function drawPair() {
    const pair = new FootprintPair(leaflet(1), geometry);
    const painted = pair.paint({ bars: readers.map((reader) => [reader.dataset.bar, ""]), sides: paints });
    return { maps: [pair.left, pair.right], painted, pair };
  }

  /* The box lists what can be found by name, and stands for the keyboard's way to the map. */
  function listen(drawn, n) {
    const reader = readers[n];
    const box = reader.querySelector("select");
    const words = reader.querySelector("p");
    const invitation = words.textContent;
    listed(drawn.areas).forEach(([place, name]) => box.append(new Option(name, place)));
    const tell = (place) => {
      box.value = place;
      const area = drawn.areas[place];
      words.textContent = area ? "" : invitation;
      if (!area) return;
      words.append(Object.assign(document.createElement("strong"), { textContent: area.name }));
      words.append(area.lines.length ? `: ${area.lines.join("; ")}` : "");
    };
    drawn.map.on("chosen", ({ area }) => tell(area));
    box.addEventListener("change", () => {
      drawn.find(Number(box.value));
      if (box.value === "-1") drawn.map.fitBounds(corners(paints[n].focus), { animate: false });
    });
    tell(drawn.selected);
    reader.hidden = false;
  }

  function listed(areas) {
    return areas
      .map(({ id, name }, place) => [place, name, id])
      .filter(([, , id]) => id)
      .sort(([, one], [, other]) => one.localeCompare(other, "en"));
  }

  function corners([west, south, east, north]) {
    return [[south, west], [north, east]];
  }

  function lookOf({ map }) {
    return { bounds: map.getBounds(), center: map.getCenter(), zoom: map.getZoom() };
  }

  /* Paper is narrower than most windows: while a page is printed its maps are as wide as that,
     and show what they showed. */
  function narrow() {
    seen = maps.map(lookOf);
    resize(true);
    maps.forEach(({ map }, n) => {
      const untouched = seen[n].zoom === first[n].zoom && seen[n].center.equals(first[n].center, 0.001);
      map.fitBounds(untouched ? corners(paints[n].focus) : seen[n].bounds, { padding: [8, 8], animate: false });
    });
  }

  function widen() {
    resize(false);
    maps.forEach(({ map }, n) => map.setView(seen[n].center, seen[n].zoom, { animate: false }));
  }

  function resize(printing) {
    document.documentElement.classList.toggle("printing", printing);
    maps.forEach(({ map }) => map.invalidateSize({ animate: false, pan: false }));
    if (pair) pair.print(printing);
  }

  const { maps, painted, pair } = draw();
  let first = [];
  let seen = [];
  painted.then(() => {
    document.querySelector(".without").remove();
    maps.forEach(listen);
    first = maps.map(lookOf);
    window.addEventListener("beforeprint", narrow);
    window.addEventListener("afterprint", widen);
  });
})();
