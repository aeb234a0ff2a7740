"""DOCX by pandoc, from HTML that Jinja escaped, in the style of ``templates/docx/reference.docx``."""

from __future__ import annotations

import io
import itertools
import re
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from generator.formats import Materials
from generator.formats._form_pages import feet, on_pages_of_its_own, text_width, with_feet, with_room_to_write
from generator.formats._form_room import Room
from generator.formats._form_styles import INK, twips, with_form_styles
from generator.formats._jinja import environment, render
from generator.formats._pandoc import charted, converted, inside, sized
from generator.formats._word import enlarged, kept_with_what_follows, on_own_pages, whole_rows, with_few_lists
from generator.formats._zip import repacked
from generator.libraries import version
from generator.model.colour import readable
from generator.model.paper import PAPERS, PaperName
from generator.problem import Fault, Location, Problem
from generator.views.blocks import Heading
from generator.views.forms import FormView
from generator.views.handbook import HandbookView
from generator.views.session_plan import SessionPlanView

SUFFIX = "docx"
VIEWS = ("FormView", "HandbookView", "SessionPlanView")
ON_REQUEST = ("FormView", "SessionPlanView")
STYLE = "docx/reference.docx"
BOOK, FORM, PLAN = "handbook.html.j2", "form.html.j2", "session-plan.html.j2"
HIGHEST_LETTERHEAD = 26
LARGEST_LOGO = (60, 13)
"""Millimetres on a form, as on the printed one."""
BRAND = b"0B5D57"
"""The colour of headings in the style document; a programme's own takes its place."""


View = FormView | HandbookView | SessionPlanView


def make(view: View, materials: Materials) -> bytes:
    """A Word document with heading styles and page numbers; a handbook with logo and contents, a form with room to write."""
    style = materials.templates.read(STYLE)
    if style is None:
        raise Fault(Problem(Location(f"templates/{STYLE}"), "TC601", {"name": STYLE}))
    if isinstance(view, SessionPlanView):
        return _plan(view, materials, style)
    return _forms(view, materials, style) if isinstance(view, FormView) else _book(view, materials, style)


def _plan(view: SessionPlanView, materials: Materials, style: bytes) -> bytes:
    page = _filled(PLAN, materials, view=view)
    header = f"{view.organisation} · {view.programme} · {view.edition}"
    made = _written(page, PLAN, _branded(style, header, readable(view.colour), materials.paper), view.language, materials)
    return repacked(made, {"word/document.xml": lambda xml: kept_with_what_follows(whole_rows(xml))})


def _forms(view: FormView, materials: Materials, style: bytes) -> bytes:
    across, head = text_width(materials.paper), view.letterhead
    strip, _ = sized(head.picture, materials, ", ".join((head.name, *head.lines)), across, HIGHEST_LETTERHEAD)
    logo, wide = sized(head.logo, materials, head.name, *LARGEST_LOGO)
    page = _filled(FORM, materials, view=view, room=Room(across), letterhead=strip, logo=logo,
                   beside=round((wide + 4) / across * 100, 1) if wide else 1)
    branded = _branded(style, view.organisation, f"#{INK}", materials.paper)
    own = repacked(branded, {"word/styles.xml": partial(with_form_styles, width=across)})
    made = _written(page, FORM, own, view.language, materials)

    def finished(xml: bytes) -> bytes:
        return on_pages_of_its_own(whole_rows(with_room_to_write(xml)), view, materials.paper)

    return repacked(made, {"word/document.xml": finished, **with_feet(view)}, feet(view))


def _book(view: HandbookView, materials: Materials, style: bytes) -> bytes:
    view = _numbered(view)
    page = _filled(BOOK, materials, view=view, logo=inside(view.logo, materials),
                   drawing=partial(charted, materials=materials),
                   letterhead=inside(view.letterhead.picture, materials))
    large = repacked(style, {"word/styles.xml": partial(enlarged, points=view.text_size)})
    branded = _branded(large, f"{view.organisation} · {view.edition_title} · {view.edition}", view.colour, materials.paper)
    made = _written(page, BOOK, branded, view.language, materials,
                    ["--toc", "--toc-depth=2", f"--metadata=toc-title:{view.contents_title}"])

    def finished(xml: bytes) -> bytes:
        return kept_with_what_follows(whole_rows(on_own_pages(_contents(xml, view), view.blocks)))

    return repacked(made, {"word/document.xml": finished, "word/settings.xml": _fields_worked_out})


def _filled(template: str, materials: Materials, **values: Any) -> str:
    return render(environment(materials.templates, "html", html=True), template, "html", **values)


def ingredients(view: View, materials: Materials) -> list[bytes]:
    return [*materials.templates.below("html", ".j2").values(), *materials.templates.below("svg", ".j2").values(),
            *materials.pictures.values(), materials.templates.read(STYLE) or b"", materials.paper.encode(),
            version("pypandoc_binary").encode(), version("typst").encode()]


def _written(
    page: str, template: str, style: bytes, language: str, materials: Materials, arguments: Sequence[str] = (),
) -> bytes:
    """The page in the look of a style document."""
    with tempfile.TemporaryDirectory() as folder:
        reference = Path(folder, "reference.docx")
        reference.write_bytes(style)
        return with_few_lists(converted(page, "docx", materials, [
            f"--reference-doc={reference}", f"--metadata=lang:{language}", *arguments], template))


