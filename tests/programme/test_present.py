"""Groups that come for some hours only: an evening clinic beside a day clinic, residents of before who come once a week."""

from __future__ import annotations

from generator.gather import gather
from generator.keep import Kept
from generator.model.values import DAYS
from generator.weeks import calendar_of, lay_out, plans_of

PROGRAMME = "small-house/programme.yaml"
GROUPS = "  cohort: {title: {id: Angkatan, en: Cohort}, size: 2}\n"
MORNING = "{days: [mon, wed, fri], hours: 08:00-12:45}"
EVENING = "{days: [tue, thu], hours: 16:00-20:30}"


def clinic(own_house, morning: str = MORNING, evening: str = EVENING, opening: str = "", quiet: str = "quiet-hour:"):
    """The small house as two groups have it, each by its own hours; who comes in the morning cooks."""
    groups = (f"  morning: {{title: {{id: Kelompok pagi, en: Morning group}}, size: 2, present: [{morning}]}}\n"
              f"  evening: {{title: {{id: Kelompok sore, en: Evening group}}, size: 2, present: [{evening}]}}\n")
    own_house({PROGRAMME: (GROUPS, groups)})
    own_house({PROGRAMME: ("    opening: {at: 08:00}\n    quiet-hour:\n", (
        f"    opening: {{groups: all, window: 08:00-20:00{opening}}}\n    {quiet}\n"))})
    return gather([own_house({PROGRAMME: ("{minutes: 75}", "{minutes: 75, groups: [morning]}")})], "small-house", ("id", "en"))


AFTERNOON = "quiet-hour: {groups: [evening]}"


def laid(house):
    weeks, _, problems = lay_out(house.designs["small-house"], Kept())
    assert problems == []
    return weeks


def held(weeks, name: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(DAYS[session.date.weekday()], session.groups) for session in weeks[0].sessions if session.component == name]


def test_a_group_has_sessions_and_a_frame_only_while_it_is_there(own_house):
    weeks = laid(clinic(own_house, quiet=AFTERNOON))
    there = {"morning": dict.fromkeys(("mon", "wed", "fri"), (480, 765)),
             "evening": dict.fromkeys(("tue", "thu"), (960, 1230))}

    kept = [(slot, day.date, slot.groups) for week in weeks for day in week.days for slot in day.frame]
    held = [(session, session.date, session.groups) for week in weeks for session in week.sessions]
    assert {(slot.title.to("en"), groups) for slot, _, groups in kept} == {
        ("Dzuhur", ("morning",)), ("Free time", ("evening",)), ("Dinner", ("evening",))}
    assert {session.component for session, _, _ in held} == {"opening", "talk", "cooking", "quiet-hour"}
    for one, date, groups in (*kept, *held):
        for group in groups:
            first, last = there[group][DAYS[date.weekday()]]
            assert first <= one.start < one.end <= last, (one, group)


def test_nobody_is_the_companion_of_people_whom_they_never_meet(own_house):
    """The counsellor goes home before the evening group comes; the companion comes when the morning group has gone."""
    own_house({PROGRAMME: ("role: counsellor, certified: true, available: [{days: mon-sun, hours: 07:00-21:00}]",
                           "role: counsellor, certified: true, available: [{days: mon-fri, hours: 07:00-16:00}]")})
    own_house({PROGRAMME: ("role: companion, available: [{days: mon-sun, hours: 07:00-21:00}]",
                           "role: companion, available: [{days: mon-fri, hours: 12:45-21:00}]")})

    design = clinic(own_house, quiet="").designs["small-house"]
    plans, _ = plans_of(design, calendar_of(design, Kept())[1])

    assert {(s.groups, s.leads) for plan in plans for s in plan.task.sittings if s.component == "talk"} == {
        (("morning",), ("counsellor-1",)), (("evening",), ("companion-1",))}


def test_what_all_hold_together_is_held_with_those_who_are_there(own_house):
    """Five times a week: on each day that one of them comes."""
    weeks = laid(clinic(own_house, quiet=AFTERNOON))

    assert held(weeks, "opening") == [(day, ("evening",) if day in ("tue", "thu") else ("morning",)) for day in DAYS[:5]]


def test_once_a_week_is_held_with_all_where_all_are_there_at_once(own_house):
    evening = EVENING + ", {days: fri, hours: 11:00-16:00}"
    weeks = laid(clinic(own_house, evening=evening, opening=", how_often: {each_week: 1}", quiet=AFTERNOON))

    assert held(weeks, "opening") == [("fri", ("evening", "morning"))]


def test_groups_of_the_same_day_that_never_meet_have_it_each_at_its_own_hours(own_house):
    evening = "{days: [mon, tue], hours: 16:00-20:30}"
    weeks = laid(clinic(own_house, evening=evening, opening=", how_often: {each_week: 1}", quiet=AFTERNOON))

    assert sorted(groups for _, groups in held(weeks, "opening")) == [("evening",), ("morning",)]


