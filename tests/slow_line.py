"""How heavy the first view of a page is, and how long it takes on an old phone with a poor signal, in a real Chromium.

    .venv/bin/python -m tests.slow_line build/guide
"""

from __future__ import annotations

import functools
import gzip
import http.server
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PAGES = ("index.html", "components/morning-meeting.html", "en/components/morning-meeting.html")
BITS, LATENCY, SLOWER = 400_000, 400, 4
"""Bits a second, milliseconds for each answer, and how many times slower than this machine the phone is."""
_TEXT = (".html", ".css", ".js", ".json", ".webmanifest", ".svg", ".xml")
_WATCH = """self.busyUntil = 0;
new PerformanceObserver(list => list.getEntries().forEach(one => { busyUntil = one.startTime + one.duration; }))
  .observe({type: "longtask", buffered: true});"""


@dataclass
class Line:
    """What a host sent: the bytes of each answer's body, compressed as hosts do."""

    address: str
    sent: dict[str, int]


@contextmanager
def served(site: Path) -> Iterator[Line]:
    line = Line("", {})

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            if not path.is_file():
                self.send_error(404)
                return
            body = path.read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Cache-Control", "max-age=600")
            if path.suffix in _TEXT:
                body = gzip.compress(body, 6)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            line.sent[self.path] = line.sent.get(self.path, 0) + len(body)

        def log_message(self, *arguments: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    line.address = f"http://127.0.0.1:{server.server_port}/"
    yield line
    server.shutdown()


@dataclass(frozen=True)
class View:
    """The first view of a page: bytes until it stands, bytes afterwards for the copy on the device, seconds until usable."""

    page: str
    bytes: int
    afterwards: int
    shown: float
    usable: float


def first_view(browser: object, site: Path, page: str) -> View:
    """Open a page for the first time on a slow line. Usable: scripts have run and nothing keeps the phone busy."""
    with served(site) as line:
        context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")  # type: ignore[attr-defined]
        opened = context.new_page()
        client = context.new_cdp_session(opened)
        client.send("Network.enable")
        client.send("Network.emulateNetworkConditions", {
            "offline": False, "latency": LATENCY, "downloadThroughput": BITS / 8, "uploadThroughput": BITS / 8})
        client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        opened.add_init_script(_WATCH)
        opened.goto(line.address + page, wait_until="load", timeout=60_000)
        opened.wait_for_timeout(1500)
        ready, busy, paint = opened.evaluate(
            "[performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd, self.busyUntil,"
            " (performance.getEntriesByName('first-contentful-paint')[0] || {startTime: 0}).startTime]")
        view = sum(line.sent.values())
        context.close()
        line.sent.clear()
        context = browser.new_context()  # type: ignore[attr-defined]
        opened = context.new_page()
        opened.goto(line.address + page, wait_until="networkidle")
        opened.wait_for_timeout(2500)
        afterwards = sum(line.sent.values()) - view
        context.close()
    return View(page, view, afterwards, paint / 1000, max(ready, busy) / 1000)


def views(site: Path) -> list[View]:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        return [first_view(browser, site, page) for page in PAGES]


def first_result(site: Path, query: str = "kambuh", slower: int = 6) -> float:
    """Seconds from the first letter typed to the first result, index and engine loaded in between, from a folder."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto((site / "index.html").as_uri())
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        return page.evaluate("""async query => {
            const start = performance.now();
            await tcSearch.load();
            if (!tcSearch.find(query).results.length) throw new Error("nothing found");
            return (performance.now() - start) / 1000;
        }""", query)


if __name__ == "__main__":
    for one in views(Path(sys.argv[1])):
        print(f"{one.page:<42} {one.bytes / 1000:6.1f} kB, then {one.afterwards / 1000:5.1f} kB for the copy on the device; "
              f"first words after {one.shown:.1f} s, usable after {one.usable:.1f} s")
