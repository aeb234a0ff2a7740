"""Handbooks come in editions for those who read them, and forms are blank."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pypdf import PdfReader

from generator.language import Text
from generator.model.component import Frequency
from generator.model.house import Rotation
from generator.model.week import FrameSlot
from generator.views.blocks import Card, Heading, Paragraph, StepBlock, Table
from generator.views.book import Book
from generator.views.chapters import chapters
from generator.views.component_chapter import component_chapter, how_often
from generator.views.forms import forms
from generator.views.handbook import handbook

LANGUAGES = ("id", "en")


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


@pytest.mark.parametrize(("language", "told"), [("id", "2 kali sepekan, pekan 1–4"), ("en", "2 times a week, weeks 1–4")])
def test_what_is_held_in_some_phases_only_says_in_which_weeks(catalogue_house, words, language, told):
    """A resident of week 8 read that there is orientation twice a week."""
    design = catalogue_house.designs["methamphetamine-16-weeks"]
    assert design.components["induction-orientation"].settings.weeks is None
    book = Book(design, (), (), words[language], design.catalogue.editions["resident"])

    cards = [card for card in chapters()["my-activities"].blocks(book) if isinstance(card, Card)]

    assert any(told in repr(card.facts) for card in cards)


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


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_programme_that_is_no_therapeutic_community_tells_none_of_its_words(catalogue_house, words, language):
    """The card of the feedback ladder knows them; nobody there says pull-up or tools of the house."""
    design = catalogue_house.designs["minnesota-28-days"]
    assert "feedback-ladder" in design.components
    (table,) = chapters()["house-words"].blocks(Book(design, (), (), words[language], design.catalogue.editions["resident"]))
    said = {row[0][0].text for row in table.rows}

    assert {"naloxone", "nalokson"} & said and not {"pull-up", "tools of the house", "input", "seminar input"} & said


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
