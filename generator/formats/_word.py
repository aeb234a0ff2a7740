"""What Word needs said about pages and letters, whatever style document a house uses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.views.blocks import Block, Break, Heading

LARGEST_ENLARGED = 14 * 2
"""Half points up to which sizes grow with the running text; titles are large enough."""

_PARAGRAPH = re.compile(r"<w:p>\s*<w:pPr>\s*(<w:pStyle [^>]*/>)(.*?)</w:pPr>(.*?)</w:p>", re.DOTALL)
_RUN = re.compile(r"<w:r>.*?</w:r>", re.DOTALL)


def whole_rows(xml: bytes) -> bytes:
    """No row broken across pages: a step is read in one place."""
    return xml.replace(b"<w:tr>", b"<w:tr><w:trPr><w:cantSplit/></w:trPr>").replace(
        b"<w:cantSplit/></w:trPr><w:trPr>", b"<w:cantSplit/>")


def kept_with_what_follows(xml: bytes) -> bytes:
    """A line in bold alone, such as “My rights here”, and the head of a table do not stand last on a page."""

    def kept(found: re.Match[str]) -> str:
        style, properties, inside = found.groups()
        runs = _RUN.findall(inside)
        if "<w:keepNext" in properties or not runs or not all("<w:b />" in run or "<w:b/>" in run for run in runs):
            return found[0]
        return f"<w:p><w:pPr>{style}<w:keepNext/>{properties}</w:pPr>{inside}</w:p>"

    return _PARAGRAPH.sub(kept, xml.decode()).encode()


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
