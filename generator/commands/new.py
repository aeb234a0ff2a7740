"""Begin a programme of one's own with a copy of a sample."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from generator.commands.session import MISUSE, PROBLEMS, Session, session_of, stop

FILE = "programme.yaml"


@click.command()
@click.argument("name")
@click.option("--like", default="sadar-hati", show_default=True, metavar="PROGRAMME",
              help="The sample to begin with, such as day-programme or residential-rolling.")
@click.option("--organisation", metavar="TEXT", help="The organisation's name (default: from NAME).")
@click.pass_context
def new(context: click.Context, name: str, like: str, organisation: str | None) -> None:
    """Begin a programme NAME: a copy of a sample, to be changed into your own.

    \b
    tcguide new rumah-harapan --like day-programme --organisation "Yayasan Harapan"

    It can be checked and built at once. Handbook and guide say that it is not adapted yet until you
    delete the key “example”.
    """
    session = session_of(context)
    from generator.schema import schemas
    from generator.write import write_plain

    content = _begun(session, name, like, organisation or name.replace("-", " ").title())
    folder, schemas_here = Path("programmes", name), Path("programmes", "schema")
    problems = write_plain(folder, {FILE: content.encode()})
    if not schemas_here.exists():
        problems += write_plain(schemas_here, schemas())
    if problems:
        stop(session.tell(problems, {}, "text"))
    called = sys.argv[0] if Path(sys.argv[0]).name == "tcguide" else "tcguide"
    where = "" if context.obj == Path() else f"-C {shlex.quote(context.obj.as_posix())} "
    click.echo(session.say.label("cli.new", file=(context.obj / folder / FILE).as_posix(), name=name,
                                 command=f"{called} {where}"))


def _begun(session: Session, name: str, like: str, organisation: str) -> str:
    """The new file; ends the command where there cannot be one."""
    from generator.model.values import is_name
    from generator.problem import Location, Problem, did_you_mean

    file = Path("programmes", name, FILE)
    if not is_name(name):
        session.tell([Problem(Location("NAME"), "TC213", {"value": name})], {}, "text")
        stop(MISUSE)
    if file.exists() or (session.roots[-1] / file.parent).exists():
        stop(session.tell([Problem(Location(file.as_posix()), "TC611", {"name": name})], {}, "text") or PROBLEMS)
    # Only samples: in a house's own file the facts to be replaced are not where a sample has them, and bear no mark.
    known = sorted(name for name, design in session.gather(None).designs.items() if design.programme.example)
    if like not in known:
        session.tell([Problem(Location("--like"), "TC607", {
            "kind": "programmes", "name": like, "choices": known, "near": did_you_mean(like, known)})], {}, "text")
        stop(MISUSE)
    original = next(path for root in session.roots if (path := root / "programmes" / like / FILE).is_file())
    says = {code: words.label("new.example", like=like) for code, words in session.words.items() if words.complete}
    confirm = [words.label("new.confirm") for words in session.words.values() if words.complete]
    return as_own(original.read_text(encoding="utf-8"), organisation, says, confirm)


def as_own(text: str, organisation: str, says: Mapping[str, str], confirm: Iterable[str] = ()) -> str:
    """A programme's file with another organisation, without its logo and what it tells of itself at its head.

    It ``says`` under ``example`` that it is not adapted, and to ``confirm`` what partners and facilities promise.
    """
    text = re.sub(r"\A(# yaml-language-server.*\n)?(?:#.*\n)+", r"\1", text)
    above = "".join(f"# {said}\n" for said in confirm)
    text = re.sub(r"(?m)^(?=(?:partners|facilities):)", lambda _: above, text)
    example = "example:\n" + "".join(f"  {code}: {json.dumps(said, ensure_ascii=False)}\n" for code, said in says.items())
    text = re.sub(r"(?m)^example:.*\n(?:[ #].*\n)*", lambda _: example, text, count=1)
    head, found, rest = text.partition("\norganisation:\n")
    rest = re.sub(r"(?m)^  name: .*$", lambda _: f"  name: {json.dumps(organisation, ensure_ascii=False)}", rest, count=1)
    return head + found + re.sub(r"(?m)^(  brand: \{)logo: [^,}]+, ", r"\1", rest, count=1)
