/* A file for which a tab has no room is kept by the browser beside it, and handed back when the app
   asks for it after a reload. Of those that no tab has needed for a week nothing stays. */
(function () {
  "use strict";

  /* Streamlit runs this again wherever it draws the page anew. */
  if (window.footprintBeside) return;
  window.footprintBeside = true;

  const BASE = "icb-footprints", FILES = "files", USED = "used";
  const MOST = 8, LONGEST = 7 * 24 * 3600 * 1000;
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const seen = new Set();

  function opened() {
    return new Promise((good, bad) => {
      const opening = indexedDB.open(BASE, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore(FILES);
        opening.result.createObjectStore(USED);
      };
      opening.onsuccess = () => good(opening.result);
      opening.onerror = opening.onblocked = () => bad(opening.error);
    });
  }

  /* What is done is done whole, and counts as done once it is on the disk. */
  async function within(act) {
    const base = await opened();
    try {
      return await new Promise((good, bad) => {
        const all = base.transaction([FILES, USED], "readwrite");
        const answer = act(all.objectStore(FILES), all.objectStore(USED));
        all.oncomplete = () => good(answer && answer.result);
        all.onabort = () => bad(all.error);
      });
    } finally {
      base.close();
    }
  }

  /* Whatever was used last comes first; what is too old or too much goes. */
  function tidy(files, used) {
    const names = used.getAllKeys(), times = used.getAll();
    times.onsuccess = () => {
      const all = names.result.map((name, place) => ({ name, at: times.result[place] }));
      all.sort((one, other) => other.at - one.at);
      for (const [place, { name, at }] of all.entries()) {
        if (place < MOST && Date.now() - at < LONGEST) continue;
        files.delete(name);
        used.delete(name);
      }
    };
  }

  function touched(name, read) {
    return within((files, used) => {
      const file = files[read](name);
      file.onsuccess = () => {
        if (file.result) used.put(Date.now(), name);
        tidy(files, used);
      };
      return file;
    });
  }

  async function fetched(from) {
    const address = new URL(from.replace(/^\//, ""), window.__streamlit.BACKEND_BASE_URL);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    return answer.arrayBuffer();
  }

  async function keep({ beside, turn, from }) {
    try {
      const content = await fetched(from);
      await within((files, used) => {
        files.put(content, beside);
        used.put(Date.now(), beside);
        tidy(files, used);
      });
      answer("tab-answer", `${turn} kept`);
    } catch {
      /* A browser may keep nothing at all, or have no room: the page then says so. */
      answer("tab-answer", `${turn} refused`);
    }
  }

  async function handBack({ wanted, turn }) {
    const content = await touched(wanted, "get").catch(() => null);
    if (!content) return answer("tab-gone", turn);
    const field = await drawn(".st-key-tab-handed input[type=file]");
    const bag = new DataTransfer();
    bag.items.add(new File([content], "kept.json", { type: "application/json" }));
    field.files = bag.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function answer(key, text) {
    const field = await drawn(`.st-key-${key} input`);
    write.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }

  async function drawn(selector) {
    for (;;) {
      const there = document.querySelector(selector);
      if (there) return there;
      await new Promise((go) => setTimeout(go, 50));
    }
  }

  function look() {
    for (const { dataset } of document.querySelectorAll("[data-beside], [data-wanted]")) {
      if (seen.has(dataset.turn)) continue;
      seen.add(dataset.turn);
      if (dataset.wanted) handBack(dataset);
      else keep(dataset);
    }
  }

  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  look();

  /* Also where nobody asks for anything, if there is something. */
  const all = window.indexedDB && indexedDB.databases ? indexedDB.databases() : Promise.resolve([]);
  all.then((bases) => {
    if (!bases.some((base) => base.name === BASE)) return;
    const [, name] = /~beside-(\w+)$/.exec(sessionStorage.getItem("icb-footprints-pack") || "") || [];
    return touched(name || "", "getKey");
  }).catch(() => {});
})();
