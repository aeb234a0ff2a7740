"""Make the guide as a site."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from generator.commands.session import CLEAN, MISUSE, Session, session_of, stop, tell_size, wrote


@click.command()
@click.option("--to", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Folder for the site.")
@click.option("--address", default="", metavar="ADDRESS",
              help="Where the site will lie on the web, for its sitemap and canonical links. "
                   "Without it: the guide_address that the programmes name.")
@click.option("--zip", "zipped", is_flag=True, help="Also put the whole guide into one ZIP, for a USB stick or a messenger.")
@click.pass_context
def guide(context: click.Context, to: Path, address: str, zipped: bool) -> None:
    """Build the guide as a static site, with the pages of every programme that has been built.

    Indonesian at its root, English below en/. A programme's weeks appear once `tcguide build` has made its timetable.

    For a USB stick or a messenger: tcguide guide --zip
    """
    session = session_of(context)
    from generator.guide.address import site_address
    from generator.problem import Location, Problem

    if address and not site_address(address):
        session.tell([Problem(Location("--address"), "TC609", {"asked": address})], {}, "text")
        stop(MISUSE)
    from generator import build as stage
    from generator.checks import judge
    from generator.weeks import kept_file, last_timetable

    with session.progress() as progress:
        progress("load")
        house = session.gather(None)
        problems = list(house.problems)
        built = []
        for design in house.designs.values():
            weeks, _ = last_timetable(design, to)
            if weeks:
                built.append(stage.Built(design, tuple(weeks), judge(design, weeks), (), timetable=kept_file(design, to)))
        site = None
        packed: tuple[Path, int] | None = None
        if not any(problem.is_error for problem in problems):
            site, faults = make_site(session, house, built, to, progress, address)
            problems += faults
            if site and zipped:
                from generator.guide.usb import usb

                progress("zip")
                file, size, faults = usb(to / "guide", session.words)
                packed = file, size
                problems += faults
    code = session.tell(problems, house.texts, "text")
    if site:
        wrote(session, site, to / "guide")
    if packed and code == CLEAN:
        tell_size(session, *packed, "cli.zipped_guide")
    stop(code)


def make_site(
    session: Session, house: Any, built: Sequence[Any], to: Path, progress: Callable[..., None], address: str = ""
) -> Any:
    from generator.guide import guide as the_guide
    from generator.guide.address import only_address, site_address

    gc.collect()  # the documents' views are no longer needed, and the guide takes as much memory
    named = (design.programme.guide_address for design in house.designs.values())
    root = site_address(address) if address else only_address(named)
    return the_guide(house, built, session.words, session.templates, session.roots, to, progress, root or "")
