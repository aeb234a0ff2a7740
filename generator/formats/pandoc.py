"""DOCX by pandoc, from HTML that Jinja escaped, in the style of ``templates/docx/reference.docx``."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from generator.formats import Materials
from generator.formats._jinja import environment, render
from generator.formats._pandoc import converted, logo_of
from generator.formats._zip import repacked
from generator.libraries import version
from generator.model.colour import readable
from generator.problem import Fault, Location, Problem
from generator.views.blocks import Heading
from generator.views.handbook import HandbookView
from generator.views.session_plan import SessionPlanView

SUFFIX = "docx"
VIEWS = ("HandbookView", "SessionPlanView")
ON_REQUEST = ("SessionPlanView",)
STYLE = "docx/reference.docx"
BOOK, PLAN = "handbook.html.j2", "session-plan.html.j2"
BRAND = b"0B5D57"
"""The colour of headings in the style document; a programme's own takes its place."""


def make(view: HandbookView | SessionPlanView, materials: Materials) -> bytes:
    """A Word document with heading styles, header and page numbers; a handbook with logo and contents."""
    style = materials.templates.read(STYLE)
    if style is None:
        raise Fault(Problem(Location(f"templates/{STYLE}"), "TC601", {"name": STYLE}))
    html = environment(materials.templates, "html", html=True)
    if isinstance(view, SessionPlanView):
        page = render(html, PLAN, "html", view=view)
        header = f"{view.organisation} · {view.programme} · {view.edition}"
        made = _written(page, PLAN, _branded(style, header, readable(view.colour)), view.language, materials)
        return repacked(made, {"word/document.xml": _whole_rows})
    page = render(html, BOOK, "html", view=view, logo=logo_of(view, materials))
    branded = _branded(style, f"{view.organisation} · {view.title} · {view.edition}", view.colour)
    made = _written(page, BOOK, branded, view.language, materials,
                    ["--toc", "--toc-depth=2", f"--metadata=toc-title:{view.contents_title}"])
    return repacked(made, {"word/document.xml": lambda xml: _filled_contents(xml, view)})


def ingredients(view: HandbookView | SessionPlanView, materials: Materials) -> list[bytes]:
    return [*materials.templates.below("html", ".j2").values(), *materials.pictures.values(),
            materials.templates.read(STYLE) or b"", version("pypandoc_binary").encode()]


def _written(
    page: str, template: str, style: bytes, language: str, materials: Materials, arguments: Sequence[str] = (),
) -> bytes:
    """The page in the look of a style document."""
    with tempfile.TemporaryDirectory() as folder:
        reference = Path(folder, "reference.docx")
        reference.write_bytes(style)
        return converted(page, "docx", materials, [
            f"--reference-doc={reference}", f"--metadata=lang:{language}", *arguments], template)


def _branded(style: bytes, header: str, colour: str) -> bytes:
    """The style document with this organisation's header and colour."""

    def change(xml: bytes) -> bytes:
        return xml.replace(b"TCGUIDE-HEADER", escape(header).encode()).replace(BRAND, colour.lstrip("#").upper().encode())

    with zipfile.ZipFile(io.BytesIO(style)) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml")]
    return repacked(style, dict.fromkeys(parts, change))


def _whole_rows(xml: bytes) -> bytes:
    """No row broken across pages: a step is read in one place."""
    return xml.replace(b"<w:tr>", b"<w:tr><w:trPr><w:cantSplit/></w:trPr>").replace(
        b"<w:cantSplit/></w:trPr><w:trPr>", b"<w:cantSplit/>")


def _filled_contents(xml: bytes, view: HandbookView) -> bytes:
    """Entries in the contents field: Word asks before it fills one, and other programs never do."""
    text = xml.decode()
    anchors = dict.fromkeys(re.findall(r'<w:bookmarkStart[^>]*w:name="([^"]+)"', text))
    entries = []
    for block in view.blocks:
        if isinstance(block, Heading) and block.level <= 2 and block.anchor in anchors:
            entries.append(
                f'<w:p><w:pPr><w:pStyle w:val="TOC{block.level}"/></w:pPr><w:hyperlink w:anchor="{escape(block.anchor)}">'
                f"<w:r><w:t>{escape(block.text)}</w:t></w:r></w:hyperlink></w:p>"
            )
    # pandoc opens and closes the field in one run; the entries go between its two halves.
    halves = re.compile(r'<w:fldChar w:fldCharType="begin" w:dirty="true" ?/>(.*?<w:fldChar w:fldCharType="separate" ?/>)'
                        r'<w:fldChar w:fldCharType="end" ?/></w:r></w:p>', re.DOTALL)
    filled = (r'<w:fldChar w:fldCharType="begin"/>\1</w:r></w:p>' + "".join(entries).replace("\\", r"\\")
              + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
    text = halves.sub(filled, text, count=1)
    # pandoc sets the contents right after the title; logo, address and edition belong on the title page before them.
    found = re.search(r"(<w:sdt>.*?</w:sdt>)(.*?)(<w:bookmarkStart [^>]*/>\s*<w:p>\s*<w:pPr>\s*<w:pStyle w:val=\"Heading1\")",
                      text, re.DOTALL)
    if found:
        text = text[: found.start()] + found[2] + found[1] + found[3] + text[found.end() :]
    return text.encode()
