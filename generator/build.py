"""The order of the stages: from a programme's description to its documents, each made only if something changed."""

from __future__ import annotations

import calendar as _calendar
import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator import draft, keep
from generator.checks import judge, rules_to_inherit
from generator.documents import Laid, Piece, by_week, documents, on_request
from generator.formats import Format, Materials, drawn_on_request, formats
from generator.gather import House, pictures_of
from generator.language import Words
from generator.made_from import documents_mark
from generator.model.design import Design, Verdict
from generator.model.programme import Brand
from generator.model.week import Week
from generator.problem import Fault, Problem, Severity
from generator.templates import Templates
from generator.two_at_a_time import two_at_a_time
from generator.weeks import Progress, lay_out, unit_of
from generator.write import Written, intact, read_manifest, write


@dataclass(frozen=True)
class Wish:
    """What of a programme is to be made. Empty means all."""

    languages: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    weeks: tuple[int, int] | None = None
    posts: tuple[str, ...] = ()
    everything: bool = False
    """Whether also what is made only on request."""
    anew: bool = False
    """Whether every week is laid anew, whatever an earlier build kept."""
    renew: bool = False
    """Whether all that an earlier build made is renewed too, of the weeks it was made of."""
    draft: bool = False
    """Whether it is a draft of the weekly sheets, which criteria that are not met do not stop."""


@dataclass(frozen=True)
class Built:
    """What a build of one programme came to."""

    design: Design
    weeks: tuple[Week, ...]
    verdicts: tuple[Verdict, ...]
    problems: tuple[Problem, ...]
    written: Written | None = None
    folder: Path | None = None
    wishes: Wish = field(default_factory=Wish)
    timetable: bytes = b""
    """The file in which its weeks are kept."""


def build(
    house: House, design: Design, words: Mapping[str, Words], templates: Templates, to: Path, wish: Wish,
    progress: Progress = lambda *_, **__: None,
) -> Built:
    """Make a programme's documents. With a problem that is an error nothing is written, and what stood there stays."""
    unit = unit_of(to / draft.FOLDER if wish.draft else to, design.name)
    kept = keep.kept(unit)
    # Who wants a few weeks need not wait until all others can be held as well, where nothing tells of those.
    asked = wish.weeks if not wish.anew and (not wish.documents or any(map(by_week, wish.documents))) else None
    laid_as = draft.unasked(design) if wish.draft else design
    weeks, timetable_file, problems = lay_out(laid_as, kept.forgotten() if wish.anew else kept, progress, asked)
    verdicts = judge(design, weeks if len(weeks) == design.weeks and not any(p.is_error for p in problems) else None)
    # What has no verdict yet is told by `check`; after an error of the timetable it is no news.
    problems += [p for verdict in verdicts for p in verdict.problems if verdict.status == "not-met"]
    problems += rules_to_inherit(design, verdicts)
    problems += [
        Problem(design.at("languages", i), "TC607", {"kind": "languages", "name": language, "choices": list(words)})
        for i, language in enumerate(design.programme.languages) if language not in words
    ]
    if wish.draft:
        problems = draft.told(problems)
    elif draft.would_do(problems):
        problems.append(Problem(design.at(), "TC595", {"program": design.name}, Severity.NOTE))
    if any(problem.is_error for problem in problems):
        return Built(design, tuple(weeks), verdicts, tuple(problems))
    materials = _materials(design, pictures_of(design, house.folders), templates)
    earlier = read_manifest(unit)
    manifest = earlier.get("files", {})
    words = design.words(words)
    mark = documents_mark(house, words, materials, timetable_file)
    whole = not _partial(wish, design)
    current = whole and not wish.everything and earlier.get("made_from") == mark
    if current and all(intact(unit, name, entry) for name, entry in manifest.items()):
        nothing = Written((), len(manifest), ())
        return Built(design, tuple(weeks), verdicts, tuple(problems), nothing, unit, wish, timetable_file)
    files: dict[str, bytes | Path] = {keep.FILE: timetable_file}
    made_from: dict[str, str] = {}
    weeks_told: dict[str, tuple[int, int]] = {}
    unchanged: set[str] = set()

    def jobs() -> Iterator[tuple[str, Callable[[], bytes]]]:
        for language in wish.languages or design.programme.languages:
            shown = draft.marked(design, verdicts, words[language]) if wish.draft else design
            laid = partial(pieces, shown, weeks, verdicts, words[language], others=words, made_before=manifest,
                           alone=len(weeks) < design.weeks)
            for name, made, piece, told in _files(laid, language, wish, manifest, design.weeks):
                made_from[name] = fingerprint(made, piece.view, materials)
                if told:
                    weeks_told[name] = told
                entry = manifest.get(name)
                if entry and entry.get("made_from") == made_from[name] and intact(unit, name, entry):
                    unchanged.add(name)
                    continue
                progress("make", document=f"{piece.path}.{made.SUFFIX}", language=words[language].name)
                yield name, partial(made.make, piece.view, materials)

    with tempfile.TemporaryDirectory(prefix="tcguide-") as folder:
        for number, (name, job) in enumerate(two_at_a_time(jobs())):
            try:
                files[name] = _set_aside(Path(folder, str(number)), job.result())
            except Fault as fault:
                problems.append(fault.problem)
        if any(problem.is_error for problem in problems):
            return Built(design, tuple(weeks), verdicts, tuple(problems))
        stays = unchanged | (set() if whole else set(manifest))
        progress("write")
        # A part may have made other content than the whole would, such as the plans of one week: it leaves no mark.
        written, faults = write(unit, files, made_from=made_from, edition=design.programme.edition or "",
                                keep=frozenset(stays - set(files)), mark=mark if whole else "", weeks=weeks_told)
    return Built(design, tuple(weeks), verdicts, (*problems, *faults), written, unit, wish, timetable_file)


