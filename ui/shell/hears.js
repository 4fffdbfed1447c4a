/* The frame of a map does what a message says: it hears the page around it and no other window. */
window.addEventListener(
  "message",
  (event) => {
    const known = event.source === window.parent || event.source === window;
    if (!known || event.origin !== window.location.origin) event.stopImmediatePropagation();
  },
  true
);
