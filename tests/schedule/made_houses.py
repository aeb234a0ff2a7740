"""A made house as plain data: what its author writes down, and what follows from it, worked out without the engine."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.places import FIXTURE

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
STARTS = "2027-10-04"
"""A Monday with no public holiday in this week and the next."""
PLACE = {"city": "Malang", "latitude": -7.98, "longitude": 112.63, "time_zone": "Asia/Jakarta"}
DAY = 24 * 60

CATALOGUE = FIXTURE / "programmes" / "catalogue"
KINDS = {
    # name of the made component → the component of the fixture it is a copy of, and what is changed in the copy
    "circle": ("cooking", ("features: [quiet]", "features: []")),
    "class": ("cooking", None),
    "hard": ("cooking", ("mode: group", "mode: group\nheavy: true")),
    "meeting": ("cooking", ("mode: group", "mode: community")),
    "talk": ("talk", None),
    "worship": ("quiet-hour", None),
}
OF_EACH_KIND = 6
QUIET = ("class", "hard", "talk", "meeting", "worship")
"""Kinds of made components that want a quiet room."""


@dataclass(frozen=True)
class Activity:
    """A component as the made house runs it, before anything is placed."""

    name: str
    minutes: int = 60
    times: int = 1
    """A week, for each audience; for a talk, for each resident."""
    roles: tuple[str, ...] = ("counsellor", "companion")
    co_roles: tuple[str, ...] = ()
    audience: str | tuple[str | tuple[str, ...], ...] = "each"
    most: int = 99
    """People in one session; more are divided."""
    travel: int = 0
    same_sex: bool = False
    alongside: tuple[str, ...] = ()
    """Roles that lead what is held beside it for another faith."""
    window: tuple[int, int] = (8 * 60, 21 * 60)
    days: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    room: str | None = None
    pinned: bool = False
    """Wants to lie at the same time on each of its days; the hidden week decides at which."""

    @property
    def kind(self) -> str:
        return self.name.rpartition("-")[0]

    @property
    def length(self) -> int:
        """Minutes with the way there and back."""
        return self.minutes + 2 * self.travel


Piece = tuple[tuple[str, int, int], ...]
"""Who takes part in one session: a group with its first and last resident, by number."""


def audiences(programme: dict[str, Any], activity: Activity) -> list[tuple[str, ...]]:
    """Which groups hold it together."""
    groups = tuple(sorted(programme["groups"]))
    if activity.audience == "all":
        return [groups]
    if activity.audience == "each":
        return [(group,) for group in groups]
    return [(entry,) if isinstance(entry, str) else tuple(entry) for entry in activity.audience]


def pieces(programme: dict[str, Any], activity: Activity) -> list[Piece]:
    """The people of each session: one by one for a talk, else the audiences; divided where they are too many, between groups
    if each then stays whole in as few sessions, else evenly."""
    sizes = {group: described["size"] for group, described in programme["groups"].items()}
    if activity.kind == "talk":
        return [((group, n, n),) for group in sorted(sizes) for n in range(1, sizes[group] + 1)]
    found: list[Piece] = []
    for audience in audiences(programme, activity):
        row = [(group, n) for group in audience for n in range(1, sizes[group] + 1)]
        count = -(-len(row) // activity.most)
        whole: list[list[str]] = [[] for _ in range(count)]
        for group in sorted(audience, key=lambda group: -sizes[group]):
            min(whole, key=lambda some: sum(sizes[one] for one in some)).append(group)
        if count > 1 and all(sum(sizes[one] for one in some) <= activity.most for some in whole):
            found += sorted(tuple((group, 1, sizes[group]) for group in sorted(some)) for some in whole)
            continue
        edges = [round(len(row) * i / count) for i in range(count + 1)]
        for first, last in itertools.pairwise(edges):
            by_group = itertools.groupby(row[first:last], key=lambda one: one[0])
            found.append(tuple((group, (numbers := [n for _, n in some])[0], numbers[-1]) for group, some in by_group))
    return found


def leaders_of(programme: dict[str, Any], activity: Activity, piece: Piece) -> list[list[str]]:
    """Who may lead, who may help, and who may lead what is held at the same time."""
    sex = sex_of(programme, piece) if activity.same_sex else None
    leads = who_may(programme, activity.roles, sex)
    if activity.kind == "talk" and leads:
        leads = [leads[(piece[0][1] - 1) % len(leads)]]  # a resident keeps the same companion
    return [leads, *([who_may(programme, activity.co_roles, sex)] if activity.co_roles else []),
            *([who_may(programme, ("companion",))] if activity.kind == "worship" else []),
            *(who_may(programme, (role,)) for role in activity.alongside)]


def named_or_fitting(programme: dict[str, Any], activity: Activity, size: int, piece: Piece) -> list[str]:
    """The room the house names, if these people may and can be in it; else every room that fits."""
    if activity.room:
        return [name for name in rooms_for(programme, False, size, piece) if name == activity.room]
    return rooms_for(programme, activity.kind in QUIET, size, piece)


def rooms_of(programme: dict[str, Any], activity: Activity, piece: Piece) -> list[list[str]]:
    """The rooms for it and for what is held at the same time."""
    size = sum(last - first + 1 for _, first, last in piece)
    return [named_or_fitting(programme, activity, size, piece),
            *([rooms_for(programme, False, size, piece)] if activity.kind == "worship" else []),
            *(rooms_for(programme, False, 1, piece) for _ in activity.alongside)]


def who_may(programme: dict[str, Any], roles: Sequence[str], sex: str | None = None) -> list[str]:
    """Who has one of the roles, those whose main role is named first before the others."""
    ranked = [(min(roles.index(role) for role in (post["role"], *post.get("also", ())) if role in roles), name)
              for name, post in programme["staff"].items()
              if set(roles) & {post["role"], *post.get("also", ())} and sex in (None, post.get("sex"))]
    return [name for _, name in sorted(ranked)]


def sex_of(programme: dict[str, Any], piece: Piece) -> str | None:
    sexes = {programme["groups"][group].get("sex") for group, _, _ in piece}
    return sexes.pop() if len(sexes) == 1 else None


def rooms_for(programme: dict[str, Any], quiet: bool, size: int, piece: Piece) -> list[str]:
    sexes = {programme["groups"][group].get("sex") for group, _, _ in piece}
    return [name for name, room in programme["rooms"].items()
            if room["capacity"] >= size and (not quiet or "quiet" in room["features"])
            and ("sex" not in room or sexes == {room["sex"]})]


def at_work(programme: dict[str, Any], name: str, day: int, start: int, end: int) -> bool:
    post = programme["staff"][name]
    return not on_dates(post.get("leave", ()), day) and any(
        day in weekdays(hours["days"]) and minutes(hours["hours"][:5]) <= start and end <= minutes(hours["hours"][6:])
        for hours in post["available"])


def has_a_break(programme: dict[str, Any], name: str, day: int, length: int, busy: Iterable[tuple[int, int]]) -> bool:
    """Whether every long stretch of a post's day has so many free minutes in its middle, counted minute by minute."""
    post = programme["staff"][name]
    there = bytearray(DAY + 1)
    if not on_dates(post.get("leave", ()), day):
        for hours in post["available"]:
            if day in weekdays(hours["days"]):
                first, last = minutes(hours["hours"][:5]), minutes(hours["hours"][6:])
                there[first:last] = b"\1" * (last - first)
    taken = bytearray(DAY + 1)
    for first, last in busy:
        taken[first:last] = b"\1" * (last - first)
    for stretch in re.finditer(rb"\x01+", bytes(there)):
        middle = range(stretch.start() + 150, stretch.end() - 120)
        if stretch.end() - stretch.start() > 360 and len(middle) >= length > 0 \
                and bytes(length) not in bytes(taken[middle.start:middle.stop]):
            return False
    return True


