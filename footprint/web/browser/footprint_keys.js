/* Areas found from the keyboard: arrows go to the neighbour that way, Enter chooses. Where a press
   takes districts or other units, arrows go from one to the next, Space takes, and Shift takes
   each on the way, as a brush does. With the lasso on, Space marks a corner and Enter closes it. */
(function () {
  "use strict";

  const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  /* How far off the way, as a cosine, a neighbour may lie, and an area that is no neighbour. */
  const BESIDE = Math.cos(Math.PI / 3);
  const BEYOND = Math.cos(Math.PI / 4);
  const ROOM = 70;

  class FootprintKeys {
    constructor(drawing) {
      this.drawing = drawing;
      this.block = -1;
      const box = drawing.map.getContainer();
      box.addEventListener("keydown", (event) => event.target === box && this._pressed(event), true);
      box.addEventListener("blur", () => drawing._out());
    }

    /* With Shift, arrows move the map, as Leaflet has it, where there is nothing to take. */
    _pressed(event) {
      const { take, areas } = this.drawing;
      if (event.altKey || event.ctrlKey || event.metaKey || (event.shiftKey && !take) || !areas.length) return;
      if (take && event.key.toLowerCase() === "l") take.turn();
      else if (take && take.corner(event.key, this.block < 0 ? -1 : this._of()[this.block])) this.stroke = null;
      else if (this._chooses(event.key)) this.drawing._choose(this.drawing.ids[this.block]);
      else if (WAYS[event.key]) this._along(WAYS[event.key], event.shiftKey);
      else return;
      event.stopPropagation();
      event.preventDefault();
    }

    _chooses(key) {
      return this.block >= 0 && (key === "Enter" || (key === " " && Boolean(this.drawing.take)));
    }

    /* All of a stroke is told at each step, so that none is lost while the page draws another. */
    _along(way, takes) {
      if (!takes) this.stroke = null;
      else if (!this.stroke) this.stroke = new Set(this.block < 0 ? [] : [this.block]);
      this._go(way);
      if (!takes || this.block < 0) return;
      this.stroke.add(this.block);
      this.drawing._tell("+" + [...this.stroke].map((block) => this.drawing.ids[block]).join(","));
    }

    /* Of each block, what the arrows go from and to: its unit where those are taken, else its area. */
    _of() {
      return this.drawing.take ? this.drawing.take.units.of : this.drawing.owner;
    }

    _go(way) {
      const here = this.block < 0 ? -1 : this._of()[this.block];
      const next = here < 0 ? this._first() : this._next(here, way);
      if (next < 0) return FootprintSaid.say("Nothing lies further that way.");
      this.block = this._of().indexOf(next);
      return this._point(next);
    }

    /* Begins at what is chosen, or else in the middle of what is seen. */
    _first() {
      const { drawing } = this;
      if (drawing.chosen >= 0 && !drawing.take) return drawing.chosen;
      const { x, y } = drawing.map.getSize();
      return this._nearest(({ point }) => Math.hypot(point.x - x / 2, point.y - y / 2));
    }

    /* The neighbour that lies most nearly that way, or else the nearest area that does. */
    _next(here, way) {
      const from = this._spot(here);
      const beside = this._beside(here);
      const far = (least) => ({ area, point }) => {
        const [x, y] = [point.x - from.x, point.y - from.y];
        const along = x * way[0] + y * way[1];
        const length = Math.hypot(x, y);
        return area !== here && along > least * length ? (length * length) / along : Infinity;
      };
      const neighbour = this._nearest((one) => (beside.has(one.area) ? far(BESIDE)(one) : Infinity));
      return neighbour >= 0 ? neighbour : this._nearest(far(BEYOND));
    }

    /* Only areas that have a code can be chosen. */
    _nearest(distance) {
      let best = [Infinity, -1];
      const there = new Set(this._of());
      const codes = this.drawing.take ? this.drawing.take.units.names : this.drawing.areas.map(({ id }) => id);
      codes.forEach((code, area) => {
        const point = code && there.has(area) ? this._spot(area) : null;
        const away = point ? distance({ area, point }) : Infinity;
        if (away < best[0]) best = [away, area];
      });
      return best[1];
    }

    _beside(here) {
      const of = this._of();
      const found = new Set();
      this.drawing.sides.forEach(([one, other]) => {
        if (other < 0) return;
        if (of[one] === here) found.add(of[other]);
        if (of[other] === here) found.add(of[one]);
      });
      return found;
    }

    _where(area) {
      const { areas, blocks, owner, take } = this.drawing;
      if (take) return take._spots()[area].at;
      return areas[area].at || blocks[owner.indexOf(area)].getBounds().getCenter();
    }

    _spot(area) {
      return this.drawing.map.latLngToContainerPoint(this._where(area));
    }

    _words({ name, lines }) {
      return [name, ...lines];
    }

    _point(area) {
      const { drawing } = this;
      drawing.map.panInside(this._where(area), { padding: [ROOM, ROOM], animate: false });
      drawing._over(this.block, this._where(area));
      if (drawing.take) drawing.take.lay(area);
      const words = drawing.take ? drawing.take.words(this.block)[1] : this._words(drawing.areas[area]);
      FootprintSaid.say(words.join(". ") + ".");
    }
  }

  window.FootprintKeys = FootprintKeys;
})();
