"""Read facts back out of what was built."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.session import session_of, stop, the_programme


@click.command()
@click.argument("programme")
@click.option("--to", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Where the build lies.")
@click.pass_context
def verify(context: click.Context, programme: str, to: Path) -> None:
    """Read times, lengths, rooms, leaders, materials and counts back out of the built files of PROGRAMME.

    PDF, Word, HTML, EPUB, spreadsheet, calendar and the guide's pages are opened and compared with the programme and its
    timetable. A file that says something else is named, with what it should say; at the end stands how many files were not
    read, and why. Takes less than a minute for a programme of half a year.
    """
    session = session_of(context)
    from generator.checks import judge
    from generator.problem import Location, Problem
    from generator.verify import verify as read_back
    from generator.weeks import last_timetable, unit_of

    with session.progress() as progress:
        progress("load")
        house, design = the_programme(session, programme)
        weeks, stale = last_timetable(design, to)
        if not weeks:
            place = Location(unit_of(to, design.name).as_posix())
            stop(session.tell([Problem(place, "TC804" if stale else "TC803", {"name": design.name})], {}, "text"))
        words = design.words(session.words)
        found = read_back(design, weeks, judge(design, weeks), words, unit_of(to, design.name), progress,
                          to / "guide" if (to / "guide").is_dir() else None, session.words)
    code = session.tell(found.problems, house.texts, "text")
    click.echo(session.say.label("cli.verified", files=found.files, facts=found.facts), err=True)
    if found.unread:
        click.echo(session.say.label("cli.unread", count=sum(map(len, found.unread.values()))), err=True)
    for why, files in found.unread.items():
        reason = session.say.label(f"cli.not_read.{why or 'unknown'}")
        click.echo("  " + session.say.label("cli.unread_of", count=len(files), why=reason), err=True)
    stop(code)
