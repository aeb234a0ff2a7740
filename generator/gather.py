"""Read a whole house: the built-in catalogue, the NGO's own files over it, and the programmes they describe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.brand import PICTURES, colour_problems, picture_fault
from generator.language import Words, laid_over
from generator.load import files
from generator.load import load as load_file
from generator.model.agreed import AgreedWeek
from generator.model.audience import for_its_people
from generator.model.catalogue import CATALOGUE_KINDS, SINGLE_FILES
from generator.model.component import Component
from generator.model.design import Catalogue, Design
from generator.model.programme import Programme
from generator.model.values import Described
from generator.problem import Location, Problem, did_you_mean
from generator.resolve import resolve_catalogue, resolve_programme
from generator.schedule.soft import unknown_wishes
from generator.source import Source
from generator.validate import missing_translations, validate

BUILT_IN = next(
    folder for folder in (Path(__file__).parent / "share", Path(__file__).parent.parent) if (folder / "templates").is_dir()
)
"""Where catalogue, templates and guide pages lie: inside the installed package, or at the top of a clone."""


@dataclass(frozen=True)
class House:
    """Everything read and understood, with what was wrong on the way."""

    catalogue: Catalogue
    designs: Mapping[str, Design]
    abstract: tuple[str, ...]
    folders: Mapping[str, Path]
    """Programme → the folder of its file, where its logo lies."""
    problems: tuple[Problem, ...]
    texts: Mapping[str, str] = field(repr=False)
    """File as shown → its text, for excerpts under a problem."""
    faulty: tuple[str, ...] = ()
    """Programmes that were read and cannot be understood for their faults."""


Reading = Callable[[Path, str], tuple[Source | None, list[Problem]]]
"""How one file is read: :func:`generator.load.load`, or the same from what an earlier run left."""


def languages(roots: Sequence[Path], load: Reading = load_file) -> tuple[dict[str, Words], list[Problem]]:
    """Every language of ``templates/languages``: an NGO's own file lies over the built-in one, word by word."""
    trees: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    for root in reversed(roots):
        for path in files(root / "templates" / "languages"):
            source, faults = load(path, shown(path, root, roots))
            problems += faults
            if source and isinstance(source.data, dict):
                trees[path.stem] = laid_over(source.data, trees.get(path.stem, {}))
    order = sorted(trees, key=lambda code: ("id", "en").index(code) if code in ("id", "en") else 9)
    return {code: Words(code, str(trees[code].get("name", code)), trees[code], trees[code].get("complete") is True)
            for code in order}, problems


def gather(
    roots: Sequence[Path], wanted: str | Path | None, complete: Iterable[str], load: Reading = load_file,
    also: Iterable[str] = (),
) -> House:
    """Read all roots (the NGO's own first, the built-in last). ``wanted`` limits it to one programme and its parents.

    ``complete`` are the languages every text of the catalogue should be written in; a programme's texts those it is printed
    in. ``also`` are languages of which every lacking text is to be told.
    """
    also = tuple(also)
    complete = tuple(dict.fromkeys([*complete, *also]))
    problems: list[Problem] = []
    sources: dict[tuple[str, str], Source] = {}
    broken: set[tuple[str, str]] = set()
    origin: dict[tuple[str, str], Path] = {}
    texts: dict[str, str] = {}
    for root in reversed(roots):
        for path, kind, name, faults in _catalogue_files(root):
            problems += faults
            if not kind:
                continue
            source, faults = load(path, shown(path, root, roots))
            problems += faults
            if source is None:
                broken.add((kind, name))
                continue
            texts[source.file] = source.text
            under = sources.get((kind, name))
            if under and origin[kind, name] == root:  # two components of one name in two folders of the same catalogue
                problems.append(Problem(source.at(), "TC314", {"name": name, "other": under.file}))
                continue
            sources[kind, name] = source.over(under, entries=kind in SINGLE_FILES) if under else source
            origin[kind, name] = root
    things: dict[tuple[str, str], Described] = {}
    for (kind, name), source in sorted(sources.items()):
        thing, faults = validate(source, _model(kind, name), complete)
        problems += faults
        if thing is None:
            broken.add((kind, name))
            continue
        if isinstance(thing, Component) and Path(source.file).parent.name != thing.pillar:
            problems.append(Problem(source.at("pillar"), "TC309",
                                    {"pillar": thing.pillar, "folder": Path(source.file).parent.name}))
        things[kind, name] = thing
    catalogue, faults = resolve_catalogue(things, sources, broken)
    problems += faults

    programmes, folders, lost, faults = _programmes(roots, wanted, complete, also, texts, load)
    problems += faults
    designs: dict[str, Design] = {}
    abstract: list[str] = []
    target = programme_name(wanted) if wanted is not None else None
    for name in sorted(programmes):
        if target and name != target:
            continue
        design, faults = resolve_programme(name, programmes, catalogue, lost)
        problems += faults
        if design and design.programme.abstract:
            abstract.append(name)
        elif design:
            problems += picture_problems(design, pictures_of(design, folders))
            problems += colour_problems(design)
            problems += unknown_wishes(design)
            agreed, faults = _agreed_weeks(design, folders[name], roots, texts, load)
            problems += faults
            designs[name] = for_its_people(replace(design, agreed=agreed))
    if target and target not in programmes and target not in lost:
        problems.append(Problem(Location(str(wanted)), "TC301", {
            "kind": "programmes", "name": target, "near": did_you_mean(target, folders)}))
    faulty = {name for name in (*programmes, *lost) if not target or name == target} - {*designs, *abstract}
    return House(catalogue, designs, tuple(abstract), folders, tuple(problems), texts, tuple(sorted(faulty)))


