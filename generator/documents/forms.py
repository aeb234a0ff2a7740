"""The blank forms: each for itself, all in one file, and both languages side by side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Laid, Piece
from generator.views.forms import forms


def pieces(laid: Laid) -> Iterator[Piece]:
    names = tuple(laid.design.catalogue.forms)
    if not names:
        return
    yield Piece("forms/all-forms", forms(laid.design, names, laid.words))
    for name in names:
        yield Piece(f"forms/{name}", forms(laid.design, (name,), laid.words))
    others = [code for code in laid.design.programme.languages if code != laid.words.code and code in laid.others]
    for code in others:
        yield Piece(f"forms/all-forms-{laid.words.code}-{code}", forms(laid.design, names, laid.words, laid.others[code]))
