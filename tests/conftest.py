"""What the tests share: the small fixture house, its languages, and golden files."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import build as stage
from generator.gather import BUILT_IN, House, gather, languages
from generator.language import Words
from generator.templates import Templates
from tests.places import FIXTURE, GOLDEN


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; then read their diff")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Commands keep what they read in a folder of the tests, not in the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A real Chromium, one for all tests of a process: Playwright starts only once in each."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("Chromium is not installed: ./test installs it")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def words() -> dict[str, Words]:
    found, problems = languages([BUILT_IN])
    assert not problems
    return found


@pytest.fixture(scope="session")
def templates() -> Templates:
    return Templates.of([BUILT_IN])


@pytest.fixture(scope="session")
def catalogue_house() -> House:
    """The built-in catalogue and programmes, read once."""
    return gather([BUILT_IN], None, ("id", "en"))


@pytest.fixture(scope="session")
def small_house() -> House:
    """A whole house of four components, two residents and two weeks, with a catalogue of its own."""
    house = gather([FIXTURE], None, ("id", "en"))
    assert not house.problems
    return house


@pytest.fixture(scope="session")
def small_build(
    small_house: House, words: dict[str, Words], templates: Templates, tmp_path_factory: pytest.TempPathFactory
) -> stage.Built:
    """Every document of the small house, made once."""
    to = tmp_path_factory.mktemp("built")
    built = stage.build(small_house, small_house.designs["small-house"], words, templates, to, stage.Wish())
    assert not [problem for problem in built.problems if problem.is_error]
    return built


@pytest.fixture
def own_house(tmp_path: Path) -> Callable[..., Path]:
    """A copy of the fixture house to change: ``own_house({"small-house/programme.yaml": (old, new)})``."""

    def make(changes: dict[str, tuple[str, str]] | None = None) -> Path:
        root = tmp_path / "house"
        if not root.exists():
            shutil.copytree(FIXTURE, root)
        for name, (old, new) in (changes or {}).items():
            path = root / "programmes" / name
            text = path.read_text(encoding="utf-8")
            assert old in text, f"{old!r} is not in {name}"
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return root

    return make


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with its golden file, or write it with ``--update-golden``."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden file {name}: run pytest --update-golden, then read it"
        assert text == path.read_text(encoding="utf-8")

    return compare
