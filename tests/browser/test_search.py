"""The guide's own search in a real Chromium: the golden queries over HTTP and from a folder, keyboard, phone, nothing found."""

from __future__ import annotations

import gzip
import re

import pytest
import yaml

from generator.search.families import TOKEN, folded
from generator.search.languages import families
from tests.places import DATA

pytestmark = pytest.mark.browser

RIGHT = 0.97
"""How many golden queries must find a right page among the first three."""
QUIET = 0.96
"""How much of the nonsense must find nothing; the rest is made of words the guide itself uses for other things."""
LARGEST_INDEX = 300_000
UNSEEN = """
membuntuti dibuntuti mengkambing-hitamkan berkelap-kelip memperdengarkannya ketidakjujurannya seadil-adilnya tersadarkan ngumpet
diobatin pengen bareng-bareng dikerjain kesurupan menyanyikanlah pertanggungjawabannya xqzvw reusability humiliating supervisors
teman2nya gara2 antarresiden nyariin
unplanned hoping studied neighbourly organisations womanly happily
"""


def folder(language: str) -> str:
    return "" if language == "id" else f"{language}/"


def golden(language: str) -> dict:
    return yaml.safe_load((DATA / f"search-queries-{language}.yaml").read_text(encoding="utf-8"))


@pytest.fixture(params=["http", "file"])
def opened(request, browser, site, address):
    """Opens a page of the guide: over HTTP, or from its folder with the network off."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=request.param == "file")
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))

    def go(name: str):
        page.goto(f"{address}/{name}" if request.param == "http" else (site / name).as_uri())
        return page

    yield go
    assert page.faults == []
    context.close()


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_golden_queries_find_the_right_page_among_the_first_three(opened, language):
    wanted = golden(language)
    page = opened(f"{folder(language)}components/morning-meeting.html")
    page.evaluate("tcSearch.load().then(() => 0)")
    found = page.evaluate("queries => queries.map(q => tcSearch.find(q).results.slice(0, 3).map(r => r.page))",
                          [entry["q"] for entry in wanted["queries"]])

    missed = [f"{entry['q']} → {pages}" for entry, pages in zip(wanted["queries"], found, strict=True)
              if not {one.split("#")[0] for one in entry["page"]} & set(pages)]
    print(*missed, sep="\n")
    assert len(wanted["queries"]) >= 150
    assert len(missed) <= (1 - RIGHT) * len(wanted["queries"]), "\n".join(missed)


@pytest.mark.parametrize("language", ["id", "en"])
def test_nonsense_finds_nothing(opened, language):
    page = opened(f"{folder(language)}index.html")
    page.evaluate("tcSearch.load().then(() => 0)")
    queries = [str(one) for one in golden(language)["nothing"]]

    found = page.evaluate("queries => queries.filter(q => tcSearch.find(q).results.length)", queries)

    print(*found, sep="\n")
    assert len(queries) >= 300
    assert len(found) <= (1 - QUIET) * len(queries), "\n".join(found)


def test_a_wrong_letter_is_a_slip_only_beside_the_right_one_or_where_it_sounds_like_it(opened):
    """A word that is nobody's slip finds nothing; nor do figures, unless they are a number to ring."""
    page = opened("index.html")
    page.evaluate("tcSearch.load().then(() => 0)")

    def found(queries):
        return page.evaluate("queries => queries.map(q => tcSearch.find(q).results.length > 0)", queries)

    assert all(found(["kekambuhab", "konselimg", "meditasu", "119"]))
    assert not any(found(["kazbuh", "menglurupkan", "blentuk orang", "1 2 3", "x"]))