def _branded(style: bytes, header: str, colour: str, paper: PaperName) -> bytes:
    """The style document with this organisation's header, colour and sheet."""

    def change(xml: bytes) -> bytes:
        named = xml.replace(b"TCGUIDE-HEADER", escape(header).encode()).replace(BRAND, colour.lstrip("#").upper().encode())
        return re.sub(rb"<w:pgSz\b[^>]*>", size, named)

    width, height = (twips(side) for side in PAPERS[paper])
    size = f'<w:pgSz w:w="{width}" w:h="{height}"/>'.encode()

    with zipfile.ZipFile(io.BytesIO(style)) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml")]
    return repacked(style, dict.fromkeys(parts, change))


def _numbered(view: HandbookView) -> HandbookView:
    """The book with its chapters numbered as in the PDF, in words: a house's own style document need not number them."""
    numbers = itertools.count(1)
    return replace(view, blocks=tuple(
        replace(block, text=f"{next(numbers)} {block.text}") if isinstance(block, Heading) and block.level == 1 else block
        for block in view.blocks))


def _contents(xml: bytes, view: HandbookView) -> bytes:
    """Contents whose pages are right in LibreOffice at once, and in Word as soon as its question is answered with yes.

    Not the contents field of Word, which pandoc leaves empty: LibreOffice never works out the pages in one
    (docs/en/develop/decisions/contents-in-word.md).
    """
    text = _marked_headings(xml.decode())
    anchors = dict.fromkeys(re.findall(r'<w:bookmarkStart[^>]*w:name="([^"]+)"', text))
    width = _text_width(text)
    entries = [_entry(block, width) for block in view.blocks
               if isinstance(block, Heading) and block.level <= 2 and block.anchor in anchors]
    title = (f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/><w:pageBreakBefore/></w:pPr>'
             f"<w:r><w:t>{escape(view.contents_title)}</w:t></w:r></w:p>")
    # pandoc sets the contents right after the title; logo, address and edition belong on the title page before them.
    found = re.search(r"<w:sdt>.*?</w:sdt>(.*?)(<w:p>\s*<w:pPr>\s*<w:pStyle w:val=\"Heading1\")",
                      text, re.DOTALL)
    assert found is not None, "a handbook begins with a chapter"
    return (text[: found.start()] + found[1] + title + "".join(entries) + found[2] + text[found.end():]).encode()


def _marked_headings(text: str) -> str:
    """Each section's bookmark on its heading alone: LibreOffice loses one that begins between a table and a heading."""
    before = re.compile(r"((?:<w:bookmarkStart [^>]*/>\s*)+)"
                        r'(<w:p>\s*<w:pPr>\s*<w:pStyle w:val="Heading\d" ?/>.*?</w:pPr>)(.*?)(?=</w:p>)', re.DOTALL)
    moved = {number for found in before.finditer(text) for number in re.findall(r'w:id="(\d+)"', found[1])}
    text = re.sub(r'<w:bookmarkEnd w:id="(\d+)" ?/>\s*', lambda end: "" if end[1] in moved else end[0], text)

    def onto_the_heading(found: re.Match[str]) -> str:
        ends = "".join(f'<w:bookmarkEnd w:id="{number}"/>' for number in re.findall(r'w:id="(\d+)"', found[1]))
        return f"{found[2]}{found[1]}{found[3]}{ends}"

    return before.sub(onto_the_heading, text)


def _fields_worked_out(xml: bytes) -> bytes:
    """Word asks on opening whether to work the fields out: without it the contents would have no pages there."""
    later = rb"<w:(?:hdrShapeDefaults|footnotePr|endnotePr|compat|docVars|rsids|attachedSchema|themeFontLang)\b|</w:settings>"
    return re.sub(later, rb'<w:updateFields w:val="true"/>\g<0>', xml, count=1)


def _entry(heading: Heading, width: int) -> str:
    """A line of the contents: the heading, dots, its page."""
    anchor = escape(heading.anchor)
    field = "".join(f'<w:r>{part}</w:r>' for part in (
        "<w:tab/>", '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> PAGEREF {anchor} \\h </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', "<w:t></w:t>", '<w:fldChar w:fldCharType="end"/>'))
    return (f'<w:p><w:pPr><w:pStyle w:val="TOC{heading.level}"/><w:tabs>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs></w:pPr><w:hyperlink w:anchor="{anchor}">'
            f'<w:r><w:t xml:space="preserve">{escape(heading.text)}</w:t></w:r></w:hyperlink>{field}</w:p>')


def _text_width(xml: str) -> int:
    """Between the margins, in twentieths of a point; A4 with 22 mm on both sides where the style document says nothing."""
    page, margins = re.search(r"<w:pgSz [^>]*>", xml), re.search(r"<w:pgMar [^>]*>", xml)
    sides = [int(found[1]) for tag, name in ((page, "w"), (margins, "left"), (margins, "right"))
             if tag and (found := re.search(rf'w:{name}="(\d+)"', tag[0]))]
    return sides[0] - sides[1] - sides[2] if len(sides) == 3 else 9411
