/* The browser's half of the map: the blocks' arcs arrive once, then every change is paint. */
(function () {
  "use strict";

  const LINE = { ink: "#14283c", casing: "#ffffff", coast: "#52697f" };
  const COAST = -1;
  const TAKES = "Space takes one, Shift with an arrow takes each on the way, L is a lasso, M moves what is taken";
  const FLOW_MS = 500;
  /* How long a press waits for a second one, which zooms and chooses nothing. */
  const PRESS_MS = 250;
  /* A map that is moved while it moves ends more than once; it rests when nothing follows. */
  const REST_MS = 80;
  /* How much is drawn beyond the frame, as a part of its size, to be there when the map is dragged. */
  const BEYOND = 0.3;
  /* A middle is rounded to whole pixels, once for every size that a map had. */
  const NEAR_PX = 4;
  /* How often names are set anew for a leader that runs through one. */
  const TRIES = 4;
  const TAPPED = window.matchMedia("(hover: none)").matches;
  const STILL = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  /* A page that stands on its own holds its geometry; the app gives the address of a file. */
  function geometryFrom(source) {
    return typeof source === "string" ? fetchedOnce(source) : Promise.resolve(source);
  }

  /* The app's own window fetches for all maps, so that what was fetched outlives this frame. Within
     another page each map fetches for itself. */
  function fetchedOnce(url) {
    const absolute = new URL(url, window.location.href).href;
    const shared = window.parent.footprintFetched;
    return shared ? shared(absolute) : fetch(absolute).then((answer) => answer.json());
  }

  /* TopoJSON, but that the points of an arc stand in one row: x, y and then the way to the next. */
  function arcsFrom({ arcs, transform: { scale, translate } }) {
    return arcs.map((row) => {
      const arc = [];
      let x = 0;
      let y = 0;
      for (let i = 0; i < row.length; i += 2) {
        x += row[i];
        y += row[i + 1];
        arc.push(L.latLng(y * scale[1] + translate[1], x * scale[0] + translate[0]));
      }
      return arc;
    });
  }

  /* For each arc the blocks on its two sides, by place in the list; COAST where there is none. */
  function sidesOf(geometries, arcs) {
    const sides = arcs.map(() => []);
    geometries.forEach((block, place) => {
      block.arcs.flat(2).forEach((n) => sides[n < 0 ? ~n : n].push(place));
    });
    return sides.map(([one, other = COAST]) => [one, other]);
  }

  function ringFrom(numbers, arcs) {
    const ring = [];
    numbers.forEach((n) => {
      const arc = n >= 0 ? arcs[n] : arcs[~n].slice().reverse();
      for (let i = 0; i < arc.length - 1; i += 1) ring.push(arc[i]);
    });
    return ring;
  }

  /* The places of all points of all arcs in one row: latitude, longitude, latitude, ... */
  function placesOf(arcs) {
    const places = new Float64Array(2 * arcs.reduce((sum, arc) => sum + arc.length, 0));
    let n = 0;
    arcs.forEach((arc) =>
      arc.forEach(({ lat, lng }) => {
        places[n] = lat;
        places[n + 1] = lng;
        n += 2;
      })
    );
    return places;
  }

  /* The stylesheets lay a map out; before they arrive it does not know its size. */
  function styled() {
    const links = [...document.querySelectorAll("link[rel=stylesheet]")].filter((link) => !link.sheet);
    return Promise.all(
      links.map((link) => new Promise((done) => ["load", "error"].forEach((end) => link.addEventListener(end, done))))
    );
  }

  function tile(draw) {
    const sheet = document.createElement("canvas");
    sheet.width = sheet.height = 8;
    draw(sheet.getContext("2d"));
    return sheet;
  }

  function hatched(foot, head) {
    return tile((pen) => {
      pen.strokeStyle = "rgba(20, 40, 60, 0.55)";
      pen.lineWidth = 1.4;
      pen.beginPath();
      [-8, 0, 8].forEach((start) => {
        pen.moveTo(start, foot);
        pen.lineTo(start + 8, head);
      });
      pen.stroke();
    });
  }

  const PATTERNS = {
    hatch: hatched(8, 0),
    falling: hatched(0, 8),
    dotted: tile((pen) => {
      pen.fillStyle = "rgba(20, 40, 60, 0.45)";
      pen.fillRect(1, 1, 1.5, 1.5);
      pen.fillRect(5, 5, 1.5, 1.5);
    }),
  };

  /* Whether white words can be read better on a colour than black ones, by the contrast of WCAG. */
  function isDark(fill) {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(fill.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    return 1.05 / light > light / 0.05;
  }

  const PatternCanvas = L.Canvas.extend({
    /* Leaflet looks no oftener than every 32 ms; without a last look, a quick pointer is told of
       where it was on its way. */
    _onMouseMove: function (event) {
      L.Canvas.prototype._onMouseMove.call(this, event);
      window.clearTimeout(this._lastLook);
      this._lastLook = window.setTimeout(() => L.Canvas.prototype._onMouseMove.call(this, event), 40);
    },

    _handleMouseOut: function (event) {
      window.clearTimeout(this._lastLook);
      L.Canvas.prototype._handleMouseOut.call(this, event);
    },

    _fillStroke: function (context, layer) {
      L.Canvas.prototype._fillStroke.call(this, context, layer);
      const { pattern } = layer.options;
      if (!pattern) return;
      context.globalAlpha = 1;
      context.fillStyle = context.createPattern(PATTERNS[pattern], "repeat");
      context.fill("evenodd");
    },
  });

  function areasFrom({ areas, words, fills, frames }) {
    return areas.map(([id, name, fill, marks, value, lines, longitude, latitude, room, short = name]) => ({
      id,
      name,
      short,
      fill: fills[fill],
      hatch: Boolean(marks & 1),
      dashed: Boolean(marks & 2),
      dotted: Boolean(marks & 4),
      falling: Boolean(marks & 8),
      value: words[value],
      lines: lines.map((parts) => parts.map((part) => words[part]).join(": ")),
      at: room === undefined ? null : L.latLng(latitude, longitude),
      room,
      within: Boolean(frames),
    }));
  }

  class FootprintMap {
    constructor(map, source) {
      this.map = map;
      this.areas = [];
      this.seen = null;
      this.hovered = -1;
      this.clicked = null;
      this.chosen = -1;
      this.pressed = null;
      this.ground = "land";
      this.grounds = {};
      this._stayPut(map.getContainer());
      this._panes();
      this._controls();
      this.ready = Promise.all([geometryFrom(source), styled()]).then(
        ([topology]) => this._build(topology),
        () => this._say("The outlines did not arrive. Reload the page. The table holds the same figures.")
      );
    }

    /* Everything that changes comes through here: which footprint each block belongs to, and
       how each footprint looks and reads. Returns when it is on the map. */
    paint(message) {
      this.asked = message;
      return Promise.all([this.ready, this.arrived(message)]).then(() => {
        if (!this.blocks || this.asked !== message) return;
        const before = this.told;
        this._paint(message);
        FootprintSaid.changed(before, this.told);
      });
    }

    /* The arcs of another ground are had when a map first stands on it. */
    arrived({ ground, arcs }) {
      if (!arcs || this.grounds[ground]) return Promise.resolve();
      return geometryFrom(arcs).then(
        (topology) => (this.grounds[ground] = placesOf(arcsFrom(topology))),
        () => this._say("The map by people did not arrive, so this is the land. Reload the page.")
      );
    }

    /* Leaflet focuses the map when it is pressed. Without this the page would jump to show all
       of the map, and the press would end somewhere else than it began. */
    _stayPut(box) {
      box.focus = () => HTMLElement.prototype.focus.call(box, { preventScroll: true });
    }

    _panes() {
      [["fills", 400], ["lines", 410], ["names", 420]].forEach(([name, level]) => {
        const pane = this.map.createPane(name);
        pane.style.zIndex = level;
        if (name !== "fills") pane.style.pointerEvents = "none";
      });
      this.fills = new PatternCanvas({ pane: "fills", padding: BEYOND });
      this.pens = L.canvas({ pane: "lines", padding: BEYOND });
    }

    _controls() {
      this.map.attributionControl.setPrefix(false);
      this.map.attributionControl.addAttribution(
        "Source: ONS, OGL v3.0. Contains OS data © Crown copyright and database right 2023-2026"
      );
      this.scale = L.control.scale({ position: "bottomright", maxWidth: 110 }).addTo(this.map);
      const home = L.control({ position: "topleft" });
      home.onAdd = () => this._homeButtons();
      home.addTo(this.map);
      this.map.on("moveend viewreset", () => this._reach());
      // The first paint names everything once it is drawn.
      this.map.on("zoomend viewreset", () => this.seen !== null && !this.refitting && this._name());
      FootprintNames.follow(this);
      FootprintHands.follow(this.map);
      this.map.on("click", () => this._press(""));
      this.map.on("dblclick", () => this._release());
      this.map.on("movestart zoomstart", () => {
        window.clearTimeout(this.resting);
        this.tip.hide();
      });
      this.map.on("moveend", () => {
        window.clearTimeout(this.resting);
        this.resting = window.setTimeout(() => this._keep(), REST_MS);
        this._stayTold();
      });
      this.tip = new FootprintTip(this.map.getContainer());
      this.map.getContainer().addEventListener("wheel", () => this.tip.hide(), { capture: true, passive: true });
      this.keys = new FootprintKeys(this);
      this._onEscape(() => this.tip.send());
    }

    /* Where all of England is in the frame there is nothing beyond it to draw. */
    _reach() {
      if (!this.home) return;
      const [west, south, east, north] = this.home;
      const whole = this.map.getBounds().contains([[south, west], [north, east]]);
      [this.fills, this.pens].forEach(({ options }) => (options.padding = whole ? 0 : BEYOND));
    }

    /* The pointer may be on the map while the keyboard is on the page around it. */
    _onEscape(act) {
      const gone = new AbortController();
      const heard = ({ key }) => key === "Escape" && act();
      new Set([window, window.parent]).forEach((where) => {
        where.addEventListener("keydown", heard, { signal: gone.signal });
      });
      window.addEventListener("pagehide", () => gone.abort());
    }

    /* England can't be lost: the middle of the map stays over it. */
    _keep() {
      if (this.home) FootprintHands.keep(this.map, this.home);
    }

    _homeButtons() {
      const box = L.DomUtil.create("div", "leaflet-bar footprint-home");
      [["England", () => this.home], ["London", () => this.london]].forEach(([word, where]) => {
        this._button(box, word, where).setAttribute("aria-label", "Show " + word);
      });
      this.closer = this._button(box, "Zoom to it", () => this._edges(this.chosen));
      this.closer.hidden = true;
      L.DomEvent.disableClickPropagation(box);
      return box;
    }

    _button(box, words, where) {
      const button = L.DomUtil.create("button", "", box);
      button.type = "button";
      button.textContent = words;
      L.DomEvent.on(button, "click", () => this._go(where()));
      return button;
    }

    _say(words) {
      const note = L.DomUtil.create("p", "footprint-note", this.map.getContainer());
      note.setAttribute("role", "alert");
      note.textContent = words;
    }

    _build(topology) {
      const { geometries } = topology.objects.blocks;
      this.map.invalidateSize({ animate: false });
      this.ids = geometries.map((block) => block.id);
      this.arcs = arcsFrom(topology);
      this.sides = sidesOf(geometries, this.arcs);
      this.rings = geometries.map((block) => block.arcs);
      this.blocks = geometries.map((block, number) => {
        const shape = block.arcs.map((rings) => rings.map((ring) => ringFrom(ring, this.arcs)));
        return new FootprintShapes.Area(shape, {
          renderer: this.fills,
          pane: "fills",
          smoothFactor: 0.6,
          weight: 1.1,
          fillOpacity: 1,
          bubblingMouseEvents: false,
        })
          .on("mouseover mousemove", (event) => this._over(number, event.latlng))
          .on("mouseout", () => this._out())
          .on("click", () => this._press(this.ids[number]));
      });
      const pen = (color, weight, dashArray) =>
        new FootprintShapes.Line([], {
          renderer: this.pens,
          pane: "lines",
          interactive: false,
          smoothFactor: 0.6,
          color,
          weight,
          dashArray,
        });
      this.drawn = {
        coast: pen(LINE.coast, 0.6),
        fine: pen("#7b8c9b", 0.7),
        inner: pen(LINE.ink, 1, "4 3"),
        outerCasing: pen(LINE.casing, 3),
        outer: pen(LINE.ink, 1.1),
        cluster: pen(LINE.ink, 2.4),
        hoverCasing: pen(LINE.casing, 5),
        hover: pen(LINE.ink, 2.4),
        hoverCoast: pen(LINE.ink, 1.4),
        placeCasing: pen(LINE.casing, 4.5),
        place: pen("#0b0c0c", 2.2, "2 4"),
        placeCoast: pen("#0b0c0c", 2.2, "2 4"),
        chosenCasing: pen("#ffdd00", 6.5),
        chosen: pen("#0b0c0c", 2.6),
        chosenCoast: pen("#0b0c0c", 1.6),
      };
      this.letters = new FootprintLetters(this.map.getContainer(), () => this.seen !== null && this._name());
    }

    _paint(message) {
      const first = this.seen === null;
      this._sized();
      this.areas = areasFrom(message);
      this.frames = FootprintFrames.from(message);
      this.owner = message.owner;
      this.frame = message.frame || message.owner;
      this.home = message.home;
      this.london = message.london;
      this.selected = message.selected;
      const moves = this._moves(message, first);
      this._take(message.units);
      this._stand(message, first, () => moves && this._go(message.focus, first));
      this._fill();
      this._outline(this.frame, message.bodies || [], message.clusters || []);
      this._show(this.selected);
      this.placed = new Set(message.place);
      this._mention(this.placed, message.changed || []);
      if (first) this._everything().forEach((layer) => layer.addTo(this.map));
      if (!this.flowing) this._furnish();
      this._describe(message);
      this._name();
      this._out();
      this._stayTold();
      this.seen = String(message.focus);
      this.told = { title: message.title, summary: message.summary, chosen: this.areas[this.selected] };
      this.map.getContainer().dataset.painted = message.stamp;
    }

    /* Leaflet follows the size of its box by itself, where nothing else does. */
    _sized() {}

    /* Where what a press takes is smaller than an area, many can be taken at once. A page that takes
       none may follow one that did, in the same frame. */
    _take(units) {
      if (units && !this.taker) this.taker = new FootprintTake(this);
      if (this.taker) this.taker.paint(units);
      this.take = units ? this.taker : null;
    }

    /* What is in the frame besides the map itself: London, which on land alone is too small. */
    _furnish() {
      if (this.ground === "land" && !this.inset && !this.crowded) this.inset = new FootprintInset(this);
      if (this.inset) this.inset.paint();
    }

    _fill() {
      this.blocks.forEach((block, number) => {
        const area = this.areas[this.owner[number]];
        const { fill } = area;
        const pattern = Object.keys(PATTERNS).find((name) => area[name]) || "";
        if (block.options.fillColor !== fill || block.options.pattern !== pattern) {
          block.setStyle({ fillColor: fill, color: fill, pattern });
        }
      });
    }

    /* Thick lines part footprints. Where the areas are authorities, thin lines part those; where
       they are bodies, thicker ones go round clusters, and dashes part bodies inside one. */
    _outline(frame, bodies, clusters) {
      const dashed = this.areas.map((area) => area.dashed);
      const units = this.take ? this.take.units.of : this.owner;
      const drawn = JSON.stringify([frame, this.owner, dashed, bodies, clusters, units]);
      if (drawn === this.outlined) return;
      this.outlined = drawn;
      const sets = { coast: [], fine: [], inner: [], outer: [], cluster: [] };
      this.sides.forEach(([one, other], n) => {
        if (other === COAST) sets.coast.push(this.arcs[n]);
        else if (clusters[one] !== clusters[other]) sets.cluster.push(this.arcs[n]);
        else if (frame[one] !== frame[other]) sets.outer.push(this.arcs[n]);
        else if (this.owner[one] !== this.owner[other]) sets.fine.push(this.arcs[n]);
        else if (dashed[this.owner[one]] && bodies[one] !== bodies[other]) sets.inner.push(this.arcs[n]);
        else if (units[one] !== units[other]) sets.fine.push(this.arcs[n]);
      });
      Object.keys(sets).forEach((name) => this.drawn[name].setLatLngs(sets[name]));
      this.drawn.outerCasing.setLatLngs([...sets.outer, ...sets.cluster]);
    }

    /* What was looked for and what changed have outlines alike; where they meet, one line. */
    _mention(place, changed) {
      this._boundary("place", (block) => (place.has(block) ? -1 : changed[block] || 0));
    }

    /* The boundary of one area: arcs with the area on one side only. */
    _ring(name, area) {
      this._boundary(name, (block) => this.owner[block] === area);
    }

    _boundary(name, inside) {
      const land = [];
      const coast = [];
      this.sides.forEach(([one, other], n) => {
        if (other === COAST) {
          if (inside(one)) coast.push(this.arcs[n]);
        } else if (inside(one) !== inside(other)) land.push(this.arcs[n]);
      });
      this.drawn[name + "Casing"].setLatLngs(land);
      this.drawn[name].setLatLngs(land);
      this.drawn[name + "Coast"].setLatLngs(coast);
      if (this.inset) this.inset.draw([name + "Casing", name, name + "Coast"]);
    }

    /* On another ground the areas flow there, and only then does the map go where the view points;
       lengths mean something on land alone. */
    _stand({ ground = "land", sizes }, first, then) {
      const places = this.grounds[ground];
      const same = ground === this.ground;
      this.ground = ground;
      // What first flows away is the land; until then nobody asks where its points were.
      if (!same && !this.grounds.land) this.grounds.land = placesOf(this.arcs);
      if (!same) this._explain(sizes);
      if (same || !places) then();
      else this._flow(places, first || STILL ? 0 : FLOW_MS, then);
    }

    /* By people lengths mean nothing; what sizes mean stands, with the land itself, small, in
       the corner no area comes near. */
    _explain(sizes) {
      if (this.sizes) this.sizes.remove();
      this.small = null;
      if (!sizes) return this.scale.addTo(this.map);
      this.scale.remove();
      this.sizes = L.control({ position: "topright" });
      this.sizes.onAdd = () => {
        const box = L.DomUtil.create("div", "footprint-sizes");
        L.DomUtil.create("p", "", box).textContent = sizes;
        this.small = new FootprintLand(this, box);
        return box;
      };
      return this.sizes.addTo(this.map);
    }

    /* Points correspond one to one, and everything drawn is made of the same ones. */
    _flow(places, lasts, then) {
      const points = this.arcs.flat();
      const from = placesOf(this.arcs);
      const begun = performance.now();
      const names = this.map.getPane("names").style;
      const step = () => {
        if (this.flowing !== step) return;
        const share = lasts ? Math.min((performance.now() - begun) / lasts, 1) : 1;
        const eased = share * share * (3 - 2 * share);
        points.forEach((point, n) => {
          point.lat = (1 - eased) * from[2 * n] + eased * places[2 * n];
          point.lng = (1 - eased) * from[2 * n + 1] + eased * places[2 * n + 1];
        });
        this._everything().forEach((shape) => shape.redraw());
        if (share < 1) return requestAnimationFrame(step);
        // A shape that is given its own points works out anew where it ends.
        this._everything().forEach((shape) => shape.setLatLngs(shape.getLatLngs()));
        names.visibility = "";
        this.flowing = null;
        this.profile = null;
        then();
        this._furnish();
        this._name();
      };
      this.flowing = step;
      names.visibility = "hidden";
      step();
    }

    _everything() {
      return [...this.blocks, ...Object.values(this.drawn)];
    }

    _describe(message) {
      if (window.frameElement) window.frameElement.title = message.title;
      const box = this.map.getContainer();
      box.setAttribute("role", "application");
      box.setAttribute("aria-roledescription", "map");
      box.setAttribute(
        "aria-label",
        `${message.title}. ${message.summary} Arrow keys go from area to area, ${this.take ? TAKES : "Enter chooses"}, plus and minus zoom.`
      );
    }

    /* The map goes where the view points, unless the reader pointed there on this very map. */
    _moves(message, first) {
      const pointedHere = this.clicked !== null && this.clicked === this.selected;
      this.clicked = null;
      return first || (String(message.focus) !== this.seen && !pointedHere);
    }

    _go([west, south, east, north], atOnce) {
      const corners = [[south, west], [north, east]];
      const aside = String([west, south, east, north]) === String(this.home) ? FootprintNames.aside(this.map, corners) : 0;
      const move = {
        paddingTopLeft: [14, 14],
        paddingBottomRight: [14 + aside, 14],
        maxZoom: 11,
        animate: !atOnce && !STILL,
        duration: 0.5,
      };
      this.gone = [[west, south, east, north], this.map._getBoundsCenterZoom(L.latLngBounds(corners), move)];
      if (atOnce || STILL) this.map.fitBounds(corners, move);
      else this.map.flyToBounds(corners, move);
    }

    /* A map of another size shows the same place as well as it can, unless the reader moved it. Its
       names follow a moment later, for as often as not it is about to be painted. */
    _refit() {
      const corners = this._sent();
      if (!corners) return;
      this.refitting = true;
      this._go(corners, true);
      this.refitting = false;
    }

    /* The corners it was sent to, unless the reader moved it since. */
    _sent() {
      if (!this.gone) return null;
      const [corners, { center, zoom }] = this.gone;
      const off = this.map.project(center).distanceTo(this.map.project(this.map.getCenter()));
      return Math.abs(this.map.getZoom() - zoom) < 0.01 && off < NEAR_PX ? corners : null;
    }

    _over(number, where) {
      if (this.take) return this._overUnit(number, where);
      const area = this.owner[number];
      this._lift(area);
      this._tellOf(area, this.map.latLngToContainerPoint(where));
    }

    _overUnit(number, where) {
      const [unit, words] = this.take.words(number);
      if (unit !== this.unit) this.take.ring(number);
      this.unit = unit;
      this.tip.show(unit, words, this.map.latLngToContainerPoint(where));
    }

    _lift(area) {
      if (area === this.hovered) return;
      this.hovered = area;
      this._ring("hover", area);
      if (this.small) this.small.light(area);
      this._point(area);
    }

    /* The page around it may show the same area elsewhere. */
    _point(area) {
      const page = window.parent;
      const detail = area < 0 ? "" : this.areas[area].id;
      page.document.dispatchEvent(new page.CustomEvent("footprint-pointed", { detail }));
    }

    /* Lifts an area that is pointed at elsewhere, by its code; "" lifts none. */
    light(id) {
      if (this.drawn) this._lift(id ? this.areas.findIndex((area) => area.id === id) : -1);
    }

    /* Chooses an area that is pressed elsewhere, by its code, and leaves the zoom alone. */
    choose(id) {
      const area = this.drawn ? this.areas.findIndex((one) => one.id === id) : -1;
      if (area >= 0) this._choose(this.ids[this.owner.indexOf(area)]);
    }

    _tellOf(area, point) {
      const { name, lines } = this.areas[area];
      this.tip.show(area, [name, ...lines], point);
    }

    /* Where nothing hovers, what is chosen keeps its words on the map. */
    _stayTold() {
      const area = TAPPED && this.areas[this.chosen];
      if (area && area.at) this._tellOf(this.chosen, this.map.latLngToContainerPoint(area.at));
    }

    _out() {
      this.tip.hide();
      this._lift(-1);
      this.unit = null;
      if (this.take) this.take.ring(-1);
    }

    /* A press is shown at once, and holds if no second one follows on the same place. */
    _press(block) {
      const [before, again] = [this.pressed, this.pressed && this.pressed.block === block];
      if (before) window.clearTimeout(before.waits);
      if (before && !again) this._choose(before.block);
      const number = this.ids ? this.ids.indexOf(block) : -1;
      if (this.drawn) this._ring("chosen", number < 0 ? -1 : this.owner[number]);
      this.pressed = { block, waits: window.setTimeout(() => this._choose(block), PRESS_MS) };
    }

    _release() {
      if (!this.pressed) return;
      window.clearTimeout(this.pressed.waits);
      this.pressed = null;
      this._ring("chosen", this.chosen);
    }

    _choose(block) {
      this.pressed = null;
      this._mark(block);
      this._tell(block);
    }

    /* What is chosen has its ring, and one press that goes there. */
    _show(area) {
      this.chosen = area;
      this.closer.hidden = area < 0;
      if (area >= 0) this.closer.setAttribute("aria-label", `Zoom to it: ${this.areas[area].name}`);
      this._ring("chosen", area);
    }

    _edges(area) {
      const land = this.blocks.filter((block, number) => this.owner[number] === area);
      const edges = L.featureGroup(land).getBounds();
      return [edges.getWest(), edges.getSouth(), edges.getEast(), edges.getNorth()];
    }

    /* Chooses an area by its place in the list, and goes there; -1 chooses none. */
    find(area) {
      this._choose(this.ids[this.owner.indexOf(area)] || "");
      if (this.owner.includes(area)) this._go(this._edges(area));
    }

    /* The same block may lie in another footprint on the map beside it; each says its own. */
    _mark(block) {
      if (!this.drawn || !this.owner) return;
      const number = this.ids.indexOf(block);
      this.clicked = number < 0 ? -1 : this.owner[number];
      this._show(this.clicked);
      this.map.fire("chosen", { area: this.clicked, block });
    }

    /* A click is told with its time, so that the same place can be chosen twice. Outside the app
       there is nobody to tell. */
    _tell(block) {
      if (!window.Streamlit) return;
      const told = block + "#" + Date.now();
      const page = window.__GLOBAL_DATA__;
      page.last_object_clicked_tooltip = told;
      page.previous_data = { last_object_clicked_tooltip: told };
      window.Streamlit.setComponentValue(page.previous_data);
    }

    /* Names stand where they have room: the roomiest first, none on top of another. Leaders are
       known once all stand: a footprint's name that one runs through looks for another place. */
    _name() {
      if (!this.areas.length) return;
      const view = [this.map.getZoom(), this.map.getCenter(), this.map.getSize()].join();
      const kept = this.off && this.off.areas === this.areas && this.off.view === view;
      if (!kept) this.off = { areas: this.areas, view, paths: [] };
      for (let tries = 0; tries < TRIES; tries += 1) {
        this._nameOff(this.off.paths);
        const now = FootprintNames.paths(this);
        if (!FootprintFrames.crossed(this, now).length) return;
        if (tries === TRIES - 1) FootprintFrames.drop(this, now);
        else this.off.paths = [...this.off.paths, ...now];
      }
    }

    _nameOff(paths) {
      if (this.names) this.names.remove();
      this.names = L.layerGroup().addTo(this.map);
      const taken = FootprintNames.covered(this);
      const metres = this._metresPerPixel();
      const named = this.inset ? this.inset.name() : new Set();
      const waiting = this.areas
        .filter((area) => area.at && !named.has(area))
        .sort((one, other) => other.room - one.room)
        .filter((area) => !this._nameOne(area, area.room / metres, taken));
      waiting.push(...FootprintFrames.name(this, named, taken, paths));
      this.beside = [];
      const over = FootprintNames.beside(this, waiting, taken);
      taken.push(...FootprintNames.paths(this));
      over
        .filter((area) => area.frame === undefined)
        .filter((area) => !this._nameOne(area, area.room / metres, taken, { last: true }))
        .forEach((area) => FootprintNames.inSight(this, area, taken));
      if (this.take) this.take.name(metres, taken);
    }

    _metresPerPixel() {
      const size = this.map.getSize();
      const middle = this.map.containerPointToLatLng([size.x / 2, size.y / 2]);
      const beside = this.map.containerPointToLatLng([size.x / 2 + 100, size.y / 2]);
      return this.map.distance(middle, beside) / 100;
    }

    /* A name is tried with its value first, then alone; says whether it was written. */
    _nameOne(area, room, taken, { last = false, marks = [] } = {}) {
      const rows = this._rows(area.short, Math.max(2.6 * room, 40));
      const at = this.map.latLngToLayerPoint(area.at);
      // Where there is room beside the land, a name on it keeps inside its borders.
      const beside = !last && FootprintNames.roomy(this);
      const snug = beside ? 0.85 : 1;
      const fits = (value) => {
        const width = Math.max(...rows.concat(value).map((row) => this.letters.width(row)));
        const height = this.letters.row() * (rows.length + (value ? 1 : 0));
        const box = [at.x - width / 2, at.y - height / 2, at.x + width / 2, at.y + height / 2];
        const clear = taken.every((b) => box[0] >= b[2] || b[0] >= box[2] || box[1] >= b[3] || b[1] >= box[3]);
        const end = this.map.getSize().subtract([width, height]);
        if (!L.bounds([0, 0], end).contains(this.map.layerPointToContainerPoint(box))) return false;
        if (width > 3.4 * snug * room || height > 2.9 * snug * room || !clear) return false;
        if (FootprintFrames.covers(box, marks)) return false;
        taken.push(box);
        return true;
      };
      const value = area.value && fits(area.value) ? area.value : "";
      if (!value && ((beside && area.value) || !fits(""))) return false;
      this._write(area, rows, value, this.names);
      return true;
    }

    _write(area, rows, value, sheet) {
      const words = document.createElement("div");
      const plated = area.hatch && (area.within || area.frame !== undefined);
      const looks = { "on-dark": isDark(area.fill), fine: area.fine, within: area.within, plated };
      words.className = Object.keys(looks).filter((look) => looks[look]).join(" ");
      rows.forEach((row) => (L.DomUtil.create("span", "", words).textContent = row));
      if (value) L.DomUtil.create("b", "", words).textContent = value;
      L.marker(area.at, {
        pane: "names",
        interactive: false,
        keyboard: false,
        icon: L.divIcon({ className: "footprint-name", html: words, iconSize: [0, 0] }),
      }).addTo(sheet);
    }

    _rows(name, wide) {
      const rows = [];
      name.split(" ").forEach((word) => {
        const longer = rows.length ? rows[rows.length - 1] + " " + word : word;
        if (rows.length && this.letters.width(longer) <= wide) rows[rows.length - 1] = longer;
        else rows.push(word);
      });
      return rows;
    }
  }

  FootprintMap.STILL = STILL;
  window.FootprintMap = FootprintMap;
})();
