"""What Word needs said about pages and letters, whatever style document a house uses."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from generator.formats._zip import repacked
from generator.views.blocks import Block, Break, Heading

LARGEST_ENLARGED = 14 * 2
"""Half points up to which sizes grow with the running text; titles are large enough."""

_PARAGRAPH = re.compile(r"<w:p>\s*<w:pPr>\s*(<w:pStyle [^>]*/>)(.*?)</w:pPr>(.*?)</w:p>", re.DOTALL)
_LIST = re.compile(r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)" ?/></w:num>')
"""A list that begins at no number of its own: of bullets."""
_TABLE = re.compile(r"(<w:tbl>.*?</w:tbl>)", re.DOTALL)
_LAST_BEFORE_TABLE = re.compile(
    r"(<w:p>\s*<w:pPr>\s*<w:pStyle [^>]*/>)((?:(?!<w:p>).)*</w:p>(?:(?!<w:p>|</w:p>).)*)\Z", re.DOTALL)
_LED_BY_HEADING = re.compile(r'(<w:pStyle w:val="Heading\d" ?/>(?:(?!<w:p>).)*<w:p>\s*<w:pPr>\s*<w:pStyle w:val="Small" ?/>)',
                             re.DOTALL)
_NUMBERED = re.compile(r"\s*<w:r>(?:(?!</w:r>).)*?<w:t[^>]*>\d+\. ", re.DOTALL)
_RUN = re.compile(r"<w:r>.*?</w:r>", re.DOTALL)


def whole_rows(xml: bytes) -> bytes:
    """No row broken across pages: a step is read in one place."""
    return xml.replace(b"<w:tr>", b"<w:tr><w:trPr><w:cantSplit/></w:trPr>").replace(
        b"<w:cantSplit/></w:trPr><w:trPr>", b"<w:cantSplit/>")


def kept_with_what_follows(xml: bytes) -> bytes:
    """A line in bold alone, a step's title, a line that leads to a table, and its head do not stand last on a page.

    Of a table only the head: rows whose first words are bold would otherwise hold the whole table together on one page.
    """

    def kept(found: re.Match[str]) -> str:
        style, properties, inside = found.groups()
        bold = ["<w:b />" in run or "<w:b/>" in run for run in _RUN.findall(inside)]
        numbered = bold[:1] == [True] and _NUMBERED.match(inside)
        if "<w:keepNext" in properties or not bold or not (all(bold) or numbered):
            return found[0]
        return f"<w:p><w:pPr>{style}<w:keepNext/>{properties}</w:pPr>{inside}</w:p>"

    parts = _TABLE.split(xml.decode())
    for number, part in enumerate(parts):
        if number % 2 == 0:
            part = _LED_BY_HEADING.sub(r"\1<w:keepNext/>", _PARAGRAPH.sub(kept, part))
            parts[number] = _LAST_BEFORE_TABLE.sub(_keep, part) if number + 1 < len(parts) else part
        elif "<w:tblHeader" in part:
            head, end, rows = part.partition("</w:tr>")
            parts[number] = _PARAGRAPH.sub(kept, head) + end + rows
    return "".join(parts).encode()


def _keep(found: re.Match[str]) -> str:
    return found[0] if "<w:keepNext" in found[0] else f"{found[1]}<w:keepNext/>{found[2]}"


def with_few_lists(made: bytes) -> bytes:
    """The document with one list of bullets instead of hundreds: LibreOffice keeps the styles of 4091 only.

    pandoc numbers every list anew. LibreOffice gives each nine styles, and saving a book of 500 lists it left out all
    styles of paragraphs: headings and notes became plain text.
    """
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        lists = _LIST.findall(archive.read("word/numbering.xml").decode())
    first: dict[str, str] = {}
    same = {number: first.setdefault(kind, number) for number, kind in lists}

    def in_text(xml: bytes) -> bytes:
        return re.sub(r'(<w:numId w:val=")(\d+)"', lambda found: f'{found[1]}{same.get(found[2], found[2])}"',
                      xml.decode()).encode()

    def among_lists(xml: bytes) -> bytes:
        return _LIST.sub(lambda found: found[0] if same[found[1]] == found[1] else "", xml.decode()).encode()

    return repacked(made, {"word/document.xml": in_text, "word/numbering.xml": among_lists})


def on_own_pages(xml: bytes, blocks: Iterable[Block]) -> bytes:
    """A chapter begins a page only where the book says so, as in the PDF, even if the style of its heading always would."""
    text, before = xml.decode(), None
    for number, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1 and number and not isinstance(before, Break):
            marked = rf'(?=</w:pPr>\s*<w:bookmarkStart [^>]*w:name="{re.escape(block.anchor)}")'
            text = re.sub(rf'(<w:pStyle w:val="Heading1" ?/>){marked}', r'\1<w:pageBreakBefore w:val="0"/>', text, count=1)
        before = block
    return text.encode()


def enlarged(styles: bytes, points: float) -> bytes:
    """The style document with running text of at least so many points, and what is near it in size larger with it."""
    text = styles.decode()
    body = re.search(r'<w:style [^>]*w:styleId="(?:BodyText|Normal)".*?</w:style>', text, re.DOTALL)
    size = re.search(r'<w:sz w:val="(\d+)"', body[0]) if body else None
    if size is None or int(size[1]) >= points * 2:
        return styles
    factor = points * 2 / int(size[1])

    def larger(found: re.Match[str]) -> str:
        own = int(found[2])
        return f'{found[1]}{round(own * factor) if own <= LARGEST_ENLARGED else own}"'

    return re.sub(r'(<w:sz(?:Cs)? w:val=")(\d+)"', larger, text).encode()
