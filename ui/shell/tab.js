/* What is collected over many views is kept by the tab, and told once when a session begins. */
(function () {
  "use strict";

  /* Streamlit runs this again wherever it draws the page anew. */
  if (window.footprintTab) return;
  window.footprintTab = true;

  const KEPT = "icb-footprints-pack";
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  let told = false;

  function keep(text) {
    try {
      if (text) sessionStorage.setItem(KEPT, text);
      else sessionStorage.removeItem(KEPT);
    } catch {
      /* A browser may keep nothing at all; then a reload begins anew. */
    }
  }

  function kept() {
    try {
      return sessionStorage.getItem(KEPT);
    } catch {
      return null;
    }
  }

  function look() {
    const place = document.querySelector("[data-kept]");
    if (place) {
      told = false;
      keep(place.dataset.kept);
      return;
    }
    const field = document.querySelector(".st-key-tab-told input");
    const text = field && !told && kept();
    if (!text) return;
    told = true;
    write.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }

  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  look();
})();
