"""The command line: parse, call, print, and answer with an exit code. The commands stand in ``commands/``."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from generator import __version__
from generator.commands import commands
from generator.commands.session import CLEAN, MISUSE, OURS, STOPPED

_EPILOG = """\b
Contoh / Examples:
  tcguide check                          semua program / every programme
  tcguide build sadar-hati               semua dokumen / every document
  tcguide build sadar-hati --document session-plan --weeks 3
  tcguide explain TC503                  arti sebuah kode / what a code means
"""


GARBAGE = (500_000, 20, 20)
"""How often garbage is looked for: everything read stays until the end, and to look as often as usual costs a tenth."""


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="tcguide")
@click.option("-C", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path(), metavar="DIR",
              help="Folder of your own programmes and templates (default: here).")
@click.pass_context
def cli(context: click.Context, folder: Path) -> None:
    """Turn short YAML descriptions of a therapeutic community into a guide, schedules, session plans and handbooks.

    Mengubah uraian singkat YAML menjadi panduan, jadwal pekanan, rencana sesi, dan buku pegangan program.

    PROGRAMME is the name of a programme, such as sadar-hati, or the path of its folder or file. Messages are
    Indonesian or English: set TCGUIDE_LANGUAGE=id or en.
    """
    if not folder.is_dir():
        raise click.BadParameter(f"no such folder: {folder}", param_hint="-C")
    context.obj = folder


for command in commands():
    cli.add_command(command)


def main() -> None:
    """Entry point of the command ``tcguide``."""
    gc.set_threshold(*GARBAGE)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # there are none; looking takes a while
    try:
        cli(standalone_mode=False)
    except click.exceptions.Abort:
        _farewell()
    except KeyboardInterrupt:
        _farewell()
    except click.ClickException as error:
        error.show()
        sys.exit(MISUSE)
    except BrokenPipeError:
        sys.exit(CLEAN)
    except Exception as error:
        if os.environ.get("TCGUIDE_DEBUG"):
            raise
        _our_mistake(error)
    finally:
        gc.freeze()  # nor need it be taken apart piece by piece at the end, which would cost another tenth


def _our_mistake(error: Exception) -> None:
    """The last resort: an exception here is ours, not the author's, and still nobody should meet a traceback."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
    click.echo(f"Ini kesalahan tcguide, bukan kesalahan Anda. Hasil sebelumnya tetap utuh. Laporkan: "
               f"{type(error).__name__} di {where}: {error}\n"
               f"This is tcguide's mistake, not yours. Earlier output is untouched. Please report the line above "
               f"(TCGUIDE_DEBUG=1 shows more).", err=True)
    sys.exit(OURS)


def _farewell() -> None:
    click.echo("\nDihentikan. Hasil sebelumnya tetap utuh. / Stopped. Earlier output is untouched.", err=True)
    sys.exit(STOPPED)
