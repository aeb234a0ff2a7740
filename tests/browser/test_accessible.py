"""The guide for keyboards, screen readers, large letters and small screens: axe-core on every page type, and the keyboard."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PAGES = (
    "index.html", "components/morning-meeting.html", "components/index.html", "pillars/spiritual.html", "phases/primary.html",
    "glossary.html", "red-list.html", "references.html", "requirements.html", "roles.html", "views.html",
    "start/practitioner.html", "safe/feedback-and-red-list.html", "design/day-and-week.html", "programmes/index.html",
    "programmes/small-house/index.html", "programmes/small-house/week-01.html", "programmes/small-house/minutes.html",
    "find.html", "en/find.html#pillar=evaluation&minutes=30", "find/leader-nurse.html", "start/night.html",
    "404.html", "en/index.html", "en/components/relapse-prevention-group.html", "forms/index.html", "forms/leave.html",
    "en/forms/session-attendance.html", "start/at-home.html",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 768, 360])
def test_axe_finds_nothing_on_any_page_type(browser, address, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page, axe, found = context.new_page(), Axe(), []
    for name in PAGES:
        page.goto(f"{address}/{name}", wait_until="load")
        page.wait_for_timeout(100)
        answer = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
        found += [f"{name}: {fault['id']}: {node['html'][:120]}" for fault in answer["violations"] for node in fault["nodes"]]
    context.close()

    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 768, 360])
def test_axe_finds_nothing_in_the_open_search(browser, address, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page, axe, found = context.new_page(), Axe(), []
    for query in ("kambuh", "pertemaun pagi", "vwxkq bfrtz"):
        page.goto(f"{address}/index.html?q={query}", wait_until="load")
        page.locator(".tc-search__live").filter(has_text=re.compile(r"\S")).wait_for(state="attached")
        answer = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
        found += [f"{query}: {fault['id']}: {node['html'][:120]}" for fault in answer["violations"] for node in fault["nodes"]]
    context.close()

    assert found == []


@pytest.mark.parametrize("name", PAGES)
def test_at_320_pixels_which_is_400_per_cent_zoom_no_page_scrolls_sideways(page, address, name):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/{name}")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def focused(page) -> str:
    return page.evaluate("""() => { const e = document.activeElement;
        return e.getAttribute('aria-label') || e.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60) }""")


def test_the_first_stop_of_the_keyboard_leads_past_the_navigation(page, address):
    page.goto(f"{address}/components/morning-meeting.html", wait_until="load")

    page.keyboard.press("Tab")

    assert page.locator(".md-skip").evaluate("e => e === document.activeElement")
    assert page.locator(".md-skip").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_stop_of_the_keyboard_is_seen_and_marked(browser, address, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme)
    page, unseen = context.new_page(), []
    page.goto(f"{address}/components/morning-meeting.html", wait_until="load")
    page.wait_for_timeout(300)
    for _ in range(45):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        stop = page.evaluate("""() => {
            const e = document.activeElement, b = e.getBoundingClientRect(), s = getComputedStyle(e);
            return {what: e.outerHTML.slice(0, 120), body: e === document.body,
                    out: b.right <= 0 || b.left >= innerWidth || !b.width || s.visibility === 'hidden',
                    line: s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth)} }""")
        if not stop["body"] and (stop["out"] or stop["line"] < 2):
            unseen.append(stop)
    context.close()

    assert unseen == []


def test_the_drawer_takes_the_focus_keeps_it_and_gives_it_back(page, address):
    page.goto(f"{address}/components/morning-meeting.html", wait_until="load")
    opener = page.locator(".md-header label[for=__drawer] button")
    inside = "document.querySelector('.md-sidebar--primary').contains(document.activeElement)"

    assert opener.get_attribute("aria-expanded") == "false"
    opener.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(inside)
    assert opener.get_attribute("aria-expanded") == "true"
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(inside), focused(page)
        assert page.evaluate("getComputedStyle(document.activeElement).visibility") == "visible"
    page.keyboard.press("Escape")

    assert opener.get_attribute("aria-expanded") == "false"
    assert opener.evaluate("e => e === document.activeElement")


def test_a_branch_of_the_drawer_is_left_and_entered_by_keyboard(page, address):
    page.goto(f"{address}/components/morning-meeting.html", wait_until="load")
    page.locator(".md-header label[for=__drawer] button").press("Enter")
    page.wait_for_timeout(400)

    for _ in range(3):  # out of the pillar, out of the components, to the whole guide
        back = page.locator(".md-sidebar--primary .md-nav__title[for^=__nav_] button:visible")
        if not back.count() or page.locator(".md-sidebar--primary a", has_text="Beranda").first.evaluate(
                "e => getComputedStyle(e).visibility") == "visible":
            break
        back.last.press("Enter")
        page.wait_for_timeout(400)

    assert page.locator(".md-sidebar--primary a", has_text="Beranda").first.evaluate(
        "e => getComputedStyle(e).visibility") == "visible"


def test_light_and_dark_are_changed_by_keyboard(page, address):
    page.goto(f"{address}/index.html", wait_until="load")
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    before = page.evaluate(scheme)

    page.locator("form[data-md-component=palette] label:not([hidden]) button").press("Enter")
    page.wait_for_timeout(200)

    assert page.evaluate(scheme) != before
    assert page.evaluate("document.activeElement.closest('form[data-md-component=palette]') !== null")


def test_whoever_wants_no_movement_gets_none(browser, address):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/index.html")

    longest = page.evaluate("""() => Math.max(...[...document.querySelectorAll('*')].map(
        e => Math.max(...getComputedStyle(e).transitionDuration.split(',').map(parseFloat))))""")
    context.close()

    assert longest < 0.01


def test_a_table_becomes_cards_on_a_phone_also_without_javascript(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/safe/feedback-and-red-list.html")
    cells = page.locator("td[data-label]")
    boxes = [cells.nth(number).bounding_box() for number in range(4)]
    context.close()

    assert [box["x"] for box in boxes] == [boxes[0]["x"]] * 4, "the cells of a row stand below one another"
    assert max(box["x"] + box["width"] for box in boxes) <= 360


def test_the_line_between_cards_is_as_broad_as_the_page_over_short_words_too(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/safe/feedback-and-red-list.html")
    table, card = page.evaluate("""() => {
        const table = document.querySelector('td[data-label]').closest('table');
        for (const cell of table.querySelectorAll('td')) cell.textContent = '1';
        return [table.clientWidth, table.querySelector('td').offsetWidth];
    }""")
    rows = page.get_by_role("table").first.get_by_role("row").count()
    context.close()

    assert card == table and rows > 2


def test_a_table_of_cards_is_still_a_table_to_a_screen_reader(page, address):
    page.goto(f"{address}/safe/feedback-and-red-list.html", wait_until="load")

    assert page.get_by_role("table").first.get_by_role("columnheader").all_inner_texts() == [
        "Anak tangga", "Apa", "Siapa", "Di mana"]


def test_words_of_another_language_say_which(page, address):
    page.goto(f"{address}/understand/4s-5p.html")
    assert page.locator("em[lang=en]", has_text="behaviour shaping").count() == 1
    page.goto(f"{address}/references.html")
    assert page.locator("span[lang=en]", has_text="Therapeutic communities").count() >= 1
    page.goto(f"{address}/glossary.html")
    assert page.locator("td span[lang=en]").count() > 20
    assert page.locator(".md-header a[hreflang=en]").get_attribute("lang") == "en"
