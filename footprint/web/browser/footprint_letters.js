/* How wide and how high names are, as the browser really draws them: a reader may space letters,
   words and lines out. */
(function () {
  "use strict";

  const SIZE = 11;

  class FootprintLetters {
    /* `changed` is called when a reader's spacing comes, goes or changes. */
    constructor(box, changed) {
      this.widths = new Map();
      this.canvas = document.createElement("canvas").getContext("2d");
      this.sample = L.DomUtil.create("div", "footprint-sample", box);
      this.sample.setAttribute("aria-hidden", "true");
      this.sample.textContent = "A name";
      this._look();
      this.watch = new ResizeObserver(() => this._look() && changed());
      this.watch.observe(this.sample);
    }

    /* Says whether letters are spaced otherwise than they were. */
    _look() {
      const { letterSpacing, wordSpacing, lineHeight } = getComputedStyle(this.sample);
      const [letter, word] = [letterSpacing, wordSpacing].map((said) => parseFloat(said) || 0);
      const line = parseFloat(lineHeight) || SIZE + 1;
      const spacing = [letter, word, line].join();
      if (spacing === this.spacing) return false;
      Object.assign(this, { spacing, letter, word, line });
      this.widths.clear();
      return true;
    }

    /* Pixels across in letters of eleven pixels, with a little room at both ends. */
    width(words) {
      if (!this.widths.has(words)) {
        this.canvas.font = `600 ${SIZE}px 'Source Sans', Arial, sans-serif`;
        const spaced = words.length * this.letter + (words.split(" ").length - 1) * this.word;
        this.widths.set(words, this.canvas.measureText(words).width + spaced + 4);
      }
      return this.widths.get(words);
    }

    /* Pixels from one row to the next in letters of a size. */
    row(size = SIZE) {
      return Math.max(size + 1, (size * this.line) / SIZE);
    }
  }

  window.FootprintLetters = FootprintLetters;
})();
