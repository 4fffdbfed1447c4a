/* The introduction is offered until somebody says that once was enough. */
(function () {
  "use strict";

  const KEPT = "icb-footprints-introduced";
  const page = document.documentElement;

  /* A browser may refuse to keep anything; then it is offered again. */
  function kept() {
    try {
      return localStorage.getItem(KEPT) !== null;
    } catch {
      return false;
    }
  }

  function dismiss() {
    page.classList.remove("new-here");
    try {
      localStorage.setItem(KEPT, "yes");
    } catch {
      return;
    }
  }

  page.classList.toggle("new-here", !kept());
  if (window.footprintIntroduction) return;
  window.footprintIntroduction = true;
  document.addEventListener("click", ({ target }) => {
    if (target.closest && target.closest(".introduced")) dismiss();
  });
})();
