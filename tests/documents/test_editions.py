"""Handbooks come in editions for those who read them, forms are blank, and what is made on request stays up to date."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator import build as stage
from generator.build import Wish
from generator.checks import judge
from generator.documents import Laid, documents, on_request
from generator.language import Text
from generator.model.component import Frequency
from generator.model.design import Verdict
from generator.model.house import Event, Rotation
from generator.model.week import FrameSlot
from generator.views.blocks import Card, Facts, Heading, Note, Paragraph, StepBlock, Table
from generator.views.book import Book
from generator.views.chapters import chapters
from generator.views.chapters._visits import visiting_hours
from generator.views.component_chapter import component_chapter, component_facts, how_often
from generator.views.facilitator_week import facilitator_week
from generator.views.forms import forms
from generator.views.handbook import handbook
from generator.views.session_plan import session_plan
from tests.places import FIXTURE

LANGUAGES = ("id", "en")


@pytest.fixture(scope="module")
def book(small_build, words):
    """Edition → the small house's handbook in Indonesian."""
    return {edition: handbook(small_build.design, small_build.weeks, small_build.verdicts, words["id"], edition)
            for edition in small_build.design.catalogue.editions}


def test_an_edition_has_the_chapters_its_file_names_in_their_order(small_build, book):
    for name, edition in small_build.design.catalogue.editions.items():
        wanted = [chapter.chapter for chapter in edition.chapters]
        found = [block.anchor for block in book[name].blocks if isinstance(block, Heading) and block.level == 1]
        found = [anchor for anchor in found if not anchor.startswith("pillar-")]

        assert found == [chapter for chapter in wanted if chapter in found]
        assert set(wanted) <= chapters().keys()
        assert "rights" in found[:3] or "complaints" in found[:5], name


def test_a_chapter_does_not_begin_with_its_title_twice(catalogue_house, words):
    design = catalogue_house.designs["sadar-hati"]
    said = [block.text for block in handbook(design, (), (), words["id"]).blocks if isinstance(block, Heading)]

    assert said.count("Obat") == 1 and "Tes NAPZA" in said


def test_a_theme_of_a_talk_between_two_is_chosen_and_that_of_a_group_is_the_next(catalogue_house, words):
    """The counsellor's plan says that a theme may wait; the list of themes said that each session takes the next."""
    design = catalogue_house.designs["sadar-hati"]

    def said(name):
        blocks = component_chapter(design.catalogue, name, design.components[name].component, words["id"], design)
        return next(block.text[0].text for block in blocks if isinstance(block, Paragraph) and "tema." in block.text[0].text)

    assert said("individual-counselling").startswith("16 tema. Pilih bersama orangnya")
    assert said("static-group").startswith("18 tema. Setiap sesi memakai tema berikutnya")


def test_steps_are_for_staff_and_cards_for_those_who_take_part(book):
    kinds = {name: {type(block) for block in view.blocks} for name, view in book.items()}

    assert StepBlock in kinds["staff"] and Card not in kinds["staff"]
    for name in ("resident", "family"):
        assert Card in kinds[name] and StepBlock not in kinds[name]
    (card,) = (block for block in book["resident"].blocks if isinstance(block, Card))
    assert card.about[0].text == "Di dapur kamu belajar memasak."
    assert [fact.icon for fact in card.facts][:3] == ["clock", "people", "leader"]


def test_a_residents_week_is_one_table_that_says_once_what_recurs(small_build, book):
    blocks = book["resident"].blocks
    at = next(i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == "week-induction")
    table, closed = blocks[at + 1:at + 3]
    rows = [tuple("".join(run.text for run in cell) for cell in row) for row in table.rows]

    assert rows == [
        ("Senin–Jumat", "08.00–08.30", "Pembukaan", "Ruang baca"),
        ("Senin", "08.30–09.45", "Memasak", "Ruang baca"),
        ("Senin", "15.00–15.30", "Jam hening", "Aula"),
        ("Rabu", "08.30–09.45", "Memasak", "Ruang baca"),
    ]
    assert closed.text[0].text == "Tanpa kelompok: Sabtu dan Minggu."


