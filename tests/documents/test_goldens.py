"""The small house's documents as text, every page compared.

Update with ``--update-golden`` and read the diff as a practitioner would.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.formats import Materials
from generator.formats.markdown import make as as_markdown
from generator.guide import pages

LANGUAGES = ("id", "en")


def text_of(path: Path) -> str:
    """A document's words in reading order, without layout."""
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        found = [f"--- page {n}\n{page.extract_text()}" for n, page in enumerate(PdfReader(path).pages, 1)]
        return "\n".join(line.rstrip() for line in "\n".join(found).splitlines()) + "\n"
    if path.suffix == ".docx":
        from docx import Document

        document = Document(io.BytesIO(path.read_bytes()))
        lines = [f"{p.style.name}: {p.text}" for p in document.paragraphs if p.text.strip()]
        lines += [" | ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
        return "\n".join(lines) + "\n"
    if path.suffix == ".xlsx":
        from openpyxl import load_workbook

        book = load_workbook(path)
        return "\n".join(
            "\n".join([f"--- {sheet.title}", *(" | ".join("" if v is None else str(v) for v in row)
                                                for row in sheet.iter_rows(values_only=True))]) for sheet in book) + "\n"
    if path.suffix == ".epub":
        with zipfile.ZipFile(path) as book:
            pages = sorted(name for name in book.namelist() if name.endswith(".xhtml"))
            return "\n".join(f"--- {name}\n{book.read(name).decode()}" for name in pages)
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def test_every_document_of_the_small_house_is_as_it_was(small_build, golden, words):
    made = sorted(p.relative_to(small_build.folder).as_posix() for p in small_build.folder.rglob("*")
                  if p.is_file() and p.name != "manifest.json")

    golden("documents.txt", "\n".join(made) + "\n")
    for name in made:
        golden(f"documents/{name}.txt", text_of(small_build.folder / name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_guide_is_as_it_was(small_house, small_build, words, templates, golden, language):
    if language not in words:
        pytest.skip(f"no language {language}")
    found = pages(small_house, [small_build], words[language])

    golden(f"guide/{language}.txt", "\n".join(sorted(page.path for page in found)) + "\n")
    for page in found:
        golden(f"guide/{language}/{page.path}.md", as_markdown(page, Materials(templates)).decode())
