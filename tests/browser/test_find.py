"""Finding without searching: boxes on the device, plain lists without scripts, the way to a page, the meaning of a word."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

FIND = "find.html"


def shown(page) -> list[str]:
    return page.locator(".find-list > li:not([hidden])").evaluate_all("all => all.map(one => one.dataset.pillar)")


def tick(page, group: str, value: str) -> None:
    fold = page.locator(f"details[data-group={group}]")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    page.locator(f"input[name={group}][value='{value}']").check()


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_activity_is_listed_and_ticking_shortens_the_list(page, address, language):
    page.goto(f"{address}/{language}{FIND}")
    everything = shown(page)
    assert page.locator(".find-purpose").first.is_visible()
    assert str(len(everything)) in page.locator(".find-number").inner_text()

    tick(page, "pillar", "life-skills")

    found = shown(page)
    assert set(found) == {"life-skills"} and 0 < len(found) < len(everything)
    assert str(len(found)) in page.locator("[role=status] .find-number").inner_text()
    assert page.faults == []


def test_ticks_in_one_group_add_and_groups_narrow(page, address):
    page.goto(f"{address}/{FIND}")
    tick(page, "minutes", "30")
    short = len(shown(page))
    tick(page, "minutes", "60")
    longer = len(shown(page))
    tick(page, "leader", "nurse")

    assert short < longer
    assert 0 < len(shown(page)) < longer
    for one in page.locator(".find-list > li:not([hidden])").all():
        assert "nurse" in one.get_attribute("data-leader").split()
        assert one.get_attribute("data-minutes") in ("30", "60")


def test_a_box_tells_how_many_it_would_show_and_nothing_is_a_number_too(page, address):
    page.goto(f"{address}/{FIND}")
    tick(page, "pillar", "evaluation")
    page.locator("details[data-group=minutes] summary").click()

    box = page.locator("label", has=page.locator("input[name=minutes][value='30']"))
    assert box.locator(".find-count").inner_text() == "0"
    expected = page.locator("label", has=page.locator("input[name=minutes][value='60']")).locator(".find-count").inner_text()
    tick(page, "minutes", "60")
    assert len(shown(page)) == int(expected)


def test_the_choices_stand_in_the_address_and_come_back(page, address):
    page.goto(f"{address}/{FIND}")
    tick(page, "phase", "primary")
    tick(page, "material", "paper")
    tick(page, "material", "board")
    chosen, kept = shown(page), page.evaluate("location.href")

    assert kept.endswith("#phase=primary&material=paper,board")
    page.goto("about:blank")
    page.goto(kept)
    assert shown(page) == chosen
    assert page.locator("input[name=material][value=board]").is_checked()


def test_when_nothing_fits_one_choice_can_be_taken_away(page, address):
    page.goto(f"{address}/{FIND}#pillar=evaluation&minutes=30")
    assert shown(page) == []

    ways = page.locator(".find-answer li button")
    assert ways.count() == 2
    promised = int(re.findall(r"\d+", ways.first.inner_text())[-1])
    ways.first.click()

    assert len(shown(page)) == promised > 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_everything_by_keyboard_and_back_again(page, address):
    page.goto(f"{address}/{FIND}")
    everything = len(shown(page))
    page.locator("details[data-group=mode] summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("location.hash") == "#mode=individual"
    assert len(shown(page)) < everything

    page.locator(".find-foot button").focus()
    page.keyboard.press("Enter")

    assert len(shown(page)) == everything
    assert page.evaluate("location.hash") == ""


@pytest.mark.parametrize("language", ["", "en/"])
def test_without_scripts_the_list_is_whole_and_plain_lists_lead_on(browser, address, language):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{language}{FIND}")

    assert not page.locator("form.find").is_visible()
    assert page.locator(".find-list > li:visible").count() == page.locator(".find-list > li").count() > 60
    assert page.locator(".find-facts:visible").count() > 60 and not page.locator(".find-purpose:visible").count()
    lists = page.locator("article a[href^='find/'], article a[href^='pillars/'], article a[href^='phases/']")
    addresses = [link.get_attribute("href") for link in lists.all()]
    assert len(addresses) > 40
    for target in {one.split("-")[0]: one for one in addresses}.values():
        assert page.goto(f"{address}/{language}{target}").status == 200
        assert page.locator("article td a, article td strong a").count() > 0
    context.close()


def test_it_works_from_a_folder_without_network(browser, site):
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((site / FIND).as_uri() + "#minutes=30")
    some = len(shown(page))
    tick(page, "pillar", "spiritual")

    assert 0 < len(shown(page)) < some
    assert page.evaluate("location.hash") == "#pillar=spiritual&minutes=30"
    context.close()


@pytest.mark.parametrize("name", [FIND, "find/leader-nurse.html", "start/night.html", "en/start/family.html"])
def test_nothing_scrolls_sideways_on_a_phone(page, address, name):
    page.goto(f"{address}/{name}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    if name == FIND:
        for summary in page.locator("details.find-group summary").all():
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        low = page.locator(".find-group label").evaluate_all("all => all.filter(one => one.offsetHeight < 24).length")
        assert low == 0


@pytest.mark.parametrize(("name", "way"), [
    ("components/static-group.html", ["Beranda", "Komponen", "Rutinitas inti TC", "Kelompok tetap"]),
    ("find/mode-group.html", ["Beranda", "Komponen", "Cari kegiatan yang cocok", "Cara: kelompok"]),
    ("start/night.html", ["Beranda", "Mulai di sini", "Untuk petugas jaga malam"]),
    ("en/safety.html", ["Home", "Safety and rights", "Safety and emergency"]),
])
def test_a_page_tells_where_it_stands(page, address, name, way):
    page.goto(f"{address}/{name}")
    crumbs = page.locator("nav.crumbs")

    assert crumbs.get_attribute("aria-label")
    assert crumbs.locator("li").all_inner_texts() == way
    assert crumbs.locator("[aria-current=page]").inner_text() == way[-1]
    for link in crumbs.locator("a").all():
        assert page.request.get(page.evaluate("a => a.href", link.element_handle())).status == 200
    assert page.title().startswith(way[-1])


@pytest.mark.parametrize(("language", "before", "after"), [("", "Sebelumnya", "Selanjutnya"), ("en/", "Previous", "Next")])
def test_the_next_page_and_the_one_before_are_named(page, address, language, before, after):
    page.goto(f"{address}/{language}start/night.html")
    for kind, label in (("prev", before), ("next", after)):
        link = page.locator(f".md-footer__link--{kind}")
        name = link.get_attribute("aria-label")
        assert name.startswith(label) and len(name) > len(label) + 5


TERM = "a.term"
MEANING = ".term-meaning"


def test_a_meaning_shows_on_focus_and_escape_puts_it_away(page, address):
    page.goto(f"{address}/components/relapse-prevention-group.html")
    term = page.locator(TERM, has_text="sugesti").first
    term.focus()

    assert "gelombang" in page.locator(MEANING).inner_text()
    assert term.get_attribute("aria-describedby") == "term-meaning"
    page.keyboard.press("Escape")
    assert not page.locator(MEANING).is_visible()
    assert term.evaluate("term => term === document.activeElement")


def test_the_pointer_may_move_onto_a_meaning(page, address):
    page.goto(f"{address}/components/relapse-prevention-group.html")
    page.locator(TERM, has_text="sugesti").first.hover()
    page.locator(MEANING).hover()
    page.wait_for_timeout(400)
    assert page.locator(MEANING).is_visible()

    page.mouse.move(5, 5)
    page.locator(MEANING).wait_for(state="hidden")


def test_the_first_tap_tells_the_meaning_and_the_second_leads_to_the_glossary(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{address}/components/relapse-prevention-group.html")
    term = page.locator(TERM, has_text="sugesti").first

    term.tap()
    box = page.locator(MEANING).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("h2").first.tap()
    assert not page.locator(MEANING).is_visible()

    term.tap()
    term.tap()
    page.wait_for_url("**/glossary.html#craving")
    context.close()
