/* A file that was asked for is saved once it is made: one press, and no second one for the file. */
(function () {
  "use strict";

  /* Streamlit runs this again wherever it draws the page anew. */
  if (window.footprintMade) return;
  window.footprintMade = true;

  const given = new Set();
  /* Screen readers tell of words that change where they stood before. */
  const told = document.createElement("div");
  told.setAttribute("role", "status");
  told.style.cssText = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)";
  document.body.append(told);

  function look() {
    for (const made of document.querySelectorAll("[data-made]")) {
      const button = made
        .closest("[class*=st-key-file-made]")
        ?.querySelector("[data-testid=stDownloadButton] button");
      if (!button || given.has(made.dataset.made)) continue;
      given.add(made.dataset.made);
      told.textContent = made.textContent;
      button.click();
    }
  }

  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
})();
