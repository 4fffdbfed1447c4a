/* London in a box of its own: the same areas in the same colours, large enough to point at. */
(function () {
  "use strict";

  const NARROWEST = 520;
  /* How wide London is, in pixels of the map itself, where nobody needs an inset any more. */
  const CLOSE = 140;
  /* Letters here are ten pixels, elsewhere eleven. */
  const SMALLER = 10 / 11;

  class FootprintInset {
    constructor(drawing) {
      this.drawing = drawing;
      this.box = L.DomUtil.create("div", "footprint-inset", drawing.map.getContainer());
      this.box.setAttribute("aria-hidden", "true");
      L.DomEvent.disableClickPropagation(this.box).disableScrollPropagation(this.box);
      this.map = this._map();
      this.where = L.rectangle(this._corners(), {
        renderer: drawing.pens, pane: "lines", interactive: false, fill: false, color: "#0b0c0c", weight: 1,
      });
      this._near();
      this._lines();
      drawing.map.on("zoomend moveend", () => this._show());
      drawing.map.on("resize", () => this._fit());
      this._fit();
    }

    _corners() {
      const [west, south, east, north] = this.drawing.london;
      return [[south, west], [north, east]];
    }

    _map() {
      const still = {
        attributionControl: false, zoomControl: false, dragging: false, scrollWheelZoom: false,
        doubleClickZoom: false, boxZoom: false, keyboard: false, touchZoom: false, zoomSnap: 0,
        zoomAnimation: false, fadeAnimation: false,
      };
      const map = L.map(this.box, still);
      this._look(map);
      [["insetFills", 400], ["insetLines", 410], ["names", 420]].forEach(([name, level]) => {
        map.createPane(name).style.zIndex = level;
        if (name !== "insetFills") map.getPane(name).style.pointerEvents = "none";
      });
      map.getContainer().removeAttribute("tabindex");
      map.on("click", () => this.drawing._press(""));
      return map;
    }

    /* Only blocks that can be seen in the box are drawn in it. */
    _near() {
      const seen = L.latLngBounds(this._corners()).pad(0.4);
      const fills = new this.drawing.fills.constructor({ pane: "insetFills", padding: 0 });
      this.blocks = this.drawing.blocks.flatMap((block, number) => {
        if (!seen.intersects(block.getBounds())) return [];
        const twin = new FootprintShapes.Area(block.getLatLngs(), { ...block.options, pane: "insetFills", renderer: fills });
        twin.on("mouseover mousemove", (event) => this._over(number, event.containerPoint));
        twin.on("mouseout", () => this.drawing._out());
        twin.on("click", () => this.drawing._press(this.drawing.ids[number]));
        return [[block, twin.addTo(this.map), number]];
      });
      this.seen = new Set(this.drawing.arcs.filter((arc) => seen.intersects(FootprintShapes.edges(arc))).map((arc) => arc[0]));
    }

    _lines() {
      const pens = L.canvas({ pane: "insetLines", padding: 0 });
      this.lines = {};
      Object.entries(this.drawing.drawn).forEach(([name, { options }]) => {
        this.lines[name] = new FootprintShapes.Line([], { ...options, pane: "insetLines", renderer: pens }).addTo(this.map);
      });
    }

    /* Looks at London, where it does not yet: all there is would be worked out anew. */
    _look(map) {
      const size = String(map.getSize());
      if (size === this.fitted) return;
      this.fitted = size;
      map.fitBounds(this._corners(), { animate: false });
    }

    /* The page's stylesheet decides how large the box is, so it may change with the window. */
    _fit() {
      this.map.invalidateSize({ animate: false });
      this._look(this.map);
      this._show();
    }

    /* Hidden where the map itself is that close, by people, beside other maps, and where there is no
       room. */
    _show() {
      const { map, ground } = this.drawing;
      const [low, high] = this._corners().map((corner) => map.latLngToContainerPoint(corner));
      const hidden = this.drawing.crowded || ground !== "land" || high.x - low.x > CLOSE || map.getSize().x < NARROWEST;
      if (hidden === this.hidden) return;
      this.hidden = hidden;
      this.box.classList.toggle("away", hidden);
      if (hidden) this.where.remove();
      else this.where.addTo(map);
      if (!hidden) this._fit();
    }

    paint() {
      this._show();
      if (this.drawing.crowded || this.drawing.ground !== "land") return;
      this.blocks.forEach(([block, twin]) => {
        const { fillColor, color, pattern } = block.options;
        if (twin.options.fillColor !== fillColor || twin.options.pattern !== pattern) {
          twin.setStyle({ fillColor, color, pattern });
        }
      });
      this.draw(Object.keys(this.lines));
    }

    draw(names) {
      names.forEach((name) => {
        const lines = this.drawing.drawn[name].getLatLngs();
        this.lines[name].setLatLngs(lines.filter((line) => this.seen.has(line[0])));
      });
    }

    /* Writes the names of the areas whose middles are in the box, and returns those areas. */
    name() {
      if (this.names) this.names.remove();
      this.names = L.layerGroup().addTo(this.map);
      if (this.hidden) return new Set();
      const scale = 1 / this._metresPerPixel();
      const bounds = this.map.getBounds();
      const taken = [];
      const marks = FootprintFrames.marked(this.drawing, this.blocks.map(([, twin, number]) => [twin, number]));
      const { areas, frames } = this.drawing;
      const here = [...areas, ...frames].filter((area) => area.at && bounds.contains(area.at));
      return new Set(
        here.filter((area) => this._nameOne(area, area.room * scale, taken, area.frame === undefined ? [] : marks))
      );
    }

    _metresPerPixel() {
      return this.map.distance(this.map.containerPointToLatLng([0, 50]), this.map.containerPointToLatLng([100, 50])) / 100;
    }

    /* A name is tried in three widths; here it may reach over its borders a little. */
    _nameOne(area, room, taken, marks) {
      for (const widest of [46, 64, 90]) {
        const rows = this.drawing._rows(area.short, widest / SMALLER);
        const at = this._spots(area, room).find((spot) => {
          const box = this._box(area, rows, spot);
          return this._fits(box, room, taken) && !FootprintFrames.covers(box, marks);
        });
        if (at) {
          taken.push(this._box(area, rows, at));
          this.drawing._write({ ...area, at: this.map.containerPointToLatLng(at) }, rows, area.value, this.names);
          return true;
        }
      }
      return false;
    }

    /* The middle of an area, and places round it. */
    _spots(area, room) {
      const { x, y } = this.map.latLngToContainerPoint(area.at);
      const steps = [0, -0.4, 0.4, -0.8, 0.8];
      const all = steps.flatMap((across) => steps.map((down) => [across, down]));
      all.sort((one, other) => Math.hypot(...one) - Math.hypot(...other));
      return all.map(([across, down]) => [x + across * room, y + down * room]);
    }

    _box(area, rows, [x, y]) {
      const words = area.value ? [...rows, area.value] : rows;
      const wide = SMALLER * Math.max(...words.map((row) => this.drawing.letters.width(row)));
      const tall = this.drawing.letters.row(10) * words.length;
      return [x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2];
    }

    _fits([left, top, right, bottom], room, taken) {
      const { x, y } = this.map.getSize();
      const inside = left > 0 && top > 0 && right < x && bottom < y;
      const apart = taken.every((b) => left >= b[2] || b[0] >= right || top >= b[3] || b[1] >= bottom);
      return inside && apart && right - left < 5 * room && bottom - top < 5 * room;
    }

    _over(number, { x, y }) {
      const area = this.drawing.owner[number];
      this.drawing._lift(area);
      this.drawing._tellOf(area, { x: this.box.offsetLeft + x, y: this.box.offsetTop + y });
    }
  }

  window.FootprintInset = FootprintInset;
})();
