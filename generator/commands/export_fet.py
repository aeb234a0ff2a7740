"""Write a week for FET, the free timetabling program."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.session import CLEAN, session_of, stop, the_programme
from generator.commands.week import laid_week


@click.command("export-fet")
@click.argument("programme")
@click.option("--week", "number", type=click.IntRange(1), required=True, help="Programme week, from 1.")
@click.option("--file", "file", type=click.Path(dir_okay=False, path_type=Path),
              help="Where to (default: PROGRAMME-week-NN.fet here).")
@click.option("--to", type=click.Path(path_type=Path), default=Path("build"), show_default=True,
              help="Where earlier builds lie.")
@click.pass_context
def export_fet(context: click.Context, programme: str, number: int, file: Path | None, to: Path) -> None:
    """Write one week of PROGRAMME as a file for FET, to compare both timetables.

    \b
    tcguide export-fet sadar-hati --week 3
    fet-cl --inputfile=sadar-hati-week-03.fet

    Who leads is taken from the week as it stands; times and rooms are left to FET.
    """
    session = session_of(context)
    from generator import keep
    from generator.fet import as_fet, placements_of
    from generator.weeks import calendar_of, duty_of, plans_of, unit_of
    from generator.write import write_plain

    house, design = the_programme(session, programme, number)
    week = laid_week(session, house, design, to, number)
    kept = keep.kept(unit_of(to, design.name))
    calendar = calendar_of(design, kept)[1]
    plans, _ = plans_of(design, calendar, duty_of(design, calendar, kept)[1])
    task = next(plan.task for plan in plans if plan.number == number)
    path = file or Path(f"{design.name}-week-{number:02d}.fet")
    content = as_fet(task, placements_of(week), f"{design.name}, {number}")
    code = session.tell(write_plain(path.parent, {path.name: content}), {}, "text")
    if code == CLEAN:
        click.echo(path.as_posix())
    stop(code)
