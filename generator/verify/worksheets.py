"""Participants' worksheets: every task with its number, in order, and everything there is to tick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.documents import Laid
from generator.verify import Fault
from generator.verify.read import Reader, text_of

FILES = ("session-plan/*-worksheet.pdf",)


def faults(path: Path, inside: Path, laid: Laid) -> Iterator[Fault | None]:
    yield from sheet(Reader(text_of(path)), inside.stem.removesuffix("-worksheet"), laid)


def sheet(reader: Reader, name: str, laid: Laid) -> Iterator[Fault | None]:
    """A component's worksheet, wherever it stands; nothing where it has none."""
    component, code = laid.design.components[name].component, laid.words.code
    worksheet = component.worksheet
    if worksheet is None:
        return
    head = (component.title.to(code), worksheet.title.to(code))
    yield None if reader.comes(*head, apart=2) else Fault("worksheet", " · ".join(head))
    for number, part in enumerate(worksheet.parts, 1):
        task = f"{number}. {part.task.to(code)}"
        yield None if reader.comes(task) else Fault("worksheet", task)
        for box in part.boxes:
            yield None if reader.comes(box.to(code), apart=2) else Fault("worksheet", box.to(code))