def programme_name(wanted: str | Path) -> str:
    """The programme meant by a name or a path: the name of its folder."""
    path = Path(wanted)
    return path.parent.resolve().name if path.suffix in (".yaml", ".yml") else path.name or path.resolve().name


def _programmes(
    roots: Sequence[Path], wanted: str | Path | None, complete: tuple[str, ...], also: tuple[str, ...], texts: dict[str, str],
    load: Reading,
) -> tuple[dict[str, tuple[Source, Programme]], dict[str, Path], set[str], list[Problem]]:
    """The wanted programme and everything it extends; all programmes where none is named."""
    found: dict[str, tuple[Path, str]] = {}
    for root in reversed(roots):
        for path in sorted((root / "programmes").glob("*/programme.y*ml")):
            found[path.parent.name] = (path, shown(path, root, roots))
    if wanted is not None:
        given = Path(wanted)
        path = given if given.suffix in (".yaml", ".yml") else given / "programme.yaml"
        if path.is_file() or (given.suffix in (".yaml", ".yml")):
            for neighbour in sorted(path.resolve().parent.parent.glob("*/programme.y*ml")):
                found.setdefault(neighbour.parent.name, (neighbour, shown(neighbour, roots[0], roots)))
            found[programme_name(wanted)] = (path.resolve(), shown(path.resolve(), roots[0], roots))
    programmes: dict[str, tuple[Source, Programme]] = {}
    read: dict[str, Source] = {}
    lost: set[str] = set()
    problems: list[Problem] = []
    waiting = [programme_name(wanted)] if wanted is not None else sorted(found)
    while waiting:
        name = waiting.pop()
        if name in programmes or name in lost or name not in found:
            continue
        source, faults = load(*found[name])
        problems += faults
        programme = None
        if source:
            texts[source.file] = source.text
            read[name] = source
            programme, faults = validate(source, Programme)
            problems += faults
        if source is None or programme is None:
            lost.add(name)
            continue
        programmes[name] = (source, programme)
        if programme.extends:
            waiting.append(programme.extends)
    for source in read.values():
        asked = tuple(dict.fromkeys([*_printed_in(source, read, complete), *also]))
        problems += missing_translations(source, asked, complete)
    if wanted is not None:
        # Only for “did you mean”: names of programmes that were not read.
        folders = {name: path.parent for name, (path, _) in found.items()}
    else:
        folders = {name: found[name][0].parent for name in programmes}
    return programmes, folders, lost, problems


