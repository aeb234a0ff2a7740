/* The guide's own search: answers a query from the index of one language. No page, no network, no library.
   The index is made by generator/search; search-families.js, search-reading.js and search-phrases.js come before. */
(function () {
  "use strict";

  var tokens = window.tcSearchParts.tokens, setOf = window.tcSearchParts.setOf, unshared = window.tcSearchParts.unshared, steps = window.tcSearchParts.steps;
  var CORRECTED = window.tcSearchParts.CORRECTED, GUESSED = window.tcSearchParts.GUESSED;
  /* Where a word stands tells how much it weighs: title, other name, first sentence, heading, much, some, little. */
  var WEIGHT = {A: 10, B: 7, C: 3.5, D: 4.5, E: 2.2, F: 1.05, G: 0.7};
  var MOST_RESULTS = 10, NAMED = 4.5, TOGETHER = 3, MUCH = 1.4, FAINT = 3.3, FAINT_BUT_NAMED = 2.7, FAINT_IF_GUESSED = 12, LITTLE_TOLD = 0.67;
  /* A word the guide has never heard of, one of quite other matters, and how much of a question must be known. */
  var UNHEARD = 0.8, OF_ELSEWHERE = 1.3, KNOWN_AT_LEAST = 0.42, KNOWN_IF_AWAY = 0.6, KNOWN_IF_SAID = 0.15;
  /* How much of a query an emergency must be to come first. */
  var URGENT = 0.28;

  var NOTHING = [];

  function Engine(data) {
    this.data = data;
    this.places = data.places;
    this.parts = data.parts;
    this.phrases = Object.create(null);
    this.trusted = setOf(unshared(data.known));
    this.learned = setOf(unshared(data.learned));
    this.stop = setOf(data.stop ? data.stop.split(" ") : []);
    this.weak = setOf(data.weak ? data.weak.split(" ") : []);
    this.elsewhere = setOf(data.elsewhere ? data.elsewhere.split(",") : []);
    this.exceptions = Object.create(null);
    this.posts = Object.create(null);
    this.seen = Object.create(null);
    this.scored = Object.create(null);
    var posts = data.posts.split(" "), at = 0, self = this;
    unshared(data.roots).forEach(function (root, i) {
      /* Where a root stands, and what it is there: a letter of `ranks` for every capital of `posts`. */
      var end = at;
      for (var k = 0; k < posts[i].length; k++) if (posts[i].charCodeAt(k) < 91 && posts[i].charCodeAt(k) > 64) end++;
      self.posts[root] = [posts[i], data.ranks.slice(at, end)];
      at = end;
      if (!self.trusted[root]) self.learned[root] = true;
    });
    data.exceptions.split(" ").forEach(function (pair) {
      var at = pair.indexOf(":");
      if (at > 0) self.exceptions[pair.slice(0, at)] = pair.slice(at + 1);
    });
    this.names = [];
    this.masks = null;
    this.keys = unshared(data.phrases.keys);
    this.inPhrase = setOf(this.keys.join(" ").split(" "));
    this.keys.forEach(function (key) { self.phrases[key] = {places: NOTHING, groups: NOTHING}; });
    var places = data.phrases.places.split(" ");
    steps(data.phrases.leading).forEach(function (at, i) { self.phrases[self.keys[at]].places = places[i]; });
    /* Each group: the numbers of its phrases, and the places they lead to with how surely. */
    this.groups = data.groups.split(" ").map(function (said, number) {
      var halves = said.split(":"), numbers = steps(halves[0]);
      numbers.forEach(function (at) {
        var phrase = self.phrases[self.keys[at]];
        phrase.groups = phrase.groups.concat(number);
      });
      return [numbers, halves[1] ? halves[1].split(",").map(function (place, rank) { return [place, data.sure[rank]]; }) : []];
    });
  }

  Engine.prototype = window.tcSearchParts.methods;

  /* A root's weight at every place and part. */
  Engine.prototype.score = function (root) {
    if (this.scored[root]) return this.scored[root];
    var head = new Float32Array(this.places.length), body = new Float32Array(this.places.length);
    var times = new Uint16Array(this.places.length), parts = [], self = this;
    var packed = this.posts[root] || ["", ""], at = [], titled = [];
    steps(packed[0]).forEach(function (number, i) {
      var rank = packed[1][i], weight = WEIGHT[rank], part = self.parts[number], place = part[0];
      parts.push([number, weight]);
      if (!head[place] && !body[place]) at.push(place);
      if (part.length === 1) {
        if (weight > head[place]) head[place] = weight;
        if (rank === "A") titled.push(place);
      } else {
        times[place]++;
        if (weight > body[place]) body[place] = weight;
      }
    });
    var all = new Float32Array(this.places.length);
    at.forEach(function (i) {
      all[i] = Math.max(head[i], body[i]) + 0.4 * Math.min(head[i], body[i]) + 0.3 * Math.log(1 + times[i]);
    });
    return (this.scored[root] = {
      places: all, at: at, parts: parts, titled: titled, idf: Math.log(1 + this.places.length / (at.length + 0.5))
    });
  };

  /* Whether a root stands in a part. */
  Engine.prototype.standsIn = function (scored, part) {
    if (!scored.stands) {
      scored.stands = new Uint8Array(this.parts.length);
      scored.parts.forEach(function (pair) { scored.stands[pair[0]] = 1; });
    }
    return scored.stands[part] === 1;
  };

  /* The telling words of a place's title, and what they weigh together. */
  Engine.prototype.title = function (place) {
    if (!this.names[place]) {
      var roots = [], weight = 0, self = this;
      tokens(this.places[place][1]).forEach(function (token) {
        self.ofToken(token).forEach(function (pair) {
          if (self.posts[pair[1]]) { roots.push(pair[1]); weight += self.score(pair[1]).idf; }
        });
      });
      this.names[place] = {roots: roots, weight: weight};
    }
    return this.names[place];
  };

  /* The places that answer a query, best first: what the search box shows. */
  Engine.prototype.find = function (query) {
    var found = this.answer(query, false), last = (/[a-z]{2,}$/.exec(query.toLowerCase()) || [""])[0];
    return found.results.length || !last || found.away ? found : this.answer(query, true);
  };

  Engine.prototype.answer = function (query, unfinished) {
    var words = this.read(query, unfinished), self = this, content = words.filter(function (one) { return !one.stop; });
    /* Function words alone may hold a name: PAGE. */
    if (!content.length) content = words.filter(function (one) { return self.isNamed(one.root); });
    if (!content.length) content = words;
    var hits = this.hits(words, content);
    this.otherWords(hits);
    this.weigh(words, content);
    hits = this.withoutElsewhere(words, hits);
    var met = this.met(content), bonus = this.bonus(content, hits);
    var away = words.some(function (one) { return one.away; });
    var names = away ? [] : hits.filter(function (hit) {
      return hit.weight > CORRECTED && self.isNamed(hit.key) && hit.span.some(function (one) { return !one.stop && !self.weak[one.root]; });
    });
    /* Letters and figures by themselves ask for nothing, unless they are a name: 119. */
    if (!names.length && content.every(function (one) { return /^(.|[0-9]+)$/.test(one.word); })) return this.none(query, away);
    var said = names.some(function (hit) { return hit.span.length > 1; });
    var urgent = names.some(function (hit) { return self.isUrgent(hit.entry); });
    var least = away ? KNOWN_IF_AWAY : said ? KNOWN_IF_SAID : KNOWN_AT_LEAST;
    if (!urgent && met.known < least * met.sum) return this.none(query, away);
    var asked = this.asked(content), results = this.ranked(met, bonus, asked.roots);
    /* Words that stand far apart on some page, or of which few are known, answer nothing unless together they name something. */
    var faint = this.faintest(content, names);
    if (results.length && !(said && results[0].bonus) && results[0].value < faint * met.sum) {
      /* Who names an emergency is led to it, whatever else is said. */
      results = results.filter(function (one) { return urgent && one.bonus; });
    }
    if (!results.length) return this.none(query, away);
    if (urgent) results = this.withUrgent(results, names, met.sum);
    var floor = results[0].value * 0.12;
    results = results.filter(function (one, at) { return at < 4 || one.value >= floor; }).slice(0, MOST_RESULTS);
    return this.told(query, words, results, asked.roots, asked.marks, this.now(names));
  };

  /* The way to what must be done at once, if the query names what may be happening now. */
  Engine.prototype.now = function (names) {
    var urgent = this.data.urgent, told = names.filter(function (hit) { return urgent[hit.key]; })[0];
    return told ? urgent[told.key] : "";
  };

  /* What the best answer must be worth, for what the query weighs: the more of its words are guessed or never heard of, the more. */
  Engine.prototype.faintest = function (content, names) {
    var self = this, guessed = 0, unheard = 0, sure = 0;
    content.forEach(function (one) {
      if (one.guess) guessed++;
      else if (!one.alternatives.length) { if (!one.heard) unheard++; }
      else if (!self.weak[one.root]) sure++;
    });
    if (!sure) return guessed ? FAINT_IF_GUESSED : FAINT;
    return names.length && unheard < 2 ? FAINT_BUT_NAMED : FAINT;
  };

  /* Whether a phrase leads to the page for emergencies before any other. */
  Engine.prototype.isUrgent = function (entry) {
    var named = this.namedBy(entry), places = this.places;
    return Object.keys(named).some(function (place) { return named[place] > 100 && places[place][0] === "safety"; });
  };

  /* The results with the page for emergencies among the first three, if much of the query names one: "a seizure at two in the morning". */
  Engine.prototype.withUrgent = function (results, names, sum) {
    var places = this.places, self = this;
    var told = names.some(function (hit) {
      return self.isUrgent(hit.entry) && hit.span.reduce(function (all, one) { return all + (one.idf || 0); }, 0) >= URGENT * sum;
    });
    var at = told ? results.findIndex(function (one) { return places[one.place][0] === "safety"; }) : -1;
    if (at > 2) results.splice(2, 0, results.splice(at, 1)[0]);
    return results;
  };

  Engine.prototype.none = function (query, away) {
    return {query: query, meant: "", results: [], away: away};
  };

  /* How much a word of this guide that stands nowhere would weigh. */
  Engine.prototype.highest = function () {
    return Math.log(1 + this.places.length / 0.5);
  };

  /* How much each telling word of the query weighs (`idf`): the more, the rarer it is. */
  Engine.prototype.weigh = function (words, content) {
    var self = this;
    content.forEach(function (one) {
      one.idf = 0;
      one.alternatives.forEach(function (way, number) {
        way.idf = 0;
        way.roots.forEach(function (root) { way.idf = Math.max(way.idf, self.score(root).idf); });
        if (number < Math.max(1, one.own)) one.idf = one.idf ? Math.min(one.idf, way.idf) : way.idf;
      });
      if (!one.idf) one.idf = self.highest() * (self.inPhrase[one.root] ? 0.6 : UNHEARD);
      one.full = one.idf;
      if (/^[0-9]/.test(one.word) || self.weak[one.root]) one.idf *= LITTLE_TOLD;
    });
  };

  /* Whether a word, or two together, belong to quite other matters, in whatever form: one the guide uses only as it is written. */
  Engine.prototype.isElsewhere = function (one, after) {
    if (after) return !!(this.elsewhere[one.word + " " + after.word] || this.elsewhere[one.root + " " + after.root]);
    return !!(this.elsewhere[one.word] || (this.elsewhere[one.root] && !this.posts[one.root]));
  };

  /* The hits without those on words of quite other matters, which then stand for nothing. */
  Engine.prototype.withoutElsewhere = function (words, hits) {
    var self = this;
    words.forEach(function (one, at) {
      var before = words[at - 1], after = words[at + 1];
      if (!self.isElsewhere(one) && !(after && self.isElsewhere(one, after)) && !(before && self.isElsewhere(before, one))) return;
      if (hits.some(function (hit) { return hit.span.length > 1 && hit.span.indexOf(one) >= 0; })) return;
      one.alternatives = [];
      one.away = true;
      one.full = one.idf = self.highest() * OF_ELSEWHERE;
      hits = hits.filter(function (hit) { return hit.span.indexOf(one) < 0; });
    });
    hits.forEach(function (hit) { hit.span.forEach(function (one) { one.heard = true; }); });
    return hits;
  };

  /* Where the query's words stand: what they weigh at every place (`total`, `met`) and part (`inPart`, `partMet`); how much
     the whole query weighs (`sum`), and how much of it the guide knows. */
  Engine.prototype.met = function (content) {
    var size = this.places.length, self = this, k, p;
    var found = {total: new Float32Array(size), met: new Float32Array(size), sum: 0, known: 0,
                 inPart: new Float32Array(this.parts.length), partMet: new Float32Array(this.parts.length)};
    content.forEach(function (one) {
      found.sum += one.idf;
      if (one.alternatives.length || one.heard) found.known += one.idf * (one.meant && !one.mended ? GUESSED : 1);
      if (!one.alternatives.length) return;
      var here = new Float32Array(size), partHere = new Float64Array(self.parts.length);
      one.alternatives.forEach(function (way) {
        var first = self.score(way.roots[0]), others = way.roots.slice(1).map(function (root) { return self.score(root); });
        /* A common word that stands in for a rare one is worth no more than a common word. */
        var share = way.weight * Math.min(1, way.idf / one.idf);
        first.at.forEach(function (place) {
          var least = first.places[place];
          for (k = 0; k < others.length; k++) least = Math.min(least, others[k].places[place]);
          if (least * share > here[place]) here[place] = least * share;
        });
        first.parts.forEach(function (pair) {
          for (k = 0; k < others.length; k++) if (!self.standsIn(others[k], pair[0])) return;
          var weight = Math.min(pair[1], 6) * share;
          if (weight > partHere[pair[0]]) partHere[pair[0]] = weight;
        });
      });
      for (p = 0; p < size; p++) if (here[p]) { found.total[p] += one.idf * here[p]; found.met[p] += one.idf; }
      for (p = 0; p < partHere.length; p++) if (partHere[p]) {
        found.inPart[p] += one.idf * partHere[p];
        found.partMet[p] += one.idf * Math.min(1, partHere[p] / MUCH);
      }
    });
    return found;
  };

  /* The roots asked for with their weight, and those whose words are marked in what is shown. */
  Engine.prototype.asked = function (content) {
    var roots = Object.create(null), marks = Object.create(null);
    content.forEach(function (one) {
      one.alternatives.forEach(function (way) {
        /* Half a phrase that means the same is nothing to mark. */
        if (way.roots.length === 1) marks[way.roots[0]] = 1;
        way.roots.forEach(function (root) { roots[root] = Math.max(roots[root] || 0, way.weight); });
      });
    });
    return {roots: roots, marks: marks};
  };

  /* Every place that was met or named, the best first, with the part of it that answers best. */
  Engine.prototype.ranked = function (met, bonus, asked) {
    var size = this.places.length, self = this, results = [], titled = Object.create(null), i, p;
    var best = new Int32Array(size).fill(-1), bestValue = new Float32Array(size), bestMet = new Float32Array(size);
    for (i = 0; i < this.parts.length; i++) {
      if (!met.inPart[i]) continue;
      var worth = met.inPart[i] * met.partMet[i];
      p = this.parts[i][0];
      if (met.partMet[i] > bestMet[p]) bestMet[p] = met.partMet[i];
      if (this.parts[i].length > 1 && worth > bestValue[p]) { bestValue[p] = worth; best[p] = i; }
    }
    Object.keys(asked).forEach(function (root) {
      self.score(root).titled.forEach(function (place) { titled[place] = true; });
    });
    for (p = 0; p < size; p++) {
      if (!met.met[p] && !bonus[p]) continue;
      var cover = Math.min(1, met.met[p] / met.sum), close = bestMet[p] / met.sum, named = 0;
      var name = titled[p] ? this.title(p) : null;
      if (name) name.roots.forEach(function (root) { if (asked[root]) named += self.score(root).idf * asked[root]; });
      var part = name && name.weight ? named / name.weight : 0;
      var value = met.total[p] * Math.pow(cover, 1.1) + TOGETHER * close * close * met.sum
        + NAMED * part * part * Math.min(named, met.sum) * cover;
      var rank = this.places[p][3];
      /* Who names a page that is seldom meant means it all the same. */
      results.push({place: p, value: value * rank + bonus[p] * Math.max(1, rank), part: best[p], named: part, bonus: bonus[p]});
    }
    return results.sort(function (a, b) { return b.value - a.value || a.place - b.place; });
  };

  Engine.prototype.told = function (query, words, results, asked, marks, now) {
    var self = this;
    var corrected = words.some(function (one) { return one.meant; });
    return {
      query: query,
      meant: corrected ? words.map(function (one) { return one.meant || one.word; }).join(" ") : "",
      results: results.map(function (one) {
        var place = self.places[one.place], part = one.part >= 0 ? self.parts[one.part] : null;
        var path = place[0], at = path.indexOf("#"), anchor = at < 0 ? "" : path.slice(at);
        var page = at < 0 ? path : path.slice(0, at), heading = "", text = place[4];
        var clear = one.named > 0.75 || self.holds(place[4], asked) >= (part && part[3] ? self.holds(part[3], asked) : 0);
        if (!anchor && part && part[1] && !(one.named > 0.75 && self.holds(part[2], asked) < 1)) {
          anchor = "#" + part[1];
          heading = part[2];
        }
        if (part && part[3] && !clear) text = part[3];
        return {page: page, anchor: anchor, url: page + ".html" + anchor, title: place[1], kind: place[2], facts: place[5],
                heading: heading, text: text, value: Math.round(one.value * 10) / 10};
      }),
      asked: marks,
      now: now
    };
  };

  /* How many of the asked words a text holds. */
  Engine.prototype.holds = function (text, asked) {
    var found = Object.create(null), self = this, n = 0;
    tokens(text || "").forEach(function (token) {
      self.ofToken(token).forEach(function (pair) { if (asked[pair[1]]) found[pair[1]] = true; });
    });
    for (var root in found) n += asked[root];
    return n;
  };

  /* The text in pieces; odd ones hold an asked word. */
  Engine.prototype.marked = function (text, asked) {
    var pieces = [""], reader = /[A-Za-z0-9À-ÿ’']+(?:-[A-Za-z0-9À-ÿ]+)*/g, last = 0, found, self = this;
    while ((found = reader.exec(text))) {
      var hit = tokens(found[0]).some(function (token) {
        return self.ofToken(token).some(function (pair) { return asked[pair[1]]; });
      });
      if (!hit) continue;
      pieces[pieces.length - 1] += text.slice(last, found.index);
      pieces.push(found[0], "");
      last = found.index + found[0].length;
    }
    pieces[pieces.length - 1] += text.slice(last);
    return pieces;
  };

  Engine.tokens = tokens;
  window.tcSearchEngine = Engine;
})();
