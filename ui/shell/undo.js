/* Ctrl (or ⌘) with Z and Y, where a page can undo and redo, and M on a map for what was taken there;
   what is typed in a field is its own. */
(function () {
  "use strict";

  /* Streamlit runs this again wherever it draws the page anew. */
  if (window.footprintUndo) return;
  window.footprintUndo = true;

  const TYPED = "input:not([type=checkbox]):not([type=radio]):not([type=color]), textarea, [contenteditable]";
  const KEYS = { "draw-undo": "Control+Z Meta+Z", "draw-redo": "Control+Y Meta+Y" };

  const PATIENCE = 2000;
  let wanted = null;

  const button = (name) => document.querySelector(`.st-key-${name} button`);

  function asked(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return "";
    const key = event.key.toLowerCase();
    if (key === "y" || (key === "z" && event.shiftKey)) return "draw-redo";
    return key === "z" ? "draw-undo" : "";
  }

  /* Moves what was taken where the list says, or goes to the list where that says nothing yet. */
  function move(event) {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const to = document.querySelector(".st-key-draw-to input");
    if (!plain || event.key.toLowerCase() !== "m" || !event.target.matches(".leaflet-container") || !to) return false;
    event.preventDefault();
    if (to.value) button("draw-move").click();
    else {
      window.focus();
      to.focus();
    }
    return true;
  }

  /* A list in which nothing is written, where one is after a move, has nothing of its own to undo. */
  const writing = (field) => Boolean(field) && !(field.matches("[role=combobox]") && !field.value);

  function press(event) {
    if (move(event)) return;
    const name = asked(event);
    const pressed = name && !writing(event.target.closest(TYPED)) && button(name);
    if (!pressed) return;
    event.preventDefault();
    wanted = { name, until: Date.now() + PATIENCE };
    give();
  }

  /* While the page still draws the last change, the button that takes it back cannot be pressed. */
  function give() {
    const pressed = wanted && Date.now() < wanted.until && button(wanted.name);
    if (!pressed || pressed.disabled) return;
    wanted = null;
    pressed.click();
  }

  function listen(page) {
    if (!page || page.footprintUndo) return;
    page.footprintUndo = true;
    page.addEventListener("keydown", press);
  }

  /* A map stands in a frame of its own, and what is pressed there is heard only there. */
  function tend() {
    document.querySelectorAll(".st-key-map iframe").forEach((frame) => {
      listen(frame.contentDocument);
      if (!frame.footprintUndo) frame.addEventListener("load", () => listen(frame.contentDocument));
      frame.footprintUndo = true;
    });
    give();
    /* How much is taken is told to those who hear the page whenever it changes. */
    document.querySelector(".st-key-draw-count")?.setAttribute("role", "status");
    Object.entries(KEYS).forEach(([name, keys]) => button(name)?.setAttribute("aria-keyshortcuts", keys));
  }

  let due = 0;
  function soon() {
    due = due || setTimeout(() => { due = 0; tend(); }, 100);
  }

  listen(document);
  new MutationObserver(soon).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ["disabled"],
  });
  soon();
})();
