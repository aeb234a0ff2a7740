"""What cannot fit by counting alone, and what is wanted to its last minute."""

from __future__ import annotations

from dataclasses import replace

from generator.model.week import Part, Sitting, Span, WeekTask, Worker
from generator.schedule.shortages import is_short, shortages
from generator.schedule.strain import tightest, to_the_last_minute
from tests.schedule.made_weeks import a_house
from tests.schedule.test_properties import Gathered
from tests.schedule.why_not.made_sittings import a_sitting, mornings


def test_twenty_four_hours_of_counselling_do_not_go_into_eighteen_working_hours():
    workers = tuple(Worker(name, mornings(3, 3), 2400) for name in ("ann", "ben"))
    talks = tuple(a_sitting(f"talk/cohort/r{n:02d}", 60, mornings(5, 4), (("ann", "ben")[n % 2],), (), n) for n in range(1, 25))

    (short,) = shortages(WeekTask(talks, workers, (("cohort", 24),), ()))

    assert (short.kind, short.names) == ("posts", ("ann", "ben"))
    assert (short.need, short.have) == (24 * 60, 18 * 60)
    assert short.sessions == ((("talk", "cohort"), 24, 60),)


def test_the_few_hours_that_are_short_are_named():
    afternoon = (Span(1, 14 * 60, 15 * 60 + 30),)
    task = WeekTask(tuple(a_sitting(f"group-{n}/cohort/1", 90, afternoon) for n in range(2)),
                    (Worker("ann", (Span(1, 480, 1080),), 2400),), (("cohort", 4),), ("hall",))

    short = next(one for one in shortages(task) if one.kind == "posts")

    assert short.stretches == list(afternoon)


def test_hours_in_pieces_too_short_for_a_session_do_not_count():
    halves = tuple(Span(day, 8 * 60, 8 * 60 + 50) for day in range(5))  # 250 minutes, and not one hour at a stretch
    sitting = a_sitting("a/cohort/1", 60, mornings(5, 4))

    (short,) = shortages(WeekTask((sitting,), (Worker("ann", halves, 2400),), (("cohort", 24),), ("hall",)))

    assert (short.need, short.have) == (60, 0)


def test_hours_in_which_all_residents_are_in_a_group_do_not_count_for_talks_with_them():
    evening = (Span(0, 17 * 60 + 30, 21 * 60),)
    group = a_sitting("group/cohort/1", 90, (Span(0, 18 * 60, 19 * 60 + 30),), ("ben",), ("hall",))
    talks = tuple(a_sitting(f"talk/cohort/r{n:02d}", 50, evening, rooms=(), resident=n) for n in range(1, 4))

    workers = (Worker("ann", evening, 2400), Worker("ben", evening, 2400))

    (short,) = shortages(WeekTask((group, *talks), workers, (("cohort", 24),), ("hall",)))

    assert (short.names, short.need, short.have) == (("ann",), 150, 50)  # half an hour before the group is too short for one


def test_whoever_talks_with_residents_also_leads_groups_in_the_hours_left_for_the_talks():
    """A house with work from noon for all was named twenty components that clash; its work leader and its social worker had
    to hold the work and all the talks in the same hours."""
    evening, early = (Span(0, 16 * 60, 21 * 60),), (Span(0, 16 * 60, 19 * 60),)
    everybody = a_sitting("group/cohort/1", 120, (Span(0, 19 * 60, 21 * 60),), ("ben",), ("hall",))
    others = replace(a_sitting("craft/others/1", 60, early, ("ann",), ("hall",)), parts=(Part("others", 1, 9),))
    talks = tuple(a_sitting(f"talk/cohort/r{n:02d}", 50, evening, rooms=(), resident=n) for n in range(1, 4))
    workers = (Worker("ann", evening, 2400), Worker("ben", evening, 2400))

    (short,) = shortages(WeekTask((everybody, others, *talks), workers, (("cohort", 24), ("others", 9)), ("hall",)))

    assert (short.names, short.need) == (("ann",), 60 + 3 * 50)
    assert short.have <= 3 * 60
    assert not shortages(WeekTask((everybody, *talks), workers, (("cohort", 24),), ("hall",)))


