"""The guide without a signal: from a folder, from the ZIP, and from a phone that once had a signal, in a real Chromium."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
import zipfile
from pathlib import Path

import pytest

from generator.guide import offline
from generator.guide.usb import usb

pytestmark = pytest.mark.browser

LARGEST_ZIP = 8_000_000


# ---- From a folder ----


@pytest.fixture
def folder_page(browser):
    """A page without any network, which notes what is asked for and what the console says."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_offline(True)
    page = context.new_page()
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    yield page
    context.close()


def test_every_page_opens_from_a_folder_without_network_and_without_complaint(folder_page, site):
    wrong = []
    for file in sorted(site.rglob("*.html")):
        folder_page.asked.clear()
        folder_page.said.clear()
        folder_page.goto(file.as_uri(), wait_until="load")
        elsewhere = [url for url in folder_page.asked if not url.startswith((site.as_uri(), "data:"))]
        if folder_page.locator("h1").count() != 1 or elsewhere or folder_page.said:
            wrong.append((file.relative_to(site).as_posix(), elsewhere, list(folder_page.said)))

    assert wrong == []


def test_in_a_folder_languages_search_and_dark_mode_work_and_nothing_is_registered(folder_page, site):
    folder_page.goto((site / "components/morning-meeting.html").as_uri())
    dark = folder_page.evaluate("getComputedStyle(document.body).backgroundColor")
    folder_page.locator("form[data-md-component=palette] label:visible").first.click()
    assert folder_page.evaluate("getComputedStyle(document.body).backgroundColor") != dark

    folder_page.evaluate("tcSearch.load()")
    assert folder_page.evaluate("tcSearch.find('pertemuan pagi').results[0].url").startswith("components/morning-meeting.html")

    folder_page.goto(folder_page.evaluate("document.querySelector('a.md-select__link[hreflang=en]').href"))
    assert folder_page.locator("html").get_attribute("lang") == "en"
    assert folder_page.locator("h1").inner_text() == "Morning meeting"
    assert folder_page.locator("link[rel=manifest]").count() == 0
    folder_page.goto((site / "offline.html").as_uri())
    assert "flashdisk" in folder_page.locator(".tc-offline").inner_text()
    assert folder_page.said == []


def test_the_zip_opens_by_double_click_in_both_languages(folder_page, site, words, tmp_path):
    shutil.copytree(site, tmp_path / "guide")
    file, size, problems = usb(tmp_path / "guide", words)
    first = file.read_bytes()
    assert usb(tmp_path / "guide", words)[0].read_bytes() == first
    assert not problems and size == len(first) <= LARGEST_ZIP
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path / "stick")
    (top,) = (tmp_path / "stick").iterdir()

    assert sorted(path.name for path in top.iterdir()) == [
        "Baca dulu.txt", "Buka panduan (Indonesia).html", "Open the guide (English).html", "Read me first.txt", "isi"]
    for door, heading in (("Buka panduan (Indonesia)", "Panduan komunitas terapeutik"),
                          ("Open the guide (English)", "Guide to the therapeutic community")):
        folder_page.goto((top / f"{door}.html").as_uri())
        folder_page.wait_for_url("**/index.html")
        assert folder_page.locator("h1").inner_text() == heading
        assert folder_page.said == []
    for note in top.glob("*.txt"):
        text = note.read_bytes().decode("utf-8-sig")
        assert "{" not in text and "ZIP" in text and "\n" not in text.replace("\r\n", "")


# ---- On a phone that once had a signal ----


