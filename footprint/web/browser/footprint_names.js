/* Names that do not fit on their areas: two columns beside the land, with leaders that never
   cross. Boundary labelling with straight leaders: as short as they can be, none can cross. */
(function () {
  "use strict";

  const STEP = 2; // Pixels in one row of the frame, as columns are reckoned.
  const BETWEEN = 1;
  const SIZES = [11, 10];
  const EDGE = 6;
  const BERTH = 12;
  const NARROWEST = 64;
  const WIDE_ENOUGH = 190;
  /* How far from its line a column reaches at most; what stands further off is in nobody's way. */
  const WIDEST = 220;
  const MOST = 60;
  const SIDES = ["left", "right"];

  /* How much more room to leave on the right: west of England there is sea and Wales to write on. */
  function aside(map, corners) {
    const { x, y } = map.getSize();
    const [one, other] = corners.map((corner) => map.project(corner, 8));
    const wide = ((y - 28) * Math.abs(one.x - other.x)) / Math.abs(one.y - other.y);
    return Math.max(0, Math.min(0.27 * wide, x - 28 - wide));
  }

  /* Names are for the whole country seen at once; closer, each stands on its own land. */
  function roomy(drawing) {
    const size = drawing.map.getSize();
    if (size.x < 460 || drawing.areas.filter((area) => area.at).length > MOST) return false;
    const [west, south, east, north] = drawing.home;
    const low = drawing.map.latLngToContainerPoint([south, west]);
    const high = drawing.map.latLngToContainerPoint([north, east]);
    return low.x > -20 && high.y > -20 && high.x < size.x + 20 && low.y < size.y + 20;
  }

  function follow(drawing) {
    let waiting = 0;
    const soon = () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => drawing._name(), 60);
    };
    drawing.map.on("moveend", soon);
    drawing.legends = new ResizeObserver(soon);
    legendOf(drawing);
  }

  /* The page may lay its legend over the frame, and the next page another one. */
  function legendOf(drawing) {
    const frame = drawing.map.getContainer().ownerDocument === document && window.frameElement;
    const around = frame && frame.closest(".st-key-map");
    const legend = around && around.querySelector(".st-key-legend");
    if (legend && legend !== drawing.legend) {
      drawing.legends.disconnect();
      drawing.legends.observe(legend);
      drawing.legend = legend;
    }
    return legend;
  }

  /* What may not be written on, as left, top, right and bottom in the map's own pixels. */
  function obstacles(drawing) {
    const box = drawing.map.getContainer();
    const { left, top } = box.getBoundingClientRect();
    const boxes = [...box.querySelectorAll(".leaflet-control, .footprint-inset")]
      .map((one) => one.getBoundingClientRect())
      .filter(({ width }) => width)
      .map((one) => [one.left - left, one.top - top, one.right - left, one.bottom - top]);
    const legend = legendOf(drawing);
    if (legend) {
      const [one, frame] = [legend, window.frameElement].map((part) => part.getBoundingClientRect());
      boxes.push([one.left - frame.left, one.top - frame.top, one.right - frame.left, one.bottom - frame.top]);
    }
    return boxes.map(([a, b, c, d]) => [a - 6, b - 6, c + 6, d + 6]);
  }

  function overlap(one, other) {
    return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
  }

  /* The westernmost and easternmost land in each row of the frame; kept while the view stays. */
  function profile(drawing) {
    const { map } = drawing;
    const at = map.latLngToContainerPoint(drawing.arcs[0][0]);
    const view = [map.getZoom(), at.x, at.y, map.getSize()].join();
    if (drawing.profile && drawing.profile.view === view) return drawing.profile;
    const rows = Math.ceil(map.getSize().y / STEP) + 1;
    const found = { view, west: new Array(rows).fill(Infinity), east: new Array(rows).fill(-Infinity) };
    const spot = FootprintShapes.framing(map);
    drawing.sides.forEach(([, other], n) => {
      if (other < 0) along(drawing.arcs[n].map(spot), found);
    });
    return (drawing.profile = found);
  }

  function along(coast, { west, east }) {
    let last = null;
    coast.forEach(({ x, y }) => {
      const row = Math.floor(y / STEP);
      const [low, high] = last === null ? [row, row] : [Math.min(row, last), Math.max(row, last)];
      for (let n = Math.max(0, low); n <= high && n < west.length; n += 1) {
        west[n] = Math.min(west[n], x);
        east[n] = Math.max(east[n], x);
      }
      last = row;
    });
  }

  /* A column: the line its leaders begin at, how wide it is, and which rows are free. The best
     has the most room to write in. */
  function column(side, land, taken, width) {
    const left = side === "left";
    const ends = land.west.map((west, row) => (left ? west - BERTH : land.east[row] + BERTH));
    const rows = ends.map((_, row) => taken.filter((box) => row * STEP < box[3] && box[1] < row * STEP + STEP));
    let best = { side, line: left ? 0 : width, wide: 0, free: [], score: 0 };
    for (let line = EDGE + NARROWEST; line < width - EDGE - NARROWEST; line += 6) {
      const wide = Math.min((left ? line : width - line) - EDGE, WIDEST);
      const [from, to] = left ? [line - wide, line] : [line, line + wide];
      const clear = rows.map((boxes) => !boxes.some((box) => from < box[2] && box[0] < to));
      const free = longest(ends.map((end, row) => clear[row] && (left ? line < end : line > end)));
      const score = free.filter(Boolean).length * Math.min(wide, WIDE_ENOUGH);
      // Of as much room elsewhere, that beside the land has the shortest leaders.
      if (score > best.score || (left && score === best.score)) best = { side, line, wide, free, score };
    }
    return best;
  }

  /* Only the longest run of free rows: a leader to a corner far away is hard to follow. */
  function longest(free) {
    let best = [0, 0];
    let start = 0;
    free.forEach((row, n) => {
      if (!row) start = n + 1;
      else if (n + 1 - start > best[1] - best[0]) best = [start, n + 1];
    });
    return free.map((row, n) => n >= best[0] && n < best[1]);
  }

  /* A name set for a column in letters of a size, its value on its last line if there is room. */
  function set(drawing, area, wide, { size, plain }) {
    const width = (words) => (drawing.letters.width(words) * size) / SIZES[0];
    const rows = drawing._rows(area.short, (wide * SIZES[0]) / size).map((row) => [row, ""]);
    if (area.value && !plain.has(area)) {
      const last = rows[rows.length - 1];
      if (width(`${last[0]} ${area.value}`) <= wide) last[1] = area.value;
      else rows.push(["", area.value]);
    }
    const widest = Math.max(...rows.map((row) => width(row.filter(Boolean).join(" "))));
    const height = Math.ceil((rows.length * drawing.letters.row(size) + BETWEEN) / STEP) * STEP;
    return { area, rows, size, width: widest, height };
  }

  /* Stacks labels in their order so that they move as little as possible from their areas: exact,
     by the cheapest place of the last label for each row. Null where they do not fit. */
  function stacked(labels, { free }) {
    let costs = new Array(free.length + 1).fill(0);
    const chosen = [];
    labels.forEach(({ height, site }) => {
      const tall = Math.ceil(height / STEP);
      const next = new Array(free.length + 1).fill(Infinity);
      const starts = new Array(free.length + 1).fill(-1);
      let run = 0;
      for (let end = 1; end <= free.length; end += 1) {
        run = free[end - 1] ? run + 1 : 0;
        const start = end - tall;
        const cost = run >= tall ? costs[start] + Math.abs((start + tall / 2) * STEP - site.y) : Infinity;
        const stays = next[end - 1] <= cost;
        next[end] = stays ? next[end - 1] : cost;
        starts[end] = stays ? starts[end - 1] : start;
      }
      chosen.push(starts);
      costs = next;
    });
    if (costs[free.length] === Infinity) return null;
    let end = free.length;
    return labels
      .map((label, n) => ({ ...label, n }))
      .reverse()
      .map((label) => {
        end = chosen[label.n][end];
        return { ...label, top: end * STEP };
      })
      .reverse();
  }

  function withLeader(label, { side, line }) {
    const left = side === "left";
    const middle = label.top + (label.height - BETWEEN) / 2;
    const edge = left ? line - label.width : line;
    return {
      ...label,
      side,
      box: [edge, label.top, edge + label.width, label.top + label.height - BETWEEN],
      leader: [{ x: left ? line + 2 : line - 2, y: middle }, label.site],
    };
  }

  function turn(a, b, c) {
    return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  }

  function cross([a, b], [c, d]) {
    return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
  }

  function crossing(labels) {
    for (let i = 0; i < labels.length; i += 1) {
      for (let j = 0; j < i; j += 1) if (cross(labels[i].leader, labels[j].leader)) return [labels[j], labels[i]];
    }
    return null;
  }

  /* Both columns for one order of names. Labels that cannot be stacked are left over. */
  class Columns {
    constructor(drawing, columns, look) {
      this.drawing = drawing;
      this.columns = columns;
      this.look = look;
      this.left = [];
      this.right = [];
      this.over = [];
      this.moved = new Set();
    }

    far({ x }, side) {
      return Math.abs(x - this.columns[side].line);
    }

    /* Every name goes to the nearer side, while that has room. */
    share(sites) {
      const used = { left: 0, right: 0 };
      [...sites]
        .sort((one, other) => this.pull(other) - this.pull(one))
        .forEach((one) => {
          const near = this.far(one.site, "left") < this.far(one.site, "right") ? SIDES : ["right", "left"];
          const side = near.find((each) => used[each] + this.label(one, each).height <= this.tall(each));
          if (!side) return this.over.push(one);
          used[side] += this.label(one, side).height;
          this[side].push(one);
        });
      SIDES.forEach((side) => this[side].sort((one, other) => one.site.y - other.site.y));
    }

    pull({ site }) {
      return Math.abs(this.far(site, "left") - this.far(site, "right"));
    }

    tall(side) {
      return STEP * this.columns[side].free.filter(Boolean).length;
    }

    label({ area, site }, side) {
      const { wide } = this.columns[side];
      return { ...set(this.drawing, area, wide, this.look), site };
    }

    placed() {
      for (;;) {
        const stacks = SIDES.map((side) => this.stacked(side));
        const full = SIDES.find((side, n) => !stacks[n]);
        if (!full) return stacks.flat();
        this.relieve(full);
      }
    }

    stacked(side) {
      const labels = this[side].map((one) => ({ ...this.label(one, side), one }));
      const stack = stacked(labels, this.columns[side]);
      return stack && stack.map((label) => withLeader(label, this.columns[side]));
    }

    /* A side that is too full gives the name that minds least to the other, if that has room. */
    relieve(side) {
      const other = side === "left" ? "right" : "left";
      const used = this[other].reduce((sum, one) => sum + this.label(one, other).height, 0);
      const goes = this[side]
        .filter((one) => !this.moved.has(one) && used + this.label(one, other).height <= this.tall(other))
        .sort((one, next) => this.pull(one) - this.pull(next))[0];
      const leaves = goes || this[side][this[side].length - 1];
      this[side] = this[side].filter((one) => one !== leaves);
      if (!goes) return this.over.push(leaves);
      this.moved.add(goes);
      this[other] = [...this[other], goes].sort((one, next) => one.site.y - next.site.y);
    }

    /* Two leaders that cross change places, which makes both together shorter. */
    uncrossed() {
      let labels = this.placed();
      for (let tries = 0; tries < 80; tries += 1) {
        const pair = crossing(labels);
        if (!pair) return labels;
        this.swap(...pair.map(({ one, side }) => ({ one, side, place: this[side].indexOf(one) })));
        labels = this.placed();
      }
      return this.without(labels);
    }

    swap(first, second) {
      this[first.side][first.place] = second.one;
      this[second.side][second.place] = first.one;
    }

    /* What still crosses goes; it did not happen with any published plan. */
    without(labels) {
      let rest = labels;
      for (let pair = crossing(rest); pair; pair = crossing(rest)) {
        this.over.push(pair[1].one);
        rest = rest.filter((label) => label !== pair[1]);
      }
      return rest;
    }
  }

  /* Where an area lies beyond its column its name stands in the sea next to it. */
  function nearby(drawing, { area, site }, land, taken, labels) {
    const size = drawing.map.getSize();
    for (let far = 8; far < 130; far += 6) {
      for (const wide of [150, 90, 60]) {
        const label = set(drawing, area, wide, { ...labels.look, plain: new Set() });
        for (let angle = 0; angle < 24; angle += 1) {
          const found = tried(label, site, far, (angle * Math.PI) / 12);
          if (clear(found, land, taken, labels, size)) return found;
        }
      }
    }
    return null;
  }

  function tried(label, site, far, angle) {
    const tall = label.height - BETWEEN;
    const x = site.x + Math.cos(angle) * (far + label.width / 2) - label.width / 2;
    const y = site.y + Math.sin(angle) * (far + tall / 2) - tall / 2;
    const box = [x, y, x + label.width, y + tall];
    const end = {
      x: Math.min(Math.max(site.x, box[0]), box[2]),
      y: Math.min(Math.max(site.y, box[1]), box[3]),
    };
    return { ...label, site, box, side: "near", leader: [end, site] };
  }

  function clear({ box, leader }, land, taken, labels, size) {
    const [left, top, right, bottom] = box;
    if (left < 4 || top < 4 || right > size.x - 4 || bottom > size.y - 4) return false;
    for (let row = Math.floor(top / STEP); row <= Math.floor(bottom / STEP); row += 1) {
      if (right + 4 > land.west[row] && left - 4 < land.east[row]) return false;
    }
    const over = (one) => runsOver(one.leader, box) || runsOver(leader, one.box);
    return (
      !taken.some((one) => overlap(one, box)) &&
      !labels.some((one) => overlap(one.box, box) || cross(one.leader, leader) || over(one))
    );
  }

  function runsOver([from, to], [left, top, right, bottom]) {
    const corners = [{ x: left, y: top }, { x: right, y: bottom }, { x: left, y: bottom }, { x: right, y: top }];
    return cross([from, to], corners.slice(0, 2)) || cross([from, to], corners.slice(2));
  }

  /* Where a leader begins: at the middle of its area, or above or below it, where a level line to
     the nearer column would not run through a name that stands on the land. */
  function siteOf(drawing, area, columns, names) {
    const { x, y } = drawing.map.latLngToContainerPoint(area.at);
    const reach = area.room / drawing._metresPerPixel();
    const left = x - columns.left.line < columns.right.line - x;
    const free = [0, -0.35, 0.35, -0.7, 0.7, -0.9, 0.9].find((part) => {
      const level = y + part * reach;
      const line = left ? [columns.left.line, level, x, level] : [x, level, columns.right.line, level];
      return !names.some((name) => overlap(name, line));
    });
    return { x, y: y + (free || 0) * reach };
  }

  /* Writes the names that are waiting beside their areas, and returns those without a place. */
  function beside(drawing, waiting, written) {
    if (!waiting.length || !roomy(drawing)) return waiting;
    const land = profile(drawing);
    const pane = drawing.map.layerPointToContainerPoint([0, 0]);
    const names = written.map(([a, b, c, d]) => [a + pane.x, b + pane.y, c + pane.x, d + pane.y]);
    const taken = [...obstacles(drawing), ...names];
    const asked = JSON.stringify([land.view, drawing.letters.spacing, taken, waiting.map(({ name, value, at }) => [name, value, at])]);
    if (asked !== drawing.labelledFor) drawing.labels = settled(drawing, waiting, land, names, taken);
    drawing.labelledFor = asked;
    // The areas of every message are new, though they may be called the same.
    const all = drawing.labels.map((label) => ({ ...label, area: waiting[label.place] }));
    // A footprint's own gives way where it would run through the name of an authority.
    const footprints = new Set(drawing.framed.map(({ box }) => box));
    const others = names.filter((_, n) => !footprints.has(written[n]));
    const lesser = ({ area, leader }) => area.frame !== undefined && others.some((box) => runsOver(leader, box));
    const labels = all.filter((label) => !lesser(label));
    write(drawing, labels);
    const done = new Set(labels.map((label) => label.area));
    return waiting.filter((area) => !done.has(area));
  }

  /* Where the labels stand; kept while neither the names nor what is in their way changes. */
  function settled(drawing, waiting, land, names, taken) {
    const size = drawing.map.getSize();
    const columns = Object.fromEntries(SIDES.map((side) => [side, column(side, land, taken, size.x)]));
    const sites = waiting.map((area) => ({ area, site: siteOf(drawing, area, columns, names) }));
    const within = ({ site }) => site.x > columns.left.line + 8 && site.x < columns.right.line - 8;
    const labels = inColumns(drawing, columns, sites.filter(within));
    const outer = sites.filter((one) => !within(one)).sort((one, other) => one.site.y - other.site.y);
    [...outer, ...labels.over].forEach((one) => {
      const found = nearby(drawing, one, land, taken, labels);
      if (found) labels.push(found);
    });
    return labels.map((label) => ({ ...label, place: waiting.indexOf(label.area) }));
  }

  function without(all, some) {
    return all.filter((one) => !some.includes(one));
  }

  /* In letters as large as may be; with values, but for as few as have to go for all names to
     have room. Footprints named among authorities go first, the smallest before all others. */
  function inColumns(drawing, columns, sites) {
    const settle = (look) => {
      const both = new Columns(drawing, columns, look);
      both.share(sites);
      return Object.assign(both.uncrossed(), { over: both.over, look });
    };
    let over = 0;
    for (const size of SIZES) {
      const labels = settle({ size, plain: new Set() });
      over = labels.over.length;
      if (!over) return labels;
    }
    const frames = sites.filter(({ area }) => area.frame !== undefined);
    if (frames.length) return inColumns(drawing, columns, without(sites, frames.slice(-over)));
    return withValues(settle, thinned(settle, drawing, columns, sites));
  }

  /* Takes values away, those of the smallest areas first, until all names have room. */
  function thinned(settle, drawing, columns, sites) {
    const plain = new Set();
    for (;;) {
      const labels = settle({ size: SIZES[SIZES.length - 1], plain });
      const costly = sites.filter(({ area }) => costs(drawing, area, columns, labels.look));
      if (!labels.over.length || !costly.length) return labels;
      costly.slice(-labels.over.length).forEach(({ area }) => plain.add(area));
    }
  }

  /* Gives values back, one by one, where they have room after all. */
  function withValues(settle, labels) {
    let best = labels;
    if (best.over.length) return best;
    [...labels.look.plain].forEach((area) => {
      const plain = new Set(best.look.plain);
      plain.delete(area);
      const tried = settle({ ...best.look, plain });
      if (!tried.over.length) best = tried;
    });
    return best;
  }

  /* Whether a name is taller with its value in either column. */
  function costs(drawing, area, columns, look) {
    if (!area.value || look.plain.has(area)) return false;
    const without = { ...look, plain: new Set([area]) };
    return SIDES.some((side) => {
      const { wide } = columns[side];
      return set(drawing, area, wide, look).height > set(drawing, area, wide, without).height;
    });
  }

  function write(drawing, labels) {
    const sheet = document.createElement("div");
    sheet.innerHTML = `<svg aria-hidden="true">${["casing", "line"].map((kind) => lines(labels, kind)).join("")}</svg>`;
    labels.forEach((label) => sheet.append(words(label)));
    L.marker(drawing.map.containerPointToLatLng([0, 0]), {
      pane: "names",
      interactive: false,
      keyboard: false,
      zIndexOffset: -10000,
      icon: L.divIcon({ className: "footprint-beside", html: sheet, iconSize: [0, 0] }),
    }).addTo(drawing.names);
    drawing.beside = labels;
  }

  function lines(labels, kind) {
    return labels
      .map(({ leader: [from, to] }) => {
        const dot = `<circle class="${kind}" cx="${to.x}" cy="${to.y}" r="2"/>`;
        return `<line class="${kind}" x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}"/>${dot}`;
      })
      .join("");
  }

  function words({ area, rows, box, side, size }) {
    const label = L.DomUtil.create("div", `footprint-label ${side}${area.within ? " within" : ""}`);
    const [left, top, width] = [box[0], box[1], box[2] - box[0]].map((pixels) => `${pixels}px`);
    Object.assign(label.style, { left, top, width, fontSize: `${size}px`, lineHeight: `${size + 1}px` });
    rows.forEach(([name, value]) => {
      const row = L.DomUtil.create("span", "", label);
      row.textContent = name && value ? name + " " : name;
      if (value) L.DomUtil.create("b", "", row).textContent = value;
    });
    return label;
  }

  /* Where the leaders run, as small boxes in the pixels that names on the land are reckoned in. */
  function paths(drawing) {
    const { x, y } = drawing.map.containerPointToLayerPoint([0, 0]);
    return drawing.beside.flatMap(({ leader: [from, to] }) => {
      const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 3) || 1;
      return Array.from({ length: steps + 1 }, (_, n) => {
        const [across, down] = [x + from.x + ((to.x - from.x) * n) / steps, y + from.y + ((to.y - from.y) * n) / steps];
        return [across - 1, down - 1, across + 1, down + 1];
      });
    });
  }

  /* What lies over a map that is closer than the whole country, where its names are reckoned. */
  function covered(drawing) {
    if (roomy(drawing)) return [];
    const { x, y } = drawing.map.containerPointToLayerPoint([0, 0]);
    return obstacles(drawing).map(([a, b, c, d]) => [a + x, b + y, c + x, d + y]);
  }

  /* Where a part of an area is in sight and its middle is not, or has no room, its name stands on
     that part, if all of it lies there. Says whether it was written. */
  function inSight(drawing, area, taken) {
    if (roomy(drawing)) return false;
    return onLand(drawing, area, drawing.blocks.filter((block, n) => drawing.areas[drawing.owner[n]] === area), taken);
  }

  /* Writes a name on that part of its land which is in sight, off some marks, if all of it lies there. */
  function onLand(drawing, area, blocks, taken, marks = []) {
    const { map } = drawing;
    const land = blocks.filter((block) => block._pxBounds);
    const corner = map.containerPointToLayerPoint([0, 0]);
    const frame = L.bounds(corner.add([EDGE, EDGE]), corner.add(map.getSize()).subtract([EDGE, EDGE]));
    const whole = L.bounds(land.flatMap(({ _pxBounds: { min, max } }) => [min, max]));
    if (!land.length || !frame.overlaps(whole)) return false;
    const part = L.bounds(
      [Math.max(frame.min.x, whole.min.x), Math.max(frame.min.y, whole.min.y)],
      [Math.min(frame.max.x, whole.max.x), Math.min(frame.max.y, whole.max.y)]
    );
    const found = onPart(drawing, area, land, part, taken, marks);
    if (!found) return false;
    taken.push(found.box);
    const at = map.layerPointToLatLng([(found.box[0] + found.box[2]) / 2, (found.box[1] + found.box[3]) / 2]);
    drawing._write({ ...area, at }, found.rows, found.value, drawing.names);
    return true;
  }

  /* The place nearest to the middle of the part in sight where a name lies wholly on the land, or
     a short one where the middle half of it does. */
  function onPart(drawing, area, land, part, taken, marks) {
    for (const value of new Set([area.value, ""])) {
      for (const widest of [150, 90, 60]) {
        const rows = drawing._rows(area.short, widest);
        const words = value ? [...rows, value] : rows;
        const width = Math.max(...words.map((row) => drawing.letters.width(row)));
        const height = drawing.letters.row() * words.length;
        const short = words.length === 1 && width < NARROWEST;
        const clear = spots(part, width, height).filter((one) => !taken.some((other) => overlap(one, other)));
        const free = (one) => !FootprintFrames.covers(one, marks);
        const box =
          clear.find((one) => lies(one, land) && free(one)) || (short && clear.find((one) => sits(one, land) && free(one)));
        if (box) return { box, rows, value };
      }
    }
    return null;
  }

  function spots(part, width, height) {
    const room = part.getSize().subtract([width, height]);
    if (room.x < 0 || room.y < 0) return [];
    const parts = [0.5, 0.35, 0.65, 0.2, 0.8, 0, 1];
    const all = parts.flatMap((across) => parts.map((down) => [across, down]));
    all.sort((one, other) => Math.hypot(one[0] - 0.5, one[1] - 0.5) - Math.hypot(other[0] - 0.5, other[1] - 0.5));
    return all
      .map(([across, down]) => [part.min.x + across * room.x, part.min.y + down * room.y])
      .map(([x, y]) => [x, y, x + width, y + height]);
  }

  /* Whether a box lies on land, as far as the points of its edge and its middle tell. */
  function lies([left, top, right, bottom], land) {
    const across = [left - 4, (left + right) / 2, right + 4];
    const down = [top - 4, (top + bottom) / 2, bottom + 4];
    return across.every((x) => down.every((y) => land.some((block) => block._containsPoint(L.point(x, y)))));
  }

  /* Whether the middle half of a box lies on land: a short name across a border is better than none. */
  function sits([left, top, right, bottom], land) {
    const [wide, tall] = [(right - left) / 4, (bottom - top) / 4];
    return lies([left + wide + 4, top + tall + 4, right - wide - 4, bottom - tall - 4], land);
  }

  window.FootprintNames = { aside, beside, covered, follow, inSight, onLand, overlap, paths, roomy };
})();
