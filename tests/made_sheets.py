"""A full week of a house with many groups, laid by hand and not by the solver: what the printed sheets are tried on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from generator.model.design import Design
from generator.model.house import Duty, Group, Hours, Person, Room
from generator.model.week import CalendarDay, Day, Part, Session, Watch, Week
from generator.schedule.frame import frames

MONDAY = dt.date(2027, 4, 5)
PRAYERS = (("subuh", 260), ("dzuhur", 690), ("ashar", 890), ("maghrib", 1055), ("isya", 1125))
NAMES = ("Induksi", "Perempuan", "Anggota muda", "Anggota tengah", "Anggota senior", "Persiapan pulang")
STARTS = ((9 * 60, 60), (10 * 60 + 5, 75), (13 * 60 + 20, 60), (15 * 60 + 30, 75))
"""Minutes after midnight and length of what each group does on a weekday."""


def many_groups(design: Design, count: int = 6) -> tuple[Design, Week]:
    """The design with ``count`` groups side by side, and a week in which they do different things at the same time."""
    hours = (Hours.model_validate({"days": "mon-sun", "hours": "05:00-23:00"}),)
    words = [{"id": name, "en": name} for name in NAMES[:count]]
    groups = {f"group-{i}": Group.model_validate({"title": title, "size": 6, "phase": "primary"})
              for i, title in enumerate(words)}
    staff = {f"post-{i}": Person.model_validate({
        "title": {"id": f"Konselor adiksi {i}", "en": f"Addiction counsellor {i}"}, "role": "addiction-counsellor",
        "available": [hour.model_dump() for hour in hours]}) for i in range(count + 2)}
    rooms = {f"room-{i}": Room.model_validate({"title": {"id": f"Ruang kelompok {i}", "en": f"Group room {i}"}, "capacity": 12})
             for i in range(count + 2)}
    duty = Duty.model_validate({"roles": ["addiction-counsellor"], "shifts": {
        "morning": {"title": {"id": "Jaga pagi", "en": "Morning"}, "at": "06:00", "until": "14:00"},
        "night": {"title": {"id": "Jaga malam", "en": "Night"}, "at": "22:00", "until": "06:00"}}})
    programme = design.programme.model_copy(update={"groups": groups, "staff": staff, "rooms": rooms, "duty": duty})
    design = replace(design, programme=programme)
    dates = [CalendarDay(MONDAY + dt.timedelta(days=i), PRAYERS) for i in range(7)]
    days, _ = frames(design, 1, dates)
    phases = tuple((name, "primary") for name in groups)
    watches = (*(Watch(day.date, "morning", ("post-0",)) for day in days[:5]), Watch(days[5].date, "night", ("post-0",)))
    return design, Week(1, "primary", tuple(_day(design, day, i) for i, day in enumerate(days)), phases, watches)


def _day(design: Design, day: Day, index: int) -> Day:
    together = [name for name, planned in design.components.items() if planned.component.mode != "individual"]
    alone = [name for name, planned in design.components.items() if planned.component.mode == "individual"]
    groups = list(design.programme.groups)
    everyone = tuple(Part(name, 1, 6) for name in groups)
    found = [Session(together[0], everyone, day.date, 470, 45, "post-1", "post-2", "room-0", topic=index + 1,
                     key=f"{together[0]}/all/{index}")]
    if index == 6:
        return replace(day, sessions=tuple(found))
    for turn, (start, minutes) in enumerate(STARTS):
        for i, group in enumerate(groups):
            name = together[(index + turn * 3 + i) % len(together)]
            found.append(Session(name, (Part(group, 1, 6),), day.date, start, minutes, f"post-{i}", None, f"room-{i}", topic=1,
                                 key=f"{name}/{group}/{turn}"))
    for i, group in enumerate(groups):  # the same in every group at once
        found.append(Session(together[1], (Part(group, 1, 6),), day.date, 520, 15, f"post-{i}", None, f"room-{i}",
                             key=f"{together[1]}/{group}/9"))
    last = len(groups) + 1
    for resident, start in ((1, 830), (2, 860), (3, 865)):
        found.append(Session(alone[0], (Part(groups[0], resident, resident),), day.date, start, 30, f"post-{last}", None,
                             f"room-{last}", resident=resident, key=f"{alone[0]}/{groups[0]}/r{resident:02d}"))
    return replace(day, sessions=tuple(sorted(found, key=lambda s: (s.start, s.key))))
