"""Word families: which words share a root. The rules are data, so that the browser applies the very same ones.

A word is stripped affix by affix until a known root is left (after Nazief and Adriani, who do it for Indonesian).
Roots are the trusted ones of the language (:mod:`generator.search.roots_id`) and, where those do not help, the shortest
words that the guide itself uses. ``docs/assets/search.js`` does the same; ``tests/browser`` compares them word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

LONGEST_CHAIN = 5
"""Affixes on one word: ``mem-per-tanggung-jawab-kan-nya`` has four."""
MOST_PREFIXES = 3
SHORTEST_UNTRUSTED = 4
SHORTEST_STEM = 5

TOKEN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TWICE = re.compile(r"([a-z]{3,})2([a-z]*)")
"""A word doubled as in a chat: *teman2nya*."""


@dataclass(frozen=True)
class Affix:
    """One way to shorten a word."""

    end: str
    """``p`` for a prefix, ``s`` for a suffix."""
    form: str
    before: str = ""
    """What the rest must begin with (of a prefix) or end with (of a suffix), as letters; empty for anything."""
    instead: str = ""
    """Letters that the affix has swallowed."""
    rank: int = 1
    """Suffixes come off in falling rank; prefixes have none."""
    loose: bool = False
    """Whether only a trusted root may be left: everyday speech, short endings. A loose prefix comes off first or never."""
    least: int = 3
    """Letters that must be left."""
    never_with: tuple[str, ...] = ()
    """Suffixes that no word has together with this prefix: *di-…-an* does not exist, so *diadukan* is not from *aduk*."""

    def strip(self, word: str) -> str:
        """The rest of a word, or nothing."""
        if self.end == "p":
            if not word.startswith(self.form):
                return ""
            rest = word[len(self.form):]
            if self.before and rest[:1] not in self.before:
                return ""
            rest = self.instead + rest
        else:
            if not word.endswith(self.form):
                return ""
            rest = word[: len(word) - len(self.form)]
            if self.before and rest[-1:] not in self.before:
                return ""
            if self.instead == "=":  # a doubled letter: planning, plan
                if rest[-1:] != rest[-2:-1]:
                    return ""
                rest = rest[:-1]
            else:
                rest += self.instead
        return rest if len(rest) >= self.least else ""

    def data(self) -> list[object]:
        """As the browser reads it."""
        return [self.end, self.form, self.before, self.instead, self.rank, int(self.loose), self.least, list(self.never_with)]


@dataclass(frozen=True)
class _Rest:
    """What is left of a word, and what has come off it."""

    word: str
    rank: int = 9
    loose: bool = False
    prefixes: int = 0
    ending: str = ""
    barred: tuple[str, ...] = ()

    def allows(self, affix: Affix) -> bool:
        if affix.end == "s":
            return affix.rank < self.rank and affix.form not in self.barred
        return self.prefixes < (1 if affix.loose else MOST_PREFIXES) and self.ending not in affix.never_with

    def without(self, affix: Affix, short: str) -> _Rest:
        loose = self.loose or affix.loose
        if affix.end == "s":
            return _Rest(short, affix.rank, loose, self.prefixes, affix.form, self.barred)
        return _Rest(short, self.rank, loose, self.prefixes + 1, self.ending, self.barred + affix.never_with)


@dataclass
class Families:
    """Finds the root of any word of one language."""

    affixes: tuple[Affix, ...]
    trusted: frozenset[str]
    exceptions: Mapping[str, str]
    doubled: bool = False
    """Whether a word said twice is one word: ``obat-obatan``."""
    stems: str = ""
    """Endings, as a pattern, without which two words that no rule brings together are taken for one family."""
    learned: set[str] = field(default_factory=set)
    """Roots that only the guide's own vocabulary knows."""
    _seen: dict[str, str] = field(default_factory=dict, repr=False)
    _pairs: dict[str, list[tuple[str, str]]] = field(default_factory=dict, repr=False)
    _near: dict[str, tuple[Affix, ...]] = field(default_factory=dict, repr=False)
    _stems: dict[str, str] | None = field(default=None, repr=False)

    def root(self, word: str) -> str:
        """The root of a word; the word itself where none is known."""
        if word not in self._seen:
            self._seen[word] = self._stripped(word)
        return self._seen[word]

    def _stripped(self, word: str) -> str:
        if word in self.exceptions:
            return self.exceptions[word]
        if word in self.trusted or word in self.learned:
            return word
        level = [_Rest(word)]
        seen = {word}
        for _ in range(LONGEST_CHAIN):
            below: list[_Rest] = []
            for rest in level:
                for affix in self._by_letter(rest.word):
                    if rest.allows(affix) and (short := affix.strip(rest.word)) and short not in seen:
                        seen.add(short)
                        below.append(rest.without(affix, short))
            for rest in below:
                if rest.word in self.exceptions:
                    return self.exceptions[rest.word]
                if rest.word in self.trusted or (
                    not rest.loose and len(rest.word) >= SHORTEST_UNTRUSTED and rest.word in self.learned
                ):
                    return rest.word
            level = below
        return self._by_stem().get(self._stem(word), word) if self.stems else word

    def _by_letter(self, word: str) -> tuple[Affix, ...]:
        """The affixes that can come off a word, by its last and first letter; suffixes first, as they are written."""
        ends = word[-1:] + word[:1]
        if ends not in self._near:
            self._near[ends] = tuple(affix for affix in self.affixes if (
                affix.form[-1] == ends[0] if affix.end == "s" else affix.form[0] == ends[-1]))
        return self._near[ends]

    def _stem(self, word: str) -> str:
        short = re.sub(f"(?:{self.stems})$", "", word)
        return short if len(short) >= SHORTEST_STEM else word

    def _by_stem(self) -> dict[str, str]:
        """Stem → the shortest root the guide has of it."""
        if self._stems is None:
            self._stems = {}
            for root in sorted(self.learned, key=lambda root: (len(root), root)):
                self._stems.setdefault(self._stem(root), root)
        return self._stems

    def roots(self, text: str) -> list[tuple[str, str]]:
        """Every word of a text, in small letters, with its root; parts of a hyphened word each by themselves."""
        known, found = self._pairs, []
        for token in tokens(text):
            pairs = known.get(token)
            if pairs is None:
                pairs = known[token] = self.of_token(token)
            found += pairs
        return found

    def of_token(self, token: str) -> list[tuple[str, str]]:
        """A token's words with their roots: two for ``re-entry``, one for ``berulang-ulang``."""
        if self.doubled and (twice := TWICE.fullmatch(token)):
            token = f"{twice[1]}-{twice[1]}{twice[2]}"
        if "-" not in token:
            return [(token, self.root(token))]
        parts = token.split("-")
        if self.doubled and len(parts) == 2:
            first, second = (self.root(part) for part in parts)
            if first == second or (len(parts[1]) > 3 and parts[1] in parts[0]):
                return [(token, first if first == second else second)]
            if (whole := self.root(parts[0] + parts[1])) in self.trusted and len(parts[0]) < 4:
                return [(token, whole)]
        return [(part, self.root(part)) for part in parts]

    def learn(self, vocabulary: Iterable[str], spoken: Iterable[str] = ()) -> None:
        """Make roots of those words of the guide that lead to no trusted root, the short ones first.

        ``spoken`` are words that people are known to say: such a root is trusted, so that everyday endings come off it.
        """
        self._stems = {}
        for word in sorted(vocabulary, key=lambda word: (len(word), word)):
            found = self._stripped(word)
            if found == word and word not in self.trusted and word not in self.exceptions:
                self.learned.add(word)
                if self.stems:
                    self._stems.setdefault(self._stem(word), word)
        self.trusted |= {word for word in spoken if word in self.learned and len(word) >= SHORTEST_UNTRUSTED}
        self._seen.clear()
        self._pairs.clear()


