/* Two to four maps in one frame, in step: what is done or pointed at on one happens on all. */
(function () {
  "use strict";

  const PLACES = ["left", "right", "third", "fourth"];
  /* While pages change a frame may have several sizes, of which only the last is looked at. */
  const SIZED_MS = 120;
  /* As in the stylesheet. */
  const NARROW = window.matchMedia("(max-width: 639px)");

  /* A map that has its frame to itself until others are asked for beside it. All of them answer to
     the pointer then; only the first decides where they look. */
  class FootprintSide extends FootprintMap {
    constructor(map, source, leads = true) {
      super(map, source);
      this.source = source;
      this.leads = leads;
      this.shown = true;
      this.pair = null;
      if (leads) map.on("resize", () => this._refit());
      if (!map.options.trackResize) this._track();
    }

    _track() {
      let waiting = 0;
      window.addEventListener("resize", () => {
        window.clearTimeout(waiting);
        waiting = window.setTimeout(() => this._sized(), SIZED_MS);
      });
    }

    /* A map that is told its size reckons its middle anew, so it is told only of another one. */
    _sized() {
      const [{ x, y }, box] = [this.map.getSize(), this.map.getContainer()];
      if (this.shown && (x !== box.clientWidth || y !== box.clientHeight)) this.map.invalidateSize({ animate: false });
    }

    /* A message may ask for several maps where there was one. */
    paint(message) {
      if (!message.sides) return super.paint(message);
      this.asked = null;
      this.several = this.several || new FootprintPair(this.map, this.source, this);
      window.footprints = this.several;
      return this.several.paint(message);
    }

    get others() {
      return this.pair ? this.pair.halves.filter((half) => half !== this && half.shown) : [];
    }

    /* One of several that are shown has no room for an inset, but on paper. */
    get crowded() {
      return this.others.length > 0 && !this.pair.onPaper;
    }

    _over(number, where) {
      super._over(number, where);
      this.others.forEach((half) => half._answer(number, where));
    }

    /* The same block on this map; what is lifted is the footprint it has here. */
    _answer(number, where) {
      super._over(number, where);
    }

    _out() {
      super._out();
      this.others.forEach((half) => half._drop());
    }

    _drop() {
      super._out();
    }

    _choose(block) {
      super._choose(block);
      this.others.forEach((half) => half._mark(block));
    }

    _keep() {
      if (this.leads) super._keep();
    }

    /* Another map painted for the first time is where the first one looks already. */
    _go(corners, atOnce) {
      if (this.leads) super._go(corners, atOnce);
      else if (!atOnce) this.pair.left._go(corners);
    }
  }

  class FootprintPair {
    constructor(map, source, first = new FootprintSide(map, source)) {
      this.box = map.getContainer().parentElement;
      this.source = source;
      this.halves = [];
      this.bars = [];
      this.chosen = 0;
      this.following = false;
      this.onPaper = false;
      this._add(first);
      NARROW.addEventListener("change", () => this._turn(this.chosen));
    }

    get left() {
      return this.halves[0];
    }

    get right() {
      return this.halves[1];
    }

    _another(map) {
      const box = L.DomUtil.create("div", this.halves.length === 1 ? "second" : "further", this.box);
      return L.map(box, { ...map.options });
    }

    _add(half) {
      const number = this.halves.length;
      half.map.getContainer().style.setProperty("--column", number + 1);
      this.bars.push(this._bar(number));
      this.halves.push(half);
      half.map.on("zoomanim", ({ center, zoom }) => this._follow(half, center, zoom));
      half.map.on("move", () => this._follow(half));
    }

    /* Beside each other the bars only say what is below them; a narrow frame shows one map at a
       time, and its bar is how to choose it. */
    _bar(number) {
      const bar = L.DomUtil.create("button", "footprint-bar " + PLACES[number], this.box);
      bar.type = "button";
      bar.style.setProperty("--column", number + 1);
      bar.addEventListener("click", () => this._turn(number));
      return bar;
    }

    _turn(number) {
      this.chosen = number;
      const choice = NARROW.matches && !this.box.classList.contains("alone");
      this.halves.forEach(({ map }, n) => map.getContainer().classList.toggle("turned", n === number));
      this.bars.forEach((bar, n) => {
        bar.disabled = !choice;
        bar.setAttribute("aria-hidden", String(!choice));
        if (choice) bar.setAttribute("aria-pressed", String(n === number));
        else bar.removeAttribute("aria-pressed");
      });
    }

    /* One side or up to four: with one, the first map has the frame to itself, under its bar. */
    paint(message) {
      const { bars, sides } = message;
      this.asked = sides;
      if (!sides) return this._leave(message);
      while (this.halves.length < sides.length) this._add(new FootprintSide(this._another(this.left.map), this.source, false));
      const arrived = this.halves.map((half) => half.arrived(sides[0]));
      return Promise.all([...this.halves.map((half) => half.ready), ...arrived]).then(() => {
        if (!this.halves.every((half) => half.blocks) || this.asked !== sides) return;
        this._show(bars);
        const stamp = sides.map((side) => side.stamp).join("-");
        const before = this.told;
        // The first map moves first, while the others have nothing yet that would move with it.
        sides.forEach((side, n) => this.halves[n]._paint({ ...side, stamp }));
        this.told = { ...this.left.told, title: sides.map((side) => side.title).join("; ") };
        FootprintSaid.changed(before, this.told);
        if (window.frameElement) window.frameElement.title = this.told.title;
      });
    }

    /* A page with a map of its own follows: all that was beside it goes, and nothing comes anew. */
    _leave(message) {
      this.left.pair = null;
      this.halves.slice(1).forEach((half) => (half.shown = false));
      this.box.classList.remove("footprint-pair", "alone", "many");
      [...this.bars, ...this.halves.slice(1).map(({ map }) => map.getContainer())].forEach((one) => one.classList.add("unused"));
      this.halves.forEach((half) => half._sized());
      window.footprints = this.left;
      return this.left.paint(message);
    }

    _show(bars) {
      this.box.classList.add("footprint-pair");
      this.bars.forEach((bar, n) => this._say(bar, ...(bars[n] || ["", ""])));
      const count = bars.length;
      const same = this.halves.filter((half) => half.shown).length === count;
      this.halves.forEach((half, n) => {
        half.pair = this;
        half.shown = n < count;
        half.map.getContainer().classList.toggle("unused", n >= count);
        this.bars[n].classList.toggle("unused", n >= count);
      });
      this.box.style.setProperty("--maps", count);
      this.box.classList.toggle("alone", count === 1);
      this.box.classList.toggle("many", count > 2);
      this._turn(Math.min(this.chosen, count - 1));
      // Words may have made a bar higher, and its map lower.
      this.halves.forEach((half) => half._sized());
      if (!same) this._follow(this.left);
    }

    _say(bar, title, said) {
      bar.textContent = title;
      if (said) L.DomUtil.create("span", "", bar).textContent = said;
    }

    /* On paper maps stand below each other, and each is as wide as one alone: it has its inset. */
    print(on) {
      this.onPaper = on;
      const here = this.halves.filter((half) => half.shown);
      here.forEach((half) => half._furnish());
      // Paper does not wait for the next frame, in which a canvas is drawn otherwise.
      here.forEach(({ inset }) => inset && inset.map.fire("viewreset"));
    }

    /* What the others do in answer is not itself answered. */
    _follow(leader, center, zoom) {
      if (this.following || !leader.shown) return;
      this.following = true;
      leader.others.forEach(({ map }) => {
        if (center) map.setView(center, zoom, { animate: true });
        else map.setView(leader.map.getCenter(), leader.map.getZoom(), { animate: false });
      });
      this.following = false;
    }
  }

  window.FootprintSide = FootprintSide;
  window.FootprintPair = FootprintPair;
})();
