"""A page for every blank form: what it is for, who fills it in when, what to mind, where it belongs, and the form itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.language import Words
from generator.model.design import Catalogue
from generator.model.form import Form
from generator.views.blocks import (
    BlankForm,
    Bullets,
    Heading,
    Line,
    Page,
    PageBlock,
    PaperChoice,
    Paragraph,
    PartEnd,
    PartStart,
    Run,
    Table,
    cells,
    joined,
    line,
    lines,
)
from generator.views.component_chapter import to_component
from generator.views.forms import one_form

INDEX = "forms/index"
SHEET = "form"
"""The printed sheet, and the part of the page that it is."""

Mentions = Mapping[str, Sequence[tuple[str, str]]]
"""Path of a page → the hand-written pages that lead to it, each with its path and title."""


def form_pages(catalogue: Catalogue, words: Words, mentions: Mentions) -> Iterator[Page]:
    """The index and a page for each form; nothing where a catalogue has none."""
    if not catalogue.forms:
        return
    yield _index(catalogue, words)
    for name, form in catalogue.forms.items():
        yield _form(catalogue, name, form, words, mentions.get(f"forms/{name}", ()))


def to_form(name: str, form: Form, words: Words) -> Run:
    """A form's title that leads to its page."""
    return Run(form.title.to(words.code), to=f"forms/{name}")


def _index(catalogue: Catalogue, words: Words) -> Page:
    text = words.label("form_page.index_text", count=len(catalogue.forms))
    header = tuple(words.label(f"form_page.{key}") for key in ("form", "purpose", "when"))
    return Page(INDEX, words.label("form_page.index"), text, (
        Paragraph(line(text), "lead"),
        Paragraph(line(words.label("form_page.no_names"))),
        Table(header, tuple(
            cells(line(to_form(name, form, words)), form.purpose.to(words.code) if form.purpose else "",
                  form.description.to(words.code))
            for name, form in catalogue.forms.items()), (2, 3, 3)),
    ))


def _form(
    catalogue: Catalogue, name: str, form: Form, words: Words, mentions: Sequence[tuple[str, str]]
) -> Page:
    language = words.code
    when, purpose = form.description.to(language), form.purpose.to(language) if form.purpose else ""
    blocks: list[PageBlock] = [
        PartStart("form-about"), Paragraph(line(purpose or when), "lead"),
        PaperChoice(((SHEET, words.label("form_page.print")),)),
    ]
    if purpose:
        blocks += [Heading(words.label("form_page.when"), 2, "when"), Paragraph(line(when))]
    if form.watch_for:
        blocks += [Heading(words.label("form_page.watch_for"), 2, "watch-for"),
                   Bullets(lines(text.to(language) for text in form.watch_for))]
    blocks += [Heading(words.label("form_page.kept"), 2, "kept"), Paragraph(line(form.kept.to(language)))]
    if form.copies > 1:
        blocks.append(Paragraph(line(words.label("form_page.copies", count=form.copies))))
    places = _places(catalogue, form, words, mentions)
    blocks += [Heading(words.label("form_page.belongs"), 2, "belongs"), Bullets(places), PartEnd(),
               Heading(words.label("form_page.blank"), 2, SHEET),
               BlankForm(one_form(name, form, words), _said(words))]
    return Page(f"forms/{name}", form.title.to(language), purpose or when, tuple(blocks))


def _places(
    catalogue: Catalogue, form: Form, words: Words, mentions: Sequence[tuple[str, str]]
) -> tuple[Line, ...]:
    """Where the form is used, where it is told about, and the way to the others."""
    used = [to_component(name, catalogue.components[name], words) for name in form.components if name in catalogue.components]
    told = [Run(title, to=path) for path, title in mentions]
    found = [line(words.label("form_page.used_in"), " ", *joined(used))] if used else []
    if told:
        found.append(line(words.label("form_page.told_in"), " ", *joined(told)))
    return (*found, line(Run(words.label("form_page.all"), to=INDEX)))


def _said(words: Words) -> tuple[tuple[str, str], ...]:
    keys = ("number", "date", "yes", "no", "sign_date")
    return (*((key, words.label(f"forms.{key}")) for key in keys), ("house", words.label("form_page.house")))
