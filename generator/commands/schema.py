"""Write the schemas editors check YAML with."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.session import CLEAN, session_of, stop


@click.command()
@click.option("--to", type=click.Path(path_type=Path), default=Path("programmes/schema"), show_default=True,
              help="Folder for the schema files.")
@click.pass_context
def schema(context: click.Context, to: Path) -> None:
    """Write the JSON Schemas by which an editor completes and checks the YAML files.

    Every file names its schema in its first line; VS Code with the YAML extension and many other editors follow it.
    """
    session = session_of(context)
    from generator.schema import schemas
    from generator.write import write_plain

    files = schemas()
    problems = write_plain(to, files)
    code = session.tell(problems, {}, "text")
    if code == CLEAN:
        click.echo(session.say.label("cli.schema", count=len(files), folder=to.as_posix()), err=True)
    stop(code)
