/* Pointing at a dot lights its area on the map, and pointing at an area lights its dot: both are
   drawn already, so nothing is asked for. */
(function () {
  "use strict";

  if (window.footprintPointing) return;
  window.footprintPointing = true;

  const ROWS = "[class*=st-key-chart-] .mark-rect path";
  const LIT = "pointed";
  let lit = "";

  /* What draws a chart leaves with each mark what it stands for; only dots have an id. */
  const idOf = (mark) => (mark.__data__ && mark.__data__.datum && mark.__data__.datum.id) || "";

  function dot(id) {
    document.querySelectorAll(`${ROWS}.${LIT}`).forEach((row) => row.classList.remove(LIT));
    if (!id) return;
    document.querySelectorAll(ROWS).forEach((row) => row.classList.toggle(LIT, idOf(row) === id));
  }

  function light(id) {
    if (id === lit) return;
    lit = id;
    dot(id);
    const frame = document.querySelector(".st-key-map iframe");
    const map = frame && frame.contentWindow && frame.contentWindow.footprints;
    if (map && map.light) map.light(id);
  }

  document.addEventListener("pointerover", ({ target }) => light(target.closest(ROWS) ? idOf(target) : ""));
  document.documentElement.addEventListener("pointerleave", () => light(""));
  /* The map stands in a frame of its own, and tells what is pointed at there. */
  document.addEventListener("footprint-pointed", ({ detail }) => {
    lit = detail;
    dot(detail);
  });
})();
