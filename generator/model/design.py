"""What the stages after `resolve` work on: the catalogue with its names known, and a programme put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.calling import Calling
from generator.language import Text, Words
from generator.model.adjustment import Adjustment, Audience, groups_named
from generator.model.agreed import AgreedWeek
from generator.model.catalogue import (
    Criterion,
    EvidenceGrade,
    Glossary,
    MaterialKinds,
    Phase,
    Pillar,
    Questions,
    RedListEntry,
    References,
    Requirements,
    Role,
    Structure,
    Synonyms,
)
from generator.model.component import Component
from generator.model.edition import Edition
from generator.model.form import Form
from generator.model.house import PhaseLength
from generator.model.programme import BY_NAME, Programme
from generator.model.term import Term
from generator.model.told import PhaseTold
from generator.model.week import component_of
from generator.problem import Location, Problem
from generator.source import Origins, Source


@dataclass(frozen=True)
class Catalogue:
    """The shared vocabulary. Every mapping is in the order a reader expects (by ``order``, then name)."""

    pillars: Mapping[str, Pillar]
    phases: Mapping[str, Phase]
    roles: Mapping[str, Role]
    relapse_factors: Mapping[str, Term]
    dimensions: Mapping[str, Term]
    structures: Mapping[str, Structure]
    adaptations: Mapping[str, Term]
    evidence_grades: Mapping[str, EvidenceGrade]
    features: Mapping[str, Term]
    red_list: Mapping[str, RedListEntry]
    standards: Mapping[str, Criterion]
    editions: Mapping[str, Edition]
    forms: Mapping[str, Form]
    components: Mapping[str, Component]
    glossary: Glossary
    references: References
    requirements: Requirements
    sources: Mapping[tuple[str, str], Source] = field(repr=False)
    """(kind, name) → the file that describes it."""
    synonyms: Synonyms = field(default_factory=lambda: Synonyms(groups={}), repr=False)
    questions: Questions = field(default_factory=lambda: Questions(pages={}), repr=False)
    materials: MaterialKinds = field(default_factory=lambda: MaterialKinds(kinds={}), repr=False)
    left_out: frozenset[tuple[str, str]] = frozenset()
    """Files with faults of their own; using their names is not reported again."""

    def at(self, kind: str, name: str, *path: str | int) -> Location:
        """Where a part of the catalogue stands."""
        source = self.sources.get((kind, name))
        return source.at(*path) if source else Location(f"programmes/catalogue/{kind}/{name}.yaml")


@dataclass(frozen=True)
class Planned:
    """A component as this programme runs it."""

    name: str
    component: Component
    settings: Adjustment
    origins: Origins = field(repr=False)
    """Field → where its value was written; of its ``times`` ``times.0.at``."""
    number: int = 0
    """Which of the component's several times this is, from 1; 0 for the component as a whole."""
    times: tuple[Planned, ...] = ()
    """The component at each of its times, where it has several."""

    @property
    def key(self) -> str:
        """How the timetable names it: ``job-functions``, and ``job-functions_2`` for its second time."""
        return f"{self.name}_{self.number}" if self.number else self.name

    def concerns(self, group: str) -> bool:
        """Whether a group is among those that hold it."""
        named = groups_named(self.settings.groups)
        return not named or group in named

    @property
    def lengths(self) -> tuple[int, ...]:
        """The lengths its sessions have here, the shortest first."""
        return tuple(sorted({time.minutes for time in self.times or (self,)}))

    @property
    def is_pinned(self) -> bool:
        """Whether no time of day is left to choose."""
        return all(time.settings.at for time in self.times or (self,))

    @property
    def audience(self) -> Audience:
        """Which groups hold it together: what is for the whole house all of them, any other group session each for itself."""
        whole = self.component.whole_house or self.component.mode == "community"
        return self.settings.groups or ("all" if whole else "each")

    @property
    def minutes(self) -> int:
        """Length of one session here; its plan is stretched to it."""
        return self.settings.minutes or self.component.minutes


