"""The words that are used in the house, for those who are new to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language import Text
from generator.model.audience import COMMUNITIES
from generator.model.catalogue import Preferred
from generator.views.blocks import Block, Run, Table, cells, line
from generator.views.book import Book


def blocks(book: Book) -> list[Block]:
    """What has a card or a list of its own in the book is not told again here."""
    heard, told = " \n ".join(_heard(book)), _told_of(book)
    terms = sorted((term for term in book.design.catalogue.glossary.terms.values()
                    if (term.group == "house" or term.for_residents) and _is_heard(book, term, heard)
                    and not any(phrase.casefold() in told for _, phrase in term.term)),
                   key=lambda term: term.term.to(book.language).lower())
    return [Table((book.label("term"), book.label("meaning")), tuple(
        cells(line(Run(term.term.to(book.language), bold=True)), (term.for_residents or term.definition).to(book.language))
        for term in terms), (1, 3))] if terms else []


def _told_of(book: Book) -> set[str]:
    """The activities and phases by their titles."""
    titles = [planned.component.title for planned in book.design.components.values()]
    titles += [book.design.phases[name].title for name, _, _ in book.design.weeks_by_phase()]
    return {phrase.casefold() for title in titles for _, phrase in title}


def _is_heard(book: Book, term: Preferred, heard: str) -> bool:
    """A community's word also by what else it is called there; elsewhere *teguran* is a word of every day and no pull-up."""
    known = term.group != "house" or book.programme.model in COMMUNITIES
    words = (*(phrase for _, phrase in term.term), *(word for word in term.synonyms if known or word.isupper()))
    # PAGE is not heard where a plan has one page.
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", heard, 0 if word.isupper() else re.IGNORECASE) for word in words)


def _heard(book: Book) -> Iterator[str]:
    """What is said in this house: its activities and phases by all their names, its rules, and what is told of them."""
    for planned in book.design.components.values():
        component = planned.component
        if book.programme.model in COMMUNITIES:  # whose words they are
            yield from component.house_words
        told = component.for_residents
        yield from _said(book, component.title, *((told.about, *told.happens, *told.rights) if told else ()))
        if book.edition.reader == "families" and (theirs := component.for_families):
            yield from _said(book, theirs.happens, *theirs.support)
    yield from _said(book, *(book.design.phases[name].title for name, _, _ in book.design.weeks_by_phase()))
    policies = book.programme.policies
    for name in type(policies).model_fields:
        if policy := getattr(policies, name):
            yield from _said(book, *policy.told(book.edition.reader))
    yield from _said(book, *(entry.title for entry in book.design.catalogue.red_list.values() if entry.kind == "practice"))


def _said(book: Book, *texts: Text) -> Iterator[str]:
    return (text.to(book.language) for text in texts)
