/* What the file holds, packed in parts: each is unpacked when it is first asked for. */
(function () {
  "use strict";

  const kept = new Map();

  function unpacked(name) {
    const letters = document.getElementById(`held-${name}`).textContent;
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    const unpacking = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(unpacking).json();
  }

  /* A pool lists parts after what they are made of; numbers count on from those before it. */
  function grown(nodes, before) {
    const made = before.slice();
    nodes.forEach((node) => {
      if (Array.isArray(node)) made.push(node.map((part) => made[part]));
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
