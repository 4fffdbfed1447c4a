/* A link to a part of the page that is folded unfolds it: who follows it wants what is in there. */
(function () {
  "use strict";

  if (window.footprintUnfold) return;
  window.footprintUnfold = true;

  document.addEventListener("click", ({ target }) => {
    const part = target.closest('a[href="#files"]') && document.querySelector(".st-key-draw-files details");
    if (part && !part.open) part.querySelector("summary").click();
  });
})();
