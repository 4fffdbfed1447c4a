/* What is pointed at, in words beside the pointer: never cut by the frame, and gone on Escape. */
(function () {
  "use strict";

  const EDGE = 4;
  const ABOVE = 12;
  const BELOW = 20;

  class FootprintTip {
    constructor(box) {
      this.box = box;
      this.words = document.createElement("div");
      this.words.className = "footprint-tip";
    }

    /* Above the point if there is room, else below it; `of` is whatever the words are about. */
    show(of, [name, ...lines], { x, y }) {
      if (of === this.sent) return;
      this.sent = null;
      if (of !== this.of) {
        this.of = of;
        this.words.replaceChildren(this._row("strong", name), ...lines.map((line) => this._row("span", line)));
      }
      if (!this.words.parentElement) this.box.append(this.words);
      const [width, height] = [this.words.offsetWidth, this.words.offsetHeight];
      const above = y - height - ABOVE;
      const top = above >= EDGE ? above : Math.min(y + BELOW, this.box.clientHeight - height - EDGE);
      const left = Math.min(Math.max(EDGE, x - width / 2), this.box.clientWidth - width - EDGE);
      Object.assign(this.words.style, { left: `${Math.max(EDGE, left)}px`, top: `${Math.max(EDGE, top)}px` });
    }

    _row(tag, words) {
      return Object.assign(document.createElement(tag), { textContent: words });
    }

    hide() {
      this.words.remove();
      this.of = null;
    }

    /* Sent away: what the words were about keeps silent until something else is pointed at. */
    send() {
      if (!this.words.parentElement) return;
      this.words.remove();
      this.sent = this.of;
    }
  }

  window.FootprintTip = FootprintTip;
})();
