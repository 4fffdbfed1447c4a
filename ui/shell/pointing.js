/* Pointing at a dot lights its area on the map, and pointing at an area lights its dots: all are
   drawn already, so nothing is asked for. A press on a small dot is one on its area. */
(function () {
  "use strict";

  if (window.footprintPointing) return;
  window.footprintPointing = true;

  const SMALL = ".small-dots [data-id]";
  const ROWS = `[class*=st-key-chart-] .mark-rect path, ${SMALL}`;
  const LIT = "pointed";
  let lit = "";

  /* What draws a chart leaves with each mark what it stands for; only dots have an id. */
  const idOf = (mark) =>
    mark.dataset.id || (mark.__data__ && mark.__data__.datum && mark.__data__.datum.id) || "";

  function dot(id) {
    document.querySelectorAll(ROWS).forEach((row) => row.classList.remove(LIT));
    if (!id) return;
    document.querySelectorAll(ROWS).forEach((row) => row.classList.toggle(LIT, idOf(row) === id));
  }

  function light(id) {
    if (id === lit) return;
    lit = id;
    dot(id);
    const map = mapHere();
    if (map && map.light) map.light(id);
  }

  function mapHere() {
    const frame = document.querySelector(".st-key-map iframe");
    return frame && frame.contentWindow && frame.contentWindow.footprints;
  }

  document.addEventListener("pointerover", ({ target }) => light(target.closest(ROWS) ? idOf(target) : ""));
  document.addEventListener("click", ({ target }) => {
    const map = target.closest(SMALL) && mapHere();
    if (map && map.choose) map.choose(idOf(target));
  });
  document.documentElement.addEventListener("pointerleave", () => light(""));
  /* The map stands in a frame of its own, and tells what is pointed at there. */
  document.addEventListener("footprint-pointed", ({ detail }) => {
    lit = detail;
    dot(detail);
  });
})();
