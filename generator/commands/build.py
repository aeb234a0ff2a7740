"""Make a programme's documents."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import click

from generator.commands.guide import make_site
from generator.commands.session import CLEAN, MISUSE, Session, choose, session_of, stop, tell_size, the_programme, wrote


@click.command()
@click.argument("programme")
@click.option("--to", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Folder for the outputs.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this language (may be given again).")
@click.option("--document", "documents", multiple=True, metavar="NAME",
              help="Only this one, such as weekly-schedule, handbook, session-plan (may be given again).")
@click.option("--format", "formats", multiple=True, metavar="SUFFIX", help="Only pdf, docx, xlsx, ics … (may be given again).")
@click.option("--weeks", "--week", metavar="N[-M]",
              help="Only these programme weeks, such as 1-4; what already tells of more weeks keeps them.")
@click.option("--for", "posts", multiple=True, metavar="POST", help="Only for this post, with --document facilitator-week.")
@click.option("--everything", is_flag=True,
              help="Also what is made on request only: facilitator-week, topic-set, session-plan and forms as docx.")
@click.option("--guide/--no-guide", "with_guide", default=True, help="Also build the guide with this programme's pages.",
              show_default=True)
@click.option("--zip", "zipped", is_flag=True,
              help="Also put all documents of the programme into one ZIP file beside their folder, to hand on.")
@click.option("--draft", is_flag=True,
              help="Only the weekly sheets, marked as a draft, in a folder of their own, though a must is not met yet.")
@click.option("--anew", is_flag=True, help="Lay every week anew, even those whose places an earlier build kept.")
@click.pass_context
def build(
    context: click.Context, programme: str, to: Path, languages: tuple[str, ...], documents: tuple[str, ...],
    formats: tuple[str, ...], weeks: str | None, posts: tuple[str, ...], everything: bool, with_guide: bool, zipped: bool,
    draft: bool, anew: bool,
) -> None:
    """Make the documents of PROGRAMME: weekly schedules, handbook, session plans, and the guide.

    A part asked for (--document, --format, --weeks, --language) is renewed alone; the rest stays. With an error
    nothing is written and earlier output stays as it was; a later week that cannot be held does not keep this one from
    being printed. Only what changed is made again.

    For a USB stick or a messenger: tcguide build PROGRAMME --zip

    Session plans to adapt in Word: tcguide build PROGRAMME --document session-plan --format docx

    Blank forms to adapt in Word: tcguide build PROGRAMME --document forms --format docx

    The week of a programme that is not complete yet: tcguide build PROGRAMME --draft

    A trainer's week on paper: tcguide build PROGRAMME --document facilitator-week --week 3 --for counsellor-1
    """
    session = session_of(context)
    from generator import build as stage
    from generator.documents import documents as known_documents
    from generator.draft import DOCUMENTS, FORMATS, not_made
    from generator.problem import Location, Problem

    choose(session, "languages", languages, tuple(session.words))
    choose(session, "documents", documents, tuple(known_documents()))
    choose(session, "formats", formats, stage.format_names())
    chosen = stage.chosen_weeks(weeks) if weeks else None
    with session.progress() as progress:
        progress("load")
        house, design = the_programme(session, programme)
        if weeks and (chosen is None or chosen[1] > design.weeks):
            session.tell([Problem(Location("--weeks"), "TC608", {"weeks": design.weeks, "asked": weeks})], {}, "text")
            stop(MISUSE)
        choose(session, "posts", posts, tuple(design.programme.staff))
        if draft:
            if wrong := not_made((*documents, *formats)):
                session.tell([Problem(Location("--draft"), "TC612", {"asked": wrong})], {}, "text")
                stop(MISUSE)
            documents, formats = DOCUMENTS, FORMATS
        wish = stage.Wish(languages, documents, formats, chosen, posts, everything, anew, draft=draft)
        built = stage.build(house, design, session.words, session.templates, to, wish, progress)
        problems = [*house.problems, *built.problems]
        site = None
        whole = not (documents or formats or weeks or languages or posts)
        if with_guide and whole and not any(problem.is_error for problem in problems):
            site, faults = make_site(session, house, [built], to, progress)
            problems += faults
        bundled: tuple[Path, int] | None = None
        if zipped and built.folder and not any(problem.is_error for problem in problems):
            from generator.bundle import bundle

            progress("zip")
            file, size, faults = bundle(built.folder)
            bundled = file, size
            problems += faults
    code = session.tell(problems, house.texts, "text")
    if built.written and built.folder:
        wrote(session, built.written, built.folder)
    if site:
        wrote(session, site, to / "guide")
    if code == CLEAN and built.folder:
        tell_wishes(session, built.weeks)
        look_here(session, built.folder, to if site else None, chosen[0] if chosen else 1, documents, formats)
        if bundled:
            tell_size(session, *bundled)
    stop(code)


def tell_wishes(session: Session, weeks: Sequence[Any]) -> None:
    """What the timetable's wishes cost over all weeks, so that a manager sees what to weigh differently."""
    units: dict[str, int] = {}
    weights: dict[str, int] = {}
    for week in weeks:
        for name, count, weight in week.wishes:
            units[name] = units.get(name, 0) + count
            weights[name] = weight
    units = {name: count for name, count in units.items() if count}
    if not units:
        return
    click.echo("\n" + session.say.label("cli.wishes", weeks=len(weeks)), err=True)
    for name, count in units.items():
        click.echo("  " + session.say.label("cli.wish", wish=session.say.label(f"values.wish.{name}"), count=count,
                                            weight=weights[name], unit=session.say.label(f"wish_units.{name}")), err=True)


def look_here(
    session: Session, folder: Path, site: Path | None, week: int, documents: Collection[str] = (),
    formats: Collection[str] = (),
) -> None:
    """Where to look first, among what was asked for: the rest may be older."""
    found = [(site / "guide" / "index.html").as_posix()] if site else []
    for language in (code for code in session.words if (folder / code).is_dir()):
        for part in ("handbook/staff.pdf", "handbook/staff.docx", "handbook/resident.pdf", "handbook/family.pdf",
                     "forms/all-forms.pdf", "forms/all-forms.docx", f"weekly-schedule/week-{week:02d}.pdf",
                     "weekly-schedule.xlsx", "weekly-schedule.ics", "duty-roster.pdf", "year-overview.pdf",
                     "design-report.pdf", "session-plan", f"facilitator-week/week-{week:02d}"):
            asked = (not documents or any(part.startswith(name) for name in documents)) and (
                not formats or part.rpartition(".")[2] in formats or "." not in part)
            if asked and (folder / language / part).exists():
                found.append((folder / language / part).as_posix())
    click.echo("\n" + session.say.label("cli.look"))
    for place in found or [folder.as_posix()]:
        click.echo(f"  {place}")
