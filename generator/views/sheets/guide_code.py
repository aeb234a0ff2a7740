"""A picture to be scanned that leads to a week's page in the house's guide."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language import FALLBACK, Words
from generator.model.design import Design

QUIET = 4
"""White modules around the code, which scanners need."""

LONGEST = 300
"""Letters of an address that a small code can still carry legibly."""


@dataclass(frozen=True)
class GuideCode:
    """A QR code as an SVG picture, ``modules`` wide and high with its white border."""

    address: str
    svg: str
    modules: int


def week_page(programme: str, number: int) -> str:
    """A week's page in the guide, below the language's root and without suffix."""
    return f"programmes/{programme}/week-{number:02d}"


def week_address(design: Design, number: int, words: Words) -> str:
    """Where a week's page can be reached; nothing where the programme does not say where its guide is."""
    return page_address(design.programme.guide_address or "", week_page(design.name, number), words)


def page_address(root: str, page: str, words: Words) -> str:
    """Where a page can be reached in a guide that lies at ``root``; nothing where that is not known."""
    if not root:
        return ""
    root = root.removesuffix("index.html").rstrip("/")
    if "://" not in root:
        root = f"https://{root}"
    language = "" if words.code == FALLBACK[0] else f"{words.code}/"
    return f"{root}/{language}{page}.html"


def guide_code(design: Design, number: int, words: Words) -> GuideCode | None:
    """The code of a week's page, where there is an address for it."""
    address = week_address(design, number, words)
    return code_of(address) if address and len(address) <= LONGEST else None


def code_of(address: str) -> GuideCode:
    import segno

    rows = [bytes(row) for row in segno.make(address, error="m", micro=False).matrix_iter(border=QUIET)]
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    side = len(rows)
    svg = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}">'
           f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{path}"/></svg>')
    return GuideCode(address, svg, side)
