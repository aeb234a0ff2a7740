"""DOCX by pandoc, from HTML that Jinja escaped, in the style of ``templates/docx/reference.docx``."""

from __future__ import annotations

import base64
import io
import os
import re
import tempfile
import zipfile
from html import escape
from pathlib import Path

from generator.formats import Materials
from generator.formats._jinja import environment, render
from generator.formats._zip import repacked
from generator.problem import Fault, Location, Problem
from generator.views.blocks import Heading
from generator.views.handbook import HandbookView

SUFFIX = "docx"
VIEWS = ("HandbookView",)
STYLE = "docx/reference.docx"
LOGO = "logo.svg"
BRAND = b"0B5D57"
"""The colour of headings in the style document; a programme's own takes its place."""


def make(view: HandbookView, materials: Materials) -> bytes:
    """The handbook as a Word document with heading styles, contents, header and page numbers."""
    import pypandoc

    place = Location("templates/html/handbook.html.j2")
    style = materials.templates.read(STYLE)
    if style is None:
        raise Fault(Problem(Location(f"templates/{STYLE}"), "TC601", {"name": STYLE}))
    page = render(environment(materials.templates, "html", html=True), "handbook.html.j2", "html", view=view,
                  logo=_logo(view, materials))
    with tempfile.TemporaryDirectory() as folder:
        reference, out = Path(folder, "reference.docx"), Path(folder, "out.docx")
        reference.write_bytes(_branded(style, view))
        former = os.environ.get("SOURCE_DATE_EPOCH")
        os.environ["SOURCE_DATE_EPOCH"] = str(materials.stamp)
        try:
            pypandoc.convert_text(
                page, "docx", format="html", outputfile=str(out), sandbox=True,
                extra_args=["--quiet", "--toc", "--toc-depth=2", f"--reference-doc={reference}",
                            f"--metadata=lang:{view.language}", f"--metadata=toc-title:{view.contents_title}"],
            )
        except (RuntimeError, OSError) as error:
            raise Fault(Problem(place, "TC606", {"what": str(error)[:500]})) from error
        finally:
            if former is None:
                del os.environ["SOURCE_DATE_EPOCH"]
            else:
                os.environ["SOURCE_DATE_EPOCH"] = former
        return repacked(out.read_bytes(), {"word/document.xml": lambda xml: _filled_contents(xml, view)})


def ingredients(view: HandbookView, materials: Materials) -> list[bytes]:
    import importlib.metadata

    return [*materials.templates.below("html", ".j2").values(), *materials.pictures.values(),
            materials.templates.read(STYLE) or b"", importlib.metadata.version("pypandoc_binary").encode()]


def _branded(style: bytes, view: HandbookView) -> bytes:
    """The style document with this organisation's colour and header."""
    header = escape(f"{view.organisation} · {view.title} · {view.edition}").encode()
    colour = view.colour.lstrip("#").upper().encode()

    def change(xml: bytes) -> bytes:
        return xml.replace(b"TCGUIDE-HEADER", header).replace(BRAND, colour)

    with zipfile.ZipFile(io.BytesIO(style)) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml")]
    return repacked(style, dict.fromkeys(parts, change))


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


def _logo(view: HandbookView, materials: Materials) -> str:
    """The logo as a PNG inside the page (Word cannot be trusted with SVG), or nothing."""
    picture = materials.pictures.get(view.logo)
    if not picture:
        return ""
    if view.logo.lower().endswith(".svg"):
        import typst

        page = f'#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("{LOGO}", height: 30mm)'
        drawing = {"main": page.encode(), LOGO: picture}
        picture = typst.compile(drawing, format="png", ppi=220)  # type: ignore[call-overload]
    kind = "jpeg" if view.logo.lower().endswith((".jpg", ".jpeg")) else "png"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
