"""Every name a programme uses, and what its days and pins say, held against what there is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.model.adjustment import groups_named
from generator.model.audience import METHAMPHETAMINE
from generator.model.design import Design, Planned
from generator.model.values import DAYS, clock
from generator.model.week import GRID
from generator.problem import Phrase, Problem, Severity
from generator.resolve.named import named_for
from generator.resolve.presence import never_there
from generator.resolve.unknown import unknown_name
from generator.source import Path_


def names_of_programme(design: Design, gone: Collection[tuple[str, str]]) -> Iterator[Problem]:
    """Names a programme uses outside its components. ``gone``: what it takes away of its parent, by kind."""
    programme, catalogue = design.programme, design.catalogue

    def check(kind: str, name: str, known: Iterable[str], *path: str | int) -> Iterator[Problem]:
        if name not in known and (kind, name) not in catalogue.left_out:
            yield unknown_name(design.at(*path), kind, name, known)

    for i, part in enumerate(programme.phases):
        yield from check("phases", part.phase, catalogue.phases, "phases", i, "phase")
    for name, person in programme.staff.items():
        yield from check("roles", person.role, catalogue.roles, "staff", name, "role")
        for i, role in enumerate(person.also):
            yield from check("roles", role, catalogue.roles, "staff", name, "also", i)
    for name, room in programme.rooms.items():
        for i, feature in enumerate(room.features):
            yield from check("features", feature, catalogue.features, "rooms", name, "features", i)
    for name in programme.answers:
        yield from check("standards", name, catalogue.standards, "answers", name)
    yield from _names_of_groups(design)
    yield from _names_of_team_times(design)
    yield from _other_words_for_methamphetamine(design)
    for planned in design.times.values():
        settings = planned.settings
        for field, kind, names, known in (
            ("groups", "groups", groups_named(settings.groups), programme.groups),
            ("by_day_type", "day_types", tuple(settings.by_day_type or ()), programme.day_types),
        ):
            for used in names:
                if used not in known and (kind, used) not in catalogue.left_out and (field, kind, used) not in {
                        ("by_day_type", *one) for one in gone}:  # a pattern may speak of a kind of day this house is without
                    yield unknown_name(planned.origins[field], kind, used, known)
        yield from _pins_off_the_grid(planned)
        yield from _weeks_after_the_end(design, planned)
        yield from _once_and_not_then(planned)
        yield from _groups_without_phase(design, planned)
        yield from _places_without_residents(design, planned)
        yield from _pins_on_other_days(planned)
        yield from named_for(design, planned)
        for phase in settings.phases or ():
            if phase not in catalogue.phases:
                yield unknown_name(planned.origins["phases"], "phases", phase, catalogue.phases)
    for policy in programme.policies.model_fields_set:
        rule = getattr(programme.policies, policy)
        if rule and rule.responsible:
            yield from check("roles", rule.responsible, catalogue.roles, "policies", policy, "responsible")
    if programme.starts and programme.day_types and not any(t.holiday for t in programme.day_types.values()):
        yield Problem(design.at("day_types"), "TC311", {}, Severity.WARNING)
    yield from never_there(design)
    yield from _left_by_all(design)
    yield from _too_few_to_choose(design)
    if programme.day_types and not programme.abstract:
        yield from _days_of_the_week(design)


def _days_of_the_week(design: Design) -> Iterator[Problem]:
    """Every weekday belongs to one kind of day."""
    kinds = {name: kind for name, kind in design.programme.day_types.items() if not kind.ramadan and not kind.dates}
    missing = []
    for day in DAYS:
        names = [name for name, kind in kinds.items() if day in kind.days]
        if not names:
            missing.append(day)
        elif len(names) > 1:
            mine, own = design.chain[0], [name for name in names if ("day_types", name) in design.chain[0].values]
            place = mine.at_key("day_types", own[-1]) if own else design.at("day_types")
            yield Problem(place, "TC312", {"day": Phrase(f"days.{day}"), "names": names,
                                           "other": next(name for name in names if name not in own[-1:])})
    if missing:
        yield Problem(design.at("day_types"), "TC313", {"days": [Phrase(f"days.{day}") for day in missing]})


def _other_words_for_methamphetamine(design: Design) -> Iterator[Problem]:
    """``sabu`` among the substances would leave out, in silence, what the catalogue says to those who used it."""
    substances = design.programme.target.substances if design.programme.target else ()
    groups = [group for group in design.catalogue.synonyms.groups.values() if METHAMPHETAMINE in group.en]
    for i, name in enumerate(substances if METHAMPHETAMINE not in substances else ()):
        if any({name, name.replace("-", " ")} & {*group.id, *group.en} for group in groups):
            yield Problem(design.at("target", "substances", i), "TC326", {"value": name, "name": METHAMPHETAMINE},
                          Severity.WARNING)


def _names_of_groups(design: Design) -> Iterator[Problem]:
    """Names in groups, day types, events, posts, rooms and the duty roster."""
    programme, catalogue = design.programme, design.catalogue
    for name, group in programme.groups.items():
        if group.phase and group.phase not in catalogue.phases and ("phases", group.phase) not in catalogue.left_out:
            yield unknown_name(design.at("groups", name, "phase"), "phases", group.phase, catalogue.phases)
    uses: list[tuple[Path_, tuple[str, ...]]] = [(("day_types", kind, "frame", i, "groups"), item.groups)
            for kind, day_type in programme.day_types.items() for i, item in enumerate(day_type.frame)]
    uses += [((key, name, "groups"), one.groups) for key in ("events", "staff", "rooms")
             for name, one in getattr(programme, key).items()]
    for path, groups in uses:
        for used in groups:
            if used not in programme.groups and not programme.abstract:
                yield unknown_name(design.at(*path), "groups", used, programme.groups)
    for i, role in enumerate(programme.duty.roles if programme.duty else ()):
        if role not in catalogue.roles and ("roles", role) not in catalogue.left_out:
            yield unknown_name(design.at("duty", "roles", i), "roles", role, catalogue.roles)


def _groups_without_phase(design: Design, planned: Planned) -> Iterator[Problem]:
    """A stream that is named as holding a component, and whose phase the component does not run in."""
    audience, place = planned.settings.groups, planned.origins.get("groups")
    if not audience or audience == "each" or not place or place.file != design.chain[0].at().file:
        return
    named = groups_named(audience) or tuple(design.programme.groups)
    left = [group.title for name in named if (group := design.programme.groups.get(name)) and group.phase
            and group.phase not in planned.component.phases]
    if left:
        phases = [design.catalogue.phases[name].title for name in planned.component.phases if name in design.catalogue.phases]
        yield Problem(place, "TC319", {"name": planned.component.title, "groups": left, "phases": phases}, Severity.WARNING)


def _places_without_residents(design: Design, planned: Planned) -> Iterator[Problem]:
    """A fixed time, groups or a room for what is not held with residents: it has no place in the house's week."""
    written = [key for key in ("at", "groups", "room") if getattr(planned.settings, key)
               and planned.origins[key].file == design.chain[0].at().file]
    if written and planned.component.participants != "residents":
        yield Problem(planned.origins[written[0]], "TC328", {
            "name": planned.component.title, "component": planned.name, "key": written[0]}, Severity.WARNING)


