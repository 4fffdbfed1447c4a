/* The page shows itself once what a reader sees first is in its place: nothing jumps under their
   eyes. What is further down, and the map inside its frame, may still be on its way. */
(function () {
  "use strict";

  const page = document.documentElement;
  const LONGEST_MS = 15000;

  /* The first screen has been sent when the panel below the map has, or all there is. */
  function sent() {
    const app = document.querySelector("[data-test-script-state]");
    return document.querySelector(".st-key-export") || (app && app.dataset.testScriptState === "notRunning");
  }

  function drawn() {
    const waiting = document.querySelectorAll("[data-testid=stSkeleton]");
    return [...waiting].every((place) => !place.getClientRects().length || place.getBoundingClientRect().top > window.innerHeight);
  }

  function lift() {
    watch.disconnect();
    clearTimeout(late);
    page.classList.remove("arriving");
  }

  page.classList.add("arriving");
  const watch = new MutationObserver(() => {
    if (sent() && drawn()) document.fonts.load("1rem 'Source Sans'").then(lift);
  });
  watch.observe(document.getElementById("root"), {
    childList: true,
    subtree: true,
    attributeFilter: ["data-test-script-state"],
  });
  const late = setTimeout(lift, LONGEST_MS);
})();
