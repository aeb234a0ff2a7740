"""Reading back what only some houses have: a duty roster, several groups, notices of mended weeks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.documents import Laid, documents
from generator.formats import Materials, formats
from generator.model.agreed import Absence, AgreedSession, AgreedWeek, Before, NotHeld
from generator.model.house import Event
from generator.model.values import DAYS
from generator.source import Source
from generator.templates import Templates
from generator.verify import Fault, reader_of
from tests.made_sheets import many_groups
from tests.places import FIXTURE, ROOT

pytestmark = pytest.mark.print


@pytest.fixture(scope="module")
def crowd(small_house, words) -> Laid:
    """Six groups side by side in one week, with a duty roster."""
    design, week = many_groups(small_house.designs["small-house"])
    return Laid(design, [week], [week], (), words["id"], words)


@pytest.fixture(scope="module")
def mended(small_build, words) -> Laid:
    """A week in which one session moved to another day, one has another leader and room, and one is not held."""
    week = small_build.weeks[1]
    first, second, *_ = (session for session in week.sessions if session.resident is None)
    stays = {"session": second.key, "day": DAYS[second.date.weekday()], "at": _clock(second.start), "lead": second.lead}
    agreed = AgreedWeek.model_validate({"week": 2})
    agreed = agreed.model_copy(update={
        "without": (Absence.model_validate({"who": "hall", "days": "mon-tue"}),),
        "sessions": (
            AgreedSession.model_validate({
                "session": first.key, "day": DAYS[first.date.weekday()], "at": _clock(first.start), "lead": first.lead,
                "room": first.room, "was": {"day": "sun", "at": "16:15", "lead": first.lead, "room": first.room}}),
            AgreedSession.model_validate({**stays, "room": second.room, "was": {
                "day": stays["day"], "at": stays["at"], "lead": _other(second.lead), "room": _other_room(second.room)}})),
        "not_held": (NotHeld(session="talk/cohort/r01.1", was=Before.model_validate(
            {"day": "wed", "at": "10:00", "lead": "counsellor-1"})),)})
    design = replace(small_build.design, agreed={2: (agreed, Source("weeks/02.yaml", {}, {}, {}))})
    return Laid(design, small_build.weeks, [week], (), words["en"], words)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _other(post: str) -> str:
    return "companion-1" if post == "counsellor-1" else "counsellor-1"


def _other_room(room: str | None) -> str:
    return "study" if room == "hall" else "hall"


def read_back(laid: Laid, document: str, folder: Path, templates: Templates | None = None) -> list[Fault]:
    """The faults of a document's files, made with these templates."""
    logo = FIXTURE / "programmes/small-house/logo.svg"
    materials = Materials(templates or Templates.of([ROOT]), {logo.name: logo.read_bytes()})
    found: list[Fault] = []
    count = 0
    for piece in documents()[document].pieces(laid):
        for made in formats():
            if type(piece.view).__name__ in made.VIEWS:
                inside = Path(f"{piece.path}.{made.SUFFIX}")
                (folder / inside).parent.mkdir(parents=True, exist_ok=True)
                (folder / inside).write_bytes(made.make(piece.view, materials))
                told = list(reader_of(inside).faults(folder / inside, inside, laid))
                count += len(told)
                found += [fault for fault in told if fault]
    assert count
    return found


@pytest.mark.parametrize("document", [
    "duty-roster", "poster", "pocket-card", "year-overview", "minutes", "weekly-schedule", "group-schedule",
    "facilitator-schedule", "room-schedule", "calendar"])
def test_a_house_of_many_groups_says_the_same_in_every_file(crowd, document, tmp_path):
    assert read_back(crowd, document, tmp_path) == []


def test_an_event_is_found_in_a_book_beside_its_day_and_groups(small_build, words, tmp_path):
    """Every book of a house with outings differed from the programme: between title and hours stands the day."""
    event = Event.model_validate({"title": {"id": "Jalan-jalan", "en": "Outing"}, "kind": "guest", "days": "sat",
                                  "hours": "13:30-16:40", "weeks": "1-2"})
    design = small_build.design
    design = replace(design, programme=design.programme.model_copy(update={"events": {"outing": event}}))

    laid = Laid(design, small_build.weeks, small_build.weeks, small_build.verdicts, words["en"].by_day(), words)

    assert [fault for fault in read_back(laid, "handbook", tmp_path) if fault.what == "event"] == []


def test_a_notice_says_where_every_session_was_and_is(mended, tmp_path):
    assert read_back(mended, "change-notice", tmp_path) == []


@pytest.mark.parametrize(("template", "old", "new", "document", "what"), [
    ("duty-roster.typ", "..post.cells.enumerate()", "..post.cells.rev().enumerate()", "duty-roster", "shift"),
    ("duty-roster.typ", "inset: (right: 2mm), post.hours)", "inset: (right: 2mm), post.nights)", "duty-roster", "hours"),
    ("duty-roster.typ", "strong(post.number), post.title", "strong(post.number), s.title", "duty-roster", "leader"),
    ("duty-roster.typ", "..shift.cells.enumerate()", "..shift.cells.rev().enumerate()", "duty-roster", "shift"),
    ("poster.typ", "in view.sheets.enumerate()", "in view.sheets.rev().enumerate()", "poster", "week"),
    ("pocket-card.typ", "in view.cards.enumerate()", "in view.cards.rev().enumerate()", "pocket-card", "session"),
    ("year-overview.typ", "strong(words)),)", "strong(\"x\")),)", "year-overview", "phase"),
    ("minutes.typ", "in view.sections.enumerate()", "in view.sections.rev().enumerate()", "minutes", "minutes"),
    ("change-notice.typ", "(#c.who)]], c.was,", "(#c.who)]], c.now,", "change-notice", "session"),
    ("change-notice.typ", "strong(upper(w.not_held))", "[]", "change-notice", "session"),
    ("change-notice.typ", "#view.missing.join", "#view.posts.join", "change-notice", "leader"),
])
def test_a_fault_in_a_template_is_found(request, template, old, new, document, what, tmp_path):
    own = tmp_path / "templates"
    text = (ROOT / "templates" / "typst" / template).read_text(encoding="utf-8")
    assert old in text
    (own / "typst").mkdir(parents=True)
    (own / "typst" / template).write_text(text.replace(old, new), encoding="utf-8")
    laid = request.getfixturevalue("mended" if document == "change-notice" else "crowd")

    found = read_back(laid, document, tmp_path, Templates((own, ROOT / "templates")))

    assert what in {fault.what for fault in found}, found
