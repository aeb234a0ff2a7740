"""What this book is, what in it is only an example, and whose house it is about."""

from __future__ import annotations

from collections.abc import Iterator

from generator.views.blocks import Block, Note, Paragraph, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    found: list[Block] = []
    if book.programme.example:
        found.append(Note(book.label("example"), (line(book.programme.example.to(book.language)),), "warning"))
    found += [
        Paragraph(line(book.label("about_text"))),
        Note(book.words.label("review.title"), (line(book.label("about_review")),), "warning"),
        Paragraph(line(book.label("about_print"))),
    ]
    if rows := list(_organisation(book)):
        head = book.label("organisation"), book.label("organisation_says")
        found.append(Table(head, tuple(cells(*row) for row in rows), (3, 7)))
    return found


def _organisation(book: Book) -> Iterator[tuple[str, str]]:
    """What an inspector or a family asks first, as far as it is written."""
    house = book.programme.organisation
    if house and house.legal_entity:
        yield book.label("legal_entity"), house.legal_entity.to(book.language)
    if house and house.ipwl is not None:
        yield book.label("ipwl"), book.label("is_ipwl" if house.ipwl else "is_no_ipwl")
    if partners := book.programme.partners.values():
        yield book.label("partners"), "; ".join(
            book.label("partner_agreed", name=partner.title.to(book.language)) if partner.agreement
            else partner.title.to(book.language) for partner in partners)
    if facilities := book.programme.facilities:
        target = book.programme.target
        mixed = target is None or len(target.sexes) > 1
        yield book.label("facilities"), "; ".join(
            book.words.label(f"shown.facilities.{name}", count=facilities.beds)
            for name, there in facilities if there and (mixed or name != "sex_separated"))
    if how := "rolling" if book.programme.intake else book.programme.admission:
        yield book.label("admission"), book.label(f"admitted_{how}")