def _too_few_to_choose(design: Design) -> Iterator[Problem]:
    """Items of which each resident chooses more a week than an ordinary week offers some group."""
    kinds = {name: kind for name, kind in design.programme.day_types.items() if not (kind.dates or kind.ramadan)}
    for name, kind in kinds.items():
        for i, item in enumerate(kind.frame):
            offered = min((sum(
                other.title == item.title and (not other.groups or group in other.groups) for one in kinds.values()
                for other in one.frame for _ in one.days) for group in item.groups or design.programme.groups), default=0)
            if item.choose and offered < item.choose and not design.programme.abstract:
                yield Problem(design.at("day_types", name, "frame", i), "TC440", {
                    "name": item.title, "choose": item.choose, "count": offered})
                return


def _left_by_all(design: Design) -> Iterator[Problem]:
    """Work that groups may be taken out of, though no other group goes on with it."""
    programme = design.programme
    if programme.abstract:
        return
    for planned in design.components.values():
        together = (tuple(programme.groups),) if planned.audience == "all" else planned.audience
        if planned.settings.allows_groups and not any(not isinstance(some, str) and len(some) > 1 for some in together):
            yield Problem(planned.origins["allows_groups"], "TC438", {"name": planned.component.title}, Severity.WARNING)
    for kind, day_type in programme.day_types.items():
        for i, item in enumerate(day_type.frame):
            if item.allows_groups and len(item.groups or programme.groups) < 2:
                yield Problem(design.at("day_types", kind, "frame", i), "TC438", {"name": item.title}, Severity.WARNING)