_FOLD = str.maketrans("áàâäãéèêëíìîïóòôöõúùûüñç’‘`´", "aaaaaeeeeiiiiooooouuuunc''''")


def folded(text: str) -> str:
    """Small letters without accents; ``17-an`` and ``don't`` stay together."""
    text = text.lower()
    return (text if text.isascii() else text.translate(_FOLD)).replace("'", "")


@lru_cache(maxsize=16_384)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text as the search compares them."""
    return tuple(TOKEN.findall(folded(text)))


_VOWELS = "aeiou"
_ANY = "abcdefghijklmnopqrstuvwxyz"


def _nasal(front: str) -> list[Affix]:
    """``me-`` and ``pe-`` with the letters they swallow."""
    never = ("an",) if front == "me" else ("kan", "i")
    return [
        Affix("p", front, "lrwynm", never_with=never),
        Affix("p", f"{front}m", "bfpv", never_with=never),
        Affix("p", f"{front}m", _VOWELS, "p", never_with=never),
        Affix("p", f"{front}n", "cdjtsz", never_with=never),
        Affix("p", f"{front}n", _VOWELS, "t", never_with=never),
        Affix("p", f"{front}ng", "ghkq" + _VOWELS, never_with=never),
        Affix("p", f"{front}ng", _VOWELS, "k", never_with=never),
        Affix("p", f"{front}ny", _VOWELS, "s", never_with=never),
        Affix("p", f"{front}nge", _ANY, loose=True, never_with=never),
    ]


INDONESIAN = (
    Affix("s", "lah", rank=4), Affix("s", "kah", rank=4), Affix("s", "pun", rank=4), Affix("s", "tah", rank=4, loose=True),
    Affix("s", "nya", rank=3),
    *(Affix("s", mine, rank=3, loose=loose, least=least) for loose, least in ((False, 5), (True, 3)) for mine in ("ku", "mu")),
    Affix("s", "an", rank=2), Affix("s", "kan", rank=2), Affix("s", "i", rank=2),
    Affix("s", "in", rank=2, least=5), Affix("s", "in", rank=2, loose=True),  # bantuin, pulangin
    *_nasal("me"), *_nasal("pe"),
    Affix("p", "di", never_with=("an",)),
    Affix("p", "ber"), Affix("p", "be", "r"), Affix("p", "be", "k", loose=True), Affix("p", "be", "t", loose=True),
    Affix("p", "ter"), Affix("p", "te", "r"), Affix("p", "te", "p", loose=True),
    Affix("p", "ketidak", least=4), Affix("p", "ke"), Affix("p", "se"),
    Affix("p", "per"), Affix("p", "pe", "kstdjbcg"), Affix("p", "ku", loose=True),
    *(Affix("p", front, loose=True, least=4) for front in ("antar", "anti", "non")),
    # Everyday speech: ngobrol, ngumpul, nyabu, nyuci, nolak, mukul, ngelem.
    Affix("p", "ng", _VOWELS, loose=True), Affix("p", "ng", _VOWELS, "k", loose=True), Affix("p", "nge", _ANY, loose=True),
    Affix("p", "ny", _VOWELS, "s", loose=True), Affix("p", "ny", _VOWELS, "c", loose=True),
    Affix("p", "n", _VOWELS, "t", loose=True, least=4), Affix("p", "m", _VOWELS, "p", loose=True, least=4),
    Affix("p", "n", "cdjgy", loose=True), Affix("p", "m", "b", loose=True),
)

ENGLISH = (
    Affix("s", "s", "bcdefghijklmnopqrtuvwxyz0123456789", rank=8),
    Affix("s", "es", "sxzho", rank=8), Affix("s", "ies", instead="y", rank=8), Affix("s", "ves", instead="f", rank=8),
    Affix("s", "ves", instead="fe", rank=8),
    Affix("s", "ly", rank=7), Affix("s", "ily", instead="y", rank=7), Affix("s", "bly", instead="ble", rank=7),
    Affix("s", "ing", instead="e", rank=6), Affix("s", "ing", rank=6), Affix("s", "ing", instead="=", rank=6),
    Affix("s", "ed", instead="e", rank=6), Affix("s", "ed", rank=6), Affix("s", "ed", instead="=", rank=6),
    Affix("s", "ied", instead="y", rank=6),
    Affix("s", "ness", rank=6), Affix("s", "iness", instead="y", rank=6),
    Affix("s", "ment", rank=5, least=4), Affix("s", "ful", rank=5), Affix("s", "less", rank=5),
    Affix("s", "ship", rank=5, least=4),
    Affix("s", "er", instead="e", rank=5, least=4), Affix("s", "er", rank=5, least=4), Affix("s", "er", instead="=", rank=5),
    Affix("s", "or", rank=5, least=5), Affix("s", "or", instead="e", rank=5, least=5),
    Affix("s", "ation", instead="e", rank=5, least=4), Affix("s", "ation", rank=5, least=4),
    Affix("s", "isation", instead="ise", rank=5), Affix("s", "ization", instead="ise", rank=5),
    Affix("s", "ize", instead="ise", rank=5), Affix("s", "izing", instead="ise", rank=6),
    Affix("s", "ized", instead="ise", rank=6),
    Affix("s", "ion", instead="e", rank=5, least=5), Affix("s", "ion", rank=5, least=5),
    Affix("s", "ication", instead="y", rank=5, least=4),
    Affix("s", "ibility", instead="ible", rank=5), Affix("s", "ability", instead="able", rank=5),
    Affix("s", "able", rank=4, least=4), Affix("s", "able", instead="e", rank=4, least=4),
    Affix("s", "ity", rank=5, least=5), Affix("s", "ity", instead="e", rank=5, least=5),
    Affix("s", "al", rank=4, least=5), Affix("s", "ally", rank=7, least=5),
    Affix("s", "ist", rank=5, least=6), Affix("s", "y", rank=4, loose=True, least=4),
    Affix("s", "ive", instead="ion", rank=4, least=6), Affix("s", "ance", rank=5, least=5), Affix("s", "ant", rank=5, least=5),
    Affix("p", "re", loose=True, least=6),  # reassessment, readmitted; relapse and report are words of their own
)
"""How each language builds words, in the order in which it is tried."""

EN_STEMS = (
    "isations?|ations?|ating|ated|ates?|ators?|itions?|ions?|ings?|ives?|edly|ed|ers?|ors?|ments?|ally|al|ical|ity|ies|y|es|e|s"
)
"""English endings for the last resort: *humiliating* and *humiliation* meet although the guide never says *humiliate*."""
