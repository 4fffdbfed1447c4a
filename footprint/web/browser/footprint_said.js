/* One place where the map says what changed, for those who hear the page. */
(function () {
  "use strict";

  let place = null;

  function say(words) {
    if (!place) {
      place = L.DomUtil.create("p", "footprint-said", document.body);
      place.setAttribute("role", "status");
    }
    // The same words twice are a change only if they differ.
    place.textContent = place.textContent === words ? words + "\u00a0" : words;
  }

  /* What a repaint changed, if anything: what is shown, or else what is chosen. */
  function changed(before, after) {
    if (!before) return;
    const [was, is] = [before.chosen, after.chosen];
    if (before.title !== after.title) say(`${after.title}. ${after.summary}`);
    else if (is && !(was && was.id === is.id)) say(`${[is.name, ...is.lines].join(". ")}. Chosen.`);
    else if (was && !is) say("Nothing is chosen.");
    else if (before.summary !== after.summary) say(after.summary);
  }

  window.FootprintSaid = { say, changed };
})();
