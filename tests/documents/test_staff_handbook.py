"""What only the staff's handbook says: who leads, supervises, is employed, and where each standard is answered."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.checks import judge
from generator.language import Text
from generator.model.design import Verdict
from generator.model.house import Event
from generator.model.week import FrameSlot
from generator.views.blocks import Facts, Heading, Note, Table
from generator.views.book import Book
from generator.views.chapters import chapters
from generator.views.chapters._visits import visiting_hours
from generator.views.component_chapter import component_facts
from generator.views.handbook import handbook


def test_the_staff_book_says_who_has_no_time_for_supervision_and_what_a_first_cohort_does(catalogue_house, words):
    def notes(name):
        design = catalogue_house.designs[name]
        blocks = chapters()["people"].blocks(Book(design, (), (), words["en"], design.catalogue.editions["staff"]))
        assert {f"role-{role}" for post in design.programme.staff.values() for role in (post.role, *post.also)} <= {
            block.anchor for block in blocks if isinstance(block, Heading)}
        return {block.title: block.items[0][0].text for block in blocks if isinstance(block, Note)}

    sample = notes("sadar-hati")
    without = sample["No fixed time yet: Team supervision"]
    assert "Peer counsellor" not in without and "Officer on duty 1, 2, 3, 4, 5" in without and "Counsellor 1" not in without
    assert "Evaluator" not in without, "who comes from outside has supervision elsewhere"
    assert "While there are no older members" in sample
    assert "While there are no older members" not in notes("residential-rolling")


def test_visiting_hours_come_from_days_and_events_and_no_policy_repeats_them(small_build, catalogue_house, words):
    design = small_build.design
    event = Event.model_validate({"title": {"id": "Hari besuk", "en": "Visitors"}, "kind": "visit", "days": "sat",
                                  "hours": "13:00-15:00", "rotation": {"every": 2, "turn": 1}})
    with_visits = replace(design, programme=design.programme.model_copy(update={"events": {"visitors": event}}))

    def said(own, edition):
        blocks = handbook(own, small_build.weeks, small_build.verdicts, words["en"], edition).blocks
        rows = [row for block in blocks if isinstance(block, Facts) for row in block.rows]
        return [value for label, value in rows if label == "Visiting hours"]

    for edition in ("staff", "resident", "family"):
        assert said(design, edition) == []
        assert said(with_visits, edition) == ["Saturday, 13:00–15:00, one week in 2, from week 1"]
    for name, own in catalogue_house.designs.items():
        contact = own.programme.policies.family_contact
        if contact and own.programme.residential is not False:
            for text in (*contact.says, *contact.for_residents):
                assert not re.search(r"Minggu|Sabtu|Sunday|Saturday", text.to("id") + text.to("en")), name


def test_hours_of_visits_that_move_with_the_prayers_are_said_once(small_build, words):
    moving = ((780, 855), (790, 865), (785, 860))
    weeks = [replace(week, days=tuple(
        replace(day, frame=(*day.frame, FrameSlot(*hours, "visit", Text.of({"id": "Besuk", "en": "Visits"}))))
        if day.date == week.days[0].date else day for day in week.days))
        for week, hours in zip(small_build.weeks * 2, moving, strict=False)]
    (facts,) = visiting_hours(Book(small_build.design, weeks, (), words["id"], small_build.design.catalogue.editions["family"]))
    ((_, said),) = facts.rows

    assert said.endswith(", kira-kira 13.00–14.15")


def test_the_staff_book_shows_a_days_one_to_one_work_in_one_row(small_build, words):
    design = small_build.design
    book = Book(design, small_build.weeks, (), words["en"], design.catalogue.editions["staff"])
    held = {session.date for week in small_build.weeks for session in week.sessions if session.resident is not None}
    rows = [row for block in chapters()["schedules"].blocks(book) if isinstance(block, Table) for row in block.rows]
    alone = [row for row in rows if row[1][0].text == "One to one:"]

    assert held and 0 < len(alone) <= len(held)
    assert all("see the wall schedule" in row[2][0].text for row in alone)


def test_the_staff_book_names_everybody_a_session_takes(small_build, words):
    """The second leader, and who stays with those who choose what is offered beside it."""
    design = small_build.design
    weeks = [replace(week, days=tuple(replace(day, sessions=tuple(
        replace(session, co_lead="companion-1") if session.component == "quiet-hour" else session for session in day.sessions
    )) for day in week.days)) for week in small_build.weeks]
    book = Book(design, weeks, (), words["id"], design.catalogue.editions["staff"])
    rows = [tuple("".join(run.text for run in cell) for cell in row)
            for block in chapters()["schedules"].blocks(book) if isinstance(block, Table) for row in block.rows]
    held = rows.index(("15.00–15.30", "Jam hening", "Konselor 1 dan Pendamping 1", "Aula"))

    assert rows[held + 1] == ("", "atau Membaca", "Pendamping 1", "Ruang baca")


def test_the_staff_book_says_in_which_weeks_and_phases_a_component_is_held(catalogue_house, words):
    design = catalogue_house.designs["sadar-hati"]
    said = {name: dict(component_facts(design.catalogue, planned.component, words["id"], planned.minutes, planned=planned,
                                       design=design)) for name, planned in design.components.items()}

    assert said["wooden-eyewear-craft"]["Frekuensi"] == "2 kali sepekan, pekan 9–20"
    assert said["wooden-eyewear-craft"]["Fase"] == "Primer"
    assert said["static-group"]["Frekuensi"] == "2 kali sepekan"
    assert said["follow-up-monitoring"]["Peserta"] == "Satu alumni"


def test_who_is_employed_by_another_body_needs_no_supervision_here(catalogue_house, words):
    design = catalogue_house.designs["sadar-hati"]
    book = Book(design, (), (), words["id"], design.catalogue.editions["staff"])
    said = next(block.items[0][0].text for block in chapters()["people"].blocks(book)
                if isinstance(block, Note) and block.title == "Belum punya waktu tetap: Supervisi tim")

    assert "Petugas jaga 1" in said and "perlindungan" not in said and "puskesmas" not in said


def test_the_standards_say_in_which_chapter_of_the_book_each_is_found(catalogue_house, words):
    design = catalogue_house.designs["sadar-hati"]
    staff = design.catalogue.editions["staff"]
    verdicts = [Verdict(name, criterion, "met") for name, criterion in design.catalogue.standards.items()]
    (*_, table) = chapters()["standards"].blocks(Book(design, (), verdicts, words["id"], staff))
    found = {row[0][0].text: row[3][0].text for row in table.rows}

    assert found["C03"] == "Hak dan pengaduan" and found["C40"] == "Aturan rumah; Jadwal pekanan"
    assert all({*one.chapters} & {chapter.chapter for chapter in staff.chapters} for one in design.catalogue.standards.values())


def test_what_an_inspector_is_referred_to_stands_in_the_chapter(catalogue_house, words):
    design = catalogue_house.designs["sadar-hati"]
    verdicts = judge(design, None)
    book = Book(design, (), verdicts, words["en"], design.catalogue.editions["staff"])
    about = repr(chapters()["about"].blocks(book))

    assert "Referral hospital (example): written agreement" in about and "12 beds; a place to worship" in about
    assert "offers tests and treatment every Monday" in repr(book.answered("medicines"))
    assert "visit every three months" in repr(book.answered("about"))
    assert Book(design, (), verdicts, words["en"], design.catalogue.editions["family"]).answered("medicines") == []


def test_the_staffs_handbook_says_what_kind_of_body_runs_the_house(small_house, words):
    design = small_house.designs["small-house"]
    organisation = design.programme.organisation.model_copy(
        update={"legal_entity": Text.of({"en": "Foundation, deed 4"}), "ipwl": False})
    staff = {name: post.model_copy(update={"to_be_named": name == "companion-1"})
             for name, post in design.programme.staff.items()}
    house = replace(design, programme=design.programme.model_copy(
        update={"organisation": organisation, "admission": "cohort", "staff": staff}))

    text = repr(handbook(house, [], [], words["en"], "staff").blocks)

    for said in ("Foundation, deed 4", "is not an institution that receives compulsory reports", "as one cohort",
                 "Companion 1 (filled later)"):
        assert said in text
    assert "Counsellor 1 (filled later)" not in text