def test_a_message_is_read_as_it_is_typed(opened):
    page = opened("index.html")
    page.evaluate("tcSearch.load().then(() => 0)")
    pairs = [["tmn lama ngajak make", "teman lama mengajak pakai"], ["obt mlm", "obat malam"], ["sakauuu", "sakau"],
             ["kmr bsk dicek", "kamar besok dicek"], ["ga bs tdr", "tidak bisa tidur"],
             ["dimarahi rame2", "dimarahi ramai-ramai"]]

    found = page.evaluate("pairs => pairs.map(pair => pair.map(q => tcSearch.find(q).results.slice(0, 3).map(r => r.page)))",
                          pairs)

    assert [pair for pair, (typed, meant) in zip(pairs, found, strict=True) if not typed or typed != meant] == []


def test_an_emergency_and_a_page_named_in_passing_words_are_found_whatever_else_is_said(opened):
    """Neither the rarest word of a question nor a page's small weight hides what it names."""
    for language, query, page in (
        ("id", "residen kejang jam 2 pagi harus gmn", "safety"), ("en", "fire in the dormitory", "safety"),
        ("en", "one to one session with client", "components/individual-counselling"),
        ("id", "daftar pustaka", "references"), ("en", "bibliography", "references"), ("id", "krja sama", "design/cooperation"),
    ):
        browser = opened(f"{folder(language)}index.html")
        browser.evaluate("tcSearch.load().then(() => 0)")
        assert page in browser.evaluate("query => tcSearch.find(query).results.slice(0, 3).map(r => r.page)", query), query


def test_above_the_results_stands_the_way_to_what_must_be_done_if_it_is_happening_now(opened, site):
    """Other words of the query may name a page that is found first; what only resembles an emergency is none."""
    for language, query, way in (
        ("id", "residen overdosis di kamar mandi", "safety.html#tidak-sadar-atau-tidak-bernapas"),
        ("id", "kejang-kejang malam", "safety.html#kejang"), ("id", "jadwal minum obat", ""), ("id", "KTP hilang", ""),
        ("id", "tes darah", ""), ("id", "minum obat ditelan di depan petugas", ""), ("en", "budget cuts", ""),
        ("en", "young man not breathing after the leave", "safety.html#unconscious-or-not-breathing"),
    ):
        browser = opened(f"{folder(language)}index.html")
        browser.keyboard.press("/")
        browser.locator("input[role=combobox]").fill(query)
        browser.get_by_text(f"“{query}”").first.wait_for()
        told = browser.locator(".tc-search__now")
        assert (told.get_attribute("href").split("/")[-1] if told.is_visible() else "") == way, query
    for language in ("id", "en"):
        browser = opened(f"{folder(language)}index.html")
        browser.evaluate("tcSearch.load().then(() => 0)")
        for way in set(browser.evaluate("() => Object.values(tcSearchIndex.urgent)")):
            name, _, anchor = way.partition("#")
            assert f'id="{anchor}"' in (site / folder(language) / name).read_text(encoding="utf-8"), way


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_is_found_by_its_own_title(opened, language):
    """By its title, or by another of the same name; terms and roles share theirs with pages of their own."""
    page = opened(f"{folder(language)}index.html")
    page.evaluate("tcSearch.load().then(() => 0)")

    missed = page.evaluate("""() => tcSearchIndex.places
        .filter(place => !['term', 'role', 'week', 'programme'].includes(place[2]))
        .filter(place => !tcSearch.find(place[1]).results.slice(0, 3)
            .some(one => one.page === place[0] || one.title === place[1]))
        .map(place => place[1])""")

    assert missed == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_something_is_shown_from_the_second_letter_on(opened, language):
    """A word half typed may be a word of its own: "res" on the way to "residen"."""
    page = opened(f"{folder(language)}index.html")
    page.evaluate("tcSearch.load().then(() => 0)")
    queries = {"id": ["sakau", "jam besuk", "residen", "bunuh diri"],
               "en": ["overdose", "home leave", "suicidal resident"]}[language]

    begun = [query[:end] for query in queries for end in range(2, len(query) + 1)]

    assert page.evaluate("queries => queries.filter(q => !tcSearch.find(q).results.length)", begun) == []


