"""Numbers, and what to do when life is in danger."""

from __future__ import annotations

from generator.views.blocks import Block, Facts
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    organisation = book.programme.organisation
    assert organisation is not None
    blank = book.label("blank")
    hospital = organisation.hospital.to(book.language) if organisation.hospital else blank
    # At night there is often one alone: the next person to come must stand on paper before anything happens.
    on_call = ((book.label("on_call"), blank),) if book.edition.reader == "staff" else ()
    return [
        Facts(((book.label("ambulance"), organisation.emergency_phone or blank), (book.label("hospital"), hospital),
               (book.label("hospital_phone"), blank), (book.label("duty_phone"), organisation.phone or blank), *on_call)),
        *book.policy("emergency"), *book.policy("overdose"), *book.policy("suicide"), *book.policy("relapse"),
    ]
