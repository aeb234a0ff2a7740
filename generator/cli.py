"""The command line: parse, call, print, and answer with an exit code. All words come from the language files."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from generator import __version__

CLEAN, PROBLEMS, MISUSE, OURS, STOPPED = 0, 1, 2, 3, 130


class _Session:
    """What every command shares: the folders, the language of messages, and how progress is shown."""

    def __init__(self, folder: Path) -> None:
        from generator.gather import BUILT_IN, languages
        from generator.templates import Templates

        own = folder.resolve()
        self.roots: list[Path] = [BUILT_IN] if own == BUILT_IN.resolve() else [own, BUILT_IN]
        self.words, self.faults = languages(self.roots)
        self.templates = Templates.of(self.roots)
        self.say = self.words[_message_language(tuple(self.words))]
        self.complete = tuple(code for code, words in self.words.items() if words.complete)

    def gather(self, programme: str | None) -> Any:
        from generator.gather import gather

        return gather(self.roots, programme, self.complete)

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

        with Console(stderr=True).status("…") as status:
            yield lambda key, **args: status.update(self.say.label(f"cli.progress.{key}", **args))


def _message_language(known: Sequence[str]) -> str:
    """TCGUIDE_LANGUAGE, else the system's language, else Indonesian."""
    for name in ("TCGUIDE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "")[:2].lower()
        if code in known:
            return code
    return "id" if "id" in known else known[0]


def _stop(code: int) -> None:
    raise SystemExit(code)


def _choose(session: _Session, kind: str, values: Sequence[str], known: Sequence[str]) -> None:
    """End with code 2 if a value is not among the known ones."""
    from generator.problem import Location, Problem, did_you_mean

    wrong = [value for value in values if value not in known]
    if wrong:
        session.tell([Problem(Location(f"--{kind[:-1]}"), "TC607", {
            "kind": kind, "name": value, "choices": list(known), "near": did_you_mean(value, known)})
            for value in wrong], {}, "text")
        _stop(MISUSE)


_EPILOG = """\b
Contoh / Examples:
  tcguide check                          semua program / every programme
  tcguide build sadar-hati               semua dokumen / every document
  tcguide build sadar-hati --document session-plan --weeks 3
  tcguide explain TC503                  arti sebuah kode / what a code means
"""


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="tcguide")
@click.option("-C", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path(), metavar="DIR",
              help="Folder of your own programmes and templates (default: here).")
@click.pass_context
def cli(context: click.Context, folder: Path) -> None:
    """Turn short YAML descriptions of a therapeutic community into a guide, schedules, session plans and handbooks.

    Mengubah uraian singkat YAML menjadi panduan, jadwal pekanan, rencana sesi, dan buku pegangan program.

    PROGRAMME is the name of a programme, such as sadar-hati, or the path of its folder or file. Messages are
    Indonesian or English: set TCGUIDE_LANGUAGE=id or en.
    """
    if not folder.is_dir():
        raise click.BadParameter(f"no such folder: {folder}", param_hint="-C")
    context.obj = folder


def _session(context: click.Context) -> _Session:
    folder = context.obj
    os.chdir(folder)  # so that PROGRAMME and --to mean the same as in the folder itself
    return _Session(Path())


@cli.command()
@click.argument("programme", required=False)
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
              help="How problems are told.")
@click.option("--language", "languages", multiple=True, metavar="CODE",
              help="Also list every text this language lacks (may be given again).")
@click.option("--to", type=click.Path(path_type=Path), default=Path("build"), show_default=True,
              help="Where an earlier build lies; its timetable is judged.")
@click.pass_context
def check(context: click.Context, programme: str | None, style: str, languages: tuple[str, ...], to: Path) -> None:
    """Find every mistake in the catalogue and in PROGRAMME (or all programmes), without making anything.

    Nothing is solved: criteria that look at the timetable are judged on the one last built, or told as not yet judged.
    """
    session = _session(context)
    _choose(session, "languages", languages, tuple(session.words))
    from generator.checks import judge
    from generator.weeks import last_timetable

    session.complete = tuple(dict.fromkeys([*session.complete, *languages]))
    house = session.gather(programme)
    problems = list(house.problems)
    for design in house.designs.values():
        weeks, stale = last_timetable(design, to)
        problems += [p for verdict in judge(design, weeks, stale=stale) for p in verdict.problems]
    if style == "text":
        click.echo(session.say.label("cli.checked", programmes=len(house.designs) + len(house.abstract),
                                     components=len(house.catalogue.components)), err=True)
    _stop(session.tell(problems, house.texts, style))


