/* Areas found from the keyboard: arrows go to the neighbour that way, Enter chooses. */
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

    /* With Shift, arrows move the map, as Leaflet has it. */
    _pressed(event) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !this.drawing.areas.length) return;
      if (event.key === "Enter" && this.block >= 0) this.drawing._choose(this.drawing.ids[this.block]);
      else if (WAYS[event.key]) this._go(WAYS[event.key]);
      else return;
      event.stopPropagation();
      event.preventDefault();
    }

    _go(way) {
      const here = this.block < 0 ? -1 : this.drawing.owner[this.block];
      const next = here < 0 ? this._first() : this._next(here, way);
      if (next < 0) return FootprintSaid.say("Nothing lies further that way.");
      this.block = this.drawing.owner.indexOf(next);
      return this._point(next);
    }

    /* Begins at what is chosen, or else in the middle of what is seen. */
    _first() {
      const { drawing } = this;
      if (drawing.chosen >= 0) return drawing.chosen;
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
      this.drawing.areas.forEach(({ id }, area) => {
        const point = id && this.drawing.owner.includes(area) ? this._spot(area) : null;
        const away = point ? distance({ area, point }) : Infinity;
        if (away < best[0]) best = [away, area];
      });
      return best[1];
    }

    _beside(here) {
      const { sides, owner } = this.drawing;
      const found = new Set();
      sides.forEach(([one, other]) => {
        if (other < 0) return;
        if (owner[one] === here) found.add(owner[other]);
        if (owner[other] === here) found.add(owner[one]);
      });
      return found;
    }

    _where(area) {
      const { areas, blocks, owner } = this.drawing;
      return areas[area].at || blocks[owner.indexOf(area)].getBounds().getCenter();
    }

    _spot(area) {
      return this.drawing.map.latLngToContainerPoint(this._where(area));
    }

    _point(area) {
      const { drawing } = this;
      drawing.map.panInside(this._where(area), { padding: [ROOM, ROOM], animate: false });
      drawing._over(this.block, this._where(area));
      const { name, lines } = drawing.areas[area];
      FootprintSaid.say([name, ...lines].join(". ") + ".");
    }
  }

  window.FootprintKeys = FootprintKeys;
})();
