/* Two maps in one frame, in step: what is done or pointed at on one happens on the other. */
(function () {
  "use strict";

  const SIDES = ["left", "right"];
  /* As in the stylesheet. */
  const NARROW = window.matchMedia("(max-width: 639px)");

  /* One map of a pair. Both answer to the pointer; only the left one decides where they look. */
  class Half extends FootprintMap {
    constructor(map, source, leads) {
      super(map, source);
      this.leads = leads;
      this.shown = true;
    }

    /* A half has no room for an inset. */
    _furnish() {}

    _over(number, where) {
      super._over(number, where);
      if (this.twin.shown) this.twin._answer(number, where);
    }

    /* The same block on this map; what is lifted is the footprint it has here. */
    _answer(number, where) {
      super._over(number, where);
    }

    _out() {
      super._out();
      this.twin._drop();
    }

    _drop() {
      super._out();
    }

    _choose(block) {
      super._choose(block);
      this.twin._mark(block);
    }

    _keep() {
      if (this.leads) super._keep();
    }

    /* A right map painted for the first time is where the left one looks already. */
    _go(corners, atOnce) {
      if (this.leads) super._go(corners, atOnce);
      else if (!atOnce) this.twin._go(corners);
    }
  }

  class FootprintPair {
    constructor(map, source) {
      this.box = map.getContainer().parentElement;
      this.box.classList.add("footprint-pair");
      this.bars = SIDES.map((side) => this._bar(side));
      this._turn("left");
      NARROW.addEventListener("change", () => this._turn(this.box.dataset.side));
      this.left = new Half(map, source, true);
      this.right = new Half(this._second(map), source, false);
      this.left.twin = this.right;
      this.right.twin = this.left;
      this.following = false;
      this._lead(this.left, this.right);
      this._lead(this.right, this.left);
      this.ready = Promise.all([this.left.ready, this.right.ready]).then(() => this._resize());
    }

    /* A map that is told its size reckons its middle anew, so it is told only of another one. */
    _resize() {
      [this.left, this.right].forEach(({ map }) => {
        const [{ x, y }, box] = [map.getSize(), map.getContainer()];
        if (x !== box.clientWidth || y !== box.clientHeight) map.invalidateSize({ animate: false });
      });
    }

    /* Beside each other the bars only say what is below them; a narrow frame shows one map at a
       time, and its bar is how to choose it. */
    _bar(side) {
      const bar = L.DomUtil.create("button", "footprint-bar " + side, this.box);
      bar.type = "button";
      bar.addEventListener("click", () => this._turn(side));
      return bar;
    }

    _turn(side) {
      this.box.dataset.side = side;
      const choice = NARROW.matches && !this.box.classList.contains("alone");
      this.bars.forEach((bar, n) => {
        bar.disabled = !choice;
        bar.setAttribute("aria-hidden", String(!choice));
        if (choice) bar.setAttribute("aria-pressed", String(SIDES[n] === side));
        else bar.removeAttribute("aria-pressed");
      });
    }

    _second(map) {
      const box = L.DomUtil.create("div", "second", this.box);
      return L.map(box, { ...map.options });
    }

    /* One side or two: with one, the left map has the frame to itself. */
    paint({ bars, sides }) {
      this.asked = sides;
      const arrived = [this.left, this.right].map((half) => half.arrived(sides[0]));
      return Promise.all([this.ready, ...arrived]).then(() => {
        if (!this.left.blocks || !this.right.blocks || this.asked !== sides) return;
        this._show(bars);
        const stamp = sides.map((side) => side.stamp).join("-");
        const before = this.told;
        // The left map moves first, while the right one has nothing yet that would move with it.
        this.left._paint({ ...sides[0], stamp });
        if (sides.length > 1) this.right._paint({ ...sides[1], stamp });
        this.told = { ...this.left.told, title: sides.map((side) => side.title).join("; ") };
        FootprintSaid.changed(before, this.told);
        if (window.frameElement) window.frameElement.title = sides.map((side) => side.title).join("; ");
      });
    }

    _show(bars) {
      this.bars.forEach((bar, n) => (bar.textContent = bars[n] || ""));
      const two = bars.length > 1;
      const same = two === this.right.shown;
      this.right.shown = two;
      this.box.classList.toggle("alone", !two);
      this._turn(this.box.dataset.side);
      // Words may have made a bar higher, and its map lower.
      this._resize();
      if (!same) this._follow(this.left, this.right);
    }

    _lead(leader, follower) {
      leader.map.on("zoomanim", ({ center, zoom }) => this._follow(leader, follower, center, zoom));
      leader.map.on("move", () => this._follow(leader, follower));
    }

    /* What the follower does in answer is not itself answered. */
    _follow(leader, follower, center, zoom) {
      if (this.following || !follower.shown) return;
      this.following = true;
      if (center) follower.map.setView(center, zoom, { animate: true });
      else follower.map.setView(leader.map.getCenter(), leader.map.getZoom(), { animate: false });
      this.following = false;
    }
  }

  window.FootprintPair = FootprintPair;
})();
