"""The programme handbook: everything the house runs on, in one book of blocks, in an edition for those who read it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.language import Words
from generator.model.design import Design, Verdict
from generator.model.edition import Chapter
from generator.model.week import Week
from generator.views import wording
from generator.views.blocks import Block, Break, Heading, Paragraph
from generator.views.book import Book
from generator.views.chapters import chapters
from generator.views.letterhead import Letterhead, letterhead

LARGE = 16.0
"""Points of the running text in large print: what associations of the blind ask at least."""


@dataclass(frozen=True)
class HandbookView:
    """A book: cover, then blocks. Headings of level 1 are chapters."""

    language: str
    title: str
    edition_title: str
    organisation: str
    address: str
    permit: str
    edition: str
    starts: str
    purpose: str
    """Whom the edition is for."""
    colour: str
    second_colour: str
    """Of the stripe below the cover's coloured part, or empty."""
    logo: str
    """File name of the logo, or empty."""
    letterhead: Letterhead
    greets: bool
    """Whether the book begins with a letter to its readers, which stands below the letterhead."""
    example: str
    contents_title: str
    name: str
    """Of the edition: ``staff``, ``resident``, ``family``."""
    text_size: float
    """Points of the running text."""
    colophon: str
    """Edition, date and a checksum of all that the book says: two copies with the same one are the same."""
    blocks: tuple[Block, ...]
    words: dict[str, str]


def handbook(
    design: Design, weeks: Sequence[Week], verdicts: Sequence[Verdict], words: Words, edition: str = "staff"
) -> HandbookView:
    """An edition in one language."""
    programme, language = design.programme, words.code
    organisation, chosen = programme.organisation, design.catalogue.editions[edition]
    assert organisation is not None and programme.starts is not None
    book = Book(design, weeks, verdicts, words, chosen)
    blocks = tuple(block for chapter in chosen.chapters for block in _chapter(book, chapter))
    number = words.label("edition", edition=programme.edition or "")
    starts = words.label("handbook.starts", date=wording.date(words, programme.starts))
    return HandbookView(
        language=language,
        title=programme.title.to(language) if programme.title else design.name,
        edition_title=chosen.title.to(language),
        organisation=organisation.name,
        address=organisation.address.to(language) if organisation.address else "",
        permit=organisation.permit.to(language) if organisation.permit else "",
        edition=number,
        starts=starts,
        purpose=chosen.description.to(language),
        colour=organisation.brand.ink,
        second_colour=organisation.brand.second_colour or "",
        logo=organisation.brand.logo or "",
        letterhead=letterhead(organisation, words),
        greets=chosen.chapters[0].chapter == "welcome",
        example=programme.example.to(language) if programme.example else "",
        contents_title=words.label("handbook.contents"),
        name=edition,
        text_size=max(chosen.text_size, LARGE) if organisation.brand.large_print else chosen.text_size,
        colophon=words.label("handbook.colophon", edition=number, starts=starts,
                             checksum=hashlib.sha256(repr(blocks).encode()).hexdigest()[:12]),
        blocks=blocks,
        words={key: value for key, value in words.branch("handbook").items() if isinstance(value, str)},
    )


def _chapter(book: Book, chapter: Chapter) -> Iterator[Block]:
    """A chapter from its heading on; nothing where it would be empty."""
    found = [*chapters()[chapter.chapter].blocks(book), *book.answered(chapter.chapter)]
    by_day = book.programme.residential is False and chapter.opening_by_day
    opening = chapter.opening_by_day if by_day else chapter.opening
    if not found and not opening:
        return
    if chapter.own_page:
        yield Break()
    title = book.chapter_title(chapter.chapter)
    yield Heading(title, 1, chapter.chapter)
    yield from (Paragraph(line) for line in book.said(opening))
    # “Medicines”, and below it “Medicines” again, would look like a mistake.
    yield from found[1:] if not opening and found and isinstance(found[0], Heading) and found[0].text == title else found
