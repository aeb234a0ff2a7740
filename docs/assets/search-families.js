/* Word families: the root of any word by the affixes, roots and exceptions of the index.
   The same rules of word building as in generator/search/families.py; a test asks both for every word of the guide. */
(function () {
  "use strict";

  var LONGEST_CHAIN = 5, SHORTEST_UNTRUSTED = 4, MOST_PREFIXES = 3, SHORTEST_STEM = 5;

  var FOLD = {};
  "áa àa âa äa ãa ée èe êe ëe íi ìi îi ïi óo òo ôo öo õo úu ùu ûu üu ñn çc".split(" ").forEach(function (pair) {
    FOLD[pair[0]] = pair[1];
  });

  function folded(text) {
    return text.toLowerCase().replace(/[áàâäãéèêëíìîïóòôöõúùûüñç]/g, function (c) { return FOLD[c]; }).replace(/[’‘`´']/g, "");
  }

  function tokens(text) {
    return folded(text).match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) || [];
  }

  function setOf(words) {
    var found = Object.create(null);
    words.forEach(function (word) { found[word] = true; });
    return found;
  }

  /* Words written as the letters shared with the one before, and the rest: AkambuhFan is kambuh, kambuhan. */
  function unshared(text) {
    var last = "";
    return (text.match(/[A-Z][^A-Z]*/g) || []).map(function (said) {
      return (last = last.slice(0, said.charCodeAt(0) - 65) + said.slice(1));
    });
  }

  /* Rising numbers from their steps: see _steps in index.py. */
  function steps(text) {
    var at = 0, high = 0, found = [];
    for (var i = 0; i < text.length; i++) {
      var code = text.charCodeAt(i);
      if (code > 96) high = high * 36 + code - 87;
      else if (code < 58) high = high * 36 + code - 48;
      else { found.push(at += high * 26 + code - 65); high = 0; }
    }
    return found;
  }

  /* The rest of a word without one affix, or nothing: see Affix.strip in families.py. */
  function strip(affix, word) {
    var end = affix[0], form = affix[1], before = affix[2], instead = affix[3], rest;
    if (end === "p") {
      if (word.slice(0, form.length) !== form) return "";
      rest = word.slice(form.length);
      if (before && (rest === "" || before.indexOf(rest[0]) < 0)) return "";
      rest = instead + rest;
    } else {
      if (word.length < form.length || word.slice(word.length - form.length) !== form) return "";
      rest = word.slice(0, word.length - form.length);
      if (before && (rest === "" || before.indexOf(rest[rest.length - 1]) < 0)) return "";
      if (instead === "=") {
        if (rest[rest.length - 1] !== rest[rest.length - 2]) return "";
        rest = rest.slice(0, -1);
      } else rest += instead;
    }
    return rest.length >= affix[6] ? rest : "";
  }

  /* What the search engine takes its methods from; each of its files adds some. */
  var methods = {};

  methods.root = function (word) {
    if (!(word in this.seen)) this.seen[word] = this.stripped(word);
    return this.seen[word];
  };

  methods.stripped = function (word) {
    if (word in this.exceptions) return this.exceptions[word];
    if (this.trusted[word] || this.learned[word]) return word;
    var level = [[word, 9, false, 0, "", []]], met = Object.create(null), affixes = this.data.affixes;
    met[word] = true;
    for (var depth = 0; depth < LONGEST_CHAIN && level.length; depth++) {
      var below = [], i, k;
      for (i = 0; i < level.length; i++) {
        for (k = 0; k < affixes.length; k++) {
          var affix = affixes[k], suffix = affix[0] === "s", rest = level[i];
          if (suffix ? affix[4] >= rest[1] || rest[5].indexOf(affix[1]) >= 0
            : rest[3] >= (affix[5] ? 1 : MOST_PREFIXES) || affix[7].indexOf(rest[4]) >= 0) continue;
          var short = strip(affix, rest[0]);
          if (short && !met[short]) {
            met[short] = true;
            below.push(suffix ? [short, affix[4], rest[2] || !!affix[5], rest[3], affix[1], rest[5]]
              : [short, rest[1], rest[2] || !!affix[5], rest[3] + 1, rest[4], rest[5].concat(affix[7])]);
          }
        }
      }
      for (i = 0; i < below.length; i++) {
        var left = below[i][0];
        if (left in this.exceptions) return this.exceptions[left];
        if (this.trusted[left]) return left;
        if (!below[i][2] && left.length >= SHORTEST_UNTRUSTED && this.learned[left]) return left;
      }
      level = below;
    }
    return this.data.stems ? this.byStem()[this.stem(word)] || word : word;
  };

  methods.stem = function (word) {
    if (!this.endings) this.endings = new RegExp("(?:" + this.data.stems + ")$");
    var short = word.replace(this.endings, "");
    return short.length >= SHORTEST_STEM ? short : word;
  };

  methods.byStem = function () {
    if (!this.stems) {
      var stems = this.stems = Object.create(null), self = this;
      Object.keys(this.learned).sort(function (a, b) { return a.length - b.length || (a < b ? -1 : 1); }).forEach(function (root) {
        var stem = self.stem(root);
        if (!stems[stem]) stems[stem] = root;
      });
    }
    return this.stems;
  };

  /* A token's words with their roots: two for re-entry, one for berulang-ulang. */
  methods.ofToken = function (token) {
    /* A word doubled as in a chat: teman2nya. */
    if (this.data.doubled) token = token.replace(/^([a-z]{3,})2([a-z]*)$/, "$1-$1$2");
    if (token.indexOf("-") < 0) return [[token, this.root(token)]];
    var parts = token.split("-"), self = this;
    if (this.data.doubled && parts.length === 2) {
      var first = this.root(parts[0]), second = this.root(parts[1]);
      if (first === second) return [[token, first]];
      if (parts[1].length > 3 && parts[0].indexOf(parts[1]) >= 0) return [[token, second]];
      var whole = this.root(parts[0] + parts[1]);
      if (this.trusted[whole] && parts[0].length < 4) return [[token, whole]];
    }
    return parts.map(function (part) { return [part, self.root(part)]; });
  };

  methods.isKnown = function (word, root) {
    return !!(this.posts[root] || this.inPhrase[root] || this.trusted[root] || this.learned[root] || this.exceptions[word] || this.stop[word]);
  };

  window.tcSearchParts = {tokens: tokens, setOf: setOf, unshared: unshared, steps: steps, methods: methods};
})();
