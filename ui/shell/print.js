/* A map's drawing cannot follow a sheet of paper, so before it is printed the map keeps the size it
   has on screen and is shrunk as a whole. */
(function () {
  "use strict";

  if (window.footprintPrint) return;
  window.footprintPrint = true;

  /* An A4 sheet less the margins that style.css gives it: 186 mm at 96 dots to the inch. */
  const SHEET = 703;
  /* On a map as narrow as this there is no room for a legend, on screen or on paper. */
  const NARROW = 640;

  window.addEventListener("beforeprint", () => {
    document.querySelectorAll(":is(.st-key-map, .st-key-maps) iframe").forEach((frame) => {
      const { width, height } = frame.getBoundingClientRect();
      const style = frame.closest(".st-key-map, .st-key-maps").style;
      style.setProperty("--wide", `${width}px`);
      style.setProperty("--high", `${height}px`);
      style.setProperty("--shrink", Math.min(1, SHEET / width));
      style.setProperty("--legend", width < NARROW ? "static" : "absolute");
      style.setProperty("--legend-wide", width < NARROW ? "none" : "13.4rem");
    });
  });
})();
