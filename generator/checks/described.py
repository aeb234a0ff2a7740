"""What the programme says of itself: its rules, its components, its partners.

Looks at what the criterion lists. ``needs`` are keys of the programme that must be written, such as ``policies.consent``;
while one of ``tells`` is missing nobody can tell. ``components`` are all held, of ``any_of`` as many as the limit
``components`` says, one if not given. Of ``partners`` there is one of each kind with a written agreement; while the
programme names no partners nobody can tell.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.checks.finding import Finding, Shown, Untold
from generator.language import Text
from generator.model.catalogue import Criterion
from generator.model.design import Design
from generator.model.policies import Policy
from generator.model.programme import Programme
from generator.model.week import Week
from generator.problem import Phrase

NEEDS_TIMETABLE = False


def judge(criterion: Criterion, design: Design, weeks: Sequence[Week]) -> Iterator[Finding | Shown | Untold]:
    yield from _written(criterion, design)
    yield from _held(criterion, design)
    yield from _partners(criterion, design)


def value_at(programme: Programme, key: str) -> object:
    """What stands under a dotted key of a programme; ``None`` where any part of the way is not written, or it is empty."""
    found: object = programme
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else getattr(found, part, None)
    return None if found in ("", (), {}) else found


def _written(criterion: Criterion, design: Design) -> Iterator[Finding | Shown | Untold]:
    programme = design.programme
    missing = [key for key in criterion.needs if value_at(programme, key) is None]
    if missing:
        yield Finding("missing", design.at(*missing[0].split(".")[:1]), {"names": missing})
    if any(value_at(programme, key) is None for key in criterion.tells):
        yield Untold()
    for key in (*criterion.needs, *criterion.tells):
        yield from map(Shown, _said(design, key, value_at(programme, key)))


def _said(design: Design, key: str, value: object) -> Iterator[object]:
    """A value as a reader of the handbook is told of it; nothing of what only its chapter can tell."""
    if isinstance(value, Policy):
        role = design.catalogue.roles.get(value.responsible or "")
        title = Phrase(f"policies.{key.rpartition('.')[2]}")
        yield Phrase("shown.rule", {"name": title, "role": role.title}) if role else title
    elif isinstance(value, Text | str):
        yield value
    elif isinstance(value, bool):
        yield Phrase(f"shown.{key.rpartition('.')[2]}.{'yes' if value else 'no'}")
    elif isinstance(value, Mapping):
        yield from _titles(value.values())
    elif isinstance(value, tuple):
        yield from (_first_sentence(one) for one in value if isinstance(one, Text))


def _first_sentence(text: Text) -> Text:
    return Text.of({language: said.partition(". ")[0] for language, said in text})


def _titles(things: Iterable[object]) -> Iterator[Text]:
    return (title for thing in things if isinstance(title := getattr(thing, "title", None), Text))


def _held(criterion: Criterion, design: Design) -> Iterator[Finding | Shown]:
    missing = [name for name in criterion.components if name not in design.components]
    if missing:
        yield Finding("not-held", design.at("components"), {"names": missing, "titles": _named(design, missing)})
    some = [name for name in criterion.any_of if name in design.components]
    least = criterion.limits.get("components", 1) if criterion.any_of else 0
    if len(some) < least:
        yield Finding("too-few", design.at("components"),
                      {"count": len(some), "least": least, "titles": _named(design, criterion.any_of)})
    yield from (Shown(design.components[name]) for name in (*criterion.components, *some) if name in design.components)


def _named(design: Design, names: Iterable[str]) -> list[Text]:
    known = design.catalogue.components
    return [known[name].title for name in names if name in known]


def _partners(criterion: Criterion, design: Design) -> Iterator[Finding | Shown | Untold]:
    if not criterion.partners:
        return
    partners = design.programme.partners
    if not partners:
        yield Untold()
    agreed = [partner for partner in partners.values() if partner.agreement and partner.kind in criterion.partners]
    lacking = [kind for kind in criterion.partners if kind not in {partner.kind for partner in agreed}]
    if partners and lacking:
        yield Finding("no-agreement", design.at("partners"), {"names": lacking})
    yield from map(Shown, _titles(agreed))