def _printed_in(source: Source, read: Mapping[str, Source], otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """The languages a programme is printed in: those it names, else those of the programme it extends."""
    seen: set[int] = set()
    here: Source | None = source
    while here and isinstance(here.data, dict) and id(here) not in seen:
        seen.add(id(here))
        languages = here.data.get("languages")
        if isinstance(languages, list) and languages and all(isinstance(code, str) for code in languages):
            return tuple(languages)
        here = read.get(str(here.data.get("extends")))
    return otherwise


def _agreed_weeks(
    design: Design, folder: Path, roots: Sequence[Path], texts: dict[str, str], load: Reading,
) -> tuple[dict[int, tuple[AgreedWeek, Source]], list[Problem]]:
    """The weeks agreed on for a programme: ``weeks/*.yaml`` beside its file, or in the house's own folder of that name."""
    agreed: dict[int, tuple[AgreedWeek, Source]] = {}
    problems: list[Problem] = []
    places = (*(root / "programmes" / design.name / "weeks" for root in roots), folder / "weeks")
    for path in files(next((place for place in places if place.is_dir()), folder / "weeks")):
        source, faults = load(path, shown(path, roots[0], roots))
        problems += faults
        if not source:
            continue
        texts[source.file] = source.text
        week, faults = validate(source, AgreedWeek)
        problems += faults
        if not week:
            continue
        if week.week > design.weeks:
            problems.append(Problem(source.at("week"), "TC608", {"weeks": design.weeks, "asked": week.week}))
        elif week.week in agreed:
            problems.append(Problem(source.at("week"), "TC421", {"week": week.week, "other": agreed[week.week][1].file}))
        else:
            agreed[week.week] = (week, source)
        known = (*design.programme.staff, *design.programme.rooms)
        problems += [
            Problem(source.at("without", i, "who"), "TC301", {
                "kind": "absences", "name": absence.who, "near": did_you_mean(absence.who, known)})
            for i, absence in enumerate(week.without) if absence.who not in known]
    return agreed, problems


def _catalogue_files(root: Path) -> Iterator[tuple[Path, str, str, list[Problem]]]:
    folder = root / "programmes" / "catalogue"
    for path in files(folder):
        parts = path.relative_to(folder).parts
        if len(parts) == 1 and path.stem in SINGLE_FILES:
            yield path, path.stem, path.stem, []
        elif len(parts) == 2 and parts[0] in CATALOGUE_KINDS and parts[0] != "components":
            yield path, parts[0], path.stem, []
        elif len(parts) == 3 and parts[0] == "components":
            yield path, "components", path.stem, []
        else:
            near = did_you_mean(parts[0], CATALOGUE_KINDS)
            yield path, "", "", [Problem(Location(f"programmes/catalogue/{'/'.join(parts)}"), "TC308", {"near": near})]


def _model(kind: str, name: str) -> type[Described]:
    return SINGLE_FILES[name] if kind in SINGLE_FILES else CATALOGUE_KINDS[kind]


def shown(path: Path, root: Path, roots: Sequence[Path]) -> str:
    """A file's name as problems print it: relative to its root; ``tcguide/…`` for a built-in file seen from elsewhere."""
    for base in (root, *roots):
        try:
            name = path.resolve().relative_to(base.resolve()).as_posix()
        except ValueError:
            continue
        return f"tcguide/{name}" if len(roots) > 1 and base == BUILT_IN else name
    return path.as_posix()


def pictures_of(design: Design, folders: Mapping[str, Path]) -> Path:
    """The folder with the logo: beside the file that describes the organisation, which may be the parent's."""
    return folders.get(Path(design.at("organisation").file).parent.name, folders[design.name])


def picture_problems(design: Design, folder: Path) -> list[Problem]:
    """A logo or letterhead that is missing, or that not every format could print."""
    organisation = design.programme.organisation
    return [Problem(design.at("organisation", "brand", use), "TC316", {"picture": name, **fault})
            for use, name in (organisation.brand.pictures.items() if organisation else ())
            if (fault := _picture_fault(use, name, folder / name))]


def _picture_fault(use: str, name: str, path: Path) -> dict[str, object]:
    try:
        if Path(name).name != name or path.suffix.lower() not in PICTURES:
            return {"kind": "form"}
        return picture_fault(name, path.read_bytes(), use) if path.is_file() else {"kind": "missing"}
    except OSError as error:
        return {"kind": "unreadable", "why": error.strerror or str(error)}
