/* A file dropped on the map: handed to the page's uploader, where one can choose it by keyboard. */
(function () {
  "use strict";

  const FILES = ".st-key-draw-files";
  const UPLOADER = ".st-key-draw-upload input[type=file]";
  const PATIENCE = 3000; // Milliseconds until a part of the page that was folded has opened.

  class FootprintDrop {
    constructor(drawing) {
      this.drawing = drawing;
      this.box = drawing.map.getContainer();
      this.told = L.DomUtil.create("div", "footprint-drop", this.box);
      this.told.setAttribute("role", "status");
      ["dragenter", "dragover"].forEach((name) => this.box.addEventListener(name, (event) => this._over(event)));
      this.box.addEventListener("dragleave", (event) => this._leave(event));
      this.box.addEventListener("drop", (event) => this._drop(event));
    }

    _over(event) {
      if (!this.drawing.take || !event.dataTransfer || !Array.from(event.dataTransfer.types).includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      this._tell("Drop the file to read it as an option");
    }

    /* What stands over the map; nothing once it is told to say nothing, or after a while. */
    _tell(words, seconds) {
      if (this.told.textContent !== words) this.told.textContent = words;
      window.clearTimeout(this.waiting);
      if (seconds) this.waiting = window.setTimeout(() => this._tell(""), 1000 * seconds);
    }

    _leave(event) {
      if (!event.relatedTarget || !this.box.contains(event.relatedTarget)) this._tell("");
    }

    _drop(event) {
      if (!this.drawing.take) return;
      this._tell("");
      const files = event.dataTransfer ? event.dataTransfer.files : [];
      if (!files.length) return;
      event.preventDefault();
      if (files.length > 1) this._tell("Drop one file at a time", 6);
      else this._hand(files[0]);
    }

    /* What is told of the file is in a part of the page that may be folded, as is the uploader. */
    async _hand(file) {
      const page = window.parent.document;
      const part = page.querySelector(`${FILES} details`);
      if (part && !part.open) part.querySelector("summary").click();
      const until = Date.now() + PATIENCE;
      while (!page.querySelector(UPLOADER) && Date.now() < until) await new Promise((go) => window.setTimeout(go, 50));
      const input = page.querySelector(UPLOADER);
      if (!input) {
        this._tell("The file could not be taken here. Choose it under Files, below the map", 10);
        return;
      }
      const held = new window.parent.DataTransfer();
      held.items.add(file);
      input.files = held.files;
      input.dispatchEvent(new window.parent.Event("change", { bubbles: true }));
      this._tell(`${file.name} is being read`, 4);
    }
  }

  window.FootprintDrop = FootprintDrop;
})();