def test_a_day_that_is_nearly_the_usual_one_says_only_what_differs_but_to_staff(small_build, words):
    design, week = small_build.design, small_build.weeks[0]
    usual = design.programme.day_types["every-day"]
    title = Text.of({"id": "Jumat", "en": "Friday"})

    def tables(edition, **friday):
        frame = tuple(replace(slot, **friday) if slot.start == 750 else slot for slot in week.days[4].frame)
        days = (*week.days[:4], replace(week.days[4], day_type="friday", frame=frame), *week.days[5:])
        changed = replace(design, programme=design.programme.model_copy(update={
            "day_types": {"every-day": usual, "friday": usual.model_copy(update={"title": title})}}))
        blocks = handbook(changed, [replace(week, days=days)], small_build.verdicts, words["en"], edition).blocks
        found = {block.text: next(after for after in blocks[at:] if isinstance(after, Table))
                 for at, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor.startswith("day-")}
        return {title: [[cell[0].text for cell in row] for row in table.rows] for title, table in found.items()}

    later = tables("resident", start=780, end=840)
    assert len(later["Every day"]) == 7 and later["Friday"] == [["13:00–14:00", "Lunch"]]
    assert len(tables("staff", start=780, end=840)["Friday"]) == 7
    assert len(tables("resident", start=900, end=960)["Friday"]) == 7, "what goes without anything in its place is not left out"
    assert tables("resident", start=755, end=815)["Friday"] == tables("staff", start=755, end=815)["Friday"]


def test_what_a_day_is_for_most_groups_alike_is_said_once(small_build, words):
    """In a week of home leave every row ended in the same five groups."""
    design, week = small_build.design, small_build.weeks[0]
    cohort = next(iter(design.programme.groups.values()))
    other = cohort.model_copy(update={"title": Text.of({"id": "Tamu", "en": "Guests"})})
    two = replace(design, programme=design.programme.model_copy(update={"groups": {"cohort": cohort, "other": other}}))
    plan = [(360, ("cohort",)), (420, ("cohort",)), (480, ("cohort",)), (540, ("other",)), (1290, ())]
    frame = tuple(FrameSlot(at, at + 30, "meal", Text.of({"id": f"Acara {at}", "en": f"Item {at}"}), groups=groups)
                  for at, groups in plan)
    weeks = [replace(week, days=(replace(week.days[0], frame=frame),))]

    found = chapters()["day"].blocks(Book(two, weeks, (), words["en"], design.catalogue.editions["resident"]))

    assert "For Cohort, where nobody else is named." in [b.text[0].text for b in found if isinstance(b, Paragraph)]
    (table,) = [block for block in found if isinstance(block, Table)][:1]
    assert [row[1][0].text for row in table.rows] == [
        "Item 360", "Item 420", "Item 480", "Item 540 (Guests)", "Item 1290 (the whole house)"]


def test_a_residents_week_says_once_what_is_held_on_most_days(small_build, words):
    """Five days and Sunday were six rows of the same hour."""
    design, week = small_build.design, small_build.weeks[0]
    session = next(s for s in week.sessions if s.resident is None)
    on = (0, 1, 2, 3, 4, 6)
    days = tuple(replace(day, sessions=(replace(session, date=day.date),) if day.date.weekday() in on else ())
                 for day in week.days)

    book = Book(design, [replace(week, days=days)], (), words["en"], design.catalogue.editions["resident"])
    (table,) = [block for block in chapters()["my-week"].blocks(book) if isinstance(block, Table)]

    assert [row[0][0].text for row in table.rows] == ["Monday–Friday and Sunday"]


def test_what_is_held_once_in_some_weeks_is_said_to_be_held_every_so_many(small_build, words):
    component = next(iter(small_build.design.components.values())).component
    once, twice = (component.model_copy(update={"how_often": Frequency(each_week=count)}) for count in (1, 2))

    assert how_often(words["en"], once, Rotation(every=4, turn=2)) == "every 4 weeks"
    assert how_often(words["en"], twice, Rotation(every=4, turn=2)) == "2 times a week, in one week out of 4"


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


def test_residents_read_of_the_house_words_only_those_of_their_house(catalogue_house, words):
    design = catalogue_house.designs["sadar-hati"]
    house_words = chapters()["house-words"].blocks

    def said(components):
        (table,) = house_words(Book(replace(design, components=components), (), (), words["en"],
                                    design.catalogue.editions["resident"]))
        return {row[0][0].text for row in table.rows}

    with_sheet = said(design.components)
    assert {"pull-up", "naloxone"} <= with_sheet and "encounter group" not in with_sheet
    assert not {"primary treatment", "static group"} & with_sheet, "what the book tells of elsewhere"
    without = {name: planned for name, planned in design.components.items() if name != "tirakatan-17-agustus"}
    assert "Independence-Eve vigil" in with_sheet - said(without)


def test_a_programme_that_is_no_therapeutic_community_tells_none_of_its_words(catalogue_house, words):
    """The card of the feedback ladder knows them; nobody there says pull-up or tools of the house."""
    design = catalogue_house.designs["minnesota-28-days"]
    assert "feedback-ladder" in design.components
    (table,) = chapters()["house-words"].blocks(Book(design, (), (), words["en"], design.catalogue.editions["resident"]))
    said = {row[0][0].text for row in table.rows}

    assert "naloxone" in said and not {"pull-up", "tools of the house"} & said


