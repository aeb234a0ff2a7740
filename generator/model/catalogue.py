"""What the shared vocabulary is: pillars, phases, roles, glossary, references, requirements, red list, criteria."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.language import Text
from generator.model.colour import Colour
from generator.model.component import Component
from generator.model.edition import Edition
from generator.model.form import Form
from generator.model.term import Term
from generator.model.told import PhaseTold, Reader, ToldTerm, told_to
from generator.model.values import Count, Described, Name, Plain


class Pillar(ToldTerm):
    """A pillar groups components; letter and pattern tell it apart on a black-and-white copy."""

    letter: Annotated[str, Field(pattern=r"^[A-Z]$")]
    pattern: Literal["solid", "lines", "dots", "grid", "diagonal", "cross", "waves", "rings", "blank"]
    colour: Colour
    accompaniment: bool = False
    """Whether this is one of the four kinds of pendampingan of the study the guide grew from."""
    elsewhere: ToldTerm | None = None
    """The same in the papers of a programme that is no therapeutic community."""


class Phase(Term):
    """A phase of the programme and what a resident shows before moving on."""

    aims: tuple[Text, ...] = ()
    move_on_when: tuple[Text, ...] = ()
    scheduled: bool = True
    """Whether the house's week carries it (aftercare does not)."""
    for_residents: PhaseTold = PhaseTold()
    """Aims and criteria said to a resident; as they stand above where not given."""
    for_families: PhaseTold = PhaseTold()
    """The same said to a family."""

    def aims_told(self, reader: Reader) -> tuple[Text, ...]:
        return told_to(reader, self.aims, residents=self.for_residents.aims, families=self.for_families.aims)

    def criteria_told(self, reader: Reader) -> tuple[Text, ...]:
        return told_to(reader, self.move_on_when, residents=self.for_residents.move_on_when,
                       families=self.for_families.move_on_when)


class Role(ToldTerm):
    """Who does something: staff, a resident's role, or somebody from outside."""

    kind: Literal["staff", "resident", "outside"]
    tasks: tuple[Text, ...] = ()
    safeguards: tuple[Text, ...] = ()
    qualification: Text | None = None


class EvidenceGrade(Term):
    """How sure research is about a component's effect on recovery."""


class Structure(Term):
    """One of the four structures (4S) or five pillars (5P) by which Indonesian houses describe a TC."""

    family: Literal["4S", "5P"]
    safe_use: Text | None = None


class Preferred(Described):
    """One glossary entry."""

    term: Text
    definition: Text
    for_residents: Text | None = None
    """The same in plain words, for the books of residents and families; without it a word of the house is told as above."""
    synonyms: tuple[Plain, ...] = ()
    """Spellings, slang and English words that people search for; stigmatising ones too, so that they find the page."""
    group: Literal["people", "substances", "system", "house"]
    preferred: bool = False
    """Whether this is the word the guide itself uses for a person or condition."""
    legal_only: bool = False
    """Whether the word is used only in quoting law."""
    everyday: bool = False
    """Whether it is an ordinary word as well: pages do not lead from it to the glossary by themselves."""
    seen_in_use: bool = False
    """Whether the word was seen in published texts of TC houses; otherwise ask your own house."""


class Glossary(Described):
    """All terms of the field, each with a short definition."""

    terms: dict[Name, Preferred]


class Urgent(Described):
    """What may be happening now: above all results the search shows the way to what must be done at once."""

    words: tuple[Plain, ...]
    """Those of the group that name it beyond doubt, in both languages."""
    ways: dict[str, Plain]
    """The page and its section that say what to do, in each language: ``safety#kejang``."""


class SameMeaning(Described):
    """Words and phrases by which people look for the same thing."""

    id: tuple[Plain, ...] = ()
    en: tuple[Plain, ...] = ()
    """Both languages lead to the same pages, in both guides."""
    page: Plain | None = None
    """The page these words are best answered by, such as ``components/relapse-prevention-group``."""
    also: tuple[Plain, ...] = ()
    """Further pages, in the order of their use."""
    urgent: Urgent | None = None


class Synonyms(Described):
    """The words people search by: synonyms, everyday speech, slang, house jargon, spellings, the other language."""

    groups: dict[Name, SameMeaning]


class Asked(Described):
    """In what words people ask for one page, without knowing its title."""

    id: tuple[Plain, ...] = ()
    en: tuple[Plain, ...] = ()
    """Each language is used in its own guide only."""


class Questions(Described):
    """What people type when they need a page and do not know its words: each is found by its words, in any order."""

    pages: dict[Plain, Asked]
    """Address of the page without ``.html``, such as ``components/meditation`` → its questions."""


class MaterialKind(Described):
    """A kind of thing an activity needs, with the components that need it: sorted by people, not guessed from words."""

    title: Text
    description: Text
    components: tuple[Name, ...] = ()


class MaterialKinds(Described):
    """What an activity needs, in a few kinds, so that people find what they can run with what they have."""

    kinds: dict[Name, MaterialKind]


class Author(Described):
    """An author as CSL writes it: a person or, with ``literal``, an organisation."""

    family: Plain | None = None
    given: Plain | None = None
    literal: Plain | None = None


