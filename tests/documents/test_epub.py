"""A book for readers on phones: sound parts, and contents that lead somewhere."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from generator.formats import Materials, epub
from generator.views.blocks import Heading, Paragraph, line
from generator.views.handbook import HandbookView, handbook


@pytest.fixture(scope="module")
def book(small_build, words) -> HandbookView:
    return handbook(small_build.design, small_build.weeks, [], words["en"], "staff")


def parts_of(book: HandbookView, templates) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(epub.make(book, Materials(templates, {"logo.png": b"x"})))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_reader_knows_the_file_by_its_first_part(book, templates):
    content = epub.make(book, Materials(templates))

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read(first) == b"application/epub+zip"
    assert content == epub.make(book, Materials(templates))


def test_every_part_is_sound_xml_and_named_in_the_package(book, templates):
    parts = parts_of(book, templates)
    for name, content in parts.items():
        if not name.endswith((".css", "mimetype", ".png")):
            ElementTree.fromstring(content)
    named = set(re.findall(r'href="([^"]+)"', parts["EPUB/package.opf"].decode()))

    assert named == {name.removeprefix("EPUB/") for name in parts if name.startswith("EPUB/")} - {"package.opf"}


def test_contents_lead_to_the_headings_of_two_levels(book, templates):
    parts = parts_of(book, templates)
    headings = [block.text for block in book.blocks if isinstance(block, Heading) and block.level <= 2]
    contents = re.findall(r'<a href="([^"#]+)#([^"]+)">([^<]*)</a>', parts["EPUB/nav.xhtml"].decode())
    older = re.findall(r'<text>([^<]*)</text></navLabel><content src="([^"#]+)#([^"]+)"/>', parts["EPUB/toc.ncx"].decode())

    assert len(contents) == len(headings) and [(title, to, anchor) for to, anchor, title in contents] == older
    for page, anchor, title in contents:
        assert f'id="{anchor}">{title}</h' in parts[f"EPUB/{page}"].decode()


def test_a_long_chapter_is_several_pages_and_none_is_lost(book, templates):
    told = [Paragraph(line(f"Paragraph {number}")) for number in range(200)]
    parts = [block for number in range(4) for block in (Heading(f"Part {number}", 2), *told[number * 50 : number * 50 + 50])]
    pages = parts_of(replace(book, blocks=(Heading("One", 1, "one"), *parts)), templates)
    texts = [content.decode() for name, content in pages.items() if "/page-" in name]

    assert [text.count("<p>Paragraph") for text in texts] == [100, 100]


def test_signs_that_xml_cannot_hold_and_marks_of_xml_do_no_harm(book, templates):
    pages = parts_of(replace(book, title="A & <b>\x07", blocks=(Heading("<i> & \x00", 1, "one"),)), templates)

    for name, content in pages.items():
        if name.endswith((".xhtml", ".opf", ".ncx")):
            ElementTree.fromstring(content)
    assert "A &amp; &lt;b&gt;</h1>" in pages["EPUB/title.xhtml"].decode()
