"""Explain a problem code, or where a value comes from."""

from __future__ import annotations

import re

import click

from generator.commands.session import CLEAN, MISUSE, session_of, stop


@click.command()
@click.argument("what")
@click.argument("component", required=False)
@click.pass_context
def explain(context: click.Context, what: str, component: str | None) -> None:
    """Explain a problem code, such as TC214, a criterion of design, such as C26, or where the values of a COMPONENT in a
    programme come from.

    \b
    tcguide explain TC214
    tcguide explain C26
    tcguide explain sadar-hati morning-meeting
    """
    session = session_of(context)
    from generator.explain import explain_code, explain_component

    if component is None and re.fullmatch(r"TC\d+|C\d\d?", what.upper()):
        house = session.gather(None)
        said = explain_code(what.upper(), house.catalogue, session.say)
        click.echo(said.text, err=not said.found)
        stop(CLEAN if said.found else MISUSE)
    house = session.gather(what)
    if not house.designs:
        stop(session.tell(house.problems, house.texts, "text") or MISUSE)
    said = explain_component(next(iter(house.designs.values())), component, session.say)
    click.echo(said.text, err=not said.found)
    stop(CLEAN if said.found else MISUSE)
