"""PDF by Typst. The view travels as JSON, so that no author's text ever becomes Typst source."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from generator.formats import Materials
from generator.problem import Fault, Location, Problem

SUFFIX = "pdf"
VIEWS = ("HandbookView", "SessionPlanView", "WeeklyScheduleView", "WorksheetView")


def make(view: Any, materials: Materials) -> bytes:
    """A tagged PDF (PDF/UA-1) set by ``templates/typst/<document>.typ``."""
    import typst

    name = template_name(view)
    files = materials.templates.below("typst", ".typ")
    if name not in files:
        raise Fault(Problem(Location(f"templates/typst/{name}"), "TC601", {"name": name}))
    inputs: dict[str, bytes] = {"main": files.pop(name), **files, **materials.pictures}
    try:
        return typst.compile(
            inputs, format="pdf", font_paths=materials.templates.fonts, ignore_system_fonts=True,
            sys_inputs={"view": json.dumps(asdict(view), ensure_ascii=False)}, pdf_standards=["ua-1"],
            timestamp=materials.stamp,
        )
    except typst.TypstError as error:
        raise Fault(Problem(Location(f"templates/typst/{name}"), "TC604", {"what": str(error)[:500]})) from error


def ingredients(view: Any, materials: Materials) -> list[bytes]:
    import importlib.metadata

    return [*materials.templates.below("typst", ".typ").values(), *materials.pictures.values(),
            importlib.metadata.version("typst").encode(), str(materials.stamp).encode()]


def template_name(view: object) -> str:
    """``WeeklyScheduleView`` → ``weekly-schedule.typ``."""
    words = re.findall("[A-Z][a-z]+", type(view).__name__.removesuffix("View"))
    return "-".join(word.lower() for word in words) + ".typ"
