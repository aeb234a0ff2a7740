"""Find mistakes without making anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from generator.commands.session import choose, session_of, stop
from generator.problem import Problem

WAITING = ("TC591", "TC592", "TC593")
"""Criteria without a verdict: for want of a timetable, of the present one, of the house's answer."""


@click.command()
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

    Each week's sessions are held against people, rooms, hours and the day's frame, one by one. Nothing is solved: whether
    they fit beside one another is found by `tcguide build`, and criteria that look at the timetable are judged on the one
    last built, or told as not yet judged.
    """
    session = session_of(context)
    choose(session, "languages", languages, tuple(session.words))
    from generator.checks import judge, rules_to_inherit
    from generator.weeks import timetable_and_faults

    session.asked_for = languages
    house = session.gather(programme)
    problems = list(house.problems)
    broken = any(problem.is_error for problem in problems)
    for design in house.designs.values():
        weeks, stale, faults = timetable_and_faults(design, to, every_problem=not broken)
        verdicts = judge(design, weeks, stale=stale)
        problems += faults()
        problems += _not_judged_as_one([p for verdict in verdicts for p in verdict.problems])
        problems += rules_to_inherit(design, verdicts)
    if style == "text":
        click.echo(session.say.label("cli.checked", programmes=len(house.designs) + len(house.abstract) + len(house.faulty),
                                     components=len(house.catalogue.components)), err=True)
    stop(session.tell(problems, house.texts, style))


def _not_judged_as_one(problems: list[Problem]) -> list[Problem]:
    """What waits for the timetable, and what waits for the house, is one note each, not one for each criterion."""
    told = [problem for problem in problems if problem.code not in WAITING]
    for code in WAITING:
        if waiting := [problem for problem in problems if problem.code == code]:
            names = ", ".join(str(one.args["names"]) for one in waiting)
            told.append(replace(waiting[0], args={**waiting[0].args, "names": names}))
    return told
