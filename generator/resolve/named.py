"""The roles, posts and rooms that a house names for a component and for what is held beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language import Text
from generator.model.adjustment import Beside, posts_named
from generator.model.design import Design, Planned
from generator.problem import Location, Problem, Severity
from generator.resolve.unknown import unknown_name


def named_for(design: Design, planned: Planned) -> Iterator[Problem]:
    """Names nobody knows; and what a post or a room, which is taken at its word, has not of what is asked for."""
    component, settings, roles = planned.component, planned.settings, design.catalogue.roles
    if settings.led_by:
        for key in ("roles", "co_lead"):
            for role in getattr(settings.led_by, key) or ():
                if role not in roles:
                    yield unknown_name(_place(planned, "led_by", key), "roles", role, roles)
        yield from _posts(design, _place(planned, "led_by", "staff"), component.title, posts_named(settings.led_by),
                          component.led_by.roles)
    if settings.room:
        yield from _room(design, planned, planned.origins["room"], component.title, settings.room)
    for i, other in enumerate(settings.alongside or ()):
        yield from _beside(design, planned, f"alongside.{i}", other)
        if other.room:
            yield from _room(design, planned, _place(planned, f"alongside.{i}", "room"), other.title, other.room)
    if isinstance(component.alternative, Beside):
        yield from _beside(design, planned, "alternative", component.alternative)
        room = component.alternative.room
        if room and room not in design.programme.rooms:
            yield unknown_name(_place(planned, "alternative", "room"), "rooms", room, design.programme.rooms)


def _place(planned: Planned, field: str, key: str) -> Location:
    """Where a key of an adjustment's entry stands, else where the entry does."""
    at = planned.origins.get(f"{field}.{key}")
    own = planned.origins[field.partition(".")[0]]
    return at if at and at.file == own.file else own


def _beside(design: Design, planned: Planned, field: str, other: Beside) -> Iterator[Problem]:
    for role in other.roles:
        if role not in design.catalogue.roles and ("roles", role) not in design.catalogue.left_out:
            yield unknown_name(_place(planned, field, "roles"), "roles", role, design.catalogue.roles)
    yield from _posts(design, _place(planned, field, "staff"), other.title, posts_named(other), other.roles)


def _posts(design: Design, place: Location, title: Text, named: Sequence[str], roles: Sequence[str]) -> Iterator[Problem]:
    """A post that a house names has to have one of the roles: who is trained for it has it under ``also``."""
    for name in dict.fromkeys(named):
        post = design.programme.staff.get(name)
        if post is None:
            yield unknown_name(place, "staff", name, design.programme.staff)
        elif not {*roles} & {post.role, *post.also}:
            yield Problem(place, "TC330", {
                "name": title, "post": post.title, "roles": [design.catalogue.roles[role].title for role in roles
                                                             if role in design.catalogue.roles],
                "written": list(roles)})


def _room(design: Design, planned: Planned, place: Location, title: Text, name: str) -> Iterator[Problem]:
    """The same of the features of a room."""
    room = design.programme.rooms.get(name)
    if room is None:
        yield unknown_name(place, "rooms", name, design.programme.rooms)
        return
    lacking = [feature for feature in planned.component.room.features if feature not in room.features]
    if lacking and not planned.component.off_site:
        yield Problem(place, "TC323", {
            "name": title, "room": room.title,
            "features": [design.catalogue.features[one].title for one in lacking if one in design.catalogue.features],
            "written": lacking}, Severity.WARNING)
