"""The weeks of a house: the same each time, of the days, windows, pins and groups that its file names."""

from __future__ import annotations

import pytest

from generator.gather import BUILT_IN, gather
from generator.keep import Kept, kept
from generator.schedule import Unsolved, solve, violations
from generator.schedule.means import rooms_for
from generator.weeks import calendar_of, duty_of, lay_out, plans_of
from tests.places import DATA

PRISON = DATA / "prison.yaml"


def test_the_same_task_gives_the_same_week(small_house):
    design = small_house.designs["small-house"]
    calendar = calendar_of(design, Kept())[1]
    first, again = (plans_of(design, calendar)[0][0] for _ in range(2))

    assert solve(first.task) == solve(again.task)
    assert first.key == again.key


def test_a_kept_timetable_and_calendar_are_used_again_without_solving(small_house, tmp_path):
    design = small_house.designs["small-house"]
    weeks, file, _ = lay_out(design, Kept())
    (tmp_path / "timetable.json").write_bytes(file)
    solved = []

    again, same, _ = lay_out(design, kept(tmp_path), lambda key, **_: solved.append(key))

    assert kept(tmp_path).calendar == calendar_of(design, Kept())[1]
    assert again == weeks
    assert same == file
    assert not solved


def test_topics_follow_one_another_through_the_weeks(small_house):
    weeks, _, _ = lay_out(small_house.designs["small-house"], Kept())

    topics = [s.topic for week in weeks for s in week.sessions if s.component == "cooking"]

    assert topics == [1, 2, 3, 4]


def test_an_anchored_frame_item_begins_once_the_prayer_has_come_on_every_day(small_house):
    weeks, _, _ = lay_out(small_house.designs["small-house"], Kept())

    for week in weeks:
        latest = max(dict(day.calendar.prayers)["dzuhur"] for day in week.days)
        starts = {slot.start for day in week.days for slot in day.frame if slot.title.to("en") == "Dzuhur"}
        assert len(starts) == 1
        assert 0 <= starts.pop() - latest < 5


@pytest.mark.parametrize(("old", "new", "code"), [
    ("opening: {at: 08:00}", "opening: {at: 12:00}", "TC411"),
    ("    cooking: {minutes: 75}", "    cooking: {at: 08:00, how_often: {each_week: 5}, days: mon-fri, minutes: 75}", "TC402"),
    ("hours: 07:00-21:00}]}\n  companion-1", "hours: 20:30-21:00}]}\n  companion-1", "TC412"),
    ("    cooking: {minutes: 75}",
     "    cooking: {window: 08:00-09:20, how_often: {each_week: 5}, days: mon-fri, minutes: 75}", "TC417"),
    ("    cooking: {minutes: 75}",
     "    cooking: {window: 08:10-09:40, how_often: {each_week: 5}, days: mon-fri, minutes: 75}", "TC401"),
    ("    cooking: {minutes: 75}", "    cooking: {window: 08:00-09:00, minutes: 75}", "TC430"),
    ("cooking: {minutes: 75}", "cooking: {minutes: 75, group_size: {most: 1}, split: false}", "TC408"),
    ("role: counsellor, certified: true, available", "role: chair, available", "TC412"),
    ("features: [quiet]}\n  study: {title: {id: Ruang baca, en: Study}, capacity: 4, features: [quiet]}",
     "features: []}\n  study: {title: {id: Ruang baca, en: Study}, capacity: 4}", "TC404"),
    ("at: 19:00, minutes: 60", "at: 18:30, minutes: 60", "TC406"),
    ("    cooking: {minutes: 75}", "    cooking: {minutes: 75, how_often: {each_week: 9}}", "TC409"),
])
def test_what_does_not_fit_is_told_with_its_place(own_house, old, new, code):
    house = gather([own_house({"small-house/programme.yaml": (old, new)})], "small-house", ("id", "en"))
    assert not house.problems

    _, _, problems = lay_out(house.designs["small-house"], Kept())

    assert code in {problem.code for problem in problems}
    assert all(problem.location.line for problem in problems)


def test_a_pinned_session_may_take_minutes_that_are_no_multiple_of_five(own_house):
    """27 minutes at eight were refused: nobody was at work for so long, it said, though two posts are there all day."""
    root = own_house({"small-house/programme.yaml": ("opening: {at: 08:00}", "opening: {at: 08:00, minutes: 27}")})

    weeks, _, problems = lay_out(gather([root], "small-house", ("id", "en")).designs["small-house"], Kept())

    assert problems == []
    assert {(s.start, s.end) for s in weeks[0].sessions if s.component == "opening"} == {(480, 507)}


def test_a_pin_with_a_way_to_it_that_lies_on_lunch_is_told_with_the_hour_at_which_it_is_written(own_house):
    """Written for ten past twelve with half an hour on the way: it was said to be pinned at 11:40, which nobody had written."""
    root = own_house({"small-house/programme.yaml": ("opening: {at: 08:00}", "opening: {at: 12:10, travel_minutes: 30}")})

    _, _, problems = lay_out(gather([root], "small-house", ("id", "en")).designs["small-house"], Kept())

    assert {problem.args["start"] for problem in problems if problem.code == "TC411"} == {"12:10"}


