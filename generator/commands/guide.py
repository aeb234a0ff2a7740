"""Make the guide as a site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from generator.commands.session import Session, session_of, stop, wrote


@click.command()
@click.option("--to", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Folder for the site.")
@click.pass_context
def guide(context: click.Context, to: Path) -> None:
    """Build the guide as a static site, with the pages of every programme that has been built.

    Indonesian at its root, English below en/. A programme's weeks appear once `tcguide build` has made its timetable.
    """
    session = session_of(context)
    from generator import build as stage
    from generator.checks import judge
    from generator.weeks import kept_file, last_timetable

    with session.progress() as progress:
        progress("load")
        house = session.gather(None)
        problems = list(house.problems)
        built = []
        for design in house.designs.values():
            weeks, _stale, _by_hand = last_timetable(design, to)
            if weeks:
                built.append(stage.Built(design, tuple(weeks), judge(design, weeks), (), timetable=kept_file(design, to)))
        site = None
        if not any(problem.is_error for problem in problems):
            site, faults = make_site(session, house, built, to, progress)
            problems += faults
    code = session.tell(problems, house.texts, "text")
    if site:
        wrote(session, site, to / "guide")
    stop(code)


def make_site(session: Session, house: Any, built: Sequence[Any], to: Path, progress: Callable[..., None]) -> Any:
    from generator.guide import guide as the_guide

    return the_guide(house, built, session.words, session.templates, session.roots, to, progress)
