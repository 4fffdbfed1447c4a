/* The finder: what somebody types, and the places that may be meant, the likeliest first. */
(function () {
  "use strict";

  const MOST = 8;
  const NEAREST = 3;
  const SHORT = 3;
  const LONG = 6;
  let held = null;
  let all = [];
  let rows = [];

  const accents = /[^\x00-\x7f]/g;
  const turned = /^(.*\S)\s*,\s*((?:city|county|borough|royal borough) of)\s*$/i;
  const ofCounty = /^(?:the )?county of | county of$/;
  let leftOut = [];

  function fold(text) {
    const plain = text.replace(turned, "$2 $1").normalize("NFKD").replace(accents, "").toLowerCase().replaceAll("&", " and ").replace(/['`.]/g, "");
    const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
    const full = words.map((word) => (Object.hasOwn(held.short, word) ? held.short[word] : word)).join(" ");
    return spaced(leftOut.reduce((left, one) => left.replace(one, " "), full)) || full;
  }

  function spaced(words) {
    return words.split(" ").filter(Boolean).join(" ");
  }

  function inAnyOrder(words) {
    return words.split(" ").sort().join(" ");
  }

  /* A postcode of which more than its district is typed is told by its district. */
  function district(words) {
    const found = /^([a-z]{1,2}\d[a-z\d]?)(?:\s*\d[a-z]{2}|\s+\d[a-z]?)$/.exec(words);
    return found ? found[1] : "";
  }

  /* Every name is folded once, when something is first typed. */
  function ready(known, { places, tiers }) {
    held = known;
    leftOut = held.leftOut.map((one) => new RegExp(`\\b${one}\\b`, "g"));
    all = [...held.places.flatMap(told), ...footprints(places), ...authorities(tiers)];
    all.sort((one, other) => one.rank - other.rank || other.size - one.size || one.name.length - other.name.length || (one.name < other.name ? -1 : 1));
  }

  function told([area, inside, icb, whole, groups], place) {
    const icbs = held.icbs[icb];
    return groups.flatMap(([kind, size, called, names]) => {
      const [word, rank] = held.kinds[kind];
      const words = inside ? `${word} in ${inside}` : word;
      return names.split("\n").flatMap((entry) => {
        const [name, ...more] = entry.split("\t");
        const own = { area, icbs, rank, size, name, inside, called: called || name, kind: words, whole: ["", area, `#${place}`][whole] };
        const key = fold(name);
        return [key, ...more].map((one) => keyed(own, one, called ? fold(called) : key));
      });
    });
  }

  function keyed(own, key, called) {
    const stands = !called.includes(key);
    const long = key.replaceAll(" ", "").length >= (stands ? LONG : SHORT + 1);
    const read = long && !/\d/.test(key) && own.rank !== held.byCode && own.rank !== held.trust;
    return { ...own, key, sorted: inAnyOrder(key), sign: `${called}|${own.area || own.icbs.length}`, read };
  }

  /* The footprints of each plan, found only while it is looked at. */
  function footprints(places) {
    const [kind, rank, plans] = held.footprints;
    return [...new Set(Object.values(plans).flat())].map((code) => {
      const called = places[code][0];
      const own = { area: code, icbs: [], rank, size: 0, name: called, called, kind, whole: code };
      const of = Object.keys(plans).filter((plan) => plans[plan].includes(code));
      return { ...keyed(own, fold(called), fold(called)), plans: of };
    });
  }

  /* Authorities of each kind, found only while their kind is looked at, and before all else: those
     that are no councils, which are called by what they are. */
  function authorities(tiers) {
    const councils = new Set(held.places.map(([area]) => area));
    return Object.entries(tiers).flatMap(([tier, { one: kind, names }]) =>
      Object.entries(names).filter(([area]) => !councils.has(area)).map(([area, called]) => {
        const own = { area, icbs: [], rank: -1, size: 0, name: called, called, kind, whole: area };
        return { ...keyed(own, fold(called), fold(called)), tier };
      })
    );
  }

  /* What may be meant under some plans and beside one kind of authority; a sentence says so where
     these are only the nearest names. */
  function find(typed, plans, tier) {
    const words = fold(typed);
    if (!words) return { places: [], said: "" };
    rows = all.filter((one) => (one.plans ? one.plans.some((plan) => plans.includes(plan)) : !one.tier || one.tier === tier));
    const outer = district(words);
    const likely = outer ? rows.filter((one) => one.key === outer) : named(words);
    const sure = [likely, () => styled(words), () => sited(words)].reduce(orElse);
    const outside = beyond(words) && !rows.some((one) => one.key === (outer || words));
    const found = outside ? [] : eachOnce(orElse(sure, () => slips(words)), MOST);
    if (found.length) return { places: found, said: "" };
    const [near, places] = nearest(words);
    const said = outside ? held.outside.said : near ? held.near : held.far;
    return { places, said: said.replace("{}", () => typed.trim()) };
  }

  /* Whether a postcode or a city is outside England. */
  function beyond(words) {
    const { postcode, areas, cities } = held.outside;
    const found = new RegExp(`^${postcode}$`).exec(words);
    return found ? areas.includes(found[1]) : cities.includes(words);
  }

  function orElse(found, more) {
    return found.length ? found : more();
  }

  /* Councils by what they are and a name, such as LB Camden. */
  function styled(words) {
    const full = words.split(" ").map((word) => (Object.hasOwn(held.styles, word) ? held.styles[word] : word)).join(" ");
    const parts = full.split(" ");
    const said = !parts.includes("county") && held.styled.some((one) => parts.includes(one));
    if (!said && !ofCounty.test(words)) return [];
    const { left, ranks } = held.kin.at(-1);
    const called = parts.filter((one) => !left.includes(one)).sort().join(" ");
    const alike = called ? rows.filter((one) => ranks.includes(one.rank) && bare(one.key) === called) : [];
    return alike.length ? alike : likeliest(full);
  }

  /* Hospitals by their name and the town after it; one of its name alone may be in a place beside. */
  function sited(words) {
    const parts = words.split(" ");
    for (let cut = parts.length - 1; cut > 0; cut -= 1) {
      const site = parts.slice(0, cut).join(" ");
      const town = inAnyOrder(parts.slice(cut).join(" "));
      const there = rows.filter((one) => one.sorted === town).map((one) => one.inside || one.called);
      const sites = there.length ? named(site).filter((one) => held.kin[0].ranks.includes(one.rank)) : [];
      const called = sites.filter((one) => bare(one.key) === bare(site));
      const alone = new Set(called.map((one) => one.inside)).size === 1 ? called : [];
      const found = sites.filter((one) => there.includes(one.inside));
      if (found.length || alone.length) return found.length ? found : alone;
    }
    return [];
  }

  function named(words) {
    const likely = likeliest(words);
    return likely.length || !words.startsWith("the ") ? likely : likeliest(words.slice("the ".length));
  }

  /* Names that are the words, that are but for what says their kind, that begin with or hold them. */
  function likeliest(words) {
    const sorted = inAnyOrder(words);
    const parts = words.split(" ");
    const same = rows.filter((one) => one.sorted === sorted);
    const begun = rows.filter((one) => one.sorted === sorted || (one.rank !== held.byCode && one.key.startsWith(words)));
    const holding = words.length < SHORT ? [] : rows.filter((one) => one.rank !== held.byCode && holds(one.key, parts));
    return [...same.filter((one) => one.rank < held.small), ...kin(words), ...begun, ...holding];
  }

  /* A council or hospital of the name that is typed with another word for its kind. */
  function kin(words) {
    const kind = held.kin.find(({ says }) => says.some((one) => words.split(" ").includes(one)));
    const name = kind && bare(words);
    return name ? rows.filter((one) => kind.ranks.includes(one.rank) && bare(one.key) === name) : [];
  }

  function bare(words) {
    const parts = words.split(" ");
    const { left } = held.kin.find(({ says }) => says.some((one) => parts.includes(one))) || held.kin.at(-1);
    return parts.filter((one) => !left.includes(one)).sort().join(" ");
  }

  /* Every word typed begins a word of the name, each another one. */
  function holds(key, parts) {
    if (!parts.every((part) => key.includes(part))) return false;
    const left = key.split(" ");
    return parts.every((part) => {
      const at = left.findIndex((word) => word.startsWith(part));
      return at >= 0 && left.splice(at, 1);
    });
  }

  function slips(words) {
    if (words.length <= SHORT) return [];
    const most = words.length < LONG ? 1 : words.length < 2 * LONG ? 2 : 3;
    const near = rows.filter((one) => one.read && one.key[0] === words[0] && Math.abs(one.key.length - words.length) <= most);
    return order(near.map((one) => [edits(one.key, words), one]).filter(([far]) => far <= most));
  }

  function order(hits) {
    return hits.sort(([one], [other]) => one - other).map(([, hit]) => hit);
  }

  function nearest(words) {
    const hits = rows.filter((one) => one.read).map((one) => [edits(one.key, words) / Math.max(one.key.length, words.length), one]);
    const places = eachOnce(order(hits), NEAREST);
    return [hits[0][0] <= 0.4, places];
  }

  /* Letters put in, left out, changed or turned round between two names. */
  function edits(one, other) {
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i += 1) {
      const now = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        let least = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        const turned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (turned) least = Math.min(least, before[j - 2] + 1);
        now.push(least);
      }
      [before, last] = [last, now];
    }
    return last[other.length];
  }

  /* Each area under one name only, and each name once in one place. */
  function eachOnce(found, most) {
    const kept = [];
    const seen = new Set();
    for (const one of found) {
      const signs = one.whole ? [one.sign, one.whole] : [one.sign];
      if (!signs.some((each) => seen.has(each))) kept.push(one);
      signs.forEach((each) => seen.add(each));
      if (kept.length === most) break;
    }
    return kept;
  }

  window.AtlasFinder = { ready, find };
})();
