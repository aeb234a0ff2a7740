"""The first time a page uses a word of the field, the word leads to its meaning: a link, a hover, a tap.

Works on the finished Markdown of a page, hand-written or generated, so that both are treated alike.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.language import Words
from generator.model.design import Catalogue

_SKIPPED_LINE = re.compile(r"^\s*(?:#|!!!|\?\?\?|<|\||```|\{:|[-*_]{3,}\s*$|    \S.*\S\s*:\s*$)")
_LINK = r"\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])"
_PIECES = re.compile(rf"(`[^`]*`|{_LINK}|!{_LINK}|<[^>]+>|https?://\S+|\{{[^}}]*\}})")
"""What is left as it is. Every choice begins with one fixed letter: so the search leaps from one to the next."""
LONGEST_TITLE = 220
"""Characters of a definition that a hover can carry."""


@dataclass(frozen=True)
class Terms:
    """The words to be explained in one language, ready to be found in any page."""

    meanings: dict[str, tuple[str, str]] = field(repr=False)
    """Word in small letters → (its name in the glossary, what it means)."""
    pattern: re.Pattern[str] | None = field(repr=False)
    letters: frozenset[str] = field(default=frozenset(), repr=False)
    """Those that are written in capitals: PAGE is a group, a page is not."""

    @classmethod
    def of(cls, catalogue: Catalogue, words: Words) -> Terms:
        language = words.code
        # A word that is a component's own title has a better page than the glossary's line.
        titles = {component.title.to(language).lower() for component in catalogue.components.values()}
        meanings = {
            term.term.to(language).lower(): (name, term.definition.to(language))
            for name, term in catalogue.glossary.terms.items()
            if not (term.preferred or term.everyday or "/" in term.term.to(language))
            and term.term.to(language).lower() not in titles
        }
        found = _one_of(sorted(meanings, key=lambda w: (-len(w), w)))
        letters = frozenset(word.lower() for term in catalogue.glossary.terms.values()
                            if (word := term.term.to(language)).isupper())
        return cls(meanings, re.compile(rf"(?<![\w-])({found})(?![\w-])", re.IGNORECASE) if found else None, letters)

    def explained(self, markdown: str, page: str) -> str:
        """The page with the first mention of each term made a link. ``page`` is its path, ``start/manager``."""
        if self.pattern is None or page == "glossary":
            return markdown
        seen: set[str] = set()
        way = posixpath.relpath("glossary.md", posixpath.dirname(page) or ".")
        return "\n".join(self._lines(markdown, way, seen))

    def _lines(self, markdown: str, way: str, seen: set[str]) -> Iterator[str]:
        inside = ""  # front matter, or a fence
        for number, text in enumerate(markdown.split("\n")):
            fence = text.strip()[:3] if text.strip()[:3] in ("---", "```", "~~~") else ""
            if inside:
                inside = "" if fence == inside else inside
                yield text
            elif (fence == "---" and number == 0) or fence in ("```", "~~~"):
                inside = fence
                yield text
            elif not text.strip() or _SKIPPED_LINE.match(text):
                yield text
            else:
                yield "".join(piece if odd else self._linked(piece, way, seen)
                              for odd, piece in zip(_alternate(), _PIECES.split(text), strict=False))

    def _linked(self, text: str, way: str, seen: set[str]) -> str:
        def link(found: re.Match[str]) -> str:
            name, meaning = self.meanings[found[1].lower()]
            if name in seen or (found[1].lower() in self.letters and not found[1].isupper()):
                return found[1]
            seen.add(name)
            title = meaning if len(meaning) <= LONGEST_TITLE else meaning[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
            title = title.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace("]", "&#93;")
            return f'[{found[1]}]({way}#{name} "{title}"){{.term}}'

        assert self.pattern is not None
        return self.pattern.sub(link, text)


def _one_of(words: Iterable[str]) -> str:
    """A pattern of these words, sorted by their first letter: so a word of the page is compared with few of them."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_letter.items())


def _alternate() -> Iterator[bool]:
    while True:
        yield False
        yield True
