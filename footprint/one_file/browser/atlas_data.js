/* What the file holds, packed in parts: each is unpacked when it is first asked for. */
(function () {
  "use strict";

  const kept = new Map();

  /* The letters of what is packed, each as much as its place: five are a number of four bytes. */
  const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";
  const worth = new Uint8Array(128);
  [...LETTERS].forEach((letter, place) => (worth[letter.charCodeAt(0)] = place));

  function bytesOf(letters) {
    const count = letters.length;
    const bytes = new Uint8Array(Math.floor((count * 4) / 5));
    for (let from = 0, to = 0; from < count; from += 5, to += 4) {
      let number = 0;
      /* At the end, letters that were left out are as if they were the last. */
      for (let at = from; at < from + 5; at += 1) number = number * 85 + (at < count ? worth[letters.charCodeAt(at)] : 84);
      for (let at = 0; at < 4; at += 1) bytes[to + at] = number >>> (24 - 8 * at);
    }
    return bytes;
  }

  function unpacked(name) {
    const letters = document.getElementById(`held-${name}`).textContent;
    const unpacking = new Blob([bytesOf(letters)]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(unpacking).json();
  }

  /* A pool lists parts after what they are made of; numbers count on from those before it. A list
     says how far each of its parts is from the one before. */
  function grown(nodes, before) {
    const made = before.slice();
    nodes.forEach((node) => {
      let at = 0;
      if (Array.isArray(node)) made.push(node.map((step) => made[(at += step)]));
      else if (node === null || typeof node !== "object") made.push(node);
      else made.push(Object.fromEntries(Object.entries(node).map(([name, part]) => [name, made[part]])));
    });
    return made;
  }

  function once(name, make) {
    if (!kept.has(name)) kept.set(name, make());
    return kept.get(name);
  }

  const shared = () => once("shared", () => unpacked("shared").then((nodes) => grown(nodes, [])));

  /* A tree of what is said. */
  function tree(name) {
    return once(name, () =>
      Promise.all([unpacked(name), shared()]).then(([nodes, before]) => grown(nodes, before).at(-1))
    );
  }

  /* What is no tree: the outlines, and what people call places. */
  function plain(name) {
    return once(name, () => unpacked(name));
  }

  /* What is made ready once of something that is no tree. */
  function made(name, make) {
    return once(`made ${name}`, () => plain(name).then(make));
  }

  window.AtlasData = { tree, plain, made };
})();
