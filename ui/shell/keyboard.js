/* What a page needs for those who come by keyboard or listen, besides what Streamlit gives. */
(function () {
  "use strict";

  /* Streamlit runs this again wherever it draws the page anew. */
  if (window.footprintKeyboard) return;
  window.footprintKeyboard = true;

  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";
  const MAP = ".st-key-map iframe, .st-key-maps iframe";
  /* A text box on a phone would bring up the keyboard of the screen. */
  const TYPED = matchMedia("(pointer: coarse)").matches ? "input, textarea" : ":not(*)";

  let last = null;
  let before = [];
  let shown = "";

  const title = () => document.querySelector(".st-key-heading h1");
  const alive = (stop) => stop.isConnected && !stop.disabled && stop.getClientRects().length > 0;
  const stops = (within) =>
    [...within.querySelectorAll(STOPS)].filter((stop) => stop.tabIndex >= 0 && !stop.matches(TYPED));

  function hold(element) {
    if (element.tabIndex < 0) element.tabIndex = -1;
    element.focus();
  }

  /* The keyboard goes into the map itself, which stands in a frame of its own. */
  function skip() {
    const frame = document.querySelector(MAP);
    const map = frame && frame.contentDocument.querySelector('.leaflet-container[tabindex="0"]');
    if (map) {
      frame.contentWindow.focus();
      map.focus();
    } else hold(frame || title());
  }

  function remember(stop) {
    const all = stops(document.querySelector("main"));
    last = stop;
    before = all.slice(0, Math.max(0, all.indexOf(stop)));
  }

  /* The same control drawn anew, or the one before it. */
  function heir() {
    const named = last.closest(".stElementContainer");
    const key = named && [...named.classList].find((name) => name.startsWith("st-key-"));
    const again = key && document.querySelector(`.${CSS.escape(key)}`);
    return (again && stops(again).find(alive)) || before.filter(alive).pop() || title();
  }

  function rescue() {
    if (!last || alive(last) || document.activeElement !== document.body) return;
    const next = heir();
    if (next) hold(next);
  }

  /* Another page is announced by its heading, from which the keyboard goes on. */
  function arrive() {
    const heading = title();
    if (!heading || heading.textContent === shown) return;
    if (shown) hold(heading);
    shown = heading.textContent;
  }

  /* Where the menu is wider than its window, the page that is open stands in the middle. */
  function open(menu, link) {
    link.setAttribute("aria-current", "page");
    const { left, width } = link.getBoundingClientRect();
    menu.scrollLeft += left + width / 2 - menu.getBoundingClientRect().left - menu.clientWidth / 2;
  }

  function mark() {
    const menu = document.querySelector(".st-key-masthead");
    if (!menu) return;
    menu.setAttribute("role", "navigation");
    menu.setAttribute("aria-label", "Pages");
    menu.querySelectorAll("a").forEach((link) => {
      if (link.textContent !== shown) link.removeAttribute("aria-current");
      else if (!link.hasAttribute("aria-current")) open(menu, link);
    });
    const words = document.querySelector(MAP) ? "Skip to the map" : "Skip to the content";
    const link = document.querySelector("[data-testid=stSkipToContent]");
    if (link && link.textContent !== words) link.textContent = words;
  }

  /* A table is a stop on the way only where there is more of it than is seen. */
  function measure() {
    document.querySelectorAll(".plain").forEach((table) => {
      const more = table.scrollWidth > table.clientWidth || table.scrollHeight > table.clientHeight;
      if (more) table.tabIndex = 0;
      else table.removeAttribute("tabindex");
    });
  }

  let due = 0;
  function tend() {
    due = 0;
    arrive();
    mark();
    measure();
    rescue();
  }

  function soon() {
    due = due || setTimeout(tend, 50);
  }

  document.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest("[data-testid=stSkipToContent]")) return;
      /* Streamlit's own way leads to the page as a whole, and leaves its mark in the address. */
      event.preventDefault();
      event.stopPropagation();
      skip();
    },
    true,
  );
  document.addEventListener("focusin", (event) => remember(event.target));
  /* Who presses on an empty place lets go of what was held. */
  document.addEventListener("focusout", (event) =>
    setTimeout(() => {
      if (event.target === last && alive(last) && document.hasFocus() && document.activeElement === document.body) last = null;
    }),
  );
  window.addEventListener("blur", () => {
    if (document.activeElement.matches("iframe")) remember(document.activeElement);
  });
  window.addEventListener("resize", soon);
  new MutationObserver(soon).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ["disabled"],
  });
  soon();
})();
