/* The finder by keyboard: Enter goes to the first place found, the arrows walk through all. */
(function () {
  "use strict";

  if (window.footprintFinder) return;
  window.footprintFinder = true;

  const BOX = ".st-key-finder input";
  const CHOICES = ".st-key-found a, .st-key-found button";

  /* What Enter was pressed on, until what is found is of it. */
  let wanted = null;

  const box = () => document.querySelector(BOX);
  const choices = () => [...document.querySelectorAll(CHOICES)];

  function answer() {
    const told = document.querySelector(".found-for");
    if (wanted === null || !told || told.dataset.for !== wanted) return;
    const [first] = choices();
    if (!first) return;
    wanted = null;
    if ("sure" in told.dataset) first.click();
    else first.focus();
  }

  function walk(event, step) {
    const all = choices();
    const place = all.indexOf(document.activeElement) + step;
    if (!all.length) return;
    event.preventDefault();
    (all[place] || (place < 0 ? box() : all[all.length - 1])).focus();
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target === box();
    if (!typing && !choices().includes(event.target)) return;
    if (event.key === "Enter" && typing) {
      wanted = event.target.value.trim();
      setTimeout(answer);
    } else if (event.key === "ArrowDown") walk(event, 1);
    else if (event.key === "ArrowUp") walk(event, -1);
    else if (event.key === "Escape" && !typing) box().focus();
    else if (typing) wanted = null;
  });

  new MutationObserver(answer).observe(document.body, { childList: true, subtree: true });
})();
