"""The sample programme as it leaves the house: every document and every page of the guide, read back and judged.

What the small fixture house cannot show: the whole catalogue's words on paper and on screen.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace

import pytest
from pypdf import PdfReader

from generator import build as stage
from generator.checks.red_list_words import found_in
from generator.formats import Materials
from generator.formats.typst import make as as_pdf
from generator.gather import BUILT_IN
from generator.guide import sources
from generator.views.session_plan import worksheet
from tests.content.rules import claims_in
from tests.documents.test_goldens import text_of

pytestmark = pytest.mark.print

NAMES_THE_FORBIDDEN = ("red-list.md", "glossary.md")
"""Pages that must name bad words: the red list forbids them, the glossary leads searchers to better ones."""


@pytest.fixture(scope="module")
def sample(catalogue_house, words, templates, tmp_path_factory):
    house = catalogue_house
    built = stage.build(house, house.designs["sadar-hati"], words, templates, tmp_path_factory.mktemp("sample"), stage.Wish())
    assert not [problem for problem in built.problems if problem.is_error]
    return house, built


@pytest.fixture(scope="module")
def texts(sample, words, templates) -> dict[str, str]:
    """Every output as text: documents by their path, pages of the guide by language and path."""
    house, built = sample
    found = {path.relative_to(built.folder).as_posix(): text_of(path) for path in sorted(built.folder.rglob("*"))
             if path.suffix in (".pdf", ".docx", ".xlsx", ".ics")}
    for language in words.values():
        for name, content in sources(house, [built], language, templates, [BUILT_IN]).items():
            if name.endswith(".md"):
                found[f"guide/{language.code}/{name}"] = content.decode()
    return found


def test_every_kind_of_output_was_read(texts):
    for ending in (".pdf", ".docx", ".xlsx", ".ics", ".md"):
        assert sum(name.endswith(ending) for name in texts) >= 2, ending
    assert sum("/components/" in name for name in texts) == 2 * (79 + 1)


def test_the_residents_book_is_large_enough_and_short_enough_to_be_read(sample):
    house, built = sample
    assert house.catalogue.editions["resident"].text_size >= 13
    for language in ("id", "en"):
        assert len(PdfReader(built.folder / language / "handbook" / "resident.pdf").pages) <= 36, language


def test_no_output_repeats_the_studys_claims_or_promises_a_cure(sample, texts):
    house, _ = sample
    entries = [entry for entry in house.catalogue.red_list.values() if entry.kind == "claim"]
    found = {}
    for name, text in texts.items():
        if name.endswith(NAMES_THE_FORBIDDEN):
            continue
        plain = " ".join(text.split())
        said = [*claims_in(plain), *(word for word, _ in found_in(plain, entries))]
        if said:
            found[name] = said

    assert found == {}


def test_no_output_lacks_a_translation(texts):
    assert [name for name, text in texts.items() if "[ID] " in text or "[EN] " in text] == []


def test_the_nth_sitting_of_a_group_prints_topic_n(sample, texts):
    """``relapse-prevention-group``: its third week shows its third topic, on the wall, in the plan and in the workbook."""
    _, built = sample
    topics = built.design.components["relapse-prevention-group"].component.topics
    weeks = [week for week in built.weeks if any(s.component == "relapse-prevention-group" for s in week.sessions)]

    for number in (1, 3, len(topics)):
        week = weeks[number - 1]
        (session,) = [s for s in week.sessions if s.component == "relapse-prevention-group"]
        assert session.topic == number
        title = topics[number - 1].title.to("en")
        assert title in " ".join(texts[f"en/weekly-schedule/week-{week.number:02d}.pdf"].split())
        assert title in texts["en/weekly-schedule.xlsx"]
    assert topics[0].title.to("id") in " ".join(texts["id/session-plan/relapse-prevention-group.pdf"].split())


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_worksheet_of_the_catalogue_fits_one_page(sample, words, templates, language):
    house, built = sample
    (planned, *_) = built.design.components.values()
    every = {name: replace(planned, component=component) for name, component in house.catalogue.components.items()}
    design = replace(built.design, components=every)
    pages = {}
    for name in every:
        view = worksheet(design, name, words[language])
        if view:
            pages[name] = len(PdfReader(io.BytesIO(as_pdf(view, Materials(templates)))).pages)

    assert len(pages) >= 30
    assert {name: count for name, count in pages.items() if count != 1} == {}


def test_the_data_files_of_the_sample_agree_and_stay_small(sample):
    import csv
    import json

    from icalendar import Calendar
    from openpyxl import load_workbook

    _, built = sample
    sessions = [session for week in built.weeks for session in week.sessions]
    folder = built.folder / "id"
    data = json.loads((folder / "weekly-schedule.json").read_text(encoding="utf-8"))
    in_json = [one for week in data["weeks"] for day in week["days"] for one in day["sessions"]]
    with (folder / "weekly-schedule.csv").open(encoding="utf-8-sig", newline="") as file:
        in_csv = list(csv.DictReader(file, delimiter=";"))
    book = load_workbook(folder / "weekly-schedule.xlsx", read_only=True)
    in_book = list(book["Sesi"].iter_rows(min_row=2, values_only=True))
    in_house = list(Calendar.from_ical((folder / "weekly-schedule.ics").read_bytes()).walk("VEVENT"))

    assert (folder / "weekly-schedule.xlsx").stat().st_size < 2_000_000
    assert len(in_json) == len(in_csv) == len(in_book) == len(in_house) == len(sessions)
    for session, one, row, cells in zip(sessions, in_json, in_csv, in_book, strict=True):
        start = f"{session.start // 60:02d}:{session.start % 60:02d}"
        title = built.design.components[session.component].component.title.to("id")
        assert (one["start"], one["title"], one["leader"]) == (start, title, session.lead)
        assert (row["Mulai"], row["Kegiatan"], row["Tanggal"]) == (start, title, session.date.isoformat())
        assert (f"{cells[4]:%H:%M}", cells[6], cells[2].date()) == (start, title, session.date)
    assert {f"{one['key']}@sadar-hati.tcguide" for one in in_json} == {str(event["UID"]) for event in in_house}


def test_the_year_overview_of_the_sample_is_one_sheet_with_every_week_and_the_minutes_agree_with_the_weeks(sample, texts):
    from fractions import Fraction

    from generator.views.counted import average, group_weeks

    _, built = sample
    everything = set(built.design.components)
    sums = [int(average([cell], everything) + Fraction(1, 2)) for cell in group_weeks(built.design, built.weeks)]
    year = PdfReader(built.folder / "id" / "year-overview.pdf")
    said = " ".join(texts["id/minutes.pdf"].split())

    assert len(year.pages) == 1
    assert "Hari Kemerdekaan Republik Indonesia" in " ".join(texts["id/year-overview.pdf"].split())
    for number, total in enumerate(sums, 1):
        assert f"{total}" in said, f"week {number}"


def test_forms_in_two_languages_side_by_side_stay_within_four_pages_each(sample):
    """Those in one language are one sheet: tests/print/test_papers.py."""
    _, built = sample
    (path,) = (built.folder / "id" / "forms").glob("all-forms-id-en.pdf")
    starts = [number for number, page in enumerate(PdfReader(path).pages, 1) if "Halaman 1 dari" in page.extract_text()]
    lengths = [after - before for before, after in zip(starts, [*starts[1:], len(PdfReader(path).pages) + 1], strict=True)]

    assert len(lengths) == len(built.design.catalogue.forms) and max(lengths) <= 4


@pytest.mark.parametrize("edition", ["staff", "resident", "family"])
def test_no_heading_stands_alone_at_the_foot_of_a_page(sample, edition):
    """Bookmarks know where their headings stand: none so low that no line fits below it (18 + 4 mm, and 5)."""
    _, built = sample
    reader = PdfReader(built.folder / "id" / "handbook" / f"{edition}.pdf")

    def flat(entries):
        for entry in entries:
            yield from flat(entry) if isinstance(entry, list) else [entry]

    low = {entry.title: float(entry.top) for entry in flat(reader.outline)
           if entry.top is not None and float(entry.top) < (18 + 9) / 25.4 * 72}

    assert len(list(flat(reader.outline))) > 20
    assert low == {}


def test_no_day_of_the_staff_books_weeks_goes_on_overleaf(texts):
    """A table that does repeats its header: one row of Thursday stood alone on a page."""
    days = re.findall(r"Waktu\s+(\w+)\s+Siapa\s+Tempat", texts["id/handbook/staff.pdf"])

    assert Counter(days) == dict.fromkeys(("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"), 3)
