/* Known phrases in a query: names of pages, and groups of synonyms that lead to pages and to other words. */
(function () {
  "use strict";

  var methods = window.tcSearchParts.methods;
  var LONGEST_PHRASE = 6, PHRASE = 9, OTHER_WORD = 0.72, APART = 1, IN_A_NAME = 1, INSIDE = 0.7;

  /* Phrases of several telling words, by their first one: they also count where their words stand apart. */
  methods.apart = function () {
    if (!this.loose) {
      var loose = this.loose = Object.create(null), self = this;
      this.keys.forEach(function (key) {
        if (key.indexOf(" ") < 0) return;
        var roots = key.split(" ").filter(function (root) { return !self.stop[root]; });
        if (roots.length > 1) (loose[roots[0]] = loose[roots[0]] || []).push({key: key, roots: roots});
      });
    }
    return this.loose;
  };

  /* Whether a phrase leads to a page. */
  methods.isNamed = function (key) {
    var phrase = this.phrases[key], self = this;
    return !!phrase && (phrase.places.length > 0 || phrase.groups.some(function (number) { return self.groups[number][1].length > 0; }));
  };

  /* Every way to read words i to j as a known phrase: phrases with the weight of their reading. */
  methods.phrasesOf = function (words) {
    var readings = [["", 1]];
    words.forEach(function (one) {
      var next = [], choices = one.alternatives.slice(0, Math.min(one.own, 4));
      if (!choices.length) choices = [{roots: [one.root], weight: 1}];
      readings.forEach(function (reading) {
        choices.forEach(function (choice) {
          next.push([(reading[0] ? reading[0] + " " : "") + choice.roots[0], reading[1] * choice.weight]);
        });
      });
      readings = next.slice(0, 64);
    });
    var self = this, sure = window.tcSearchParts.CORRECTED;
    /* A slip that makes a known name with its neighbours is hardly a guess: "krja sama". */
    return readings.filter(function (reading) { return self.phrases[reading[0]]; }).map(function (reading) {
      return [reading[0], words.length > 1 && reading[1] > sure * window.tcSearchParts.GUESSED - 0.01 ? Math.max(reading[1], sure) : reading[1]];
    });
  };

  /* Known phrases in the query, on all words and on the telling ones alone; then those whose words stand apart. */
  methods.hits = function (words, content) {
    var hits = [], self = this, i, j;
    [words, content].forEach(function (row, second) {
      if (second && row.length === words.length) return;
      for (i = 0; i < row.length; i++) {
        for (j = i; j < row.length && j < i + LONGEST_PHRASE; j++) {
          var span = row.slice(i, j + 1);
          /* A name that is a function word elsewhere, as PAGE is, counts where nothing else is asked for. */
          if (j === i && row[i].stop && words.length > 1 && content.indexOf(row[i]) < 0) continue;
          self.phrasesOf(span).forEach(function (reading) {
            hits.push({span: span, entry: self.phrases[reading[0]], weight: reading[1], key: reading[0]});
          });
        }
      }
    });
    var keys = Object.create(null), byRoot = Object.create(null);
    hits.forEach(function (hit) { keys[hit.key] = true; });
    content.forEach(function (one) {
      one.alternatives.slice(0, Math.min(one.own, 4)).forEach(function (way) { if (!byRoot[way.roots[0]]) byRoot[way.roots[0]] = one; });
    });
    if (content.length > 1) for (var first in byRoot) (this.apart()[first] || []).forEach(function (phrase) {
      if (keys[phrase.key] || !phrase.roots.every(function (root) { return byRoot[root]; })) return;
      hits.push({span: phrase.roots.map(function (root) { return byRoot[root]; }), entry: self.phrases[phrase.key], weight: APART, key: phrase.key});
    });
    return hits;
  };

  /* What a phrase means is another way to say each of its words. */
  methods.otherWords = function (hits) {
    var self = this;
    hits.forEach(function (hit) {
      hit.entry.groups.forEach(function (number) {
        self.groups[number][0].forEach(function (at) {
          var other = self.keys[at];
          if (other === hit.key) return;
          var roots = other.split(" ").filter(function (root) { return !self.stop[root]; });
          if (!roots.length || !roots.every(function (root) { return self.posts[root]; })) return;
          hit.span.forEach(function (one) {
            if (one.stop && hit.span.length > 1) return;
            var ways = one.ways = one.ways || Object.create(null), weight = OTHER_WORD * hit.weight;
            if (ways[at]) ways[at].weight = Math.max(ways[at].weight, weight);
            else one.alternatives.push(ways[at] = {roots: roots, weight: weight});
          });
        });
      });
    });
  };

  /* What every place gains because a phrase of the query is its name, or leads to it by a group of synonyms. */
  methods.bonus = function (content, hits) {
    var bonus = new Float32Array(this.places.length), self = this;
    hits.forEach(function (hit) {
      var weight = 0, all = 0;
      /* Common words that make a name together are no longer common ones. */
      content.forEach(function (one) {
        var inside = hit.span.indexOf(one) >= 0, worth = inside && hit.span.length > 1 ? one.full : one.idf;
        all += worth;
        if (inside) weight += worth;
      });
      /* A name of function words alone is a name where there are several, as in "one to one", or nothing else is asked. */
      if (!weight && content.length > 1 && hit.span.length < 2) return;
      if (!weight && content.length < 2) weight = all = 1;
      /* "How many staff" is more than "staff". */
      var small = hit.span.filter(function (one) { return one.stop && content.indexOf(one) < 0; }).length * IN_A_NAME;
      weight += small;
      all += small;
      /* "Incident report" is more than "report". */
      var larger = hits.some(function (other) {
        return other.weight >= hit.weight && other.span.length > hit.span.length && self.isNamed(other.key)
          && hit.span.every(function (one) { return other.span.indexOf(one) >= 0; });
      });
      var share = weight / all * (larger ? INSIDE : 1), named = self.namedBy(hit.entry);
      Object.keys(named).forEach(function (place) {
        var worth = named[place] / 100 * hit.weight * PHRASE * Math.pow(share, 1.3) * Math.max(weight, 3), before = bonus[place];
        bonus[place] = Math.max(worth, before) + 0.25 * Math.min(worth, before);
      });
    });
    return bonus;
  };

  /* The places that a phrase names, and how surely in percent. */
  methods.namedBy = function (entry) {
    var named = Object.create(null), self = this;
    if (entry.places.length) entry.places.split(",").forEach(function (pair) {
      named[pair.split("=")[0]] = +pair.split("=")[1];
    });
    entry.groups.forEach(function (number) {
      self.groups[number][1].forEach(function (pair) { named[pair[0]] = Math.max(pair[1], named[pair[0]] || 0); });
    });
    return named;
  };
})();