def _weeks_after_the_end(design: Design, planned: Planned) -> Iterator[Problem]:
    """What is written only for weeks in which there is no programme any more; what a shorter one inherits is no mistake."""
    settings = planned.settings
    written = [("weeks", settings.weeks), *(("not_in_weeks", weeks) for weeks in settings.not_in_weeks or ())]
    for field, weeks in written:
        if weeks and weeks[0] > design.weeks and planned.origins[field].file == design.chain[0].at().file:
            yield Problem(planned.origins[field], "TC431", {
                "name": planned.component.title, "weeks": f"{weeks[0]}-{weeks[1]}", "last": design.weeks})


def _once_and_not_then(planned: Planned) -> Iterator[Problem]:
    """What comes once cannot be left out of weeks: somebody would never have it."""
    if planned.settings.not_in_weeks and planned.component.how_often.once:
        yield Problem(planned.origins["not_in_weeks"], "TC327", {"name": planned.component.title})


def _pins_off_the_grid(planned: Planned) -> Iterator[Problem]:
    """A pinned session begins, with its way there, on the timetable's grid."""
    settings = planned.settings
    pins = [("at", pin) for pin in (settings.at or {}).values()]
    pins += [("by_day_type", here.at) for here in (settings.by_day_type or {}).values() if here.at is not None]
    for field, pin in pins:
        if over := (pin - (settings.travel_minutes or 0)) % GRID:
            yield Problem(planned.origins[field], "TC429", {
                "name": planned.component.title, "time": clock(pin), "before": clock(pin - over),
                "after": clock(pin - over + GRID)})


def _pins_on_other_days(planned: Planned) -> Iterator[Problem]:
    """A pin on a day on which the component is not held would never be used."""
    lost = [day for day in planned.settings.at or {} if day != "every" and day not in planned.component.days]
    if lost:
        yield Problem(planned.origins["at"], "TC324", {
            "name": planned.component.title, "days": [Phrase(f"days.{day}") for day in lost],
            "held": [Phrase(f"days.{day}") for day in planned.component.days]})


def _names_of_team_times(design: Design) -> Iterator[Problem]:
    programme, catalogue = design.programme, design.catalogue
    for name, times in programme.team_times.items():
        if not programme.abstract:
            for i, post in enumerate(times.staff):
                if post not in programme.staff:
                    yield unknown_name(design.at("team_times", name, "staff", i), "staff", post, programme.staff)
            if times.room and times.room not in programme.rooms:
                yield unknown_name(design.at("team_times", name, "room"), "rooms", times.room, programme.rooms)
        if times.component and times.component not in catalogue.components and (
                "components", times.component) not in catalogue.left_out:
            yield unknown_name(design.at("team_times", name, "component"), "components", times.component, catalogue.components)
