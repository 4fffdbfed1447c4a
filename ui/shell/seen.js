/* What is further down is asked for once it is in sight, and once what came before it is there. */
(function () {
  "use strict";

  /* Streamlit runs this again wherever it draws the page anew. */
  if (window.footprintSeen) return;
  window.footprintSeen = true;

  const BUTTON = "[class*=st-key-show-chart] button";
  const PLACE = "[class*=st-key-chart-]";
  const REST_MS = 1000;
  const OPENS_MS = 2000;
  const idle = () => document.querySelector("[data-test-script-state=notRunning]");

  /* A reader's press is answered first: asked for at the same time, the address it leaves would be
     taken for the one before it. */
  let pressed = -REST_MS;
  const resting = () => performance.now() - pressed >= REST_MS;
  for (const press of ["pointerdown", "keydown"]) {
    document.addEventListener(
      press,
      () => {
        pressed = performance.now();
        setTimeout(look, REST_MS + 20);
      },
      true,
    );
  }

  function look() {
    if (!resting() || !idle() || document.documentElement.classList.contains("arriving")) return;
    const seen = [...document.querySelectorAll(BUTTON)].find((button) => {
      const { top, bottom } = button.closest(PLACE).getBoundingClientRect();
      return top < window.innerHeight && bottom > 0;
    });
    if (seen) seen.click();
  }

  document.addEventListener("click", ({ target }) => {
    const leads = target.closest("[data-leads]");
    const place = leads && document.querySelector(`.st-key-${leads.dataset.leads}`);
    if (!place) return;
    place.scrollIntoView({ block: "start" });
    const closed = place.querySelector("details:not([open]) > summary");
    if (!closed) return;
    closed.click();
    closed.focus({ preventScroll: true });
    /* At the foot of a page there is nothing to scroll to until what is in the box has come. */
    const grown = new ResizeObserver(() => place.scrollIntoView({ block: "start" }));
    grown.observe(place);
    setTimeout(() => grown.disconnect(), OPENS_MS);
  });
  /* A page scrolls in a box of its own, whose events only come this way. */
  document.addEventListener("scroll", look, { capture: true, passive: true });
  window.addEventListener("resize", look);
  new MutationObserver(look).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ["data-test-script-state"],
  });
})();
