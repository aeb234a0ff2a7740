"""The sheets that a house prints on, in millimetres, upright."""

from __future__ import annotations

from typing import Literal

PaperName = Literal["a4", "f4", "letter"]

PAPERS: dict[PaperName, tuple[float, float]] = {"a4": (210.0, 297.0), "f4": (215.0, 330.0), "letter": (215.9, 279.4)}
"""Width and height. F4, or Folio, is what most offices in Indonesia print on."""
