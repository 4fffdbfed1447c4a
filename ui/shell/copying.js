/* A picture goes into the clipboard at the press of the button that holds it, and a word is said of it. */
(function () {
  "use strict";

  /* Streamlit runs this again wherever it draws the page anew. */
  if (window.footprintCopying) return;
  window.footprintCopying = true;

  const COPIED = "Copied. Paste it where you need it.";
  const REFUSED = "Your browser does not allow this here. Download the picture instead.";

  async function copy(button) {
    const bytes = Uint8Array.from(atob(button.dataset.picture), (one) => one.charCodeAt(0));
    const picture = new Blob([bytes], { type: "image/png" });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest && target.closest("button[data-picture]");
    if (!button) return;
    const said = button.parentElement.querySelector("[role=status]");
    copy(button).then(
      () => (said.textContent = COPIED),
      () => (said.textContent = REFUSED)
    );
  });
})();