def _set_aside(file: Path, content: bytes) -> bytes | Path:
    """A document in a file of its own until all are made: together they are some 40 MB. In memory where the disk is full."""
    try:
        file.write_bytes(content)
    except OSError:
        return content
    return file


def pieces(
    design: Design, weeks: Sequence[Week], verdicts: Sequence[Verdict], words: Words, wish: Wish,
    others: Mapping[str, Words] | None = None, made_before: Mapping[str, Any] = MappingProxyType({}),
    alone: bool = False,
) -> Iterator[Piece]:
    """Every view of the wanted documents in one language.

    What is made on request only is kept up to date once it is there: ``made_before`` are the files of an earlier build.
    ``alone``: there are no weeks but those wanted, and nothing is made that tells of more.
    """
    first, last = wish.weeks or (1, design.weeks)
    told = {name.partition("/")[2].rpartition(".")[0]: _span(entry) or (1, design.weeks)
            for name, entry in made_before.items() if name.startswith(f"{words.code}/")}
    laid = Laid(design, weeks, [week for week in weeks if first <= week.number <= last], verdicts, words, others or {},
                wish.posts, told, alone)
    for name, document in documents().items():
        if alone and not by_week(name):
            continue
        here = {path.rpartition(".")[0] for path in made_before if path.startswith(f"{words.code}/{name}/")}
        if name in wish.documents or (not wish.documents and (not on_request(name) or wish.everything)):
            yield from document.pieces(laid)
        elif not wish.documents and here:
            yield from (piece for piece in document.pieces(laid) if f"{words.code}/{piece.path}" in here)


Made = tuple[str, Format, Piece, tuple[int, int] | None]
"""A file's name, its format, its view, and first and last of the weeks it tells of; all where nothing."""


