/* The guide's own search: answers a query from the index of one language. No page, no network, no library.
   The index is made by generator/search; both apply the same rules of word building (families.py). */
(function () {
  "use strict";

  /* Where a word stands tells how much it weighs: title, other name, first sentence, heading, much, some, little. */
  var WEIGHT = {A: 10, B: 7, C: 3.5, D: 4.5, E: 2.2, F: 1.4, G: 0.7};
  var MOST_RESULTS = 10, MOST_WORDS = 14, LONGEST_PHRASE = 6, LONGEST_CHAIN = 5, SHORTEST_UNTRUSTED = 4, MOST_PREFIXES = 3, SHORTEST_STEM = 5;
  var PHRASE = 9, NAMED = 3.5, TOGETHER = 3, OTHER_WORD = 0.72, CORRECTED = 0.85, BEGUN = 0.8, APART = 0.8, FAINT = 2.2, FAINT_BUT_KNOWN = 1.45, LITTLE_TOLD = 0.5, IN_A_NAME = 1;
  /* A word the guide has never heard of, one of quite other matters, and how much of a question must be known. */
  var UNHEARD = 0.8, OF_ELSEWHERE = 1.3, KNOWN_AT_LEAST = 0.4, KNOWN_IF_NAMED = 0.28, GUESSED = 0.6;

  var NOTHING = [];

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

  /* Letters two words do not share, as bits: most pairs need no closer look. */
  function mask(word) {
    var bits = 0;
    for (var i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 31);
    return bits;
  }
  function count(bits) {
    var n = 0;
    while (bits) { bits &= bits - 1; n++; }
    return n;
  }

  /* Letters to insert, drop, change or swap to make one word of the other; more than `most` is too many. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var two = [], one = [], row = [], i, j;
    for (j = 0; j <= b.length; j++) one[j] = j;
    for (i = 1; i <= a.length; i++) {
      row = [i];
      var least = i;
      for (j = 1; j <= b.length; j++) {
        var cost = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(one[j] + 1, row[j - 1] + 1, one[j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], two[j - 2] + 1);
        if (row[j] < least) least = row[j];
      }
      if (least > most) return most + 1;
      two = one; one = row;
    }
    return one[b.length];
  }

  function Engine(data) {
    this.data = data;
    this.places = data.places;
    this.parts = data.parts;
    this.phrases = Object.create(null);
    this.groups = data.groups;
    this.trusted = setOf(unshared(data.known));
    this.learned = setOf(unshared(data.learned));
    this.stop = setOf(data.stop ? data.stop.split(" ") : []);
    this.weak = setOf(data.weak ? data.weak.split(" ") : []);
    this.elsewhere = setOf(data.elsewhere ? data.elsewhere.split(",") : []);
    this.exceptions = Object.create(null);
    this.posts = Object.create(null);
    this.seen = Object.create(null);
    this.scored = Object.create(null);
    var posts = data.posts.split(" "), self = this;
    unshared(data.roots).forEach(function (root, i) {
      self.posts[root] = posts[i];
      if (!self.trusted[root]) self.learned[root] = true;
    });
    data.exceptions.split(" ").forEach(function (pair) {
      var at = pair.indexOf(":");
      if (at > 0) self.exceptions[pair.slice(0, at)] = pair.slice(at + 1);
    });
    this.names = [];
    this.masks = null;
    this.keys = unshared(data.phrases.keys);
    this.inPhrase = Object.create(null);
    this.keys.forEach(function (key) {
      self.phrases[key] = {places: NOTHING, groups: NOTHING};
      if (key.indexOf(" ") < 0) self.inPhrase[key] = true;
      else key.split(" ").forEach(function (root) { self.inPhrase[root] = true; });
    });
    data.phrases.places.split(" ").forEach(function (said) {
      var halves = said.split(":");
      if (halves.length === 2) self.phrases[self.keys[+halves[0]]].places = halves[1];
    });
    this.groups.forEach(function (group, number) {
      group[0].forEach(function (at) {
        var phrase = self.phrases[self.keys[at]];
        phrase.groups = phrase.groups.concat(number);
      });
    });
  }

  /* All words of the guide: only misspelt and unfinished words ask for them. */
  Engine.prototype.words = function () {
    if (!this.forms) this.forms = unshared(this.data.forms);
    return this.forms;
  };

  /* Phrases of several telling words, by their first one: they also count where their words stand apart. */
  Engine.prototype.apart = function () {
    if (!this.loose) {
      var loose = this.loose = Object.create(null), self = this;
      this.keys.forEach(function (key) {
        if (key.indexOf(" ") < 0) return;
        var roots = key.split(" ").filter(function (root) { return self.posts[root]; });
        if (roots.length > 1) (loose[roots[0]] = loose[roots[0]] || []).push({key: key, roots: roots});
      });
    }
    return this.loose;
  };

  Engine.prototype.root = function (word) {
    if (!(word in this.seen)) this.seen[word] = this.stripped(word);
    return this.seen[word];
  };

  Engine.prototype.stripped = function (word) {
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

  Engine.prototype.stem = function (word) {
    if (!this.endings) this.endings = new RegExp("(?:" + this.data.stems + ")$");
    var short = word.replace(this.endings, "");
    return short.length >= SHORTEST_STEM ? short : word;
  };

  Engine.prototype.byStem = function () {
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
  Engine.prototype.ofToken = function (token) {
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

  Engine.prototype.isKnown = function (word, root) {
    return !!(this.posts[root] || this.inPhrase[root] || this.trusted[root] || this.learned[root] || this.exceptions[word] || this.stop[word]);
  };

  /* A root's weight at every place and part. */
  Engine.prototype.score = function (root) {
    if (this.scored[root]) return this.scored[root];
    var head = new Float32Array(this.places.length), body = new Float32Array(this.places.length);
    var times = new Uint16Array(this.places.length), parts = [], last = -1, found, reader = /([0-9a-z]*)([A-G])/g;
    var packed = this.posts[root] || "", places = 0, titled = [], i;
    while ((found = reader.exec(packed))) {
      last += found[1] ? parseInt(found[1], 36) : 1;
      var weight = WEIGHT[found[2]], part = this.parts[last], place = part[0];
      parts.push([last, weight]);
      if (!head[place] && !body[place]) places++;
      if (part.length === 1) {
        if (weight > head[place]) head[place] = weight;
        if (found[2] === "A") titled.push(place);
      } else {
        times[place]++;
        if (weight > body[place]) body[place] = weight;
      }
    }
    var all = new Float32Array(this.places.length);
    for (i = 0; i < all.length; i++) {
      var high = Math.max(head[i], body[i]);
      if (high) all[i] = high + 0.3 * Math.min(head[i], body[i]) + 0.3 * Math.log(1 + times[i]);
    }
    return (this.scored[root] = {
      places: all, parts: parts, titled: titled, idf: Math.log(1 + this.places.length / (places + 0.5)), known: places > 0
    });
  };

  /* Words of the guide that a misspelt one was meant to be. */
  Engine.prototype.corrections = function (word) {
    if (word.length < 4 || /[0-9]/.test(word) || !/[aeiou]/.test(word)) return [];
    var forms = this.words();
    if (!this.masks) this.masks = forms.map(mask);
    var most = word.length >= 8 ? 2 : 1, own = mask(word), found = [], i;
    for (i = 0; i < forms.length; i++) {
      var form = forms[i];
      if (Math.abs(form.length - word.length) > most || form.length < 4 || count(own ^ this.masks[i]) > 2 * most) continue;
      if (most === 2 && form.length < 7) continue;
      var away = distance(word, form, most);
      if (away > most) continue;
      /* The first letter is seldom the wrong one; it may be missing, doubled or swapped. */
      if (form[0] !== word[0] && (word.length < 5 || away > 1 || form.slice(1) === word.slice(1))) continue;
      var root = this.root(form);
      found.push({form: form, root: root, away: away + (form[0] === word[0] ? 0 : 0.5), idf: this.score(root).idf});
    }
    if (!found.length) return found;
    found.sort(function (a, b) { return a.away - b.away || a.idf - b.idf || (a.form < b.form ? -1 : 1); });
    var best = found[0].away, roots = Object.create(null);
    return found.filter(function (one) {
      if (one.away > best || roots[one.root]) return false;
      return (roots[one.root] = true);
    }).slice(0, 4);
  };

  /* Words of the guide a slip or two of the keys away from any word, known or not. */
  Engine.prototype.slips = function (word, most) {
    var forms = this.words(), own = mask(word), found = [], i;
    if (word.length < 3 || /[0-9]/.test(word)) return found;
    if (!this.masks) this.masks = forms.map(mask);
    for (i = 0; i < forms.length; i++) {
      var form = forms[i];
      if (form.length < 4 || form === word || Math.abs(form.length - word.length) > most || count(own ^ this.masks[i]) > 2 * most) continue;
      if (distance(word, form, most) > most || (form[0] !== word[0] && form.slice(1) === word.slice(1))) continue;
      found.push({form: form, root: this.root(form)});
    }
    return found;
  };

  Engine.prototype.isNamed = function (key) {
    var phrase = this.phrases[key], self = this;
    return !!phrase && (phrase.places.length > 0 || phrase.groups.some(function (number) { return self.groups[number][1].length > 0; }));
  };

  /* "morning meting": a word that makes a known name of its neighbours once a slip is mended, though it may be a word itself. */
  Engine.prototype.mended = function (words) {
    var self = this, slips = [], from, size, at;
    function key(span) { return span.join(" "); }
    for (size = Math.min(3, words.length); size > 1; size--) for (from = 0; from + size <= words.length; from++) {
      var span = words.slice(from, from + size), roots = span.map(function (one) { return one.root; });
      if (this.phrases[key(roots)] || span.some(function (one) { return one.mended; })) continue;
      for (at = 0; at < size; at++) {
        var one = span[at], rare = this.posts[one.root] ? this.score(one.root).idf : Infinity;
        if (one.stop || span.every(function (other) { return other === one || other.stop; })) continue;
        if (!slips[from + at]) slips[from + at] = this.slips(one.word, rare === Infinity && one.word.length > 5 ? 2 : 1);
        var better = slips[from + at].filter(function (slip) {
          var instead = roots.slice();
          instead[at] = slip.root;
          return slip.root !== one.root && self.isNamed(key(instead)) && self.score(slip.root).idf < rare;
        })[0];
        if (!better) continue;
        one.mended = true;
        one.meant = better.form;
        one.alternatives = [{roots: [better.root], weight: CORRECTED}].concat(
          one.alternatives.filter(function (way) { return way.roots[0] !== better.root; }));
        one.own = one.alternatives.length;
        break;
      }
    }
    return words;
  };

  Engine.prototype.begun = function (word) {
    var self = this, roots = Object.create(null), found = [];
    if (word.length < 2) return found;
    for (var i = 0, forms = this.words(); i < forms.length; i++) {
      var form = forms[i];
      if (form.slice(0, word.length) !== word) continue;
      var root = this.root(form), fit = word.length / form.length;
      if (!(root in roots)) { roots[root] = found.length; found.push({root: root, fit: fit, form: form}); }
      else if (fit > found[roots[root]].fit) { found[roots[root]].fit = fit; found[roots[root]].form = form; }
    }
    found.sort(function (a, b) { return b.fit - a.fit || self.score(a.root).idf - self.score(b.root).idf; });
    return found.slice(0, 8);
  };

  /* The query's words, each with the roots it may stand for. */
  Engine.prototype.read = function (query) {
    var self = this, words = [];
    tokens(query.replace(/\b([A-Za-z])\.(?=[A-Za-z]\b)/g, "$1")).slice(0, MOST_WORDS).forEach(function (token) {
      self.ofToken(token).forEach(function (pair) { words.push({word: pair[0], root: pair[1]}); });
    });
    var joined = [], i;
    for (i = 0; i < words.length; i++) {
      var next = words[i + 1];
      if (next && (!this.isKnown(words[i].word, words[i].root) || !this.isKnown(next.word, next.root))) {
        var whole = words[i].word + next.word, wholeRoot = this.root(whole);
        var slip = whole.length > 8 && !this.posts[wholeRoot] ? this.slips(whole, 1)[0] : null;
        if (slip && slip.form.length > 8) { whole = slip.form; wholeRoot = slip.root; }
        if (this.posts[wholeRoot] && whole.length > 5) {
          joined.push({word: whole, root: wholeRoot});
          i++;
          continue;
        }
      }
      joined.push(words[i]);
    }
    words = [];
    joined.forEach(function (one) {
      var halves = self.isKnown(one.word, one.root) ? null : self.halves(one.word);
      if (halves) halves.forEach(function (half) { words.push({word: half, root: self.root(half)}); });
      else words.push(one);
    });
    words.forEach(function (one, at) {
      var single = one.word.slice(0, -1);
      if (one.word.length > 2 && /s$/.test(one.word) && !self.isKnown(one.word, one.root) && self.isKnown(single, self.root(single)))
        one.root = self.root(single);
      one.stop = !!(self.stop[one.word] || self.stop[one.root]);
      one.alternatives = [];
      if (self.posts[one.root]) one.alternatives.push({roots: [one.root], weight: 1});
      else if (!one.stop && !self.inPhrase[one.root]) {
        var begun = at === words.length - 1 ? self.begun(one.word) : [];
        if (begun.length) begun.forEach(function (b) {
          one.alternatives.push({roots: [b.root], weight: BEGUN * Math.sqrt(b.fit)});
        });
        else if (!self.isKnown(one.word, one.root)) self.corrections(one.word).forEach(function (c) {
          /* Beside other words a short one nobody knows is sooner slang than a slip. */
          one.alternatives.push({roots: [c.root], weight: words.length > 1 && one.word.length < 6 ? CORRECTED * GUESSED : CORRECTED});
          one.meant = one.meant || c.form;
        });
      }
      one.own = one.alternatives.length;
    });
    return words.length < 7 ? this.mended(words) : words;
  };

  Engine.prototype.halves = function (word) {
    for (var i = 3; i <= word.length - 2; i++) {
      if (this.phrases[this.root(word.slice(0, i)) + " " + this.root(word.slice(i))]) return [word.slice(0, i), word.slice(i)];
    }
    return null;
  };

  /* Every way to read words i to j as a known phrase: phrases with the weight of their reading. */
  Engine.prototype.phrasesOf = function (words) {
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
    var self = this;
    return readings.filter(function (reading) { return self.phrases[reading[0]]; });
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

  Engine.prototype.find = function (query) {
    var self = this, words = this.read(query), size = this.places.length, i, j, k, p;
    var told = words.filter(function (one) { return !one.stop; });
    var content = told.length ? told : words;
    var highest = Math.log(1 + size / 0.5);
    var bonus = new Float32Array(size);

    /* Phrases, on all words and on the telling ones alone; what they mean is another way to say each of their words. */
    var hits = [];
    [words, content].forEach(function (row, second) {
      if (second && row.length === words.length) return;
      for (i = 0; i < row.length; i++) {
        for (j = i; j < row.length && j < i + LONGEST_PHRASE; j++) {
          var span = row.slice(i, j + 1);
          if (j === i && row[i].stop && words.length > 1) continue;
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
    hits.forEach(function (hit) {
      hit.entry.groups.forEach(function (number) {
        self.groups[number][0].forEach(function (at) {
          var other = self.keys[at];
          if (other === hit.key) return;
          var roots = other.split(" ").filter(function (root) { return !self.stop[root]; });
          if (!roots.length || !roots.every(function (root) { return self.posts[root]; })) return;
          hit.span.forEach(function (one) {
            if (!one.stop || hit.span.length === 1) one.alternatives.push({roots: roots, weight: OTHER_WORD * hit.weight});
          });
        });
      });
    });

    /* Each word's weight at each place; the heavier the rarer it is. */
    var total = new Float32Array(size), met = new Float32Array(size), sum = 0, known = 0;
    var inPart = new Float32Array(this.parts.length), partMet = new Float32Array(this.parts.length);
    content.forEach(function (one) {
      one.idf = 0;
      one.alternatives.forEach(function (way, number) {
        var idf = 0;
        way.roots.forEach(function (root) { idf = Math.max(idf, self.score(root).idf); });
        way.idf = idf;
        if (number < Math.max(1, one.own)) one.idf = one.idf ? Math.min(one.idf, idf) : idf;
      });
      if (!one.idf) one.idf = highest * (self.inPhrase[one.root] ? 0.6 : UNHEARD);
      one.full = one.idf;
      if (/^[0-9]+$/.test(one.word) || self.weak[one.root]) one.idf *= LITTLE_TOLD;
    });
    words.forEach(function (one, at) {
      var before = words[at - 1], after = words[at + 1];
      if (!self.elsewhere[one.word] && !(after && self.elsewhere[one.word + " " + after.word])
        && !(before && self.elsewhere[before.word + " " + one.word])) return;
      if (hits.some(function (hit) { return hit.span.length > 1 && hit.span.indexOf(one) >= 0; })) return;
      one.alternatives = [];
      one.away = true;
      one.full = one.idf = highest * OF_ELSEWHERE;
      hits = hits.filter(function (hit) { return hit.span.indexOf(one) < 0; });
    });
    hits.forEach(function (hit) { hit.span.forEach(function (one) { one.heard = true; }); });
    content.forEach(function (one) {
      sum += one.idf;
      if (one.alternatives.length || one.heard) known += one.idf * (one.meant && !one.mended ? GUESSED : 1);
      if (!one.alternatives.length) return;
      var here = new Float32Array(size), partHere = Object.create(null);
      one.alternatives.forEach(function (way) {
        var scored = way.roots.map(function (root) { return self.score(root); });
        /* A common word that stands in for a rare one is worth no more than a common word. */
        var share = way.weight * Math.min(1, way.idf / one.idf);
        for (p = 0; p < size; p++) {
          var least = Infinity;
          for (k = 0; k < scored.length; k++) if (scored[k].places[p] < least) least = scored[k].places[p];
          if (least * share > here[p]) here[p] = least * share;
        }
        var counted = Object.create(null);
        scored.forEach(function (s) {
          s.parts.forEach(function (pair) { counted[pair[0]] = (counted[pair[0]] || 0) + 1; });
        });
        scored[0].parts.forEach(function (pair) {
          if (counted[pair[0]] === scored.length) {
            var weight = Math.min(pair[1], 6) * share;
            if (!(partHere[pair[0]] > weight)) partHere[pair[0]] = weight;
          }
        });
      });
      for (p = 0; p < size; p++) if (here[p]) { total[p] += one.idf * here[p]; met[p] += one.idf; }
      for (var part in partHere) { inPart[part] += one.idf * partHere[part]; partMet[part] += one.idf; }
      one.here = here;
    });

    hits.forEach(function (hit) {
      var weight = 0, all = 0;
      /* Common words that make a name together are no longer common ones. */
      content.forEach(function (one) {
        var inside = hit.span.indexOf(one) >= 0, worth = inside && hit.span.length > 1 ? one.full : one.idf;
        all += worth;
        if (inside) weight += worth;
      });
      if (!weight) { if (content.length > 1) return; weight = all = 1; }
      /* "How many staff" is more than "staff". */
      var small = hit.span.filter(function (one) { return one.stop && content.indexOf(one) < 0; }).length * IN_A_NAME;
      weight += small;
      all += small;
      var share = weight / all;
      var named = Object.create(null);
      if (hit.entry.places.length) hit.entry.places.split(",").forEach(function (pair) {
        named[pair.split("=")[0]] = +pair.split("=")[1];
      });
      hit.entry.groups.forEach(function (number) {
        self.groups[number][1].forEach(function (pair) { named[pair[0]] = Math.max(pair[1], named[pair[0]] || 0); });
      });
      Object.keys(named).map(function (place) { return [+place, named[place]]; }).forEach(function (pair) {
        var worth = pair[1] / 100 * hit.weight * PHRASE * Math.pow(share, 1.3) * Math.max(weight, 3);
        var before = bonus[pair[0]];
        bonus[pair[0]] = Math.max(worth, before) + 0.25 * Math.min(worth, before);
      });
    });
    var away = words.some(function (one) { return one.away; });
    var sure = !away && hits.some(function (hit) {
      return hit.weight > CORRECTED && self.isNamed(hit.key) && hit.span.some(function (one) { return !one.stop && !self.weak[one.root]; });
    });
    if (known < (sure ? KNOWN_IF_NAMED : KNOWN_AT_LEAST) * sum) return this.none(query, words);

    var best = new Int32Array(size).fill(-1), bestValue = new Float32Array(size), bestMet = new Float32Array(size);
    for (i = 0; i < this.parts.length; i++) {
      if (!inPart[i]) continue;
      p = this.parts[i][0];
      if (partMet[i] > bestMet[p]) bestMet[p] = partMet[i];
      if (this.parts[i].length > 1 && inPart[i] * partMet[i] > bestValue[p]) { bestValue[p] = inPart[i] * partMet[i]; best[p] = i; }
    }
    var asked = Object.create(null), marks = Object.create(null);
    content.forEach(function (one) {
      one.alternatives.forEach(function (way) {
        /* Half a phrase that means the same is nothing to mark. */
        if (way.roots.length === 1) marks[way.roots[0]] = 1;
        way.roots.forEach(function (root) { asked[root] = Math.max(asked[root] || 0, way.weight); });
      });
    });
    var results = [], titled = Object.create(null);
    Object.keys(asked).forEach(function (root) {
      self.score(root).titled.forEach(function (place) { titled[place] = true; });
    });
    for (p = 0; p < size; p++) {
      if (!met[p] && !bonus[p]) continue;
      var cover = Math.min(1, met[p] / sum), close = bestMet[p] / sum, named = 0;
      var name = titled[p] ? this.title(p) : null;
      if (name) name.roots.forEach(function (root) { if (asked[root]) named += self.score(root).idf * asked[root]; });
      var part = name && name.weight ? named / name.weight : 0;
      var value = total[p] * Math.pow(cover, 1.5) + TOGETHER * close * close * sum + NAMED * part * part * Math.min(named, sum) * cover + bonus[p];
      results.push({place: p, value: value * this.places[p][3], part: best[p], cover: cover, named: part, bonus: bonus[p]});
    }
    results.sort(function (a, b) { return b.value - a.value || a.place - b.place; });
    /* Words that stand far apart on some page, and are nobody's name, answer nothing. */
    var faint = content.every(function (one) { return one.alternatives.length && !one.meant; }) ? FAINT_BUT_KNOWN : FAINT;
    if (!results.length || (!results[0].bonus && results[0].value < faint * sum)) return this.none(query, words);
    var floor = results[0].value * 0.12;
    return this.told(query, words, results.filter(function (one, at) { return at < 4 || one.value >= floor; }).slice(0, MOST_RESULTS), asked, marks);
  };

  Engine.prototype.none = function (query) {
    return {query: query, meant: "", results: []};
  };

  Engine.prototype.told = function (query, words, results, asked, marks) {
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
      asked: marks
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
