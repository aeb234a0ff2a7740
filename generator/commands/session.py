"""What every command shares: folders, languages, progress, problems, exit codes. All words come from the language files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

CLEAN, PROBLEMS, MISUSE, OURS, STOPPED = 0, 1, 2, 3, 130


class Session:
    """What every command shares: the folders, the language of messages, and how progress is shown."""

    def __init__(self, folder: Path) -> None:
        from platformdirs import user_cache_path

        from generator.gather import BUILT_IN, languages
        from generator.read_before import ReadBefore
        from generator.templates import Templates

        own = folder.resolve()
        self.roots: list[Path] = [BUILT_IN] if own == BUILT_IN.resolve() else [own, BUILT_IN]
        self.before = ReadBefore(user_cache_path("tcguide", appauthor=False))
        self.words, self.faults = languages(self.roots, self.before.load)
        self.templates = Templates.of(self.roots)
        self.say = self.words[message_language(tuple(self.words))]
        self.complete = tuple(code for code, words in self.words.items() if words.complete)
        self.asked_for: tuple[str, ...] = ()
        """Languages of which every lacking text is to be told."""

    def gather(self, programme: str | None) -> Any:
        from generator.gather import gather

        house = gather(self.roots, programme, self.complete, self.before.load, self.asked_for)
        self.before.keep()
        return house

    def tell(self, problems: Sequence[Any], texts: Any, style: str) -> int:
        """Print problems and answer with the exit code."""
        from generator.report import report, summary

        problems = [*self.faults, *problems]
        said = report(problems, self.say, texts, style)
        if said:
            click.echo(said, err=style == "text")
        if style == "text":
            click.echo(("\n" if said else "") + summary(problems, self.say), err=True)
        return PROBLEMS if any(problem.is_error for problem in problems) else CLEAN

    @contextmanager
    def progress(self) -> Iterator[Callable[..., None]]:
        """A line that says what is being done; nothing where no one is watching."""
        if not sys.stderr.isatty():
            yield lambda *_, **__: None
            return
        from rich.console import Console
        from rich.text import Text

        from generator.problem import Problem

        with Console(stderr=True).status("…") as status:
            def update(key: str, **args: Any) -> None:
                said = {name: self.say.message(arg) if isinstance(arg, Problem) else arg for name, arg in args.items()}
                status.update(Text(self.say.label(f"cli.progress.{key}", **said)))

            yield update


def session_of(context: click.Context) -> Session:
    folder = context.obj
    os.chdir(folder)  # so that PROGRAMME and --to mean the same as in the folder itself
    return Session(Path())


def message_language(known: Sequence[str]) -> str:
    """TCGUIDE_LANGUAGE, else the system's language, else Indonesian."""
    for name in ("TCGUIDE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "")[:2].lower()
        if code in known:
            return code
    return "id" if "id" in known else known[0]


def stop(code: int) -> NoReturn:
    raise SystemExit(code)


def choose(session: Session, kind: str, values: Sequence[str], known: Sequence[str]) -> None:
    """End with code 2 if a value is not among the known ones. Several in one piece are told how to be written."""
    from generator.problem import Location, Problem, did_you_mean

    wrong = [value for value in values if value not in known]
    if wrong:
        session.tell([Problem(Location(f"--{kind[:-1]}"), "TC607", {
            "kind": kind, "name": value, "choices": list(known), "near": did_you_mean(value, known)})
            for value in wrong], {}, "text")
        several = [f"--{kind[:-1]} {one.strip()}" for value in wrong for one in value.split(",")]
        if len(several) > len(wrong):
            click.echo(session.say.label("cli.one_each", written=" ".join(several)), err=True)
        stop(MISUSE)


def wrote(session: Session, written: Any, folder: Path) -> None:
    key = "cli.wrote" if written.changed or written.removed else "cli.nothing"
    click.echo(session.say.label(key, changed=len(written.changed), unchanged=written.unchanged,
                                 folder=folder.as_posix()), err=True)


def tell_size(session: Session, file: Path, size: int, key: str = "cli.zipped") -> None:
    from babel.numbers import format_decimal

    megabytes = format_decimal(max(round(size / 1_000_000, 1), 0.1), locale=session.say.label("locale"))
    click.echo("\n" + session.say.label(key, file=file.as_posix(), size=megabytes))


def the_programme(session: Session, programme: str, number: int | None = None) -> tuple[Any, Any]:
    """The house and the one programme meant; ends the command if there is none or the week lies outside."""
    from generator.gather import programme_name
    from generator.problem import Location, Problem

    house = session.gather(programme)
    if any(problem.is_error for problem in house.problems):
        stop(session.tell(house.problems, house.texts, "text"))
    if not house.designs:
        name = programme_name(programme)
        stop(session.tell([*house.problems, Problem(Location(f"programmes/{name}"), "TC315", {"name": name})],
                          house.texts, "text"))
    design = next(iter(house.designs.values()))
    if number is not None and number > design.weeks:
        session.tell([Problem(Location("--week"), "TC608", {"weeks": design.weeks, "asked": str(number)})], {}, "text")
        stop(MISUSE)
    return house, design
