"""What a host, a search engine and a messenger read of the finished site, on a site of three pages."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from lxml import etree, html

from generator import __version__
from generator.guide import lighten, offline
from generator.guide.address import only_address, site_address
from generator.guide.edition import dated, edition_of
from generator.guide.finish import finished
from tests.places import ROOT

PAGE = """<!doctype html>
<html lang="{lang}"><head><title>{title} - Panduan</title>
<meta name="description" content="from the theme"><link rel="alternate" hreflang="en" href="/wrong/">
<link rel="canonical" href="https://wrong.example/"><link rel="icon" href="assets/images/favicon.png">
</head>
<body><h1 class="title">{title}</h1></body></html>
"""
ADDRESS = "https://guide.example/tc/"


@pytest.fixture
def made(tmp_path, words, templates):
    """The finished site: home in both languages, a page in Indonesian only, style sheet, scripts, and what is not wanted."""

    def make(address: str = "", **changed: str):
        sites, trees = {}, {}
        for code, pages in {"id": ("index", "rumah/kami"), "en": ("index",)}.items():
            files = {f"{page}.html": PAGE.format(lang=code, title=f"{page} {code}") for page in pages}
            files |= {"assets/guide.css": ".title { color: red }\n.nobody { color: blue }", "assets/x.js.map": "{}",
                      "assets/offline.js": "start();", "assets/offline-store.js": "/* a */ keep();", "sitemap.xml": "wrong",
                      "assets/javascripts/lunr/id.js": "lunr", "404.html": "theirs", **changed}
            trees[code] = {f"{page}.md": f"---\ntitle: x\ndescription: \"About {page} & {code}\"\n---\n# X\n".encode()
                           for page in pages} | {"assets/offline.js": b"start();"}
            sites[code] = {}
            for name, text in files.items():
                sites[code][name] = tmp_path / code / name
                sites[code][name].parent.mkdir(parents=True, exist_ok=True)
                sites[code][name].write_text(text, encoding="utf-8")
        return {name: content if isinstance(content, bytes) else content.read_bytes()
                for name, content in finished(sites, trees, words, templates, address).items()}

    return make


def head(files, name):
    return html.document_fromstring(files[name].decode()).find("head")


def test_each_page_describes_itself_once_and_names_its_translations(made):
    page = head(made(), "en/index.html")

    assert page.xpath("meta[@name='description']/@content") == ["About index & en"]
    assert page.xpath("meta[@property='og:description']/@content") == ["About index & en"]
    assert page.xpath("meta[@property='og:title']/@content") == ["index en - Panduan"]
    assert page.xpath("meta[@property='og:locale']/@content") == ["en_GB"]
    assert page.xpath("meta[@property='og:locale:alternate']/@content") == ["id_ID"]
    assert [(one.get("hreflang"), one.get("href")) for one in page.xpath("link[@rel='alternate']")] == [
        ("id", "../index.html"), ("en", "index.html"), ("x-default", "../index.html")]
    assert page.xpath("link[@rel='icon']/@href") == ["../assets/icon-32.png"]


def test_without_an_address_no_host_is_named_and_no_sitemap_made(made):
    files = made()

    assert "sitemap.xml" not in files
    assert b"wrong.example" not in b"".join(files.values())
    assert not re.search(rb'(href|content)="https?:', files["index.html"])


def test_with_an_address_canonical_links_alternates_and_sitemap_name_it(made):
    files = made(ADDRESS)
    page = head(files, "rumah/kami.html")

    assert page.xpath("link[@rel='canonical']/@href") == [f"{ADDRESS}rumah/kami.html"]
    assert page.xpath("meta[@property='og:url']/@content") == [f"{ADDRESS}rumah/kami.html"]
    assert [one.get("hreflang") for one in page.xpath("link[@rel='alternate']")] == ["id", "x-default"], "no English page"
    assert head(files, "en/index.html").xpath("link[@rel='canonical']/@href") == [f"{ADDRESS}en/"]
    tree = etree.fromstring(files["sitemap.xml"])
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    assert tree.xpath("//s:loc/text()", namespaces=space) == [f"{ADDRESS}en/", ADDRESS, f"{ADDRESS}rumah/kami.html"]
    assert tree.xpath("//s:url[1]/x:link/@hreflang", namespaces=space) == ["id", "en"]


@pytest.mark.parametrize("said, meant", [
    ("guide.example", "https://guide.example/"), ("https://guide.example/tc/index.html", "https://guide.example/tc/"),
    ("http://localhost:8000/a/b", "http://localhost:8000/a/b/"), ("ftp://guide.example", None), ("https://", None),
    ("https://a.example/?x=1", None), ("https://us er@a.example/", None), ("javascript:alert(1)", None),
    ("https://[a", None), ("HTTPS://Guide.Example/Panduan/", "https://guide.example/Panduan/"),
])
def test_an_address_is_understood_or_refused(said, meant):
    assert site_address(said) == meant


def test_programmes_that_name_several_addresses_name_none():
    assert only_address(["a.example", None, "https://a.example/"]) == "https://a.example/"
    assert only_address(["a.example", "b.example"]) == ""
    assert only_address([None]) == ""


def test_what_no_page_uses_is_not_handed_out(made):
    files = made()

    assert not [name for name in files if name.endswith(".map") or "lunr" in name]
    assert files["404.html"] != b"theirs" and "en/404.html" not in files
    assert files["assets/guide.css"] == b".title{color: red}"
    assert files["assets/offline-store.js"] == b"keep();"


def test_styles_keep_what_pages_or_scripts_name_and_lose_the_rest():
    used = lighten.Used(['<p class="a b" data-md-color-scheme="slate" style="--own:1">'], ['one.classList.add("by-script")'])
    sheet = """
      /* said */ .a, .gone { color: red; --read: url("data:x;y"); --unread: url('data:;,{}'); --own: 2; }
      .by-script:not(.gone) > p { color: var(--read) }   [data-md-color-scheme=slate] .b { top: calc(1px + 2px) }
      [data-md-color-primary=pink] { color: pink }  @media print { .gone { color: red } }
      @media (max-width: 9em) { .a { color: red } }  @font-face { font-family: X }
    """

    assert lighten.styles({"x.css": sheet}, used)["x.css"] == (
        '.a{color: red;--read: url("data:x;y");--own: 2}.by-script:not(.gone) > p{color: var(--read)}'
        "[data-md-color-scheme=slate] .b{top: calc(1px + 2px)}@media (max-width: 9em){.a{color: red}}"
        "@font-face { font-family: X }")


def test_preformatted_text_keeps_its_spaces():
    assert lighten.page("<div>\n\n   <b>x</b>\n<pre>\n\n   y\n</pre>\n   <i>") == "<div>\n<b>x</b>\n<pre>\n\n   y\n</pre>\n<i>"


def test_the_list_of_files_changes_its_edition_with_any_byte(made):
    one, same, other = made(), made(), made(**{"assets/extra.txt": "y"})

    assert one[offline.LIST] == same[offline.LIST] and one[offline.WORKER] == same[offline.WORKER]
    assert one[offline.WORKER] != other[offline.WORKER]
    assert b"404.html" not in one[offline.LIST] and b"en/index.html" in one[offline.LIST]


def test_every_page_ends_with_the_edition_and_the_way_to_its_changes(words):
    tree = {"changes.md": b"# X\n\n## Edisi 7, 1 Mei 2027\n\n## Edisi 6\n", "offline.md": b"# Y\n", "a/b.md": b"# Z\n- last\n",
            "a/picture.svg": b"<svg/>"}

    found = dated(tree, words["id"])

    assert edition_of(tree) == "Edisi 7, 1 Mei 2027"
    assert found["a/b.md"].decode().endswith(
        "Isi per edisi 7, 1 Mei 2027. [Apa yang berubah](../changes.md) · [Membaca tanpa sinyal](../offline.md)\n\n</div>\n")
    assert "[Apa yang berubah]" not in found["changes.md"].decode()
    assert found["a/picture.svg"] == b"<svg/>"


def test_the_page_of_changes_names_this_version_in_both_languages():
    said = {code: edition_of({"changes.md": (ROOT / "docs" / code / "changes.md").read_bytes()}) for code in ("id", "en")}

    number = ".".join(__version__.split(".")[:2])
    assert said["id"].startswith(f"Edisi {number}, ") and said["en"].startswith(f"Edition {number}, ")
    assert re.findall(r"\d+", said["id"]) == re.findall(r"\d+", said["en"])


def test_the_icons_are_those_that_their_script_draws(tmp_path):
    folder = ROOT / "templates" / "publish" / "icons"
    (tmp_path / "make_icons.py").write_bytes((folder / "make_icons.py").read_bytes())
    subprocess.run([sys.executable, str(tmp_path / "make_icons.py")], check=True)
    from PIL import Image, ImageChops

    for size in offline.ICONS:
        kept, drawn = (Image.open(place / f"icon-{size}.png").convert("RGB") for place in (folder, tmp_path))
        assert kept.size == (size, size)
        assert max(high for _, high in ImageChops.difference(kept, drawn).getextrema()) <= 16


def test_an_address_that_is_none_is_told_before_anything_is_built(tmp_path):
    done = subprocess.run([sys.executable, "-m", "generator", "guide", "--to", str(tmp_path), "--address", "ftp://a b"],
                          cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 2 and "TC609" in done.stderr
    assert not list(tmp_path.iterdir())
