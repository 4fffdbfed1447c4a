/* Areas and lines of very many points. They come out as Leaflet's own do, to the pixel, but nothing
   is worked out twice for a point, and nothing is cut to the window that lies in it already. */
(function () {
  "use strict";

  const WHOLE = 360;

  /* How far down the map of the world a place lies, from 0 to 1; kept until the place moves. */
  function down(place) {
    if (place.downAt !== place.lat) {
      const sine = Math.sin((place.lat * Math.PI) / 180);
      place.down = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
      place.downAt = place.lat;
    }
    return place.down;
  }

  function scaleOf(map) {
    return map.options.crs.scale(map.getZoom());
  }

  /* Turns places into whole pixels of the map's frame. */
  function framing(map) {
    const scale = scaleOf(map);
    const corner = map.getPixelOrigin().subtract(L.DomUtil.getPosition(map.getPane("mapPane")));
    return (place) =>
      new L.Point(
        Math.round(scale * (place.lng / WHOLE + 0.5)) - corner.x,
        Math.round(scale * down(place)) - corner.y
      );
  }

  /* South, west, north and east of places in a row. */
  function edges(places) {
    let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { lat, lng } of places) {
      if (lat < south) south = lat;
      if (lat > north) north = lat;
      if (lng < west) west = lng;
      if (lng > east) east = lng;
    }
    return L.latLngBounds([south, west], [north, east]);
  }

  const flat = (places) => places[0] instanceof L.LatLng;

  const quick = (Base) => ({
    _convertLatLngs: function (places) {
      if (!flat(places)) return Base.prototype._convertLatLngs.call(this, places);
      this._bounds.extend(edges(places));
      return places.slice();
    },

    /* Places that come to lie on one pixel are one point, as Leaflet would make them later on. */
    _projectLatlngs: function (places, rings, bounds) {
      if (!flat(places)) return places.forEach((part) => this._projectLatlngs(part, rings, bounds));
      const scale = scaleOf(this._map);
      const { x: left, y: top } = this._map.getPixelOrigin();
      const [low, high] = [L.point(Infinity, Infinity), L.point(-Infinity, -Infinity)];
      const ring = [];
      let [lastX, lastY] = [NaN, NaN];
      for (const place of places) {
        const x = Math.round(scale * (place.lng / WHOLE + 0.5)) - left;
        const y = Math.round(scale * down(place)) - top;
        if (x === lastX && y === lastY) continue;
        [lastX, lastY] = [x, y];
        ring.push(new L.Point(x, y));
        if (x < low.x) low.x = x;
        if (x > high.x) high.x = x;
        if (y < low.y) low.y = y;
        if (y > high.y) high.y = y;
      }
      bounds.extend(low).extend(high);
      rings.push(ring);
    },

    _clipPoints: function () {
      if (this._pxBounds && this._renderer._bounds.contains(this._pxBounds)) this._parts = this._rings.slice();
      else Base.prototype._clipPoints.call(this);
    },
  });

  const Line = L.Polyline.extend(quick(L.Polyline));
  const Area = L.Polygon.extend(quick(L.Polygon));

  window.FootprintShapes = { Area, Line, edges, framing };
})();