def test_a_pin_in_the_night_of_another_kind_of_day_is_told_with_that_day(own_house):
    """After a Tuesday whose night lasts until nine, Wednesday's pin at 08:15 lies in that night: leaving it out on ordinary
    days, as was said, would take it away all week."""
    own_house({"small-house/programme.yaml": ("    days: mon-sun\n", "    days: [mon, wed-sun]\n")})
    own_house({"small-house/programme.yaml": ("components:\n  add:", """  late:
    title: {id: Selasa, en: Tuesday}
    days: tue
    frame:
      - {title: {id: Tidur, en: Sleep in}, kind: night-rest, at: 22:00, until: 09:00}
components:
  add:""")})
    root = own_house({"small-house/programme.yaml": (
        "opening: {at: 08:00}", "opening: {at: {wed: 08:15}, how_often: {each_week: 1}}")})

    _, _, problems = lay_out(gather([root], "small-house", ("id", "en")).designs["small-house"], Kept())

    (pin,) = [problem for problem in problems if problem.code == "TC411"]
    assert (pin.args["kind"], pin.args["frame"], pin.args["day_types"]) == ("night-before", "late", [])


def test_nothing_lies_on_a_monday_morning_in_the_night_after_the_sunday_before(own_house):
    """On Sundays everybody sleeps until nine the next day. Monday's own night ends at six, and its session at
    eight was held."""
    own_house({"small-house/programme.yaml": ("    days: mon-sun\n    holiday: true\n", "    days: mon-sat\n")})
    own_house({"small-house/programme.yaml": ("components:\n  add:", """  late:
    title: {id: Minggu, en: Sunday}
    days: sun
    holiday: true
    frame:
      - {title: {id: Tidur, en: Sleep in}, kind: night-rest, at: 22:00, until: 09:00}
components:
  add:""")})
    root = own_house({"small-house/programme.yaml": (
        "opening: {at: 08:00}", "opening: {window: 08:00-12:00, how_often: {each_week: 1}, days: mon}")})

    weeks, _, problems = lay_out(gather([root], "small-house", ("id", "en")).designs["small-house"], Kept())

    assert [(problem.code, problem.is_error) for problem in problems] == [("TC442", False)], "Monday has people up at six"
    assert [s.start >= 540 for s in weeks[1].sessions if s.component == "opening"] == [True]


def test_a_window_that_is_too_narrow_is_told_with_the_minutes_it_leaves(own_house):
    """Between lunch, until 13:30, and the window's end at 14:15 lie 45 minutes: too few for 75, but not none."""
    root = own_house({"small-house/programme.yaml": (
        "    cooking: {minutes: 75}", "    cooking: {window: 11:15-14:15, minutes: 75}")})

    _, _, problems = lay_out(gather([root], "small-house", ("id", "en")).designs["small-house"], Kept())

    assert {problem.args["longest"] for problem in problems if problem.code == "TC405"} == {45}


@pytest.mark.parametrize(("window", "code"), [("14:00-14:30", "TC430"), ("11:15-14:15", "TC405")])
def test_a_window_of_a_kind_of_day_that_is_too_narrow_is_the_one_that_is_told(own_house, window, code):
    """As when Ramadan shrinks it: the window of other days is wide enough, and changing it would not help."""
    root = own_house({"small-house/programme.yaml": (
        "    cooking: {minutes: 75}",
        f"    cooking: {{window: 08:00-17:00, minutes: 75, by_day_type: {{every-day: {{window: {window}}}}}}}")})

    _, _, problems = lay_out(gather([root], "small-house", ("id", "en")).designs["small-house"], Kept())

    assert {problem.args["window"] for problem in problems if problem.code == code} == {window}


