"""Blank forms: each has all its parts in their order, in every language it is printed in, with what is to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.language import Text
from generator.model.form import Form, FormItem
from generator.verify import Fault
from generator.verify.pdf_pages import pages_of
from generator.verify.read import Reader, squeezed

FILES = ("forms/*.pdf",)


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    chosen, languages = asked_for(inside, laid)
    # A paragraph may go on overleaf: what stands between, at the page's foot, is left out.
    feet = [squeezed(_foot(form, languages[0], laid)) for form in chosen]
    reader = Reader("".join(_without(squeezed(page), feet) for page in pages_of(path)))
    for form in chosen:
        yield from form_said(reader, form, languages, laid)


def asked_for(inside: Path, laid: Laid) -> tuple[list[Form], list[str]]:
    """The forms in a file, and the languages it says them in: all forms in two bear both in their names, all-forms-id-en."""
    forms = laid.design.catalogue.forms
    two = inside.stem.startswith("all-forms-")
    return ([forms[inside.stem]] if inside.stem in forms else list(forms.values()),
            inside.stem.removeprefix("all-forms-").split("-") if two else [laid.words.code])


def _foot(form: Form, language: str, laid: Laid) -> str:
    programme = laid.design.programme
    edition = laid.words.label("edition", edition=programme.edition or "")
    return f"{programme.organisation.name if programme.organisation else ''} · {form.title.to(language)} · {edition}"


def _without(page: str, feet: list[str]) -> str:
    """A page's text up to the line at its foot."""
    at = max(page.rfind(foot) for foot in feet)
    return page[:at] if at >= 0 else page


def form_said(reader: Reader, form: Form, languages: list[str], laid: Laid) -> Iterator[Fault | None]:
    """A form's title, sections, questions, answers, columns, signatures and keeping, one after the other."""
    for text in (form.title, form.description):
        yield _said(reader, text, languages)
    if form.copies > 1:
        copies = laid.words.label("forms.copies", count=form.copies)
        # It stands at the head of the page, before the title.
        yield None if Reader(reader.text).comes(copies, form.title.to(languages[0]), apart=4) else Fault("copies", copies)
    for section in form.sections:
        yield _said(reader, section.title, languages)
        for item in section.items:
            yield from _item(reader, item, languages, laid)
    for who in form.signatures:
        yield _said(reader, who, languages)
    yield _said(reader, form.kept, languages)


def _item(reader: Reader, item: FormItem, languages: list[str], laid: Laid) -> Iterator[Fault | None]:
    main = item.text or item.say or item.ask or item.tick
    if main:
        yield _said(reader, main, languages)
    for text in (*item.boxes, *item.columns):
        yield _said(reader, text, languages)
    # Where a table goes on overleaf its heads stand once more, maybe between the two languages of a row.
    heads = sum(len(squeezed(text.to(language))) for text in item.columns for language in languages)
    for text in item.row_titles:
        yield _said(reader, text, languages, heads)
    if item.kind == "tick" and not item.boxes:
        for key in ("yes", "no"):
            answer = laid.words.label(f"forms.{key}")
            yield None if reader.comes(answer) else Fault("form", answer)


def _said(reader: Reader, text: Text, languages: list[str], apart: int = 3) -> Fault | None:
    """Whether a text comes next, in each of the languages."""
    parts = [text.to(language) for language in languages]
    return None if reader.comes(*parts, apart=max(apart, 3)) else Fault("form", " / ".join(parts))