def test_the_same_lack_of_several_groups_is_one_reason(laid, words):
    """Two groups, of each of which two and a quarter of two hours are wanted on Monday; leaders and rooms enough."""
    groups = {name.lower(): {"title": {"id": name, "en": name}, "size": 2} for name in ("Blue", "Green")}
    opening = {"days": "mon", "how_often": {"each_week": 1}, "window": "08:00-10:00"}
    more = {f"companion-{n}": {"title": {"id": f"C{n}", "en": f"C{n}"}, "role": "companion",
                               "available": [{"days": "mon-sun", "hours": "07:00-21:00"}]} for n in range(2, 6)}
    rooms = {name: {"title": {"id": name, "en": name}, "capacity": 4, "features": ["quiet"]} for name in ("nook", "den")}
    house = {"extends": "small-house", "staff": more, "rooms": rooms, "groups": {"cohort": None, **groups}}
    _, problems = laid({**house, "components": {"adjust": {
        "opening": {**opening, "at": None}, "quiet-hour": {"days": "mon", "window": "08:00-10:00"},
        "cooking": {**opening, "how_often": {"each_week": 1}, "minutes": 75}, "talk": {"days": "tue-fri"}}}})

    (people,) = [problem for problem in problems if problem.code == "TC417"]

    assert "the sessions of Blue (and likewise Green) need" in words["en"].message(people)
    assert people.remedies


def test_a_room_is_wanted_for_longer_than_it_is_open():
    always = Worker("ann", mornings(7, 10), 6000)
    sittings = tuple(replace(a_sitting(f"craft/{group}/{n}", 300, mornings(5, 8), (name,)), parts=(Part(group, 1, 9),))
                     for group, name in (("x", "ann"), ("y", "ben")) for n in range(5))

    (short,) = shortages(WeekTask(sittings, (always, replace(always, name="ben")), (("x", 9), ("y", 9)), ("hall",)))

    assert (short.kind, short.names, short.need) == ("rooms", ("hall",), 50 * 60)
    assert short.have == 5 * 300  # eight hours a day hold one session of five


def test_a_week_that_can_be_held_never_lacks_anything(tmp_path):
    made = Gathered(tmp_path / "house", [a_house(seed) for seed in range(25)])

    for house in made.houses:
        task = made.plans(house)[0].task
        assert not is_short(task), house.name
        assert all(use.need <= use.have for use in tightest(task))


def test_a_room_wanted_only_at_fixed_times_is_not_called_the_tightest():
    """It has just the hours that are pinned there, all of them taken: that is no news to whoever looks for what to loosen."""
    always = Worker("ann", (Span(0, 480, 720),), 2400), Worker("ben", (Span(0, 480, 720),), 2400)
    pinned = Sitting("meeting/all/1", "meeting", (Part("all", 1, 4),), 60, (Span(0, 480, 540),), ("ann",), rooms=("hall",))
    talks = tuple(Sitting(f"talk/all/r{n:02d}", "talk", (Part("all", n, n),), 60, (Span(0, 540, 720),), ("ben",),
                          rooms=("study",), resident=n) for n in (1, 2))

    named = [use.names for use in tightest(WeekTask((pinned, *talks), always, (("all", 4),), ("hall", "study")))]

    assert ("hall",) not in named
    assert ("study",) in named


def test_remedies_begin_with_what_takes_the_last_minute_of_somebody():
    """In a full week the largest component is seldom the one that does not fit."""
    ann, ben = Worker("ann", (Span(0, 480, 720),), 2400), Worker("ben", (Span(0, 480, 720),), 2400)
    short_talk = Sitting("talk/all/1", "talk", (Part("all", 1, 4),), 60, (Span(0, 480, 545),), ("ben",), rooms=("study",))
    long_work = Sitting("work/all/1", "work", (Part("all", 1, 4),), 120, (Span(0, 480, 720),), ("ann",), rooms=("hall",))

    task = WeekTask((long_work, short_talk), (ann, ben), (("all", 4),), ("hall", "study"))

    assert to_the_last_minute(task) == (("talk", "all"),)