def test_the_index_is_small(site):
    for language in ("id", "en"):
        path = site / folder(language) / "assets" / "search-index.js"
        assert len(gzip.compress(path.read_bytes(), 9)) <= LARGEST_INDEX, path


@pytest.mark.parametrize("language", ["id", "en"])
def test_python_and_the_browser_find_the_same_roots(page, address, site, language):
    page.goto(f"{address}/{folder(language)}index.html")
    words = page.evaluate("tcSearch.load().then(() => (window.tcEngine = new tcSearchEngine(tcSearchIndex)).words())")
    kin = families(language)
    data = page.evaluate("[tcEngine.data.affixes.length, Object.keys(tcEngine.trusted), Object.keys(tcEngine.learned)]")
    kin.trusted, kin.learned = frozenset(data[1]), set(data[2])
    asked = sorted({*words, *UNSEEN.split()})

    there = page.evaluate("words => words.map(word => tcEngine.ofToken(word))", asked)

    here = [[list(pair) for pair in kin.of_token(word)] for word in asked]
    assert data[0] == len(kin.affixes)
    assert [(word, a, b) for word, a, b in zip(asked, here, there, strict=True) if a != b] == []
    assert TOKEN.findall(folded("Obat-obatan “TBC”, l’année: 17-an")) == page.evaluate(
        "tcSearch.tokens('Obat-obatan “TBC”, l’année: 17-an')")


def test_a_search_by_keyboard_alone(opened):
    page = opened("components/morning-meeting.html")
    page.keyboard.press("/")
    box = page.locator("input[role=combobox]")
    box.press_sequentially("tes urin")
    page.get_by_text("“tes urin”").first.wait_for(state="attached")

    assert box.get_attribute("aria-expanded") == "true"
    assert "Tes urine" in page.get_by_role("option").first.inner_text()
    box.press("ArrowDown")
    chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert chosen.get_attribute("aria-selected") == "true"
    box.press("Enter")
    page.wait_for_url("**/components/urine-testing-with-dignity.html*")


def test_a_result_tells_what_kind_of_thing_it_is(opened):
    page = opened("index.html")
    page.keyboard.press("s")
    page.locator("input[role=combobox]").press_sequentially("kekambuhan")
    result = page.get_by_role("option", name="Tanggap kambuh").first
    result.wait_for()

    told = result.inner_text()
    for fact in ("Komponen", "Pascarehabilitasi", "Primer", "60 menit", "Konselor adiksi"):
        assert fact in told
    assert result.locator(".mark").get_attribute("data-letter") == "A"
    assert result.locator("mark").first.inner_text().lower() == "kambuh"


def test_on_a_phone_the_start_page_asks_and_an_empty_search_shows_where_to_go(page, address):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{address}/index.html")
    asks = page.locator(".tc-search-here")
    asks.click()

    assert page.locator("input[role=combobox]").evaluate("one => one === document.activeElement")
    ways = page.locator(".tc-search__hint a")
    assert ways.first.get_attribute("href").endswith("safety.html")
    assert any(way.get_attribute("href").endswith("forms/index.html") for way in ways.all())
    page.keyboard.press("Escape")
    assert page.url.endswith("/index.html") and page.locator(".tc-search__hint").is_hidden()
    assert asks.evaluate("one => one.getBoundingClientRect().bottom") <= 640  # in sight without scrolling
    page.set_viewport_size({"width": 180, "height": 320})  # the same phone with everything twice as large
    assert page.evaluate("document.documentElement.scrollWidth") <= 180
    assert page.locator(".tc-search-opener").evaluate("one => one.getBoundingClientRect().right") <= 180


@pytest.mark.parametrize("language", ["id", "en"])
def test_how_much_was_found_is_said_in_words(opened, language):
    page = opened(f"{folder(language)}index.html")
    page.keyboard.press("/")
    page.locator("input[role=combobox]").fill("overdosis" if language == "id" else "overdose")
    page.get_by_role("option").first.wait_for()

    assert re.search({"id": r"\d+ hasil untuk “overdosis”", "en": r"\d+ results for “overdose”"}[language],
                     page.locator(".tc-search").inner_text())