class Host:
    """A web server below a path of its own whose pages can be changed and whose signal can be lost."""

    def __init__(self, site: Path, to: Path) -> None:
        shutil.copytree(site, to / "some" / "where")
        self.site, self.up, self.asked = to / "some" / "where", True, []
        host = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                host.asked.append(self.path)
                if host.up:
                    super().do_GET()
                else:
                    self.close_connection = True

            def end_headers(self) -> None:
                self.send_header("Cache-Control", "no-cache")
                super().end_headers()

            def log_message(self, *arguments: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(to)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/some/where/"

    def publish(self, change, words, templates) -> None:
        """A new edition: ``change`` is applied to every page."""
        for path in sorted(self.site.rglob("*.html")):
            path.write_text(change(path.relative_to(self.site).as_posix(), path.read_text(encoding="utf-8")), encoding="utf-8")
        files = {path.relative_to(self.site).as_posix(): path for path in self.site.rglob("*") if path.is_file()}
        for name in (offline.LIST, offline.WORKER, "manifest.json"):
            files.pop(name, None)
        for name, content in offline.worker(files, words, templates).items():
            (self.site / name).write_bytes(content)


@pytest.fixture
def host(site, tmp_path):
    found = Host(site, tmp_path)
    yield found
    found.server.shutdown()


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys())
    if (!name.endsWith(" state"))
      for (const request of await (await caches.open(name)).keys())
        found.push(new URL(request.url).pathname.slice("/some/where/".length));
  return found.sort(); }"""
EDITIONS = """async () => (await caches.keys()).filter(name => !name.endsWith(" state")).map(name => name.split(" ").pop())"""


def visit(phone, host, name):
    phone.goto(host.address + name, wait_until="load")
    phone.wait_for_function("navigator.serviceWorker.controller !== null")


def until_kept(phone, name):
    for _ in range(100):
        if name in phone.evaluate(KEPT):
            return
        phone.wait_for_timeout(100)
    pytest.fail(f"{name} was not kept")


def test_a_visited_page_can_be_read_without_signal_and_no_other_was_fetched_unasked(phone, host):
    visit(phone, host, "components/morning-meeting.html")
    until_kept(phone, "components/morning-meeting.html")
    until_kept(phone, "assets/guide.css")

    kept = phone.evaluate(KEPT)
    assert [name for name in kept if name.endswith(".html")] == ["components/morning-meeting.html"]
    assert not any("search-index" in name or "search-engine" in name for name in kept)
    assert not any("search-index" in path for path in host.asked)

    phone.goto(host.address + "safety.html")
    host.up = False
    for name, heading in (("safety.html", "Keselamatan"), ("components/morning-meeting.html", "Pertemuan pagi")):
        phone.goto(host.address + name)
        assert heading in phone.locator("h1").first.inner_text()
        assert phone.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    phone.goto(host.address + "glossary.html")
    assert phone.locator("h1").all_inner_texts() == ["Halaman ini belum tersimpan di perangkat ini",
                                                     "This page is not saved on this device"]


def test_the_whole_guide_is_kept_when_asked_with_progress_and_read_without_signal(phone, host, site):
    visit(phone, host, "offline.html")
    phone.locator("[data-save=save]").wait_for()
    assert "MB" in phone.locator("[data-save=save]").inner_text()
    phone.locator("[data-save=save_both]").click()
    phone.locator("progress").wait_for()
    phone.locator(".tc-offline__done").nth(1).wait_for(timeout=120_000)

    kept = set(phone.evaluate(KEPT))
    wanted = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html"}
    assert wanted <= kept
    host.up = False
    for name, query in (("components/index.html", "pertemuan pagi"), ("en/glossary.html", "morning meeting")):
        phone.goto(host.address + name)
        phone.evaluate("tcSearch.load()")
        assert "components/morning-meeting" in phone.evaluate(f"tcSearch.find({query!r}).results[0].url")


def test_a_small_new_edition_takes_the_place_of_the_old_one_by_itself(phone, host, words, templates):
    visit(phone, host, "safety.html")
    until_kept(phone, "safety.html")
    (former,) = phone.evaluate(EDITIONS)

    host.publish(lambda name, text: text.replace("<h1", "<h1 data-new", 1), words, templates)
    phone.goto(host.address + "safety.html")
    bar = phone.locator(".tc-offline-bar", has_text="Edisi baru panduan sudah dipakai")
    bar.wait_for()
    (now,) = phone.evaluate(EDITIONS)
    assert now != former
    host.up = False
    bar.locator("button", has_text="Muat ulang").click()
    phone.locator("h1[data-new]").wait_for()


def test_a_large_new_edition_asks_first_and_never_mixes_with_the_old_one(phone, host, words, templates):
    visit(phone, host, "offline.html")
    phone.locator("[data-save=save]").click()
    phone.locator(".tc-offline__done").first.wait_for(timeout=120_000)
    (former,) = phone.evaluate(EDITIONS)

    host.publish(lambda name, text: text.replace("<h1", "<h1 data-new", 1), words, templates)
    phone.goto(host.address + "safety.html")
    renew = phone.locator(".tc-offline-bar button", has_text="Perbarui (")
    renew.wait_for()
    for name in ("glossary.html", "components/morning-meeting.html"):
        phone.goto(host.address + name)
        assert phone.locator("h1[data-new]").count() == 0, "kept pages stay those of the old edition"
    phone.goto(host.address + "en/safety.html")
    assert phone.locator("h1[data-new]").count() == 1, "what was not kept comes from the server"
    assert "en/safety.html" not in phone.evaluate(KEPT)

    phone.goto(host.address + "safety.html")
    renew.click()
    phone.locator(".tc-offline-bar", has_text="Edisi baru panduan sudah dipakai").wait_for(timeout=120_000)
    (now,) = phone.evaluate(EDITIONS)
    assert now != former
    host.up = False
    for name in ("safety.html", "glossary.html", "components/morning-meeting.html"):
        phone.goto(host.address + name)
        assert phone.locator("h1[data-new]").count() == 1


def test_a_broken_update_leaves_the_old_edition_whole(phone, host, words, templates):
    visit(phone, host, "offline.html")
    phone.locator("[data-save=save]").click()
    phone.locator(".tc-offline__done").first.wait_for(timeout=120_000)
    host.publish(lambda name, text: text.replace("<h1", "<h1 data-new", 1), words, templates)
    phone.goto(host.address + "safety.html")
    phone.locator(".tc-offline-bar button", has_text="Perbarui (").wait_for()

    host.up = False
    phone.locator(".tc-offline-bar button", has_text="Perbarui (").click()
    phone.locator(".tc-offline-bar", has_text="Belum semuanya tersimpan").wait_for()
    for name in ("safety.html", "glossary.html"):
        phone.goto(host.address + name)
        assert phone.locator("h1").count() == 1 and phone.locator("h1[data-new]").count() == 0


def test_the_home_screen_gets_name_icon_and_start_page_of_the_language(phone, host):
    for below, name, start in (("", "Panduan TC", "index.html"), ("en/", "TC Guide", "en/index.html")):
        phone.goto(host.address + below + "safety.html")
        phone.locator("link[rel=manifest]").wait_for(state="attached")
        app = phone.evaluate("fetch(document.querySelector('link[rel=manifest]').href).then(answer => answer.json())")
        at = phone.evaluate("document.querySelector('link[rel=manifest]').href")
        assert (app["name"], app["lang"]) == (name, below.rstrip("/") or "id")
        for address in (app["start_url"], *(icon["src"] for icon in app["icons"])):
            answer = phone.request.get(phone.evaluate("([path, base]) => new URL(path, base).href", [address, at]))
            assert answer.ok
        assert phone.evaluate("([path, base]) => new URL(path, base).href", [app["start_url"], at]) == host.address + start
        assert phone.evaluate("([path, base]) => new URL(path, base).href", [app["scope"], at]) == host.address
