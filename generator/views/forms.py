"""The blank forms of the house, in one language or in two side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.language import Text, Words
from generator.model.design import Design
from generator.model.form import Form, FormItem
from generator.views.letterhead import Letterhead, letterhead


@dataclass(frozen=True)
class Said:
    """The same in one language, and in a second where the form has two."""

    text: str
    second: str = ""


@dataclass(frozen=True)
class ItemView:
    kind: str
    """``text``, ``say``, ``ask``, ``tick`` or ``columns``."""
    said: Said
    lines: int
    boxes: tuple[Said, ...]
    columns: tuple[Said, ...]
    rows: tuple[Said, ...]
    """The first cell of each row of a table; empty where it is for writing."""


@dataclass(frozen=True)
class SectionView:
    title: Said
    items: tuple[ItemView, ...]


@dataclass(frozen=True)
class OneForm:
    """A form as it is printed."""

    name: str
    title: Said
    description: Said
    kept: Said
    by_number: bool
    sections: tuple[SectionView, ...]
    signatures: tuple[Said, ...]
    copies: str


@dataclass(frozen=True)
class FormView:
    """One form, or all of them one after another, each on pages of its own."""

    language: str
    second_language: str
    title: str
    organisation: str
    letterhead: Letterhead
    edition: str
    forms: tuple[OneForm, ...]
    words: dict[str, Said]


def forms(design: Design, names: Sequence[str], words: Words, second: Words | None = None) -> FormView:
    """The named forms; with ``second`` every text stands in both languages."""
    programme, code = design.programme, words.code
    organisation = programme.organisation
    assert organisation is not None
    said = _speaker(words, second)
    branch = words.branch("forms")
    other = second.branch("forms") if second else {}
    chosen = [(name, design.catalogue.forms[name]) for name in names]
    return FormView(
        code, second.code if second else "",
        chosen[0][1].title.to(code) if len(chosen) == 1 else words.label("forms.all"),
        organisation.name, letterhead(organisation, words), words.label("edition", edition=programme.edition or ""),
        tuple(_form(name, form, said, words) for name, form in chosen),
        {key: Said(value, str(other.get(key, ""))) for key, value in branch.items()},
    )


def one_form(name: str, form: Form, words: Words) -> OneForm:
    """A form in one language, for a page of the guide."""
    return _form(name, form, _speaker(words, None), words)


def _speaker(words: Words, second: Words | None) -> Callable[[Text], Said]:
    return lambda text: Said(text.to(words.code), text.to(second.code) if second else "")


def _form(name: str, form: Form, said: Callable[[Text], Said], words: Words) -> OneForm:
    return OneForm(
        name, said(form.title), said(form.description), said(form.kept), form.by_number,
        tuple(SectionView(said(section.title), tuple(_item(item, said) for item in section.items))
              for section in form.sections),
        tuple(said(who) for who in form.signatures),
        words.label("forms.copies", count=form.copies) if form.copies > 1 else "")


def _item(item: FormItem, said: Callable[[Text], Said]) -> ItemView:
    main = item.text or item.say or item.ask or item.tick
    rows = tuple(said(title) for title in item.row_titles) or (Said(""),) * item.rows
    return ItemView(item.kind, said(main) if main else Said(""), item.lines, tuple(said(box) for box in item.boxes),
                    tuple(said(column) for column in item.columns), rows)