def test_a_place_where_nobody_sleeps_in_speaks_of_clients(small_build, words):
    design = small_build.design
    assert design.programme.residential is not True
    by_day = replace(design, programme=design.programme.model_copy(update={"residential": False}))
    said = repr(handbook(by_day, small_build.weeks, small_build.verdicts, words["id"].by_day(), "resident"))

    assert "Di luar jam buka tidak ada petugas di sini." in said
    assert "Panggil petugas jaga kapan saja" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_for_day_programmes_replace_words_that_exist(words, language):
    def keys(tree, at=""):
        for key, value in tree.items():
            yield from keys(value, f"{at}{key}.") if hasattr(value, "items") else [at + key]

    tree = words[language].tree
    assert set(keys(tree["by_day"])) <= set(keys({key: value for key, value in tree.items() if key != "by_day"}))


def test_the_same_content_has_the_same_mark_and_another_one_another(small_build, words, book):
    again = handbook(small_build.design, small_build.weeks, small_build.verdicts, words["id"], "staff")
    shorter = handbook(small_build.design, small_build.weeks[:1], small_build.verdicts, words["id"], "staff")

    assert again.colophon == book["staff"].colophon != shorter.colophon


def test_a_form_in_two_languages_says_everything_twice(small_build, words):
    view = forms(small_build.design, ("everything",), words["id"], words["en"])
    (form,) = view.forms

    assert (form.title.text, form.title.second) == ("Segala macam butir", "Every kind of item")
    assert [item.kind for section in form.sections for item in section.items] == [
        "text", "say", "ask", "ask", "tick", "tick", "columns", "columns"]
    assert all(item.said.second for section in form.sections for item in section.items if item.said.text)
    assert len(form.sections[1].items[3].rows) == 2
    text = "\n".join(page.extract_text() for page in PdfReader(
        small_build.folder / "id" / "forms" / "all-forms-id-en.pdf").pages)
    assert "Apa kabar?" in text and "How are you?" in text


def test_a_facilitators_week_has_a_plan_for_every_row_of_its_cover_with_that_rows_clock(small_build, words):
    design, week = small_build.design, small_build.weeks[0]
    view = facilitator_week(design, week, "counsellor-1", words["id"])
    led = [s for s in week.sessions if "counsellor-1" in (s.lead, s.co_lead)]
    rows = [row for day in view.days for row in day.rows if row.sheet]

    assert len(rows) == len(led)
    for row in rows:
        plan = view.plans[int(row.sheet) - 1].plan
        assert plan.title == row.title
        assert row.time.partition("–")[0] in plan.steps[0].clock.split()
        assert row.time in [occasion.time for occasion in plan.occasions]
    assert facilitator_week(design, replace(week, days=()), "counsellor-1", words["id"]) is None


def test_a_plan_held_at_several_hours_says_when_its_steps_begin_at_each(small_build, words):
    design, week = small_build.design, small_build.weeks[0]
    talk = next(session for session in week.sessions if session.resident is not None)

    def clocks(*starts):
        held = [replace(talk, start=start) for start in starts]
        return [step.clock for step in session_plan(design, talk.component, week, words["id"], held).steps[:2]]

    first, second = clocks(600)
    gone = int(second[3:]) - int(first[3:])
    assert clocks(600, 840, 600) == ["10.00 14.00", f"10.{gone:02d} 14.{gone:02d}"]
    assert clocks(600, 660, 840, 900) == ["menit ke-0", f"menit ke-{gone}"], "more hours than stand beside a step"


def test_the_cover_of_a_facilitators_week_says_with_whom_a_session_is_led(small_build, words):
    design, week = small_build.design, small_build.weeks[0]
    posts = [post for post in design.programme.staff if post != "counsellor-1"]
    shared = replace(week, days=tuple(replace(day, sessions=tuple(
        replace(session, lead="counsellor-1", co_lead=posts[0]) for session in day.sessions)) for day in week.days))
    titles = {post: design.programme.staff[post].title.to("id") for post in ("counsellor-1", posts[0])}

    def roles(post):
        view = facilitator_week(design, shared, post, words["id"])
        return {row.role for day in view.days for row in day.rows if row.sheet}

    assert roles("counsellor-1") == {f"bersama {titles[posts[0]]}"}
    assert roles(posts[0]) == {f"mendampingi {titles['counsellor-1']}"}


def test_a_plan_for_one_session_says_that_sessions_topic_only(small_build, words):
    design, week = small_build.design, small_build.weeks[0]
    name = next(name for name, planned in design.components.items() if len(planned.component.topics) > 1)

    assert [topic.number for topic in session_plan(design, name, week, words["id"], topic=2).topics] == [2]


