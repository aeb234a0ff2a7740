"""PDF by Typst. The view travels as JSON, so that no author's text ever becomes Typst source."""

from __future__ import annotations

import json
import re
import string
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from generator.apart import apart
from generator.formats import Materials
from generator.libraries import version
from generator.model.paper import PAPERS
from generator.problem import Fault, Location, Problem
from generator.typeset import typeset

SUFFIX = "pdf"
MOST_UNKNOWN_SIGNS = 60
WEIGHS = {"FormView": 5}
"""How much more the compiler keeps of a view than of others as long: of a form every size that was tried."""
LONG = 25
LONG_WORD = re.compile(rf"[^\W\d_]{{{LONG}}}")
"""Letters of one word that may be broken anywhere, lest it run off the sheet."""
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
VIEWS = (
    "ChangeNoticeView", "DesignReportView", "DutyRosterView", "FacilitatorWeekView", "FormView", "HandbookView", "MinutesView",
    "PocketCardView", "PosterView", "SessionPlanView", "TopicSetView", "WeeklyScheduleView", "WorksheetView",
    "YearOverviewView",
)


def make(view: Any, materials: Materials) -> bytes:
    """A tagged PDF (PDF/UA-1) set by ``templates/typst/<document>.typ``."""
    name = template_name(view)
    files = materials.templates.below("typst", ".typ")
    if name not in files:
        raise Fault(Problem(Location(f"templates/typst/{name}"), "TC601", {"name": name}))
    inputs: dict[str, bytes] = {"main": files.pop(name), **files}
    words = json.dumps(view, ensure_ascii=False, default=vars)
    others = {"paper": json.dumps(PAPERS[materials.paper]), "has_long_words": "yes" if _has_long_words(words) else ""}
    for _ in range(MOST_UNKNOWN_SIGNS):
        try:
            size = len(words) * WEIGHS.get(type(view).__name__, 1)
            pdf, what = apart(size, typeset, inputs, dict(materials.pictures), materials.templates.fonts,
                              {"view": words, **others}, materials.stamp)
        except BrokenProcessPool as error:
            raise Fault(Problem(Location(f"templates/typst/{name}"), "TC610")) from error
        if pdf:
            return pdf
        unknown = _NO_GLYPH.search(what)
        if not unknown:
            raise Fault(Problem(Location(f"templates/typst/{name}"), "TC604", {"what": what[:500]}))
        # A sign that no font has (an emoji in a name) must not cost the house its handbook.
        for sign in set(unknown[1]) - set(string.printable):
            words = re.sub(f"{re.escape(sign)}[\u200d\ufe0e\ufe0f]*", "·", words)
    raise Fault(Problem(Location(f"templates/typst/{name}"), "TC604", {"what": "too many signs that no font has"}))


def _has_long_words(text: str) -> bool:
    return any(LONG_WORD.search(part) for part in text.split() if len(part) >= LONG)


def ingredients(view: Any, materials: Materials) -> list[bytes]:
    return [*materials.templates.below("typst", ".typ").values(), *materials.pictures.values(),
            *(version(name).encode() for name in ("typst", "pikepdf")), str(materials.stamp).encode(), materials.paper.encode()]


def template_name(view: object) -> str:
    """``WeeklyScheduleView`` → ``weekly-schedule.typ``."""
    words = re.findall("[A-Z][a-z]+", type(view).__name__.removesuffix("View"))
    return "-".join(word.lower() for word in words) + ".typ"
