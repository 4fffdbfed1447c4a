/* Footprints named over a map of authorities. Their names keep off what is hatched, so that every
   mark is seen, and give way to the names of authorities. */
(function () {
  "use strict";

  const STEP = 5;
  const APART = 6;
  const ASIDE = [0, -0.4, 0.4, -0.8, 0.8];

  function from({ frames = [] }) {
    return frames.map(([short, longitude, latitude, room], frame) => ({
      frame, short, name: short, value: "", fill: "#ffffff", at: L.latLng(latitude, longitude), room,
    }));
  }

  function hatched(drawing, number) {
    return drawing.areas[drawing.owner[number]].hatch;
  }

  /* The blocks of a footprint that have no mark. */
  function land(drawing, { frame }) {
    return drawing.blocks.filter((_, n) => drawing.frame[n] === frame && !hatched(drawing, n));
  }

  /* Whether there is none: its name then stands on marks, of which enough is seen around it. */
  function covered(drawing, frame) {
    return !land(drawing, frame).length;
  }

  /* All blocks that have one; each stands beside its number. */
  function marked(drawing, numbered) {
    return numbered.filter(([, n]) => hatched(drawing, n)).map(([block]) => block);
  }

  /* Whether a box lies over some blocks, by points of it that are a few pixels apart. */
  function covers([left, top, right, bottom], blocks) {
    const box = L.bounds([left, top], [right, bottom]);
    return blocks.some((block) => {
      if (!block._pxBounds || !block._pxBounds.intersects(box)) return false;
      for (let x = left; x < right + STEP; x += STEP) {
        for (let y = top; y < bottom + STEP; y += STEP) if (block._containsPoint(L.point(x, y))) return true;
      }
      return false;
    });
  }

  /* Its anchor, or a place near it where no authority's leader begins and, if it has such land,
     nothing is marked: there its own begins. Where two began at one place, they would cross. */
  function placed(drawing, frame) {
    const { map } = drawing;
    const others = drawing.areas.filter(({ at }) => at).map(({ at }) => map.latLngToLayerPoint(at));
    const { x, y } = map.latLngToLayerPoint(frame.at);
    const reach = frame.room / drawing._metresPerPixel();
    const apart = ASIDE.flatMap((across) => ASIDE.map((down) => [across, down]))
      .sort((one, other) => Math.hypot(...one) - Math.hypot(...other))
      .map(([across, down]) => L.point(x + across * reach, y + down * reach))
      .filter((spot) => others.every((other) => other.distanceTo(spot) > APART));
    const on = (blocks) => apart.find((spot) => blocks.some((block) => block._pxBounds && block._containsPoint(spot)));
    const whole = drawing.blocks.filter((_, n) => drawing.frame[n] === frame.frame);
    const found = on(land(drawing, frame)) || on(whole);
    return found ? [{ ...frame, at: map.layerPointToLatLng(found) }] : [];
  }

  /* Writes those that have room on their land off the paths of leaders, the roomiest first, and
     returns the others. */
  function name(drawing, named, taken, paths) {
    const marks = marked(drawing, drawing.blocks.map((block, n) => [block, n]));
    const metres = drawing._metresPerPixel();
    const around = [...taken, ...paths];
    const [before, first] = [around.length, drawing.names.getLayers().length];
    const left = drawing.frames
      .filter((frame) => !named.has(frame))
      .sort((one, other) => other.room - one.room)
      .filter((frame) => !drawing._nameOne(frame, frame.room / metres, around, { marks }))
      .filter((frame) => !covered(drawing, frame) || !drawing._nameOne({ ...frame, hatch: true }, frame.room / metres, around))
      .filter((frame) => !FootprintNames.onLand(drawing, frame, land(drawing, frame), around, marks));
    const words = drawing.names.getLayers().slice(first);
    drawing.framed = around.slice(before).map((box, n) => ({ box, words: words[n] }));
    taken.push(...drawing.framed.map(({ box }) => box));
    return left.flatMap((frame) => placed(drawing, frame));
  }

  /* Those that stand on their land and have a leader through them. */
  function crossed({ framed }, paths) {
    return framed.filter(({ box }) => paths.some((path) => FootprintNames.overlap(path, box)));
  }

  /* Takes away those that have one wherever they were tried: an authority is named before them. */
  function drop(drawing, paths) {
    crossed(drawing, paths).forEach(({ words }) => drawing.names.removeLayer(words));
  }

  window.FootprintFrames = { covers, crossed, drop, from, marked, name };
})();