def frame_of(
    programme: dict[str, Any], day: int, group: str, dzuhur: tuple[int, int] = (11 * 60, 12 * 60 + 30)
) -> Iterator[tuple[int, int]]:
    """When a group's day is taken by its frame. Dzuhur moves with the sun: never before 11:00, over by the lunch."""
    kind = programme["day_types"]["sunday" if day == 6 else "weekday"]
    yield 0, 5 * 60 + 30
    for item in kind["frame"]:
        if group in item.get("groups", (group,)):
            if item["kind"] == "prayer":
                yield dzuhur
                continue
            start = minutes(item["at"])
            end = minutes(item["until"]) if "until" in item else start + item["minutes"]
            yield start, end if end > start else DAY


def described(activity: Activity) -> dict[str, Any]:
    """The activity as a programme's ``components: add:`` has it."""
    low, high = activity.window
    entry: dict[str, Any] = {
        "minutes": activity.minutes, "how_often": {"each_week": activity.times}, "days": [DAYS[day] for day in activity.days],
        "window": f"{written(low)}-{written(high) if high < DAY else '24:00'}", "group_size": {"most": activity.most},
        "led_by": {"roles": list(activity.roles), "co_lead": list(activity.co_roles), "qualification": both("Trained.")},
    }
    if activity.kind != "talk":
        entry["groups"] = activity.audience
    if activity.travel:
        entry["travel_minutes"] = activity.travel
    if activity.same_sex:
        entry["same_sex"] = True
    if activity.room:
        entry["room"] = activity.room
    if activity.alongside:
        entry["alongside"] = [{"title": both("Beside"), "description": both("Beside it."), "roles": [role]}
                              for role in activity.alongside]
    return entry


