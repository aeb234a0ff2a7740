/* What somebody typed, word by word: slips of the keys mended, words joined or split, the last one perhaps unfinished. */
(function () {
  "use strict";

  var methods = window.tcSearchParts.methods, tokens = window.tcSearchParts.tokens, unshared = window.tcSearchParts.unshared;
  var MOST_WORDS = 14, CORRECTED = window.tcSearchParts.CORRECTED = 0.85, BEGUN = 0.8, LONG_ROOT = 6;
  /* How sure a correction is, and one of a short word beside others. */
  var GUESSED = window.tcSearchParts.GUESSED = 0.6;

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

  /* Letters that are taken for one another: neighbours on the keys, vowels, and those that sound alike. */
  var ALIKE = new Uint8Array(128 * 128), UNLIKE = 1.5;
  ("qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm qa aw ws sz wd se ed dx fr dr fc gt ft gv hy gy hb "
    + "ju hu jn ki ju km lo ko ae ai ao au ei eo eu iu ou iy bp dt gk fv fp pv vw sz sc ck gj jy kq kx lr").split(" ").forEach(function (two) {
    ALIKE[two.charCodeAt(0) * 128 + two.charCodeAt(1)] = ALIKE[two.charCodeAt(1) * 128 + two.charCodeAt(0)] = 1;
  });

  /* Letters to insert, drop, change or swap to make one word of the other, an unlikely change counting more; more than
     `most` is too many. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var two = [], one = [], row = [], i, j;
    for (j = 0; j <= b.length; j++) one[j] = j;
    for (i = 1; i <= a.length; i++) {
      row = [i];
      var least = i;
      for (j = 1; j <= b.length; j++) {
        var cost = a[i - 1] === b[j - 1] ? 0 : ALIKE[a.charCodeAt(i - 1) * 128 + b.charCodeAt(j - 1)] ? 1 : UNLIKE;
        row[j] = Math.min(one[j] + 1, row[j - 1] + 1, one[j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], two[j - 2] + 1);
        if (row[j] < least) least = row[j];
      }
      if (least > most) return most + 1;
      two = one; one = row;
    }
    return one[b.length];
  }

  /* All words of the guide: only misspelt and unfinished words ask for them. */
  methods.words = function () {
    if (!this.forms) this.forms = unshared(this.data.forms);
    return this.forms;
  };

  /* These, the words that only synonyms hold, and the function words: what somebody may have meant to type. */
  methods.written = function () {
    if (!this.meant) {
      var self = this, more = Object.keys(this.inPhrase).filter(function (root) { return !self.posts[root] && root.length > 5; });
      this.meant = this.words().concat(more.concat(Object.keys(this.stop)).filter(function (word) { return word.length > 3; }));
      this.masks = this.meant.map(mask);
    }
    return this.meant;
  };

  /* Words that a misspelt one was meant to be. */
  methods.corrections = function (word) {
    if (word.length < 4 || /[0-9]/.test(word) || !/[aeiouy]/.test(word)) return [];
    var forms = this.written();
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
      /* Two slips in a word that is mostly affixes leave nothing of it. */
      if (away > 1 && root.length < LONG_ROOT) continue;
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

  /* What is left of a word that a message writes without vowels: bnyk, plg, klrg. */
  function clipped(word) {
    return word.replace(/ng/g, "g").replace(/[aeiou]/g, "").replace(/(.)\1+/g, "$1");
  }

  /* Words that a clipped one stands for: function words before all others, then the shorter and commoner ones. */
  methods.unclipped = function (word) {
    if (!/^[b-df-hj-np-tv-z]{2,7}$/.test(word)) return [];
    if (!this.clips) {
      var clips = this.clips = Object.create(null), self = this;
      this.words().concat(Object.keys(this.stop)).forEach(function (form) {
        var clip = clipped(form);
        if (clip !== form && form.length < 11) (clips[clip] = clips[clip] || []).push(form);
      });
    }
    if (word.replace(/ng/g, "g") !== clipped(word)) return [];
    var found = (this.clips[clipped(word)] || []).filter(function (form) { return form[0] === word[0]; }), stop = this.stop, own = this;
    if (word.length < 3) found = found.filter(function (form) { return stop[form]; });
    return found.sort(function (a, b) {
      return !stop[a] - !stop[b] || a.length - b.length || own.score(own.root(a)).idf - own.score(own.root(b)).idf;
    }).slice(0, 3);
  };

  /* Words of the guide a slip or two of the keys away from any word, known or not. */
  methods.slips = function (word, most) {
    var forms = this.written(), own = mask(word), found = [], i;
    if (word.length < 3 || /[0-9]/.test(word)) return found;
    for (i = 0; i < forms.length; i++) {
      var form = forms[i];
      if (form.length < 4 || form === word || Math.abs(form.length - word.length) > most || count(own ^ this.masks[i]) > 2 * most) continue;
      if (distance(word, form, most) > most || (form[0] !== word[0] && form.slice(1) === word.slice(1))) continue;
      found.push({form: form, root: this.root(form)});
    }
    return found;
  };

  /* "morning meting": a word that makes a known name of its neighbours once a slip is mended, though it may be a word itself. */
  methods.mended = function (words) {
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

  methods.begun = function (word) {
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

  /* The words of a query as they were typed: letters held down let go, doubled words and clipped ones written out. */
  methods.typed = function (query) {
    var self = this, words = [];
    query = query.replace(/[a-z]*([a-z])\1\1[a-z]*/gi, function (word) {
      var short = word.replace(/([a-z])\1\1+/gi, "$1");
      return short.length > 2 ? short : word;
    });
    tokens(query.replace(/\b([A-Za-z])\.(?=[A-Za-z]\b)/g, "$1")).slice(0, MOST_WORDS).forEach(function (token) {
      self.ofToken(token).forEach(function (pair) { words.push({word: pair[0], root: pair[1]}); });
    });
    words.forEach(function (one) {
      var meant = self.isAsItStands(one) ? [] : self.unclipped(one.word);
      if (!meant.length) return;
      one.word = meant[0];
      one.root = self.root(meant[0]);
      one.others = meant.slice(1).map(function (form) { return self.root(form); });
    });
    return words;
  };

  /* Unknown words joined with a neighbour or cut in two where that makes known ones. */
  methods.spaced = function (words) {
    var self = this, joined = [], spaced = [], i;
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
    joined.forEach(function (one) {
      var halves = self.isKnown(one.word, one.root) ? null : self.halves(one.word);
      if (halves) halves.forEach(function (half) { spaced.push({word: half, root: self.root(half)}); });
      else spaced.push(one);
    });
    return spaced;
  };

  /* The query's words, each with the roots it may stand for. `unfinished`: the last is the beginning of another, though it is a word. */
  methods.read = function (query, unfinished) {
    var self = this, words = this.spaced(this.typed(query)), last = words.length - 1;
    words.forEach(function (one, at) {
      var single = one.word.slice(0, -1), begun = unfinished && at === last;
      if (begun) one.root = one.word;
      else if (one.word.length > 2 && /s$/.test(one.word) && !self.isKnown(one.word, one.root) && self.isKnown(single, self.root(single)))
        one.root = self.root(single);
      /* A single letter after other words is a word that has just been begun. */
      var letter = last > 0 && at === last && /^[a-z]$/.test(one.word);
      one.stop = !begun && !!(letter || self.stop[one.word] || self.stop[one.root]);
      one.alternatives = [];
      if (self.posts[one.root]) one.alternatives.push({roots: [one.root], weight: 1});
      if (begun || !(self.posts[one.root] || one.stop || self.inPhrase[one.root])) {
        var longer = at === last ? self.begun(one.word) : [];
        if (longer.length > 0 && words.length > 1) one.guess = true;
        if (longer.length) longer.forEach(function (b) {
          one.alternatives.push({roots: [b.root], weight: BEGUN * Math.sqrt(b.fit)});
        });
        else if (!self.isKnown(one.word, one.root)) self.corrections(one.word).forEach(function (c) {
          if (self.stop[c.form]) { one.stop = true; one.root = c.root; one.meant = c.form; }
          if (one.stop) return;
          /* Beside other words a short one nobody knows is sooner slang than a slip. */
          one.alternatives.push({roots: [c.root], weight: words.length > 1 && one.word.length < 6 ? CORRECTED * GUESSED : CORRECTED});
          one.meant = one.meant || c.form;
          one.guess = true;
        });
      }
      if (!one.stop) (one.others || []).forEach(function (root) {
        if (root !== one.root && self.posts[root]) one.alternatives.push({roots: [root], weight: CORRECTED * GUESSED});
      });
      one.own = one.alternatives.length;
    });
    return words.length < 7 ? this.mended(words) : words;
  };

  /* Whether a word, or what its final s makes many of, is known as it stands. */
  methods.isAsItStands = function (one) {
    var self = this;
    return [one.word, one.word.replace(/s$/, "")].some(function (word) {
      return self.isKnown(word, word);
    });
  };

  methods.halves = function (word) {
    for (var i = 3; i <= word.length - 2; i++) {
      if (this.phrases[this.root(word.slice(0, i)) + " " + this.root(word.slice(i))]) return [word.slice(0, i), word.slice(i)];
    }
    return null;
  };
})();