def test_nothing_found_says_so_and_shows_other_ways(opened):
    page = opened("index.html")
    page.keyboard.press("/")
    page.locator("input[role=combobox]").fill("xqzvw")
    page.get_by_text("Tidak ada yang ditemukan untuk “xqzvw”").first.wait_for()

    assert page.get_by_role("option").count() == 0
    assert page.locator(".tc-search__hint a").first.get_attribute("href").endswith("safety.html")
    page.wait_for_function("document.querySelector('.tc-search__live').textContent.includes('xqzvw')")


def test_escape_closes_and_a_letter_typed_in_the_box_stays_a_letter(opened):
    page = opened("index.html")
    page.keyboard.press("/")
    box = page.locator("input[role=combobox]")
    box.press_sequentially("pasca/s")
    assert box.input_value() == "pasca/s"
    page.get_by_role("option").first.wait_for()
    box.press("Escape")

    assert page.get_by_role("listbox").is_hidden()


def test_escape_right_after_the_last_letter_stays_closed(opened):
    """The search for that letter is still to come; it must not open again what has just been closed."""
    page = opened("index.html")
    page.keyboard.press("/")
    box = page.locator("input[role=combobox]")
    box.press_sequentially("pasca")
    page.get_by_role("option").first.wait_for()

    box.evaluate("""box => {
        box.value += "r"; box.dispatchEvent(new Event("input"));
        box.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
    }""")
    page.wait_for_timeout(200)

    assert page.get_by_role("listbox").is_hidden()


def test_a_search_can_start_from_the_address(opened):
    page = opened("index.html")
    page.evaluate("location.hash = 'q=jam%20besuk'")

    page.get_by_role("option", name="Hari kunjungan keluarga").first.wait_for()
    assert page.locator("input[role=combobox]").input_value() == "jam besuk"


def test_on_a_phone_the_search_covers_the_page_and_gives_the_focus_back(page, address):
    page.goto(f"{address}/safety.html")
    page.get_by_role("button", name="Cari", exact=True).click()
    box = page.locator("input[role=combobox]")
    box.press_sequentially("sesak napas")
    page.get_by_role("option").first.wait_for()
    size = page.locator(".tc-search").bounding_box()

    assert (size["x"], size["width"]) == (0, 360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('tc-search__now')")
    page.keyboard.press("Tab")
    assert box.evaluate("box => box === document.activeElement"), "the focus left the search"
    box.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Cari"
    assert page.faults == []


def test_without_javascript_the_search_is_a_link_to_all_components(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/safety.html")
    page.locator(".tc-search-link").click()

    assert page.url.endswith("/components/index.html")
    context.close()


def test_the_index_is_asked_for_only_when_somebody_searches(page, address):
    page.goto(f"{address}/index.html", wait_until="networkidle")
    assert not any("search-index" in url or "search-engine" in url for url in page.asked)

    page.keyboard.press("/")
    page.wait_for_function("window.tcSearchIndex")
    assert any(url.endswith("assets/search-index.js") for url in page.asked)


def test_every_result_leads_to_a_page_and_a_place_that_exist(page, address, site):
    for language in ("id", "en"):
        page.goto(f"{address}/{folder(language)}index.html")
        page.evaluate("tcSearch.load().then(() => 0)")
        urls = page.evaluate("""() => {
            const at = number => tcSearchIndex.places[number][0].split('#');
            const parts = tcSearchIndex.parts.filter(part => part[1]).map(part => at(part[0])[0] + '.html#' + part[1]);
            return tcSearchIndex.places.map((_, n) => at(n)[0] + '.html' + (at(n)[1] ? '#' + at(n)[1] : '')).concat(parts);
        }""")
        texts: dict[str, str] = {}
        for url in urls:
            name, _, anchor = url.partition("#")
            if name not in texts:
                texts[name] = (site / folder(language) / name).read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in texts[name], url