@dataclass(frozen=True)
class Design:
    """A programme with everything it inherits: what is scheduled, checked and printed."""

    name: str
    programme: Programme
    components: Mapping[str, Planned]
    left_out: Mapping[str, Text]
    """Components of the parent this programme does without → the reason."""
    chain: tuple[Source, ...] = field(repr=False)
    """The programme's own file first, then its parents'."""
    catalogue: Catalogue = field(repr=False)
    agreed: Mapping[int, tuple[AgreedWeek, Source]] = field(default_factory=dict, repr=False)
    """Programme week → what people have agreed on for it, and the file it stands in."""
    draft: str = ""
    """What its sheets say all around where they are a draft."""
    calling: Calling | None = field(default=None, repr=False)
    """Its own name for residents; the design's texts have it already."""

    def words(self, words: Mapping[str, Words]) -> dict[str, Words]:
        """The product's words of each language as they fit the programme: of a house or of a place where nobody sleeps in, with
        its own name for residents."""
        fitting = {code: said.by_day() if self.programme.residential is False else said for code, said in words.items()}
        return {code: self.calling.words(said) for code, said in fitting.items()} if self.calling else fitting

    @cached_property
    def times(self) -> Mapping[str, Planned]:
        """What the timetable lays out: every component, those with several times once for each, by ``Planned.key``."""
        return {time.key: time for planned in self.components.values() for time in planned.times or (planned,)}

    def held(self, key: str) -> Planned | None:
        """What a sitting holds, by its key: the component at that one of its times; nothing if it is no longer held."""
        return self.times.get(key.partition("/")[0]) or self.components.get(component_of(key))

    def at(self, *path: str | int) -> Location:
        """Where a value stands: in the programme's own file or the parent it comes from; else what is nearest around it.

        An entry with a name stands in the first file that has it: what the parent wrote of it no longer holds.
        """
        entry = path[:2] if path[:1] and path[0] in BY_NAME else ()
        chain = [source for source in self.chain if entry in source.values][:1] if len(entry) == 2 else []
        for end in range(len(path), 0, -1):
            for source in chain or self.chain:
                if path[:end] in source.values:
                    return source.place(*path[:end])
        return self.chain[0].at(*path)

    def place_of(self, planned: Planned, field: str) -> Location:
        """Where the programme's author can change a field of a component: where the programme or its pattern has written
        it, else where they speak of the component."""
        origin = planned.origins.get(field)
        if origin and origin.file in {source.at().file for source in self.chain}:
            return origin
        for source in self.chain:
            for section in ("adjust", "add"):
                if ("components", section, planned.name) in source.values:
                    return source.at_key("components", section, planned.name)
        return self.chain[0].at("components")

    def own_place_of(self, planned: Planned, field: str, *means: str) -> Location:
        """The same where it lies in the programme's own file; else, of what only a pattern says, the means it lacks there:
        ``staff`` or ``rooms``."""
        place = self.place_of(planned, field)
        return place if place.file == self.chain[0].file else self.at(*means)

    @property
    def weeks(self) -> int:
        """How many weeks the timetable covers."""
        return self.programme.weeks or self.stay

    @property
    def stay(self) -> int:
        """Weeks of one resident's stay, through all phases."""
        return sum(part.weeks for part in self.programme.phases)

    def phase_of(self, group: str, week: int) -> str | None:
        """A group's phase in a programme week, counted from 1; nothing before it comes and after it has left."""
        stream = self.programme.groups[group]
        if stream.phase:
            return stream.phase
        week -= stream.from_week - 1
        if week < 1:
            return None
        for part in self.programme.phases:
            week -= part.weeks
            if week <= 0:
                return part.phase
        return None

    @property
    def phases(self) -> Mapping[str, Phase]:
        """The catalogue's phases as this programme calls and describes them."""
        own = {part.phase: part for part in self.programme.phases}
        return {name: _as_called(phase, own[name]) if name in own else phase for name, phase in self.catalogue.phases.items()}

    def weeks_by_phase(self) -> Iterator[tuple[str, int, int]]:
        """Each phase with its first and last week."""
        first = 1
        for part in self.programme.phases:
            yield part.phase, first, first + part.weeks - 1
            first += part.weeks


def _as_called(phase: Phase, part: PhaseLength) -> Phase:
    """A phase with the programme's own words; where it has own aims or criteria, the catalogue's plain words for them go."""
    own: dict[str, object] = {key: value for key in ("title", "aims", "move_on_when") if (value := getattr(part, key))}
    told = {reader: PhaseTold(**{
        key: getattr(getattr(part, reader), key) or (() if key in own else getattr(getattr(phase, reader), key))
        for key in PhaseTold.model_fields}) for reader in ("for_residents", "for_families")}
    return phase.model_copy(update=own | told)


@dataclass(frozen=True)
class Verdict:
    """How a programme stands to one criterion."""

    name: str
    criterion: Criterion
    status: str
    """``met``, ``written`` (a rule is there; what it says is for a reader to judge), ``answered`` (the house says so),
    ``not-met``, ``cannot-tell``, ``not-applicable`` or ``not-judged`` (no timetable yet)."""
    problems: tuple[Problem, ...] = ()
    shown: tuple[object, ...] = ()
    """How it is met: texts, phrases and components as they are planned, in the order they are told."""