@pytest.mark.parametrize(("written", "held"), [("", ["all"]), (", groups: each", ["cohort", "newcomers"])])
def test_a_meeting_of_the_whole_house_is_one_for_all_groups_unless_the_house_says_otherwise(own_house, written, held):
    """A house that takes in groups one after another still begins its day with one morning meeting."""
    own_house({"small-house/programme.yaml": (
        "size: 2}\n", "size: 2}\n  newcomers: {title: {id: Yang baru, en: Newcomers}, size: 2}\n")})
    own_house({"catalogue/components/group/opening.yaml": ("led_by:", "whole_house: true\nled_by:")})
    root = own_house({"small-house/programme.yaml": ("opening: {at: 08:00", f"opening: {{at: 08:00{written}")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    plans, _ = plans_of(design, calendar_of(design, Kept())[1])

    keys = [s.key for s in plans[0].task.sittings if s.component == "opening"]
    assert list(dict.fromkeys(key.split("/")[1] for key in keys)) == held


def test_the_meetings_by_which_a_community_lives_are_for_the_whole_house(catalogue_house):
    components = catalogue_house.catalogue.components

    assert {name for name, component in components.items() if component.whole_house} == {
        "morning-meeting", "wrap-up-evening", "weekend-wrap-up", "house-meeting", "general-meeting", "joint-prayer"}


def test_the_house_meets_in_its_hall_and_not_in_one_faiths_place_of_worship(catalogue_house):
    """The worship room is the smaller one, but a morning meeting there would not be everybody's."""
    design = catalogue_house.designs["sadar-hati"]

    assert rooms_for(design, ("group-circle",), 14, ("cohort-1",)) == ("hall", "prayer-room")
    assert rooms_for(design, ("worship-space",), 14, ("cohort-1",)) == ("prayer-room",)


def test_a_lesson_and_a_quiet_choice_are_held_in_the_workshop_only_if_nothing_else_is_left(catalogue_house):
    """It is the smallest room with a board, but blades and solvents stand there."""
    design = catalogue_house.designs["sadar-hati"]

    assert rooms_for(design, ("board",), 10, ("cohort-1",)) == ("group-room", "hall", "workshop")
    assert rooms_for(design, ("workshop",), 10, ("cohort-1",)) == ("workshop",)


@pytest.mark.parametrize(("women", "men", "held"), [
    (2, 4, [(("men", 1, 4),), (("women", 1, 2),)]),  # as few sessions with each group whole: no man alone among the women
    (2, 5, [(("men", 1, 4),), (("men", 5, 5), ("women", 1, 2))]),  # the men are too many for one session
])
def test_groups_too_many_for_one_session_are_parted_between_groups_where_that_will_do(own_house, women, men, held):
    own_house({"small-house/programme.yaml": (
        "  cohort: {title: {id: Angkatan, en: Cohort}, size: 2}\n",
        f"  women: {{title: {{id: Perempuan, en: Women}}, size: {women}}}\n"
        f"  men: {{title: {{id: Laki-laki, en: Men}}, size: {men}}}\n")})
    root = own_house({"small-house/programme.yaml": (
        "cooking: {minutes: 75}", "cooking: {minutes: 75, groups: all, group_size: {most: 4}}")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    plans, _ = plans_of(design, calendar_of(design, Kept())[1])

    parts = {s.parts for s in plans[0].task.sittings if s.component == "cooking"}
    assert sorted(tuple((part.group, part.first, part.last) for part in some) for some in parts) == held


def test_weeks_of_ramadan_without_days_for_it_are_told_as_one(own_house):
    """Ramadan of 2027 begins on 8 February."""
    root = own_house({"small-house/programme.yaml": ("starts: 2027-08-09", "starts: 2027-02-08")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    _, problems = plans_of(design, calendar_of(design, Kept())[1])

    assert [(p.args["days"], p.args["weeks"]) for p in problems if p.code == "TC420"] == [(14, "1-2")]


def test_components_that_lack_the_same_of_the_same_room_are_one_problem(own_house):
    own_house({"small-house/programme.yaml": ("capacity: 8", "capacity: 1")})
    root = own_house({"small-house/programme.yaml": ("capacity: 4", "capacity: 1")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    _, problems = plans_of(design, calendar_of(design, Kept())[1])

    for_two, *others = [problem for problem in problems if problem.code == "TC404"]
    assert not [other for other in others if other.args["nearest"] == for_two.args["nearest"]]
    assert for_two.args["same"].args["names"]


def residents_by_week(own_house, how_often: str, more: str = "") -> list[list[int]]:
    """Who has the one-to-one talk in weeks 1 and 2 of the small house of two residents."""
    root = own_house({"catalogue/components/social/talk.yaml": (
        "how_often: {each_week: 1}\n", f"how_often: {how_often}\n{more}")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]
    plans, problems = plans_of(design, calendar_of(design, Kept())[1])
    assert not problems
    return [[s.resident for s in plan.task.sittings if s.component == "talk"] for plan in plans]


def test_weekly_individual_work_reaches_everyone_every_week(own_house):
    assert residents_by_week(own_house, "{each_week: 1}") == [[1, 2], [1, 2]]


def test_individual_work_every_two_weeks_is_spread_over_the_round(own_house):
    assert residents_by_week(own_house, "{every_weeks: 2}") == [[1], [2]]


def test_individual_work_that_is_due_soon_after_arrival_is_not_put_off(own_house):
    assert residents_by_week(own_house, "{every_weeks: 4}", "within_days: 7\n") == [[1, 2], []]


def test_a_week_so_full_that_people_are_lacking_step_by_step_is_found_all_at_once(tmp_path):
    """A prison's afternoons of three hours: enough people at every moment, and yet not for any times that count alone gives."""
    programme = tmp_path / "programmes" / "prison" / "programme.yaml"
    programme.parent.mkdir(parents=True)
    programme.write_bytes(PRISON.read_bytes())
    design = gather([tmp_path, BUILT_IN], None, ("id", "en")).designs["prison"]
    _, calendar = calendar_of(design, Kept())
    _, duty, _ = duty_of(design, calendar, Kept())
    plans, _ = plans_of(design, calendar, duty)
    task = plans[8].task

    placed = solve(task)

    assert not isinstance(placed, Unsolved)
    assert not violations(task, placed)