def write_houses(root: Path, houses: Iterable[tuple[str, dict[str, Any]]]) -> Path:
    """A folder as an organisation would keep it: the fixture's catalogue with the made components, and the programmes."""
    if not root.exists():
        shutil.copytree(CATALOGUE, root / "programmes" / "catalogue")
        for kind, (like, change) in KINDS.items():
            source = next(CATALOGUE.glob(f"components/*/{like}.yaml"))
            text = source.read_text(encoding="utf-8")
            if change:
                assert change[0] in text, kind
                text = text.replace(*change)
            for n in range(1, OF_EACH_KIND + 1):
                titled = re.sub(r"^title: .*$", f"title: {{id: {kind} {n}, en: {kind} {n}}}", text, count=1, flags=re.M)
                to = root / "programmes" / "catalogue" / "components" / source.parent.name / f"{kind}-{n}.yaml"
                to.write_text(titled, encoding="utf-8")
        chair = root / "programmes" / "catalogue" / "roles" / "chair.yaml"
        (chair.parent / "guest.yaml").write_text(chair.read_text(encoding="utf-8"), encoding="utf-8")
    for name, programme in houses:
        folder = root / "programmes" / name
        folder.mkdir(exist_ok=True)
        (folder / "programme.yaml").write_text(json.dumps(programme, ensure_ascii=False, indent=1), encoding="utf-8")
    return root


def minutes(text: str) -> int:
    """``07:45`` → 465."""
    return int(text[:2]) * 60 + int(text[3:])


def written(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def weekdays(text: str | Sequence[str]) -> set[int]:
    """``mon-fri`` → 0 to 4."""
    if isinstance(text, str):
        first, _, last = text.partition("-")
        return set(range(DAYS.index(first), DAYS.index(last or first) + 1))
    return {DAYS.index(day) for day in text}


def date_of(day: int) -> str:
    return f"2027-10-{4 + day:02d}"


def on_dates(dates: Sequence[str], day: int) -> bool:
    """Whether a weekday of the first week is one of the dates."""
    return date_of(day) in dates


def both(text: str) -> dict[str, str]:
    return {"id": text, "en": text}
