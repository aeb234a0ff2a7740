"""What pandoc cannot say of a form in Word: lines to write on, rows high enough for it, pages and a foot of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import escape

from generator.formats._form_styles import WRITING, twips
from generator.model.paper import PAPERS, PaperName
from generator.views.forms import FormView

SIDE, TOP, BOTTOM, FOOT = 18.0, 12.0, 15.0, 7.0
"""Millimetres of margin, as on the printed form; the last from the sheet's edge to its foot."""

NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"

_RULE = re.compile(r'(<w:r>\s*<w:rPr>\s*<w:rStyle w:val="FormRule" ?/>.*?</w:rPr>\s*)<w:t[^>]*>_</w:t>', re.DOTALL)
_TABLE = re.compile(r'<w:tbl>\s*<w:tblPr>\s*<w:tblStyle w:val="FormTable".*?</w:tbl>', re.DOTALL)
_TITLE = re.compile(r'<w:p>\s*<w:pPr>\s*<w:pStyle w:val="(?:Title|Author)" ?/>.*?</w:p>\s*', re.DOTALL)
_BEFORE = r'(?=(?:(?!</w:p>).)*</w:p>\s*(?:<w:p>\s*<w:pPr>\s*)?{})'
_TOGETHER = (
    # The lines for one answer, the answers to one question; a text with what it speaks of, but not with the next section.
    re.compile(r'(<w:pStyle w:val="Form(Line|Box)" ?/>)' + _BEFORE.format(r'<w:pStyle w:val="Form\2"'), re.DOTALL),
    re.compile(r'(<w:pStyle w:val="FormText" ?/>)' + _BEFORE.format('<w:(?:tbl>|pStyle w:val="Form(?!Section"))'), re.DOTALL),
)
_KEPT = re.compile(r'<w:pStyle w:val="FormKept" ?/>')
_END = re.compile(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>(?=\s*</w:body>)", re.DOTALL)


def text_width(paper: PaperName) -> float:
    """Millimetres between the margins of a form."""
    return PAPERS[paper][0] - 2 * SIDE


def with_room_to_write(xml: bytes) -> bytes:
    """Marks become lines up to the margin; rows to fill in are high enough; what belongs together is not parted."""
    text = _RULE.sub(r"\1<w:tab/>", _TITLE.sub("", xml.decode()))
    # pandoc rounds widths down, and says nothing of room around pictures, which LibreOffice then adds.
    text = re.sub(r'(<w:tblW w:type="pct" w:w=)"\d+"', r'\1"5000"', text)
    text = text.replace("<wp:inline>", '<wp:inline distT="0" distB="0" distL="0" distR="0">')
    for pair in _TOGETHER:
        text = pair.sub(r"\1<w:keepNext/>", text)
    height = f'<w:tr><w:trPr><w:trHeight w:val="{twips(WRITING)}" w:hRule="atLeast"/></w:trPr><w:tc>'

    def high_rows(table: re.Match[str]) -> str:
        rows = re.sub(r"<w:tr>\s*<w:tc>", height, table[0])
        cells = re.sub(r"<w:tcPr ?/>", '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>', rows)
        return cells.replace('<w:pStyle w:val="Compact" />', '<w:pStyle w:val="FormCell"/>')

    return _TABLE.sub(high_rows, text).encode()


def on_pages_of_its_own(xml: bytes, view: FormView, paper: PaperName) -> bytes:
    """Every form begins on a page of its own, counted from one, with the form's name at its foot."""
    sections = iter([_section(number, paper) for number in range(1, len(view.forms) + 1)])
    last = len(view.forms) - 1
    text = _KEPT.sub(lambda kept: kept[0] + next(sections), xml.decode(), count=last) if last else xml.decode()
    return _END.sub(lambda _: next(sections), text).encode()


def _section(number: int, paper: PaperName) -> str:
    wide, high = (twips(side) for side in PAPERS[paper])
    side, top, bottom, foot = (twips(margin) for margin in (SIDE, TOP, BOTTOM, FOOT))
    return (f'<w:sectPr><w:footerReference w:type="default" r:id="{_relation(number)}"/><w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" w:left="{side}" '
            f'w:header="{foot}" w:footer="{foot}" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>')


def _relation(number: int) -> str:
    return f"rIdForm{number}"


def feet(view: FormView) -> dict[str, bytes]:
    """The parts of the document that stand at the feet of its pages, by name."""
    return {f"word/footer-form{number}.xml": _foot(view, number).encode() for number in range(1, len(view.forms) + 1)}


def _foot(view: FormView, number: int) -> str:
    said = f"{view.organisation} · {view.forms[number - 1].title.text} · {view.edition}"
    page, of = view.words["page"].text, view.words["of"].text
    # How many pages one of several forms has, only Word could tell and LibreOffice not.
    count = f"{_text(f' {of} ')}{_field('NUMPAGES')}" if len(view.forms) == 1 else ""
    return (f'<?xml version="1.0" encoding="UTF-8"?><w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="FormFooter"/></w:pPr>'
            f'{_text(said)}<w:r><w:tab/></w:r>{_text(f"{page} ")}{_field("PAGE")}{count}</w:p></w:ftr>')


def _text(said: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(said)}</w:t></w:r>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def with_feet(view: FormView) -> dict[str, Callable[[bytes], bytes]]:
    """What changes in the document's lists of parts so that the feet are found."""
    numbers = range(1, len(view.forms) + 1)
    kinds = "".join(f'<Override PartName="/word/footer-form{n}.xml" ContentType="{FOOTER}"/>' for n in numbers)
    relations = "".join(f'<Relationship Id="{_relation(n)}" Type="{RELATION}" Target="footer-form{n}.xml"/>' for n in numbers)
    return {"[Content_Types].xml": partial(_longer, end=b"</Types>", by=kinds),
            "word/_rels/document.xml.rels": partial(_longer, end=b"</Relationships>", by=relations)}


def _longer(xml: bytes, end: bytes, by: str) -> bytes:
    return xml.replace(end, by.encode() + end)
