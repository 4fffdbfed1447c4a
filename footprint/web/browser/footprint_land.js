/* Beside the map by people: England as it lies, small, where what is pointed at lights up. */
(function () {
  "use strict";

  const HIGH = 132;
  const LAND = "#aab7c2";
  const LIT = "#0b0c0c";

  class FootprintLand {
    constructor(drawing, box) {
      this.drawing = drawing;
      this.sheet = L.DomUtil.create("canvas", "footprint-land", box);
      this.sheet.setAttribute("aria-hidden", "true");
      this.paths = this._paths();
      this.light(-1);
    }

    /* One path a block, from the land's own points, whatever ground the map stands on now. */
    _paths() {
      const { arcs, rings, grounds } = this.drawing;
      const starts = [];
      arcs.reduce((start, arc, n) => (starts[n] = start) + arc.length, 0);
      const spot = (n) => L.CRS.EPSG3857.project({ lat: grounds.land[2 * n], lng: grounds.land[2 * n + 1] });
      const spots = Array.from({ length: grounds.land.length / 2 }, (_, n) => spot(n));
      const edges = L.bounds(spots);
      const scale = HIGH / edges.getSize().y;
      const sharp = window.devicePixelRatio || 1;
      this.sheet.width = edges.getSize().x * scale * sharp;
      this.sheet.height = HIGH * sharp;
      Object.assign(this.sheet.style, { width: `${edges.getSize().x * scale}px`, height: `${HIGH}px` });
      const place = ({ x, y }) => [(x - edges.min.x) * scale * sharp, (edges.max.y - y) * scale * sharp];
      const along = (n) => {
        const arc = n < 0 ? ~n : n;
        const points = spots.slice(starts[arc], starts[arc] + arcs[arc].length);
        return n < 0 ? points.reverse() : points;
      };
      return rings.map((shape) => {
        const path = new Path2D();
        shape.flat().forEach((ring) => {
          ring.flatMap(along).forEach((point, n) => path[n ? "lineTo" : "moveTo"](...place(point)));
          path.closePath();
        });
        return path;
      });
    }

    /* Edges are drawn too, so that no seam shows between blocks of one colour. */
    light(area) {
      const pen = this.sheet.getContext("2d");
      pen.clearRect(0, 0, this.sheet.width, this.sheet.height);
      const fill = (colour, wanted) => {
        pen.fillStyle = pen.strokeStyle = colour;
        this.paths.forEach((path, block) => {
          if (!wanted(block)) return;
          pen.fill(path);
          pen.stroke(path);
        });
      };
      fill(LAND, () => true);
      if (area >= 0) fill(LIT, (block) => this.drawing.owner[block] === area);
    }
  }

  window.FootprintLand = FootprintLand;
})();
