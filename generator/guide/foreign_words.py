"""Words of another language in a page, marked so that a screen reader says them rightly.

In Indonesian print, a foreign word stands in italics; the hand-written pages keep to that, so italics tell which they are.
"""

from __future__ import annotations

import re

_ITALICS = re.compile(r"(?<![*\w\\])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![*\w])(?!\{)")
FOREIGN = {"id": "en"}
"""Language of a page → the language of what stands in italics in it."""


def marked(markdown: str, language: str) -> str:
    """The page with the language of its italics written behind them, as an attribute list."""
    foreign = FOREIGN.get(language)
    if not foreign:
        return markdown
    return _ITALICS.sub(rf"*\1*{{: lang={foreign} }}", markdown)
