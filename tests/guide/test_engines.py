"""The site engine can be replaced: ProperDocs and Zensical make the same guide of the same tree.

Material for MkDocs ends in May 2027. This canary says in time what its successors would lose.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from pathlib import Path

import pytest

from generator import build as made_documents
from generator.gather import BUILT_IN, gather
from generator.guide.finish import finished
from generator.guide.site import config_file, stage
from generator.guide.tree import sources
from generator.search.assets import search_assets
from tests.guide.engines import MKDOCS, PROPERDOCS, ZENSICAL, build, differences, installed
from tests.places import FIXTURE

pytestmark = pytest.mark.whole

EXPECTED = {
    PROPERDOCS: [],
    ZENSICAL: ["index.html: title “Beranda - Panduan TC” instead of “Panduan TC”"],
}
"""What we know and accept."""


@pytest.fixture(scope="module")
def staged(small_build, words, templates, tmp_path_factory):
    """The tree of the small house in Indonesian, written out for an engine: ``staged(engine)`` → its configuration."""
    house = gather([FIXTURE, BUILT_IN], "small-house", ("id", "en"))
    to = tmp_path_factory.mktemp("engines")
    built = made_documents.build(house, house.designs["small-house"], words, templates, to / "documents",
                                 made_documents.Wish(formats=("ics",)))
    tree = sources(house, [built], words["id"], templates, [BUILT_IN])

    @functools.cache
    def of(engine: str) -> dict[str, Path]:
        if not installed(engine):
            pytest.skip(f"{engine} is not installed; ./test installs it")
        return build(engine, stage(to / engine, "id", tree, config_file([BUILT_IN]), words, house))

    return tree, of


@pytest.mark.parametrize("engine", [PROPERDOCS, ZENSICAL])
def test_the_same_tree_makes_the_same_guide(staged, engine):
    _tree, of = staged

    found = differences(of(MKDOCS), of(engine))

    assert sorted(found) == sorted(EXPECTED[engine]), "\n".join(found)


def test_the_canary_sees_a_page_a_heading_a_link_and_a_word_that_are_lost(staged, tmp_path):
    _tree, of = staged
    ours = of(MKDOCS)
    theirs = dict(ours)
    del theirs["glossary.html"]
    page = tmp_path / "about.html"
    text = ours["about.html"].read_text(encoding="utf-8").replace('href="read-and-quote.html"', 'href="elsewhere.html"')
    page.write_text(text.replace("Cara membacanya</h2>", "Caranya</h2>"), encoding="utf-8")
    theirs["about.html"] = page

    found = "\n".join(differences(ours, theirs))

    assert "glossary.html: page missing" in found
    assert "about.html: headings differ: ['Cara membacanya']" in found
    assert "about.html: links missing: ['read-and-quote.html']" in found
    assert "about.html: text differs: “" in found
    assert found.count("\n") == 4


@pytest.mark.browser
def test_search_finder_and_offline_copy_work_on_a_page_of_zensical(
    staged, catalogue_house, words, templates, browser, tmp_path
):
    tree, of = staged
    searched = search_assets(tree, catalogue_house.catalogue, words["id"])
    for name, content in finished({"id": {**of(ZENSICAL), **searched}}, {"id": tree}, words, templates).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            shutil.copy(content, path)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, asked, faults = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))

    page.goto(f"{address}/index.html?q=pertemuan+pagi")
    page.locator(".tc-search__result").first.wait_for()
    assert "components/morning-meeting.html" in page.locator(".tc-search__result").first.get_attribute("href")
    page.goto(f"{address}/find.html")
    page.locator(".find input[type=checkbox]").first.wait_for(state="attached")
    page.goto(f"{address}/offline.html")
    page.locator("[data-save=save]").wait_for()
    assert faults == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    context.close()
    server.shutdown()
