"""Take a week out, change it by hand, and give it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from generator.commands.session import CLEAN, MISUSE, PROBLEMS, Session, session_of, stop, the_programme


def laid_week(session: Session, house: Any, design: Any, to: Path, number: int) -> Any:
    """A week as it stands, solved now if it never was; ends the command if it cannot be laid."""
    from generator import keep
    from generator.weeks import lay_out, unit_of

    with session.progress() as progress:
        weeks, _, problems = lay_out(design, keep.kept(unit_of(to, design.name)), progress, (number, number))
    if any(problem.is_error for problem in problems):
        stop(session.tell(problems, house.texts, "text"))
    return next(week for week in weeks if week.number == number)


def agreed_folder(design: Any) -> Path:
    """Where this programme's agreed weeks are kept: always in the folder the command works in."""
    return Path("programmes") / design.name / "weeks"


@click.command("export-week")
@click.argument("programme")
@click.option("--week", "number", type=click.IntRange(1), required=True, help="Programme week, from 1.")
@click.option("--file", "file", type=click.Path(dir_okay=False, path_type=Path),
              help="Where to: .xlsx for Excel or LibreOffice, .yaml for a text editor (default: week-NN.xlsx here).")
@click.option("--to", type=click.Path(path_type=Path), default=Path("build"), show_default=True,
              help="Where earlier builds lie.")
@click.pass_context
def export_week(context: click.Context, programme: str, number: int, file: Path | None, to: Path) -> None:
    """Write one week of PROGRAMME as a workbook to change by hand: another day, time, post or room, an x to lock.

    \b
    tcguide export-week sadar-hati --week 7
    tcguide import-week sadar-hati week-07.xlsx
    """
    session = session_of(context)
    from generator.agreed_week import agreed_from, as_yaml
    from generator.week_workbook import as_xlsx
    from generator.write import write_plain

    house, design = the_programme(session, programme, number)
    week = laid_week(session, house, design, to, number)
    agreed = agreed_from(week, design.agreed[number][0] if number in design.agreed else None)
    path = file or Path(f"week-{number:02d}.xlsx")
    content = as_yaml(agreed, session.say.label("agreed.heading")) if path.suffix in (".yaml", ".yml") \
        else as_xlsx(agreed, design, session.say)
    code = session.tell(write_plain(path.parent, {path.name: content}), {}, "text")
    if code == CLEAN:
        click.echo(session.say.label("cli.exported", week=number, file=path.as_posix(), programme=design.name))
    stop(code)


@click.command("import-week")
@click.argument("programme")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--lock", is_flag=True, help="Lock the whole week: nothing in it moves any more.")
@click.option("--to", type=click.Path(path_type=Path), default=Path("build"), show_default=True,
              help="Where the build lies that the week was exported from.")
@click.pass_context
def import_week(context: click.Context, programme: str, file: Path, lock: bool, to: Path) -> None:
    """Take a week changed by hand into PROGRAMME, after checking it: FILE is a workbook or YAML from export-week.

    It is kept as programmes/PROGRAMME/weeks/week-NN.yaml. What you changed is locked and never moves. The rest stays as near
    as it can; what has to give way is named. A change for which nothing can make room is told, and nothing is kept.
    """
    session = session_of(context)
    from generator import keep
    from generator.agreed_week import as_yaml, with_changes_locked, with_former
    from generator.load import load
    from generator.model.agreed import AgreedWeek
    from generator.problem import Location, Problem
    from generator.validate import validate
    from generator.week_workbook import from_xlsx
    from generator.weeks import tried_out, unit_of
    from generator.write import write_plain

    if not file.is_file():  # looked for in the folder of -C
        session.tell([Problem(Location(file.as_posix()), "TC101", {"why": "missing", "kind": "missing"})], {}, "text")
        stop(MISUSE)
    house, design = the_programme(session, programme, None)
    if file.suffix.lower() == ".xlsx":
        week, rows, problems = from_xlsx(file.read_bytes(), file.as_posix(), session.words.values())
    else:
        source, problems = load(file, file.as_posix())
        week, faults = validate(source, AgreedWeek) if source else (None, [])
        problems += faults
        rows = {one.session: source.at("sessions", i).line for i, one in enumerate(week.sessions)} if week and source else {}
    if week is None:
        stop(session.tell(problems, house.texts, "text") or PROBLEMS)
    if week.week > design.weeks:
        stop(session.tell([Problem(Location(file.as_posix(), 1), "TC608", {
            "weeks": design.weeks, "asked": str(week.week)})], {}, "text"))
    week = week.model_copy(update={"locked": True}) if lock else week
    kept = keep.kept(unit_of(to, design.name))
    laid = _as_laid(session, design, kept, week.week)
    if file.suffix.lower() == ".xlsx" and week.week in design.agreed:
        week = with_former(week, design.agreed[week.week][0], laid)
    week, changed = with_changes_locked(week, laid)
    with session.progress() as progress:
        progress("schedule", week=week.week, weeks=design.weeks)
        tried = tried_out(design, week, changed, lambda key: Location(file.as_posix(), rows.get(key, 1)), kept)
    problems += tried.problems
    if any(problem.is_error for problem in problems):
        stop(session.tell(problems, house.texts, "text"))
    name = f"week-{week.week:02d}.yaml"
    problems += write_plain(agreed_folder(design), {name: as_yaml(week, session.say.label("agreed.heading"))})
    code = session.tell(problems, house.texts, "text")
    if code == CLEAN:
        if changed and not week.locked:
            click.echo(session.say.label("cli.locked", count=len(changed)))
        if tried.moved:
            click.echo(session.say.label("cli.gives_way", count=len(tried.moved)))
            for line in _gives_way(session, design, tried.moved):
                click.echo(f"  {line}")
        click.echo(session.say.label("cli.imported", week=week.week, file=(agreed_folder(design) / name).as_posix(),
                                     programme=design.name))
    stop(code)


def _as_laid(session: Session, design: Any, kept: Any, number: int) -> Any:
    """Where the week's sessions lie as tcguide would print them now, or where an earlier build had them."""
    from generator.agreed_week import placements_of
    from generator.weeks import lay_out

    with session.progress() as progress:
        weeks, _, _ = lay_out(design, kept, progress, (number, number))
    return next((placements_of(week) for week in weeks if week.number == number), kept.by_week.get(number, ()))


def _gives_way(session: Session, design: Any, moved: Any) -> Iterator[str]:
    """What makes room for what was changed by hand: each session with where it was written and where it will lie."""
    from generator.model.values import DAYS
    from generator.model.week import component_of
    from generator.schedule.by_hand import session_said
    from generator.views import wording
    from generator.views.change_notice import differences

    say = session.say
    for was, now in moved:
        before, after = differences(design, component_of(was.key), was, now, say)
        when = f"{say.label(f'days.{DAYS[now.day]}')} {wording.clock(say, now.start)}"
        yield f"{', '.join((say.phrase(session_said(design, was)), *before))} → {', '.join((when, *after))}"
