"""The page that a host shows where there is none, at any depth of a site that lies anywhere."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading

import pytest

from generator.guide.lost import not_found

pytestmark = pytest.mark.browser


@pytest.fixture
def host(site, tmp_path):
    """The site below a path of its own, on a host that shows its 404 page as static hosts do."""
    root = tmp_path / "some" / "where"
    shutil.copytree(site, root)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def send_error(self, code, *arguments):
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            if self.command == "GET":
                self.wfile.write((root / "404.html").read_bytes())

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/some/where/", root
    server.shutdown()


@pytest.mark.parametrize("known", [True, False], ids=["built for an address", "address unknown"])
@pytest.mark.parametrize("path, first, asked", [
    ("pertemuan-pagi.html", "id", "pertemuan pagi"), ("components/deep/er/pertemuan_pagi.html", "id", "pertemuan pagi"),
    ("en/components/meeting_morning.html", "en", "meeting morning"),
])
def test_a_lost_reader_finds_search_home_and_components(page, host, words, templates, site, known, path, first, asked):
    address, root = host
    pages = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    (root / "404.html").write_bytes(not_found(words, pages, address if known else "", templates)["404.html"])

    answer = page.goto(address + path)
    page.wait_for_function("document.querySelector('input').value !== ''")

    assert answer.status == 404
    sections = page.locator("section")
    assert sections.count() == 2 and sections.first.get_attribute("lang") == first
    assert sections.first.locator("input").input_value() == asked
    home = address + ("" if first == "id" else f"{first}/")
    ways = sections.first.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert ways[:3] == [home + "index.html", home + "components/index.html", home + "safety.html"]
    assert all(page.request.get(way).ok for way in ways)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    sections.first.locator("button").click()
    page.wait_for_url(f"{home}index.html?q=*")
    page.locator(".tc-search__result").first.wait_for()
    assert "components/morning-meeting.html" in page.locator(".tc-search__result").first.get_attribute("href")
    assert page.faults == []
