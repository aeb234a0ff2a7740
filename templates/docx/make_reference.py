"""Make ``reference.docx``, the style document of every DOCX: run after changing a style, then look at a built handbook.

    python templates/docx/make_reference.py

Needs python-docx (a test dependency). It starts from pandoc's own reference document, so that every style pandoc
uses is there. The header's text and the colour 0B5D57 are replaced per programme by generator/formats/pandoc.py.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import docx
import pypandoc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

BRAND = RGBColor(0x0B, 0x5D, 0x57)
INK = RGBColor(0x1D, 0x26, 0x24)
SOFT = RGBColor(0x55, 0x61, 0x5E)
FONT = "Calibri"  # on every Word; LibreOffice puts Carlito in its place, of the same widths


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        start = Path(folder, "reference.docx")
        start.write_bytes(subprocess.run(
            [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"], capture_output=True, check=True
        ).stdout)
        document = docx.Document(str(start))
    _page(document)
    # The first paragraph after a heading, a list or a table keeps its distance; the others follow each other closely.
    for name, before, after in (("Normal", None, 6), ("Body Text", 0, 5), ("First Paragraph", 5, 5), ("Compact", 1, 2)):
        _style(document, name, 10.5, INK, before=before, after=after)
    _style(document, "Title", 28, BRAND, bold=True, after=6)
    _style(document, "Author", 13, SOFT, after=4)
    _style(document, "Date", 11, SOFT, after=12)
    _style(document, "TOC Heading", 18, BRAND, bold=True, after=10)
    for level, size in ((1, 20), (2, 14), (3, 12), (4, 11)):
        style = _style(document, f"Heading {level}", size, BRAND if level < 3 else INK, bold=True, before=14, after=5)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.page_break_before = level == 1
        style.font.italic = False
    for name, size, colour, left, shade in (
        ("Lead", 12, INK, 0, None), ("Small", 9, SOFT, 0, None), ("Say", 10.5, INK, 0.8, "EEF2F0"),
        ("Danger", 10.5, INK, 0.4, "FBECEB"), ("Warning", 10.5, INK, 0.4, "FDF4E0"), ("Info", 10.5, INK, 0.4, "EEF2F0"),
    ):
        if name not in [style.name for style in document.styles]:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Body Text"]
        style = _style(document, name, size, colour, before=5 if shade else 0, after=4)
        style.paragraph_format.left_indent = Cm(left)
        style.font.italic = name == "Say"
        if shade:
            _shade(style, shade)
            _without_gaps(style)
    for level in (1, 2):
        name = f"TOC {level}"
        if name.lower() not in [style.name.lower() for style in document.styles]:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
        style = _style(document, name, 10.5, INK, bold=level == 1, after=1, before=4 if level == 1 else 0)
        style.paragraph_format.left_indent = Cm(0 if level == 1 else 0.7)
    _table(document)
    document.save(str(Path(__file__).with_name("reference.docx")))


def _page(document: docx.document.Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    header = section.header.paragraphs[0]
    header.text = "TCGUIDE-HEADER"
    header.runs[0].font.size, header.runs[0].font.color.rgb = Pt(8.5), SOFT
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = footer.add_run()
    run.font.size = Pt(9)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)


def _style(document, name, size, colour, *, bold=None, before=None, after=None):
    style = document.styles[name]
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(key), None)
    fonts.set(qn("w:hAnsi"), FONT)
    if bold is not None:
        style.font.bold = bold
    if before is not None:
        style.paragraph_format.space_before = Pt(before)
    if after is not None:
        style.paragraph_format.space_after = Pt(after)
    return style


def _shade(style, colour: str) -> None:
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:shd")):
        properties.remove(old)
    shade = OxmlElement("w:shd")
    for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shade.set(qn(key), value)
    properties.append(shade)


def _without_gaps(style) -> None:
    """Paragraphs of one note follow each other without white between them."""
    properties = style.element.get_or_add_pPr()
    if properties.find(qn("w:contextualSpacing")) is None:
        spacing = properties.find(qn("w:spacing"))
        (spacing if properties.find(qn("w:ind")) is None else properties.find(qn("w:ind"))).addnext(
            OxmlElement("w:contextualSpacing"))


def _table(document) -> None:
    """Thin lines around every cell, and a row never broken across pages."""
    style = document.styles["Table"].element
    properties = style.find(qn("w:tblPr"))
    if properties is None:
        properties = OxmlElement("w:tblPr")
        style.append(properties)
    for old in properties.findall(qn("w:tblBorders")):
        properties.remove(old)
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "C3CDCA")):
            edge.set(qn(key), value)
        borders.append(edge)
    properties.append(borders)


if __name__ == "__main__":
    main()
