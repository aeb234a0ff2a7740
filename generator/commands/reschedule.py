"""Mend a week when somebody is ill or a room closes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.session import CLEAN, MISUSE, choose, session_of, stop, the_programme, wrote
from generator.commands.week import agreed_folder, laid_week

if TYPE_CHECKING:  # what is only named is not loaded
    from generator.language import Words
    from generator.model.agreed import AgreedSession, AgreedWeek, Before
    from generator.model.design import Design
    from generator.model.week import Week


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""As in the model, which is not loaded for a mere ``--help``."""


@click.command()
@click.argument("programme")
@click.option("--week", "number", type=click.IntRange(1), required=True, help="Programme week, from 1.")
@click.option("--without", "missing", multiple=True, required=True, metavar='"WHO [DAYS]"',
              help='A post or a room that is missing: "counsellor-2 mon-wed", "group-room" (may be given again).')
@click.option("--from", "since", type=click.Choice(DAYS), metavar="DAY",
              help="From which day on sessions may move, such as mon; else the first day on which somebody is missing.")
@click.option("--to", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Folder for the outputs.")
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@click.pass_context
def reschedule(
    context: click.Context, programme: str, number: int, missing: tuple[str, ...], since: str | None, to: Path,
    dry_run: bool,
) -> None:
    """Repair one week of PROGRAMME with the fewest moves, and print a one-page notice of what changed.

    Nothing moves to a day before the first one on which somebody is missing, for that day may be over when you hear of it;
    known in advance, --from mon lets sessions move there too.

    The mended week is kept, locked, as programmes/PROGRAMME/weeks/week-NN.yaml; delete that file to go back. What an
    earlier build had made, such as personal sheets and calendars, is renewed with it.

    \b
    tcguide reschedule sadar-hati --week 7 --without "counsellor-2 mon-wed"
    tcguide reschedule sadar-hati --week 7 --without group-room --dry-run
    """
    session = session_of(context)
    from generator import build as stage
    from generator import keep
    from generator.agreed_week import as_yaml, mended
    from generator.problem import Location, Problem
    from generator.weeks import calendar_of, duty_of, unit_of
    from generator.write import write_plain

    house, design = the_programme(session, programme, number)
    absences = _absences(missing)
    if absences is None:
        session.tell([Problem(Location("--without"), "TC427", {"value": ", ".join(missing)})], {}, "text")
        stop(MISUSE)
    choose(session, "absences", [one.who for one in absences], (*design.programme.staff, *design.programme.rooms))
    week = laid_week(session, house, design, to, number)
    kept = keep.kept(unit_of(to, design.name))
    calendar = calendar_of(design, kept)[1]
    with session.progress() as progress:
        progress("mend", week=number)
        found = mended(design, calendar, duty_of(design, calendar, kept)[1], week, absences,
                       DAYS.index(since) if since else None)
    if found is None:
        stop(session.tell([Problem(Location("--without"), "TC428", {"week": number})], {}, "text"))
    agreed, moved = found
    click.echo(session.say.label(
        "cli.mended" if moved.proven else "cli.mended_unproven", week=number, moved=moved.moves, others=moved.others,
        rooms=moved.rooms, not_held=len(moved.not_held)))
    if number in design.agreed and design.agreed[number][0].without:
        click.echo(session.say.label("cli.mended_before"))
    for line in _still_on_duty(design, week, absences, session.say):
        click.echo(line)
    if dry_run:
        for line in _said(design, week, agreed, session.say):
            click.echo(f"  {line}")
        stop(CLEAN)
    name = f"week-{number:02d}.yaml"
    faults = write_plain(agreed_folder(design), {name: as_yaml(agreed, session.say.label("agreed.heading"))})
    if faults:
        stop(session.tell(faults, {}, "text"))
    house, design = the_programme(session, programme, number)
    with session.progress() as progress:
        built = stage.build(house, design, session.words, session.templates, to,
                            stage.Wish(documents=("weekly-schedule", "change-notice"), weeks=(number, number), renew=True),
                            progress)
    code = session.tell([*house.problems, *built.problems], house.texts, "text")
    if built.written and built.folder:
        wrote(session, built.written, built.folder)
        for language in design.programme.languages:
            notice = built.folder / language / f"change-notice/week-{number:02d}.pdf"
            if notice.exists():
                click.echo(f"  {notice.as_posix()}")
    click.echo(f"  {(agreed_folder(design) / name).as_posix()}")
    if (to / "guide" / "programmes" / design.name).is_dir():
        click.echo(session.say.label("cli.guide_is_old", programme=design.name))
    stop(code)


def _absences(missing: tuple[str, ...]) -> list[Any] | None:
    """``counsellor-2 mon-wed`` → who is missing, and when; nothing for what cannot be read."""
    from pydantic import ValidationError

    from generator.model.agreed import Absence

    found = []
    for text in missing:
        who, _, days = text.strip().partition(" ")
        try:
            wanted = days.replace(",", " ").split()
            found.append(Absence.model_validate({"who": who, **({"days": wanted} if wanted else {})}))
        except ValidationError:
            return None
    return found


def _still_on_duty(design: Design, week: Week, absences: list[Any], words: Words) -> Iterator[str]:
    """The shifts of who is missing: mending moves sessions, and leaves it to people who keeps watch instead."""
    from generator.model.values import DAYS

    for watch in week.duty:
        day = DAYS[watch.date.weekday()]
        for one in absences:
            if one.who in watch.people and day in one.days and design.programme.duty:
                yield words.label("cli.on_duty", who=design.programme.staff[one.who].title, day=words.label(f"days.{day}"),
                                  shift=design.programme.duty.shifts[watch.shift].title)


def _said(design: Design, week: Week, agreed: AgreedWeek, words: Words) -> Iterator[str]:
    """What moves, as people speak of it."""
    from generator.model.week import component_of
    from generator.views import wording
    from generator.views.change_notice import differences, led_by, title_of, who_of

    def named(key: str) -> str:
        return ", ".join(filter(None, (title_of(design, key, words), who_of(design, week, key, words))))

    def at(place: AgreedSession | Before, *what: str) -> str:
        return ", ".join((f"{words.label(f'days.{place.day}')} {wording.clock(words, place.at)}", *what))

    for one in agreed.sessions:
        if one.was:
            before, now = differences(design, component_of(one.session), one.was, one, words)
            yield f"{named(one.session)}: {at(one.was, *before)} → {at(one, *now)}"
    yield from (f"{named(gone.session)}: {at(gone.was, led_by(design, gone.was, words))} → –" for gone in agreed.not_held)