class Reference(Described):
    """One source, in the fields of CSL (Citation Style Language)."""

    type: Literal["article-journal", "book", "chapter", "report", "webpage", "manual"]
    title: Plain
    author: tuple[Author, ...] = ()
    issued: Annotated[int, Field(ge=1900, le=2100)] | None = None
    container_title: Plain | None = None
    volume: Plain | None = None
    issue: Plain | None = None
    page: Plain | None = None
    publisher: Plain | None = None
    publisher_place: Plain | None = None
    DOI: Plain | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    """In which it is written, so that a screen reader says its title rightly."""
    note: Text | None = None
    checked: Literal["opened", "second-hand", "to-be-checked"] = "opened"


class References(Described):
    """All sources that the guide may name."""

    references: dict[Annotated[str, Field(pattern=r"^[A-Z0-9-]+$")], Reference]


class Requirement(Described):
    """One thing the seed study asks of a programme, and what answers it besides the components that say so themselves."""

    group: Name
    text: Text
    pages: tuple[Plain, ...] = ()
    """Pages of the guide, such as ``understand/models``."""
    criteria: tuple[Name, ...] = ()
    documents: tuple[Name, ...] = ()


class Requirements(Described):
    """Everything the seed study asks for; a component names the ones it answers under ``answers``."""

    groups: dict[Name, Text]
    requirements: dict[Annotated[str, Field(pattern=r"^R[0-9]{1,3}$")], Requirement]


class RedListEntry(Described):
    """A practice that is prohibited, or words the product must never print as its own."""

    title: Text
    why: Text
    kind: Literal["practice", "claim", "stigma"]
    phrases: tuple[Plain, ...] = ()
    """Words that give it away, in small letters; matched as whole words."""
    instead: Text
    components: tuple[Name, ...] = ()
    """Where it is told how to do that instead."""


class Criterion(Described):
    """One criterion a programme's design is judged by: data here, the predicate in ``generator/checks``."""

    statement: Text
    severity: Literal["must", "should", "could"]
    derived_from: tuple[Plain, ...]
    house_default: bool = False
    """Whether its number is a default of this project, not of a standard."""
    why: Text
    remedy: Text
    predicate: Name
    """The file of ``generator/checks`` that judges it, with hyphens for underscores."""
    judged_by: Literal["data", "reading", "house"] = "data"
    """Who has the last word where nothing is wrong: the ``data``; somebody ``reading`` what the programme has written of
    it, for a rule's presence does not tell what it says; or only the ``house`` itself, by its answer."""
    answerable: bool = False
    """Whether a house's answer counts where the data show nothing, as for what a partner does for it."""
    question: Text | None = None
    """What is asked of a house that has not answered yet; every criterion judged by the house has one."""
    finds: dict[Name, Text] = {}
    """What the predicate may find wrong, in words; {placeholders} are filled by it."""
    shows: Text | None = None
    """How it is met, where the predicate has nothing of its own to show."""
    limits: dict[Name, Count] = {}
    names: tuple[Name, ...] = ()
    components: tuple[Name, ...] = ()
    """Components that are all held."""
    any_of: tuple[Name, ...] = ()
    """Components of which one is held, or as many as the limit ``components`` says."""
    needs: tuple[Plain, ...] = ()
    """Keys of a programme that must be written, such as ``policies.consent``."""
    tells: tuple[Plain, ...] = ()
    """Keys of a programme without which nobody can tell, such as ``organisation.hospital``."""
    partners: tuple[Name, ...] = ()
    """Kinds of partners with which there is a written agreement."""
    residential_only: bool = False
    """Whether it asks something only of a house where people sleep."""
    only_for: Literal["minors", "women", "mixed", "methamphetamine", "community"] | None = None
    """Whom a programme takes in for it to apply; ``mixed``: women and men; ``community``: programmes that are one."""
    only_where: Literal["held", "posted"] | None = None
    """Whether it asks something only where one of its ``names`` is held as a component, or is the role of a post."""
    chapters: tuple[Name, ...] = ()
    """The chapters of a handbook in which somebody who inspects the house finds it."""
    of: Literal["pillar", "dimensions", "relapse_factors"] | None = None
    """The field of a component in which a predicate looks for ``names``."""

    @property
    def asked_for(self) -> tuple[str, ...]:
        """The components without which it is not met."""
        return self.names if self.predicate == "held-often" and len(self.names) == 1 else self.components


CATALOGUE_KINDS: dict[str, type[Described]] = {
    "pillars": Pillar,
    "phases": Phase,
    "roles": Role,
    "relapse-factors": Term,
    "dimensions": Term,
    "structures": Structure,
    "adaptations": Term,
    "evidence-grades": EvidenceGrade,
    "features": Term,
    "red-list": RedListEntry,
    "standards": Criterion,
    "editions": Edition,
    "forms": Form,
    "components": Component,
}
"""Folder of the catalogue → what one file in it describes."""

SINGLE_FILES: dict[str, type[Described]] = {
    "glossary": Glossary, "references": References, "requirements": Requirements, "synonyms": Synonyms,
    "questions": Questions, "materials": MaterialKinds,
}
