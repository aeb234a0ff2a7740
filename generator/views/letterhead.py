"""Who writes: the head of forms, notices and letters, as the organisation's own picture or composed of what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import Words
from generator.model.programme import Organisation


@dataclass(frozen=True)
class Letterhead:
    """``picture`` alone where there is one, across the page; otherwise logo, name and lines beside one another."""

    picture: str
    """File name, or empty."""
    logo: str
    """File name, or empty."""
    name: str
    lines: tuple[str, ...]
    """Address and telephone, then the permit: those that are known."""


def letterhead(organisation: Organisation, words: Words) -> Letterhead:
    """The head in one language."""
    reach = [organisation.address.to(words.code)] if organisation.address else []
    reach += [words.label("letterhead.telephone", number=organisation.phone)] if organisation.phone else []
    permit = [organisation.permit.to(words.code)] if organisation.permit else []
    brand = organisation.brand
    return Letterhead(brand.letterhead or "", brand.logo or "", organisation.name,
                      tuple(line for line in (" · ".join(reach), *permit) if line))