def _files(
    laid: Callable[..., Iterator[Piece]], language: str, wish: Wish, manifest: Mapping[str, Any], last: int
) -> Iterator[Made]:
    """The files that are wished for in one language; with ``wish.renew`` also those that stand there, once each."""
    done: set[str] = set()
    for name, made, piece in _named(laid, language, wish):
        if not drawn_on_request(made, piece.view) or _asked_for(piece, wish) or name in manifest:
            done.add(name)
            yield name, made, piece, _weeks_of(piece, wish.weeks, last)
    mine = [name for name in manifest if name.startswith(f"{language}/") and name not in done] if wish.renew else []
    for span in sorted({_span(manifest[name]) for name in mine}, key=lambda span: span or (0, 0)):
        for name, made, piece in _named(laid, language, Wish(weeks=span)):
            if (name in mine and _span(manifest[name]) == span) or (
                    span is None and name not in manifest and not drawn_on_request(made, piece.view) and _beside(name, mine)):
                yield name, made, piece, _weeks_of(piece, span, last)


def _named(laid: Callable[..., Iterator[Piece]], language: str, wish: Wish) -> Iterator[tuple[str, Format, Piece]]:
    return ((f"{language}/{piece.path}.{made.SUFFIX}", made, piece)
            for piece in laid(wish=wish) for made in _makers(piece, wish))


def _span(entry: Mapping[str, Any]) -> tuple[int, int] | None:
    """First and last of the weeks that a file of an earlier build was made of; nothing where of all."""
    weeks = entry.get("weeks")
    return (weeks[0], weeks[1]) if weeks else None


def _weeks_of(piece: Piece, asked: tuple[int, int] | None, last: int) -> tuple[int, int] | None:
    told = (piece.weeks[0].number, piece.weeks[-1].number) if piece.weeks else asked
    return None if told == (1, last) else told


def _beside(name: str, others: Iterable[str]) -> bool:
    """Whether a file of the same kind stands in its folder: who stands in for somebody needs a sheet as well."""
    folder, suffix = name.rpartition("/")[0], name.rpartition(".")[2]
    return any((other.rpartition("/")[0], other.rpartition(".")[2]) == (folder, suffix) for other in others)


def _makers(piece: Piece, wish: Wish) -> list[Format]:
    kind = type(piece.view).__name__
    return [made for made in formats() if kind in made.VIEWS and (not wish.formats or made.SUFFIX in wish.formats)]


def _asked_for(piece: Piece, wish: Wish) -> bool:
    """Whether both the document and the format were named, or everything is wanted."""
    return wish.everything or bool(wish.formats and piece.path.partition("/")[0] in wish.documents)


def format_names() -> tuple[str, ...]:
    """The suffixes that ``--format`` may ask for."""
    return tuple(made.SUFFIX for made in formats() if made.VIEWS != ("Page",))


def fingerprint(made: Format, view: Any, materials: Materials) -> str:
    """What a file was made from: the view and every ingredient. Equal fingerprints mean equal bytes."""
    digest = hashlib.sha256(repr(view).encode())  # frozen all the way down, so its repr says everything
    for part in made.ingredients(view, materials):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:32]


def _partial(wish: Wish, design: Design) -> bool:
    every = set(design.programme.languages)
    return bool(wish.documents or wish.formats or wish.weeks or wish.posts or (wish.languages and set(wish.languages) != every))


def _materials(design: Design, folder: Path, templates: Templates) -> Materials:
    brand = design.programme.organisation.brand if design.programme.organisation else Brand()
    return Materials(templates, {name: (folder / name).read_bytes() for name in brand.pictures.values()}, _stamp(design),
                     brand.paper)


def _stamp(design: Design) -> int:
    assert design.programme.starts
    return _calendar.timegm(design.programme.starts.timetuple())


def chosen_weeks(text: str) -> tuple[int, int] | None:
    """``1-4`` → (1, 4); ``3`` → (3, 3); nothing for what is no range."""
    first, dash, last = text.replace("–", "-").partition("-")
    if not first.strip().isdigit() or (dash and not last.strip().isdigit()):
        return None
    start, end = int(first), int(last) if dash else int(first)
    return (start, end) if 1 <= start <= end else None


def used_in(designs: Iterable[Design]) -> dict[str, list[Design]]:
    """Component → the programmes that run it."""
    found: dict[str, list[Design]] = {}
    for design in designs:
        for name in design.components:
            found.setdefault(name, []).append(design)
    return found
