/* Wheel and fingers: the page scrolls, and a map moves only when it is clearly meant. */
(function () {
  "use strict";

  const SHOWN_MS = 1400;
  const MEANT = 12; // Pixels a finger travels before it is told that two are needed.
  const KEY = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
  const WORDS = {
    wheel: `Hold ${KEY} and turn the wheel to zoom the map`,
    finger: "Use two fingers to move the map",
  };

  /* Leaflet's own handlers stay as they are: what is not meant for the map never reaches them. */
  function follow(map) {
    const box = map.getContainer();
    const hint = L.DomUtil.create("p", "footprint-hint", box);
    hint.setAttribute("aria-hidden", "true");
    let until = 0;
    const say = (words) => {
      hint.textContent = words;
      hint.classList.add("shown");
      window.clearTimeout(until);
      until = window.setTimeout(() => hint.classList.remove("shown"), SHOWN_MS);
    };
    box.addEventListener("wheel", (event) => onWheel(event, say), { capture: true, passive: true });
    fingers(box, say);
  }

  function onWheel(event, say) {
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    say(WORDS.wheel);
  }

  /* One finger scrolls the page, as the stylesheet lets it; two reach the map. */
  function fingers(box, say) {
    let began = null;
    const start = (event) => {
      began = event.touches.length === 1 ? [event.touches[0].clientX, event.touches[0].clientY] : null;
      if (began && !event.target.closest(".leaflet-control")) event.stopPropagation();
    };
    const move = ({ touches: [{ clientX, clientY }] }) => {
      if (!began || box.classList.contains("taking") || Math.hypot(clientX - began[0], clientY - began[1]) < MEANT) return;
      began = null;
      say(WORDS.finger);
    };
    box.addEventListener("touchstart", start, { capture: true, passive: true });
    box.addEventListener("touchmove", move, { capture: true, passive: true });
  }

  /* The middle of the map stays over England, however far it was dragged. */
  function keep(map, [west, south, east, north]) {
    const { lat, lng } = map.getCenter();
    const kept = [Math.min(Math.max(lat, south), north), Math.min(Math.max(lng, west), east)];
    // Less than a pixel is how the map rounds, and would be rounded again.
    const away = map.latLngToContainerPoint(kept).distanceTo(map.latLngToContainerPoint([lat, lng]));
    if (away > 1) map.panTo(kept, { animate: !FootprintMap.STILL });
  }

  window.FootprintHands = { follow, keep };
})();