def test_topics_go_on_from_one_week_to_the_next_where_a_group_comes_seldom(own_house):
    """Cooking is twice a week; who comes once a week has one topic after another, not every second one."""
    weeks = laid(clinic(own_house, morning="{days: mon, hours: 08:00-12:30}", quiet=AFTERNOON))

    topics = [session.topic for week in weeks for session in week.sessions
              if session.component == "cooking" and session.groups == ("morning",)]
    assert topics == [1, 2]


def test_a_group_of_every_second_week_is_missing_in_the_others(own_house):
    weeks = laid(clinic(own_house, evening=EVENING[:-1] + ", rotation: {every: 2, turn: 2}}", quiet=AFTERNOON))

    assert {group for session in weeks[0].sessions for group in session.groups} == {"morning"}
    assert {group for session in weeks[1].sessions for group in session.groups} == {"morning", "evening"}


def test_a_group_that_is_never_there_when_something_is_held_is_told(own_house, words):
    house = clinic(own_house)
    (problem,) = house.problems
    weeks, _, problems = lay_out(house.designs["small-house"], Kept())

    assert not problems
    assert words["en"].message(problem) == (
        "Morning group never comes when “Quiet hour” is held, so it does not take part")
    assert not problem.is_error
    lines = (own_house() / "programmes" / PROGRAMME).read_text(encoding="utf-8").splitlines()
    assert lines[problem.location.line - 1].strip().startswith("morning:")
    assert {group for _, groups in held(weeks, "quiet-hour") for group in groups} == {"evening"}


def test_a_group_that_none_of_the_times_is_for_is_not_told_that_it_never_comes(own_house):
    """The evening meeting of those who come in the evening, whoever they are, says so at each of its times."""
    house = clinic(own_house, quiet="quiet-hour: {times: [{at: 17:00, days: tue, groups: [evening]}, {at: 18:00, days: thu, "
                                    "groups: [evening]}]}")

    assert not house.problems


def test_who_comes_for_some_hours_has_no_nights_rest_and_no_free_time_in_the_house(own_house):
    from generator.checks import judge

    alumni = "  alumni: {title: {id: Alumni, en: Alumni}, size: 3, present: [" + EVENING + "]}\n"
    own_house({PROGRAMME: (GROUPS, GROUPS + alumni)})
    house = gather([own_house({PROGRAMME: ("quiet-hour:\n    talk:", "quiet-hour: {groups: [cohort]}\n    talk:")})],
                   "small-house", ("id", "en"))
    weeks = laid(house)

    assert any(session.groups == ("alumni",) for session in weeks[0].sessions)
    assert {v.name: v.status for v in judge(house.designs["small-house"], weeks)}["c39"] == "met"


def test_the_sheets_say_who_comes_when(own_house, words):
    from generator.views.sheets.selection import Chosen
    from generator.views.weekly_schedule import weekly_schedule

    house = clinic(own_house, quiet=AFTERNOON)
    design, weeks = house.designs["small-house"], laid(house)
    wall, evening = (weekly_schedule(design, weeks[:1], words["en"], chosen).sheets[0]
                     for chosen in (Chosen(), Chosen("group", "evening")))

    assert [day.name for day in evening.days] == ["Tuesday", "Thursday"]
    assert "Evening group comes Tue, Thu 16:00–20:30." in evening.remarks
    assert [day.name for day in wall.days] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sunday"]  # a holiday
    assert "Morning group comes Mon, Wed, Fri 08:00–12:45." in wall.remarks
    titles = {block.title for day in wall.days for block in day.blocks}
    assert {"Dzuhur", "Dinner"} <= titles  # nobody else could be meant


def test_the_handbook_tells_of_both_groups_days_and_who_comes_when(own_house, words):
    from generator.checks import judge
    from generator.views.handbook import handbook

    house = clinic(own_house, quiet=AFTERNOON)
    design, weeks = house.designs["small-house"], laid(house)
    said = str(handbook(design, weeks, judge(design, weeks), words["en"], "resident"))

    assert "For Evening group, where nobody else is named." in said and "Dzuhur (Morning group)" in said
    assert "Tue, Thu 16:00–20:30" in said


def test_no_remedy_moves_a_session_to_where_one_of_its_groups_has_gone_home(own_house):
    """All cook at five, which lies on the free time from half past. A quarter past four is free, but the evening group is not
    there yet: it would silently cook no more."""
    evening, morning = "{days: mon-sun, hours: 17:00-21:30}", "{days: mon-sun, hours: 08:00-21:30}"
    clinic(own_house, morning, evening)
    house = gather([own_house({PROGRAMME: (
        "{minutes: 75, groups: [morning]}", "{minutes: 75, groups: all, at: 17:00, days: [tue, thu], window: 08:00-21:30}")})],
        "small-house", ("id", "en"))

    _, _, problems = lay_out(house.designs["small-house"], Kept())
    (problem,) = [problem for problem in problems if problem.code == "TC411"]

    assert [remedy.says.args["at"] for remedy in problem.remedies if remedy.says.key == "remedies.moved"] == []
