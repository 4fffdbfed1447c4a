/* The geometry of every map, fetched once and kept on the app's own window: what belongs to the frame
   of a map stops running when the frame goes. */
(function () {
  "use strict";

  const kept = {};
  window.footprintFetched = function (url) {
    if (!kept[url]) {
      kept[url] = fetch(url).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      });
      kept[url].catch(() => delete kept[url]);
    }
    return kept[url];
  };
})();
