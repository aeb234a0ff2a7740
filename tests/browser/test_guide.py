"""The guide in a real Chromium over HTTP: pages, languages, search, phone width, and no request to any other host."""

from __future__ import annotations

import re

import pytest

from generator import build as stage
from generator.gather import gather
from generator.guide import guide

pytestmark = pytest.mark.browser

PAGES = ("index.html", "components/index.html", "components/morning-meeting.html", "red-list.html", "glossary.html",
         "pillars/spiritual.html", "phases/primary.html", "programmes/small-house/week-01.html")


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_on_a_phone_without_errors_and_without_other_hosts(page, address, language, name):
    answer = page.goto(f"{address}/{language}{name}", wait_until="networkidle")

    assert answer.status == 200
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == (language.rstrip("/") or "id")
    assert page.faults == []
    assert [url for url in page.asked if not url.startswith((address, "data:", "blob:"))] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, "the page scrolls sideways"


def test_the_title_in_the_header_of_a_phone_is_whole(page, address, site):
    titles = {path: re.search(r"<title>(.*?)</title>", path.read_text(encoding="utf-8"))[1] for path in site.rglob("*/*.html")}
    longest = sorted((path for path in titles if "programmes" not in path.parts), key=lambda path: len(titles[path]))[-8:]
    cut = []
    for path in longest:
        page.goto(f"{address}/{path.relative_to(site).as_posix()}")
        title = page.locator(".md-header__topic + .md-header__topic .md-ellipsis")
        if title.evaluate("e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1"):
            cut.append(titles[path])

    assert cut == []


@pytest.mark.parametrize(("language", "foreign"), [
    ("", ("Dark mode", "Header", "Footer")), ("en/", ("Mode gelap", "Mode terang"))])
def test_what_the_theme_says_is_said_in_the_language_of_the_page(site, language, foreign):
    page = (site / language / "safety.html").read_text(encoding="utf-8")

    said = re.findall(r'(?:aria-label|title)="([^"]*)"', page)

    assert not [one for one in said if any(word in one for word in foreign)]
    assert ("Dark mode" if language else "Mode gelap") in said


def test_no_table_of_a_written_page_is_wider_than_a_phone(page, address, site):
    too_wide = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if "components/" in name or "programmes/" in name:
            continue  # laid out by the program, looked at above
        page.goto(f"{address}/{name}", wait_until="domcontentloaded")
        if page.evaluate("[...document.querySelectorAll('.md-typeset__scrollwrap')]"
                         ".some(e => e.scrollWidth > e.clientWidth + 2)"):
            too_wide.append(name)

    assert too_wide == []


def test_the_meaning_of_a_word_shows_on_keyboard_focus_and_leads_to_the_glossary(page, address):
    page.goto(f"{address}/components/relapse-prevention-group.html", wait_until="networkidle")
    term = page.locator("a.term", has_text="sugesti").first
    term.focus()

    assert "gelombang" in page.locator(".term-meaning").inner_text()
    term.click()
    page.wait_for_url("**/glossary.html#craving")
    assert page.locator("#craving").count() == 1


def test_the_languages_lead_to_one_another(page, address):
    page.goto(f"{address}/index.html")

    target = page.locator("a[hreflang=en]").first.get_attribute("href")

    assert page.goto(f"{address}/{target}").status == 200
    assert page.locator("html").get_attribute("lang") == "en"


def test_search_finds_a_component_in_the_language_being_read(page, address):
    page.goto(f"{address}/index.html", wait_until="networkidle")
    page.get_by_role("button", name="Cari", exact=True).click()
    page.locator("input[role=combobox]").press_sequentially("pertemuan pagi")

    # The list is made anew with every letter: wait for the answer to the whole of it.
    page.get_by_text("“pertemuan pagi”").first.wait_for(state="attached", timeout=10_000)
    first = page.get_by_role("option").first

    assert "components/morning-meeting.html" in first.get_attribute("href")
    assert "/en/" not in first.get_attribute("href")


def test_a_component_page_can_be_printed_without_navigation(page, address, tmp_path):
    from pypdf import PdfReader

    page.goto(f"{address}/components/morning-meeting.html", wait_until="networkidle")
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")

    text = "\n".join(p.extract_text() for p in PdfReader(tmp_path / "page.pdf").pages)
    assert "Pertemuan pagi" in text
    assert len(text) > 3000


def test_hostile_text_stays_text(own_house, words, templates, tmp_path, browser):
    evil = "<script>document.title='caught'</script>{{ 7*7 }} [x](javascript:alert(1)) *b*"
    root = own_house({
        "small-house/programme.yaml": ("name: Rumah Uji", f"name: \"{evil}\""),
        "catalogue/components/life-skills/cooking.yaml": ("{id: Nasi, en: Rice}", f"{{id: \"{evil}\", en: Rice}}"),
    })
    house = gather([root], None, ("id", "en"))
    built = stage.build(house, house.designs["small-house"], words, templates, tmp_path / "b", stage.Wish(formats=("ics",)))
    _written, problems = guide(house, [built], words, templates, [root], tmp_path / "b")
    assert not problems

    page = browser.new_page()
    page.goto((tmp_path / "b/guide/programmes/small-house/index.html").as_uri())

    assert page.title().startswith("Rumah kecil")
    assert evil in page.locator("h1").inner_text()
    assert page.locator("h1 a").count() == 0
    page.goto((tmp_path / "b/guide/components/cooking.html").as_uri())
    assert page.title().startswith("Memasak")
    assert evil in page.locator("h3", has_text="7*7").inner_text()


def test_every_link_of_every_page_leads_to_a_file_also_to_the_other_language(site):
    """As in a folder: no server that would mend a way."""
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    asked = re.compile(r'<a\b[^>]*href="([^"#?]+)')
    links = {(page, link) for page in pages for link in asked.findall(page.read_text(encoding="utf-8"))
             if not re.match("[a-z]+:", link)}
    english = {page: site / page.relative_to(site / "en") for page in pages if site / "en" in page.parents}
    leads = {(page, (page.parent / link).resolve()) for page, link in links}

    assert len(pages) > 300
    assert sorted(f"{page.relative_to(site)} → {link}" for page, link in links if not (page.parent / link).is_file()) == []
    assert {page for page, indonesian in english.items() if (page, indonesian) not in leads} == set()


def test_a_week_leads_to_each_of_its_days_and_the_facts_of_a_component_take_a_line_each_on_a_phone(page, site):
    page.goto((site / "programmes/small-house/week-01.html").as_uri())
    days = page.locator(".part-day h2")

    page.locator(".jump a").nth(2).click()

    assert page.locator(".jump a").count() == days.count() == 7
    assert page.url.endswith("#" + days.nth(2).get_attribute("id"))
    page.goto((site / "components/morning-meeting.html").as_uri())
    assert page.evaluate("""(([a, b]) => Math.abs(a.getBoundingClientRect().bottom - b.getBoundingClientRect().bottom))
        (document.querySelectorAll('.glance dl > :nth-child(n+5):nth-child(-n+6)'))""") < 6