@cli.command()
@click.argument("programme")
@click.option("--to", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Folder for the outputs.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this language (may be given again).")
@click.option("--document", "documents", multiple=True, metavar="NAME",
              help="Only this one, such as weekly-schedule, handbook, session-plan (may be given again).")
@click.option("--format", "formats", multiple=True, metavar="SUFFIX", help="Only pdf, docx, xlsx, ics … (may be given again).")
@click.option("--weeks", metavar="N[-M]", help="Only these programme weeks, such as 1-4.")
@click.option("--guide/--no-guide", "with_guide", default=True, help="Also build the guide with this programme's pages.",
              show_default=True)
@click.pass_context
def build(
    context: click.Context, programme: str, to: Path, languages: tuple[str, ...], documents: tuple[str, ...],
    formats: tuple[str, ...], weeks: str | None, with_guide: bool,
) -> None:
    """Make the documents of PROGRAMME: weekly schedules, handbook, session plans, and the guide.

    A part asked for (--document, --format, --weeks, --language) is renewed alone; the rest stays. With an error
    nothing is written and earlier output stays as it was. Only what changed is made again.
    """
    session = _session(context)
    from generator import build as stage
    from generator.documents import documents as known_documents
    from generator.problem import Location, Problem

    _choose(session, "languages", languages, tuple(session.words))
    _choose(session, "documents", documents, tuple(known_documents()))
    _choose(session, "formats", formats, stage.format_names())
    chosen = stage.chosen_weeks(weeks) if weeks else None
    with session.progress() as progress:
        progress("load")
        house = session.gather(programme)
        if any(problem.is_error for problem in house.problems):
            _stop(session.tell(house.problems, house.texts, "text"))
        if not house.designs:
            from generator.gather import programme_name

            name = programme_name(programme)
            _stop(session.tell([*house.problems, Problem(Location(f"programmes/{name}"), "TC315", {"name": name})],
                               house.texts, "text"))
        design = next(iter(house.designs.values()))
        if weeks and (chosen is None or chosen[1] > design.weeks):
            session.tell([Problem(Location("--weeks"), "TC608", {"weeks": design.weeks, "asked": weeks})], {}, "text")
            _stop(MISUSE)
        wish = stage.Wish(languages, documents, formats, chosen)
        built = stage.build(house, design, session.words, session.templates, to, wish, progress)
        problems = [*house.problems, *built.problems]
        site = None
        whole = not (documents or formats or weeks or languages)
        if with_guide and whole and not any(problem.is_error for problem in problems):
            site, faults = _guide(session, house, [built], to, progress)
            problems += faults
    code = session.tell(problems, house.texts, "text")
    if built.written and built.folder:
        _wrote(session, built.written, built.folder)
    if site:
        _wrote(session, site, to / "guide")
    if code == CLEAN and built.folder:
        _look_here(session, built.folder, to if site else None)
    _stop(code)


@cli.command()
@click.option("--to", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Folder for the site.")
@click.pass_context
def guide(context: click.Context, to: Path) -> None:
    """Build the guide as a static site, with the pages of every programme that has been built.

    Indonesian at its root, English below en/. A programme's weeks appear once `tcguide build` has made its timetable.
    """
    session = _session(context)
    from generator import build as stage
    from generator.checks import judge
    from generator.weeks import last_timetable

    with session.progress() as progress:
        progress("load")
        house = session.gather(None)
        problems = list(house.problems)
        built = []
        for design in house.designs.values():
            weeks, _stale = last_timetable(design, to)
            if weeks:
                built.append(stage.Built(design, tuple(weeks), judge(design, weeks), ()))
        site = None
        if not any(problem.is_error for problem in problems):
            site, faults = _guide(session, house, built, to, progress)
            problems += faults
    code = session.tell(problems, house.texts, "text")
    if site:
        _wrote(session, site, to / "guide")
    _stop(code)


@cli.command()
@click.option("--to", type=click.Path(path_type=Path), default=Path("programmes/schema"), show_default=True,
              help="Folder for the schema files.")
@click.pass_context
def schema(context: click.Context, to: Path) -> None:
    """Write the JSON Schemas by which an editor completes and checks the YAML files.

    Every file names its schema in its first line; VS Code with the YAML extension and many other editors follow it.
    """
    session = _session(context)
    from generator.schema import schemas
    from generator.write import write_plain

    files = schemas()
    problems = write_plain(to, files)
    code = session.tell(problems, {}, "text")
    if code == CLEAN:
        click.echo(session.say.label("cli.schema", count=len(files), folder=to.as_posix()), err=True)
    _stop(code)


@cli.command()
@click.argument("what")
@click.argument("component", required=False)
@click.pass_context
def explain(context: click.Context, what: str, component: str | None) -> None:
    """Explain a problem code, such as TC503, or where the values of a COMPONENT in a programme come from.

    \b
    tcguide explain TC214
    tcguide explain sadar-hati morning-meeting
    """
    session = _session(context)
    from generator.explain import explain_code, explain_component

    if component is None and what.upper().startswith("TC") and what[2:].isdigit():
        house = session.gather(None)
        said = explain_code(what.upper(), house.catalogue, session.say)
        click.echo(said.text, err=not said.found)
        _stop(CLEAN if said.found else MISUSE)
    house = session.gather(what)
    if not house.designs:
        _stop(session.tell(house.problems, house.texts, "text") or MISUSE)
    said = explain_component(next(iter(house.designs.values())), component, session.say)
    click.echo(said.text, err=not said.found)
    _stop(CLEAN if said.found else MISUSE)


def _guide(session: _Session, house: Any, built: Sequence[Any], to: Path, progress: Callable[..., None]) -> Any:
    from generator.guide import guide as make_guide

    return make_guide(house, built, session.words, session.templates, session.roots, to, progress)


def _wrote(session: _Session, written: Any, folder: Path) -> None:
    key = "cli.wrote" if written.changed or written.removed else "cli.nothing"
    click.echo(session.say.label(key, changed=len(written.changed), unchanged=written.unchanged,
                                 folder=folder.as_posix()), err=True)


def _look_here(session: _Session, folder: Path, site: Path | None) -> None:
    click.echo("\n" + session.say.label("cli.look"))
    if site:
        click.echo(f"  {(site / 'guide' / 'index.html').as_posix()}")
    for language in (code for code in session.words if (folder / code).is_dir()):
        for part in ("handbook/staff.pdf", "handbook/staff.docx", "weekly-schedule/week-01.pdf", "weekly-schedule.xlsx",
                     "weekly-schedule.ics", "session-plan"):
            if (folder / language / part).exists():
                click.echo(f"  {(folder / language / part).as_posix()}")


def main() -> None:
    """Entry point of the command ``tcguide``."""
    gc.set_threshold(200_000, 20, 20)  # everything read stays until the end: looking for garbage often costs a tenth
    try:
        cli(standalone_mode=False)
    except click.exceptions.Abort:
        _farewell()
    except KeyboardInterrupt:
        _farewell()
    except click.ClickException as error:
        error.show()
        sys.exit(MISUSE)
    except BrokenPipeError:
        sys.exit(CLEAN)
    except Exception as error:
        if os.environ.get("TCGUIDE_DEBUG"):
            raise
        _our_mistake(error)


def _our_mistake(error: Exception) -> None:
    """The last resort: an exception here is ours, not the author's, and still nobody should meet a traceback."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
    click.echo(f"Ini kesalahan tcguide, bukan kesalahan Anda. Hasil sebelumnya tetap utuh. Laporkan: "
               f"{type(error).__name__} di {where}: {error}\n"
               f"This is tcguide's mistake, not yours. Earlier output is untouched. Please report the line above "
               f"(TCGUIDE_DEBUG=1 shows more).", err=True)
    sys.exit(OURS)


def _farewell() -> None:
    click.echo("\nDihentikan. Hasil sebelumnya tetap utuh. / Stopped. Earlier output is untouched.", err=True)
    sys.exit(STOPPED)
