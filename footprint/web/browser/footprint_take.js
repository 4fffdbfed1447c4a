/* Taking many at once: units smaller than the areas, with a brush or a lasso. */
(function () {
  "use strict";

  const STEP = 5; // Pixels between the points that are looked at under a brush.
  const NAMED_FROM = 34; // Pixels a unit has to be wide before its name is tried.
  const NEAR = 420; // Metres to a pixel: from further away names are those of the areas alone.
  const WAYS = {
    press: ["One", "Press: take one at a time"],
    brush: ["Brush", "Brush: press and drag over what you take"],
    lasso: ["Lasso", "Lasso: press and draw round what you take, or press L on the map and mark its corners by keyboard"],
  };
  const CORNERS = 3;
  const LASSO =
    "Lasso on. Arrow keys go from area to area, Space marks a corner, Backspace takes the last one back, " +
    "Enter takes the corners and what lies inside, Escape drops them, L turns the lasso off.";

  class FootprintTake {
    constructor(drawing) {
      this.drawing = drawing;
      this.way = "press";
      this.held = null;
      this.line = L.polyline([], { renderer: drawing.pens, pane: "lines", interactive: false, color: "#0b0c0c", weight: 2, dashArray: "5 4" });
      this.line.addTo(drawing.map);
      this._buttons();
      const box = drawing.map.getContainer();
      box.addEventListener("pointerdown", (event) => this._begin(event), true);
      box.addEventListener("pointermove", (event) => this._go(event), true);
      ["pointerup", "pointercancel"].forEach((end) => box.addEventListener(end, (event) => this._end(event), true));
      // What ends a stroke is not a press on an area as well.
      box.addEventListener("click", (event) => this.swallows && event.stopImmediatePropagation(), true);
      drawing._onEscape(() => this._escape());
      this.drops = new FootprintDrop(drawing);
    }

    /* What a press takes: the unit of each block, and of each unit its name and its people. Where
       it takes none, nothing is left of this to be seen or pressed. */
    paint(units) {
      const known = this.units && units && this.units.names.join() === units.names.join();
      if (this.units && !known) this._drop();
      if (!units && this.units) this._choose("press");
      this.control.hidden = !units;
      this.units = units;
    }

    /* Where units have their middles; worked out once for each kind of unit and each ground. */
    _spots() {
      const of = `${this.drawing.ground} ${this.units.names.length} ${this.units.names[0]}`;
      if (of !== this.spotted) this.spots = this.units.names.map((_, unit) => this._spot(unit));
      this.spotted = of;
      return this.spots;
    }

    _buttons() {
      const control = L.control({ position: "topleft" });
      control.onAdd = () => {
        const box = L.DomUtil.create("div", "leaflet-bar footprint-home footprint-take");
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", "How to take areas");
        this.buttons = Object.entries(WAYS).map(([way, [word, said]]) => this._button(box, way, word, said));
        L.DomEvent.disableClickPropagation(box);
        this.control = box;
        return box;
      };
      control.addTo(this.drawing.map);
      this._choose("press");
    }

    _button(box, way, word, said) {
      const button = L.DomUtil.create("button", "", box);
      button.type = "button";
      button.textContent = word;
      button.title = said;
      button.addEventListener("click", () => this._choose(way));
      return [way, button];
    }

    /* A brush or a lasso needs the drag that moves the map otherwise. */
    _choose(way) {
      this.way = way;
      this._drop();
      this.buttons.forEach(([one, button]) => button.setAttribute("aria-pressed", String(one === way)));
      const { map } = this.drawing;
      map.dragging[way === "press" ? "enable" : "disable"]();
      map.getContainer().classList.toggle("taking", way !== "press");
      if (way === "lasso") FootprintSaid.say(LASSO);
    }

    /* By keyboard L is the lasso, on and off. */
    turn() {
      this._choose(this.way === "lasso" ? "press" : "lasso");
      if (this.way === "press") FootprintSaid.say("Lasso off.");
    }

    _point(event) {
      return this.drawing.map.mouseEventToContainerPoint(event);
    }

    _begin(event) {
      if (this.way === "press" || event.button || event.target.closest(".leaflet-control")) return;
      event.stopPropagation();
      this._drop();
      this.held = event.pointerId;
      this.drawing.map.getContainer().setPointerCapture(event.pointerId);
      this.path = [this._point(event)];
      this.taken = new Set();
      if (this.way === "brush") this._under(this.path[0]);
    }

    _go(event) {
      if (event.pointerId !== this.held) return;
      event.stopPropagation();
      const to = this._point(event);
      const from = this.path[this.path.length - 1];
      if (this.way === "lasso") this._round(to);
      else this._along(from, to);
      this.path.push(to);
    }

    _along(from, to) {
      const steps = Math.max(1, Math.ceil(from.distanceTo(to) / STEP));
      for (let n = 1; n <= steps; n += 1) this._under(from.add(to.subtract(from).multiplyBy(n / steps)));
    }

    _under(point) {
      const { map, blocks } = this.drawing;
      const at = map.containerPointToLayerPoint(point);
      const block = blocks.findIndex((one) => one._pxBounds && one._pxBounds.contains(at) && one._containsPoint(at));
      if (block < 0 || this.taken.has(this.units.of[block])) return;
      this.taken.add(this.units.of[block]);
      this._outline();
    }

    _outline() {
      this.drawing._boundary("hover", (block) => this.taken.has(this.units.of[block]));
    }

    _round(to) {
      const { map } = this.drawing;
      this.line.setLatLngs([...this.path, to, this.path[0]].map((point) => map.containerPointToLatLng(point)));
    }

    /* A lasso takes what has its middle inside. */
    _inside() {
      const { map } = this.drawing;
      const inside = (at) => {
        const { x, y } = map.latLngToContainerPoint(at);
        let odd = false;
        this.path.forEach((one, n) => {
          const other = this.path[(n + this.path.length - 1) % this.path.length];
          const crosses = one.y > y !== other.y > y;
          if (crosses && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) odd = !odd;
        });
        return odd;
      };
      return new Set(this._spots().flatMap(({ at }, unit) => (inside(at) ? [unit] : [])));
    }

    _end(event) {
      if (event.pointerId !== this.held) return;
      event.stopPropagation();
      const cancelled = event.type === "pointercancel";
      if (!cancelled && this.way === "lasso") this._lassoed();
      this._hand(cancelled ? [] : [...this.taken]);
      this.swallows = true;
      window.setTimeout(() => (this.swallows = false), 60);
    }

    /* Without a way round anything, a press takes what it is on. */
    _lassoed() {
      if (this.path.every((one) => one.distanceTo(this.path[0]) < STEP)) this._under(this.path[0]);
      else this.taken = this._inside();
    }

    _hand(units) {
      const blocks = units.map((unit) => this.drawing.ids[this.units.of.indexOf(unit)]);
      this._drop();
      if (blocks.length) this.drawing._tell("+" + blocks.join(","));
    }

    /* A lasso by keyboard has areas for corners: this is what a key does to them, if anything. */
    corner(key, unit) {
      if (this.way !== "lasso") return false;
      if (key === " ") this._mark(unit);
      else if (key === "Backspace") this._unmark();
      else if (key === "Enter") this._close();
      else return false;
      return true;
    }

    _mark(unit) {
      if (unit < 0) return FootprintSaid.say("Go to an area with the arrow keys first.");
      if (this.corners[this.corners.length - 1] !== unit) this.corners.push(unit);
      this.lay(unit);
      return FootprintSaid.say(`Corner ${this.corners.length}: ${this.units.names[unit]}.`);
    }

    _unmark() {
      const unit = this.corners.pop();
      this.lay(-1);
      const gone = unit === undefined ? "" : `${this.units.names[unit]} is no longer a corner. `;
      FootprintSaid.say(`${gone}Corners: ${this.corners.length}.`);
    }

    /* From corner to corner, on to where the arrows are, and back to the first. */
    lay(unit) {
      if (this.held !== null) return;
      const through = this.corners.length && unit >= 0 ? [...this.corners, unit] : this.corners;
      this.line.setLatLngs([...through, ...through.slice(0, 1)].map((one) => this._spots()[one].at));
    }

    _close() {
      const count = this.corners.length;
      if (count < CORNERS) return FootprintSaid.say(`A lasso needs ${CORNERS} corners or more. Corners: ${count}.`);
      this.path = this.corners.map((unit) => this.drawing.map.latLngToContainerPoint(this._spots()[unit].at));
      const units = [...new Set([...this.corners, ...this._inside()])];
      FootprintSaid.say(`Taken with the lasso: ${units.length} areas.`);
      return this._hand(units);
    }

    _escape() {
      if (this.corners.length) FootprintSaid.say("The corners of the lasso are dropped.");
      this._drop();
    }

    _drop() {
      this.held = null;
      this.path = [];
      this.corners = [];
      this.taken = new Set();
      this.line.setLatLngs([]);
    }

    /* The words about a unit: its name, its people, and where it is now. */
    words(block) {
      const unit = this.units.of[block];
      const owner = this.drawing.areas[this.drawing.owner[block]];
      return [`unit-${unit}`, [this.units.names[unit], this.units.told[unit], `In ${owner.name}`]];
    }

    ring(block) {
      if (this.held !== null) return;
      const unit = block < 0 ? -1 : this.units.of[block];
      this.drawing._boundary("hover", (one) => this.units.of[one] === unit);
    }

    /* The middle of a unit's largest piece, and how far it is from there to its nearer edge. */
    _spot(unit) {
      const { blocks } = this.drawing;
      const rings = blocks.filter((_, block) => this.units.of[block] === unit).flatMap((block) => block.getLatLngs().map(([ring]) => ring));
      const largest = rings.map((ring) => [ring, area(ring)]).sort(([, one], [, other]) => other - one)[0][0];
      const edges = L.latLngBounds(largest);
      const [south, west] = [edges.getSouth(), edges.getWest()];
      const high = this.drawing.map.distance([south, west], [edges.getNorth(), west]);
      const wide = this.drawing.map.distance([south, west], [south, edges.getEast()]);
      return { at: middle(largest), room: Math.min(high, wide) / 2 };
    }

    /* Names of units where they are large enough on the screen, after those of the areas. */
    name(metres, taken) {
      // While areas flow to another ground, nothing is where it will be.
      if (metres > NEAR || this.drawing.flowing) return;
      this._spots().forEach(({ at, room }, unit) => {
        if (room / metres < NAMED_FROM / 2 || !this.drawing.map.getBounds().contains(at)) return;
        const owner = this.drawing.areas[this.drawing.owner[this.units.of.indexOf(unit)]];
        this.drawing._nameOne({ at, short: this.units.names[unit], value: "", fill: owner.fill, fine: true }, room / metres, taken, { last: true });
      });
    }
  }

  function area(ring) {
    return Math.abs(ring.reduce((sum, { lat, lng }, n) => {
      const before = ring[(n + ring.length - 1) % ring.length];
      return sum + before.lng * lat - lng * before.lat;
    }, 0)) / 2;
  }

  /* The middle of mass of a ring; a degree is small enough to be taken as flat. */
  function middle(ring) {
    let [x, y, whole] = [0, 0, 0];
    ring.forEach(({ lat, lng }, n) => {
      const before = ring[(n + ring.length - 1) % ring.length];
      const cross = before.lng * lat - lng * before.lat;
      whole += cross;
      x += (before.lng + lng) * cross;
      y += (before.lat + lat) * cross;
    });
    return whole ? L.latLng(y / (3 * whole), x / (3 * whole)) : ring[0];
  }

  window.FootprintTake = FootprintTake;
})();