def test_what_is_made_on_request_is_not_made_unasked_and_is_kept_up_to_date_afterwards(
    small_house, words, templates, tmp_path
):
    design = small_house.designs["small-house"]
    asked = {name for name in documents() if on_request(name)}
    assert asked == {"facilitator-week", "topic-set"}

    def built(wish: Wish, design=design) -> set[str]:
        made = stage.build(small_house, design, words, templates, tmp_path, wish)
        return {path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*") if path.is_file()}

    on = Path("id/facilitator-week/week-01/counsellor-1.pdf").as_posix()
    assert not any("facilitator-week" in name for name in built(Wish(languages=("id",))))
    mine = built(Wish(languages=("id",), documents=("facilitator-week",), weeks=(1, 1), posts=("counsellor-1",)))
    assert [name for name in mine if "facilitator-week" in name] == [on]
    before = (tmp_path / "programmes" / "small-house" / on).read_bytes()

    organisation = design.programme.organisation.model_copy(update={"name": "Rumah Lain"})
    later = replace(design, programme=design.programme.model_copy(update={"organisation": organisation}))
    assert on in built(Wish(languages=("id",)), later)
    assert (tmp_path / "programmes" / "small-house" / on).read_bytes() != before


def test_session_plans_for_word_are_made_when_asked_for_by_both_names_and_are_kept_up_to_date_afterwards(
    small_house, words, templates, tmp_path
):
    design = small_house.designs["small-house"]
    mine = tmp_path / "programmes/small-house/id/session-plan/opening.docx"

    def built(design=design, **wish) -> set[str]:
        made = stage.build(small_house, design, words, templates, tmp_path, Wish(languages=("id",), **wish))
        assert not [problem for problem in made.problems if problem.is_error]
        return {path.name for path in mine.parent.glob("*.docx")}

    assert built() == built(documents=("session-plan",)) == built(formats=("docx",)) == set()
    plans = built(documents=("session-plan",), formats=("docx",))
    assert plans == {f"{name}.docx" for name in design.components}, "and no worksheet"
    before = mine.read_bytes(), mine.stat().st_mtime_ns
    assert built() == plans and (mine.read_bytes(), mine.stat().st_mtime_ns) == before

    organisation = design.programme.organisation.model_copy(update={"name": "Rumah Lain"})
    later = replace(design, programme=design.programme.model_copy(update={"organisation": organisation}))
    assert built(later) == plans and mine.read_bytes() != before[0]


def test_forms_for_word_are_made_when_asked_for_by_both_names_each_and_all_and_in_two_languages(
    small_house, words, templates, tmp_path
):
    design = small_house.designs["small-house"]

    def built(**wish) -> set[str]:
        made = stage.build(small_house, design, words, templates, tmp_path, Wish(languages=("id",), **wish))
        return {path.name for path in (made.folder / "id/forms").glob("*.docx")}

    assert built() == built(documents=("forms",)) == built(formats=("docx",)) == set()
    assert built(documents=("forms",), formats=("docx",)) == {"all-forms.docx", "all-forms-id-en.docx", "everything.docx"}
    mine = tmp_path / "programmes/small-house/id/forms/everything.docx"
    before = mine.read_bytes()
    mine.unlink()
    built()
    assert mine.read_bytes() == before, "kept up to date, and the same each time"


def test_everything_means_session_plans_and_forms_for_word_too(small_house, words, templates, tmp_path):
    design = small_house.designs["small-house"]
    made = stage.build(small_house, design, words, templates, tmp_path,
                       Wish(languages=("en",), formats=("docx",), everything=True))

    assert (made.folder / "en" / "session-plan" / "opening.docx").is_file()
    assert (made.folder / "en" / "forms" / "everything.docx").is_file()


def test_every_page_count_of_plans_and_weeks_is_even(small_build, words, templates):
    from generator.formats import Materials, typst

    laid = Laid(small_build.design, small_build.weeks, small_build.weeks, small_build.verdicts, words["id"])
    logo = FIXTURE / "programmes" / "small-house" / "logo.svg"
    materials = Materials(templates, {"logo.svg": logo.read_bytes()}, 1_800_000_000)
    for name in ("facilitator-week", "topic-set", "session-plan"):
        for piece in documents()[name].pieces(laid):
            if "Worksheet" in type(piece.view).__name__:
                continue
            pages = len(PdfReader(io.BytesIO(typst.make(piece.view, materials))).pages)
            worksheet = name == "topic-set" and piece.view.worksheet is not None
            assert (pages - worksheet) % 2 == 0, piece.path


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
