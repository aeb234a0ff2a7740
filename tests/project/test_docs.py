"""Docs that cannot drift: every command and code is documented, and the YAML they show is valid."""

from __future__ import annotations

import re

import pytest

from generator.checks import predicates
from generator.cli import cli
from generator.formats import formats
from generator.load import read
from generator.model.catalogue import Criterion, Questions, Synonyms
from generator.model.programme import Programme
from generator.validate import validate
from tests.places import ROOT

KINDS_SHOWN = {"groups": Synonyms, "pages": Questions}
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])


def codes_in_source() -> set[str]:
    text = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "generator").rglob("*.py"))
    return set(re.findall(r'"(TC[0-9]{3})"', text))


def test_every_code_has_message_and_hint_in_every_language(words):
    for code in sorted(codes_in_source()):
        for language in words.values():
            entry = language.branch("problems").get(code)
            assert entry, f"{code} has no words in {language.code}"
            assert entry["message"] and entry["hint"], f"{code} {language.code}"


def test_every_code_with_words_is_used(words):
    assert set(words["en"].branch("problems")) <= codes_in_source()


def test_languages_have_the_same_keys_and_the_same_placeholders(words):
    def flat(tree, at=""):
        for key, value in tree.items():
            yield from flat(value, f"{at}{key}.") if hasattr(value, "items") else [(at + key, str(value))]

    english = dict(flat(words["en"].tree))
    for code, language in words.items():
        if not language.complete:
            continue
        other = dict(flat(language.tree))
        assert other.keys() == english.keys(), code
        for key, text in english.items():
            if key != "locale" and not key.startswith("dates."):
                assert sorted(re.findall(r"{(\w+)[}:]", text)) == sorted(re.findall(r"{(\w+)[}:]", other[key])), f"{code} {key}"


def test_the_readme_names_both_commands_and_every_subcommand():
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    for command in ("./start", "./test", *(f"tcguide {name}" for name in cli.commands)):
        assert command in text, command


def test_the_architecture_page_shows_the_floors_that_the_test_holds():
    from tests.project.test_floors import FLOORS

    text = (ROOT / "docs/en/develop/architecture.md").read_text(encoding="utf-8")
    for floor in FLOORS[:-1]:
        for module in floor:
            assert f"`{module}`" in text or f"`{module}/`" in text, module


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_the_yaml_that_pages_show_is_valid(page):
    for block in re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        source, problems = read(block.encode(), page.name)
        assert not problems, problems
        kind = Criterion if "predicate" in source.data else KINDS_SHOWN.get(min(source.data), Programme)
        _, problems = validate(source, kind)
        assert not problems, problems


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_pages_link_only_to_files_that_exist_or_are_generated(page, all_pages):
    for target in re.findall(r"\]\(([^)#:]+\.md)[^)]*\)", page.read_text(encoding="utf-8")):
        path = (page.parent / target).resolve()
        if path.is_file():
            continue
        inside = path.relative_to(ROOT / "docs").as_posix().partition("/")[2].removesuffix(".md")
        assert inside in all_pages, f"{page.name} links to {target}"


@pytest.fixture(scope="module")
def all_pages(words, catalogue_house):
    from generator.views.pages.catalogue import catalogue_pages
    from generator.views.pages.find import find_pages
    from generator.views.pages.forms import form_pages
    from generator.views.pages.vocabulary import vocabulary_pages

    house = catalogue_house
    found = {page.path for page in catalogue_pages(house.catalogue, words["en"], {})} | {"programmes/index"}
    found |= {page.path for page in find_pages(house.catalogue, words["en"])}
    found |= {page.path for page in form_pages(house.catalogue, words["en"], {})}
    found |= {page.path for page in vocabulary_pages(house.catalogue, words["en"], {})}
    for name, design in house.designs.items():
        found |= {f"programmes/{name}/index", *(f"programmes/{name}/week-{n:02d}" for n in range(1, design.weeks + 1))}
    return found


def test_every_format_and_predicate_tells_what_it_is():
    for module in (*formats(), *predicates().values()):
        assert (module.__doc__ or "").strip(), module


def test_what_a_criterion_looks_at_is_explained_in_each_language(words):
    """The Indonesian page ended in an English docstring."""
    for language in words.values():
        assert set(language.branch("explain.judges")) == set(predicates())


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_page_claims_a_cure_or_stigmatises(page, catalogue_house):
    from tests.content.rules import said_by

    entries = [e for e in catalogue_house.catalogue.red_list.values() if e.kind in ("claim", "stigma")]

    assert len(entries) >= 8
    assert list(said_by(page.read_text(encoding="utf-8"), entries)) == []


def test_the_page_of_codes_is_current(words, request, catalogue_house):
    """Every code with its message and remedy, in both languages; ``--update-golden`` writes the page anew."""
    from generator.explain import explain_code

    catalogue = catalogue_house.catalogue
    codes = sorted({*words["en"].branch("problems"), *(f"TC5{int(name[1:]):02d}" for name in catalogue.standards)})
    parts = ["# Problem codes", "", "Codes are stable. `tcguide explain TC214` prints one of them.", ""]
    for code in codes:
        parts += [f"## {code}", ""]
        for language in ("en", "id"):
            parts += ["```text", explain_code(code, catalogue, words[language]).text, "```", ""]
    text = "\n".join(parts)
    page = ROOT / "docs/en/develop/problem-codes.md"
    if request.config.getoption("--update-golden"):
        page.write_text(text, encoding="utf-8")

    assert page.read_text(encoding="utf-8") == text, "run pytest tests/project/test_docs.py --update-golden"


def test_the_page_of_keys_is_current_and_says_what_every_key_means(request):
    """Every key of ``programme.yaml`` with meaning, form and an example; ``--update-golden`` writes the page anew."""
    from tests.project.made_keys_page import keys_page

    programmes = sorted(ROOT.glob("programmes/*/programme.yaml"), key=lambda path: (path.parent.name != "sadar-hati", path))
    pages = [ROOT / f"docs/en/start/{name}.md" for name in ("manager", "timetable")]
    text = keys_page(programmes, pages, sorted(ROOT.glob("programmes/catalogue/components/*/*.yaml")))
    rows = [line.split(" | ") for line in text.split("\n") if line.startswith("| `") and line.count(" | ") == 4]
    page = ROOT / "docs/en/develop/programme-keys.md"
    if request.config.getoption("--update-golden"):
        page.write_text(text, encoding="utf-8")

    assert len(rows) > 200
    assert [row for row in rows if not row[1] or (row[4] == " |" and "[keys]" not in row[2])] == []
    assert page.read_text(encoding="utf-8") == text, "run pytest tests/project/test_docs.py --update-golden"
