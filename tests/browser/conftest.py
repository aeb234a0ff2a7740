"""The guide of the small house in a real Chromium: the site is built once, and every test opens it."""

from __future__ import annotations

import functools
import http.server
import threading

import pytest

from generator import build as stage
from generator.gather import BUILT_IN, gather
from generator.guide import guide
from tests.places import FIXTURE


@pytest.fixture(scope="session")
def site(small_build, words, templates, tmp_path_factory):
    """The guide of the built-in catalogue with the small house's weeks."""
    to = tmp_path_factory.mktemp("site")
    house = gather([FIXTURE, BUILT_IN], "small-house", ("id", "en"))
    assert not [p for p in house.problems if p.is_error]
    built = stage.build(house, house.designs["small-house"], words, templates, to, stage.Wish(formats=("ics",)))
    _written, problems = guide(house, [built], words, templates, [BUILT_IN], to)
    assert not problems
    return to / "guide"


@pytest.fixture(scope="session")
def address(site):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    opened = context.new_page()
    opened.asked = []
    opened.faults = []
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.on("pageerror", lambda error: opened.faults.append(str(error)))
    yield opened
    context.close()
