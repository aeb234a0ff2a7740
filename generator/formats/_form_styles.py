"""The look of forms in Word, as styles that a house changes in one place: lines to write on, boxes, tables, signatures."""

from __future__ import annotations

import re
from html import escape

INK, SOFT, PAPER = "1D2624", "55615E", "EEF2F0"
SMALL, IN_TABLE, BODY = 9, 9.5, 10.5
"""Points."""
TWIP = 25.4 / 1440
"""Millimetres in a twentieth of a point, in which Word measures."""
WRITING = 8.2
"""Millimetres from line to line that handwriting wants."""
PITCH = 240
"""Twentieths of a point that a line of print takes of it."""
SIGNING = 10.2
"""Millimetres above the line for a signature."""
_IN_CELL = '<w:ind w:left="80" w:right="60"/>'
"""Not a margin of the cell: by that, Word sets the whole table outside the text."""


def twips(millimetres: float) -> int:
    return round(millimetres / TWIP)


def with_form_styles(styles: bytes, width: float) -> bytes:
    """The styles of a document with those of forms, as far as it has none of the same name; text is ``width`` mm wide."""
    text = styles.decode()
    base = _id_of(text, "Body Text") or _id_of(text, "Normal")
    made = [made for name, made in _styles(width, base, _id_of(text, "heading 1"), _id_of(text, "heading 2"))
            if not _id_of(text, name)]
    return text.replace("</w:styles>", "".join(made) + "</w:styles>").encode()


def _id_of(styles: str, name: str) -> str:
    """How a style is referred to in the document, which in a Word of another language is not its name."""
    for found in re.finditer(r'<w:style [^>]*w:styleId="([^"]+)".*?</w:style>', styles, re.DOTALL):
        if re.search(rf'<w:name w:val="{re.escape(name)}"', found[0], re.IGNORECASE):
            return found[1]
    return ""


def _styles(width: float, base: str, title: str, section: str) -> list[tuple[str, str]]:
    """Name and definition of each; ``base``, ``title`` and ``section`` are the document's own, on which they build."""
    # Not one high line: LibreOffice makes a line lower in which there is but a tab.
    line = f'<w:spacing w:before="{twips(WRITING) - PITCH}" w:after="0" w:line="{PITCH}" w:lineRule="exact"/>'
    keep, whole = "<w:keepNext/>", "<w:keepLines/>"
    body, small, soft = _letters(BODY, INK), _letters(SMALL, INK), _letters(SMALL, SOFT)
    paragraphs = {
        "Form Letterhead": (base, _space(0, 60) + _side("center"), ""),
        "Form House": (base, _space(0, 20), small),
        "Form Copies": (base, _space(0, 20) + _side("right"), soft),
        "Form Title": (title, f'{keep}<w:pageBreakBefore w:val="0"/>{_space(100, 60)}<w:outlineLvl w:val="0"/>',
                       _letters(17, INK, bold=True)),
        "Form About": (base, _space(0, 60), soft),
        "Form Number": (base, _tabs(width / 2, width) + line, body),
        "Form Section": (section, f'{keep}{_edge("bottom", 6, INK, 2)}{_space(140, 60)}<w:outlineLvl w:val="1"/>',
                         _letters(11.5, INK, bold=True)),
        "Form Text": (base, _space(60, 60), body),
        "Form Say": (base, whole + _edge("left", 20, INK, 5) + _shade() + _space(80, 80) + '<w:ind w:left="140" w:right="80"/>',
                     body),
        "Form Question": (base, keep + whole + _space(80, 0), body),
        "Form Line": (base, whole + _tabs(width) + line, body),
        "Form Tick": (base, whole + _space(80, 60), body),
        "Form Box": (base, whole + _space(40, 20) + '<w:ind w:left="240" w:hanging="240"/>', body),
        "Form Column": (base, keep + _space(20, 20) + _IN_CELL, _letters(IN_TABLE, INK, bold=True)),
        "Form Cell": (base, _space(20, 20) + _IN_CELL, _letters(IN_TABLE, INK)),
        "Form Signature": (base, whole + _edge("top", 4, SOFT, 2) + _space(twips(SIGNING), 0), small),
        "Form Kept": (base, whole + _space(120, 0), soft),
        "Form Footer": (base, f'<w:tabs><w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs>{_space(0, 0)}',
                        _letters(8, SOFT)),
    }
    grid = "".join(_line(side, 5, SOFT) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return [
        *((name, _style(name, "paragraph", f"<w:pPr>{look}</w:pPr>{letters}", on))
          for name, (on, look, letters) in paragraphs.items()),
        ("Form Rule", _style("Form Rule", "character", f'<w:rPr><w:color w:val="{SOFT}"/></w:rPr>')),
        ("Form Second", _style("Form Second", "character", f'<w:rPr><w:i/><w:color w:val="{SOFT}"/></w:rPr>')),
        ("Form Head", _table("Form Head", _line("bottom", 8, INK))),
        ("Form Table", _table("Form Table", grid, head=True)),
        ("Form Signatures", _table("Form Signatures", "", right=280)),
    ]


def _style(name: str, kind: str, content: str, on: str = "") -> str:
    based = f'<w:basedOn w:val="{escape(on)}"/>' if on else ""
    return (f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
            f"{based}<w:qFormat/>{content}</w:style>")


def _table(name: str, lines: str, *, right: int = 0, head: bool = False) -> str:
    margins = f'<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tblCellMar>'
    first = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{_shade()}</w:tcPr></w:tblStylePr>' if head else ""
    return _style(name, "table", f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>{margins}</w:tblPr>{first}")


def _line(side: str, eighths: int, colour: str, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def _edge(side: str, eighths: int, colour: str, space: int) -> str:
    return f"<w:pBdr>{_line(side, eighths, colour, space)}</w:pBdr>"


def _shade() -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{PAPER}"/>'


def _side(side: str) -> str:
    return f'<w:jc w:val="{side}"/>'


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'


def _tabs(*millimetres: float) -> str:
    """Stops up to which a tab draws the line to write on; after all but the last, at the margin, words go on."""
    kinds = ["left"] * (len(millimetres) - 1) + ["right"]
    return "<w:tabs>" + "".join(f'<w:tab w:val="{kind}" w:leader="underscore" w:pos="{twips(stop)}"/>'
                                for kind, stop in zip(kinds, millimetres, strict=True)) + "</w:tabs>"


def _letters(points: float, colour: str, *, bold: bool = False) -> str:
    size, weight = round(points * 2), "<w:b/>" if bold else ""
    return f'<w:rPr>{weight}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
