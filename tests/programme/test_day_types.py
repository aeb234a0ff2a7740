"""A kind of day that is like another: its items put together from both, and what may be wrong with that."""

from __future__ import annotations

import pytest

from generator.calendar import dated_days
from generator.gather import gather
from generator.keep import Kept
from generator.model.values import clock
from generator.schedule.frame import frames
from generator.weeks import lay_out, plans_of

PROGRAMME = "small-house/programme.yaml"
LUNCH = "      - {title: {id: Makan siang, en: Lunch}, kind: meal, at: 12:30, minutes: 60}\n"
NAMED = """      - {name: lunch, title: {id: Makan siang, en: Lunch}, kind: meal, minutes: 60}
"""
SHORT = """  short-day:
    title: {id: Hari tenang, en: Quiet day}
    dates: [2027-12-24]
    frame: [{name: sleep, title: {id: Istirahat malam, en: Night rest}, kind: night-rest, at: 20:00, until: 06:00}]
"""
"""A kind of day of one item."""
VISITS = """  holiday:
    title: {id: Hari libur, en: Public holiday}
    like: every-day
    days: []
    holiday: true
    change: {visit: {title: {id: Kunjungan, en: Visits}, kind: visit, at: 08:00, minutes: 180}}
"""
"""A public holiday with visits in the morning."""
FRIDAY = "title: {id: Jumat, en: Friday}"
DZUHUR = "{title: {id: Zuhur, en: Dzuhur}, kind: prayer"


def house_with(own_house, own: str):
    """The small house, its day with two named items, and a Friday written as ``own``."""
    own_house({PROGRAMME: (LUNCH, NAMED)})
    own_house({PROGRAMME: (DZUHUR, "{name: dzuhur, " + DZUHUR[1:])})
    own_house({PROGRAMME: ("en: Every day}\n    days: mon-sun", "en: Every day}\n    days: [mon-thu, sat, sun]")})
    own_house({PROGRAMME: ("components:", SHORT + "components:")})
    return gather([own_house({PROGRAMME: ("components:", f"  friday: {own}\ncomponents:")})], "small-house", ("id", "en"))


def friday(own_house, own: str):
    house = house_with(own_house, own)
    assert not house.problems
    return house.designs["small-house"].programme.day_types["friday"]


def test_what_is_not_written_is_as_on_the_other_day(own_house):
    day = friday(own_house, f"{{{FRIDAY}, days: fri, like: every-day, change: {{dzuhur: {{at: 11:30, minutes: 75}}}}}}")

    assert day.days == ("fri",) and not day.holiday
    assert [item.title.to("en") for item in day.frame] == [
        "Wake", "Breakfast", "Dzuhur", "Lunch", "Free time", "Dinner", "Night rest"]
    prayer = day.frame[2]
    assert (prayer.at, prayer.after, prayer.minutes, prayer.voluntary) == (11 * 60 + 30, None, 75, True)


def test_a_new_length_takes_the_place_of_an_old_end(own_house):
    day = friday(own_house, f"{{{FRIDAY}, days: fri, like: every-day, change: {{lunch: {{until: 13:45}}}}}}")

    assert (day.frame[3].minutes, day.frame[3].until) == (None, 13 * 60 + 45)


def test_what_began_after_an_item_that_is_left_out_begins_in_its_place(own_house):
    day = friday(own_house, f"{{{FRIDAY}, days: fri, like: every-day, change: {{dzuhur: null}}}}")

    assert [item.name for item in day.frame] == [None, None, "lunch", None, None, None]
    assert day.frame[2].after == "dzuhur"


def test_an_item_the_other_day_has_not_is_added(own_house):
    tea = "{title: {id: Teh, en: Tea}, kind: meal, at: 10:00, minutes: 15}"
    day = friday(own_house, f"{{{FRIDAY}, days: fri, like: every-day, change: {{tea: {tea}}}}}")

    assert (day.frame[-1].name, day.frame[-1].at) == ("tea", 600)


@pytest.mark.parametrize(("own", "code"), [
    ("{days: fri, like: everyday}", "TC320"),
    ("{days: fri, like: friday}", "TC320"),
    ("{days: fri, like: every-day, change: {lunhc: {at: 13:00}}}", "TC321"),
    ("{days: fri, like: every-day, change: {tea: null}}", "TC321"),
    ("{days: fri, like: every-day, change: {tea: {title: {id: Teh, en: Tea}, kind: meal, minutes: 15}}}", "TC322"),
    ("{days: fri, like: every-day, change: {tea: {title: {id: Teh, en: Tea}, at: 10:00, minutes: 15}}}", "TC201"),
    ("{days: fri, like: every-day, change: {lunch: {allows_individual: true}}}", "TC234"),
    ("{days: fri, like: every-day, change: {lunch: {at: 13:00, after: dzuhur}}}", "TC223"),
    ("{days: fri, like: short-day, change: {sleep: null}}", "TC236"),
    ("{days: fri, like: short-day, change: {sleep: {at: null}}}", "TC322"),
    ("{title: {id: Jumat, en: Friday}, days: fri}", "TC236"),
    ("{title: {id: Jumat, en: Friday}, days: fri, change: {lunch: null}}", "TC236"),
])
def test_what_is_wrong_with_a_day_is_told_at_that_day(own_house, own, code):
    house = house_with(own_house, own)

    assert [problem.code for problem in house.problems] == [code]
    written = (own_house() / "programmes" / PROGRAMME).read_text(encoding="utf-8").splitlines()
    assert written[house.problems[0].location.line - 1].startswith("  friday:")


def test_days_that_are_like_one_another_are_told(own_house):
    own = "{days: fri, like: eid}\n  eid: {title: {id: Lebaran, en: Eid}, dates: [[2027-03-10, 2027-03-13]], like: friday}"

    assert "TC320" in {problem.code for problem in house_with(own_house, own).problems}


def test_a_house_changes_one_item_of_its_patterns_day(own_house):
    """Like the kind of day of the same name: title and days stay the pattern's, and so does everything not written."""
    root = own_house({PROGRAMME: (LUNCH, NAMED)})
    (root / "programmes" / "ours").mkdir()
    (root / "programmes" / "ours" / "programme.yaml").write_text(
        "extends: small-house\nday_types:\n  every-day: {like: every-day, change: {lunch: {at: 12:45}}}\n", encoding="utf-8")
    house = gather([root], None, ("id", "en"))
    ours, theirs = (house.designs[name].programme.day_types["every-day"] for name in ("ours", "small-house"))

    assert not house.problems
    assert (ours.title, ours.days, ours.holiday) == (theirs.title, theirs.days, True)
    assert [(o.at, o.title) for o in ours.frame if o not in theirs.frame] == [(12 * 60 + 45, theirs.frame[3].title)]


def test_a_day_like_the_patterns_stands_in_the_houses_own_file(own_house):
    """The pattern's file is not the house's to change: what is wrong with the day is told where the house wrote of it."""
    own_house({PROGRAMME: (LUNCH, NAMED)})
    root = own_house({PROGRAMME: ("model: tc", "abstract: true\nmodel: tc")})
    mine = root / "programmes/my-house/programme.yaml"
    mine.parent.mkdir()
    mine.write_text("title: {id: Rumah saya, en: My house}\nextends: small-house\n"
                    "day_types:\n  every-day: {like: every-day, change: {lunch: {at: 12:45}}}\n")

    place = gather([root], "my-house", ("id", "en")).designs["my-house"].at("day_types", "every-day", "frame")

    assert (place.file, place.line) == ("programmes/my-house/programme.yaml", 4)


def test_an_item_that_a_day_like_another_adds_waits_for_what_is_above_it_in_the_day(own_house):
    """A free half-day after a lunch that follows the prayer: written last, it lies in the middle of the day."""
    half_day = "{title: {id: Setengah hari bebas, en: Free half-day}, kind: free, at: 12:45, waits: true, until: 15:00}"
    house = house_with(own_house, f"{{{FRIDAY}, days: fri, like: every-day, change: {{half-day: {half_day}}}}}")
    design = house.designs["small-house"]

    days, problems = frames(design, 1, dated_days(design.programme.place, design.programme.starts, 7))

    lunch, free = (slot for slot in days[4].frame if slot.title.to("en") in ("Lunch", "Free half-day"))
    assert not problems
    assert free.start == lunch.end > 12 * 60 + 45
    assert free.end == 15 * 60


@pytest.mark.parametrize(("until", "begins"), [("17:50", "17:50"), ("16:30", "16:50")])
def test_an_item_that_waits_begins_at_its_time_but_not_before_the_one_above_has_ended(own_house, until, begins):
    free = "kind: free, at: 17:30, minutes: 90}"
    root = own_house({PROGRAMME: (free, f"""kind: free, at: 15:30, until: '{until}'}}
      - {{title: {{id: Mandi, en: Wash}}, kind: hygiene, at: 16:50, waits: true, minutes: 30}}""")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    days, problems = frames(design, 1, dated_days(design.programme.place, design.programme.starts, 7))

    assert not problems
    assert {clock(slot.start) for day in days for slot in day.frame if slot.title.to("en") == "Wash"} == {begins}


PLACES = {"Sabang": (5.89, 95.32, "Asia/Jakarta"), "Medan": (3.59, 98.67, "Asia/Jakarta"),
          "Lido": (-6.75, 106.8, "Asia/Jakarta"), "Banyuwangi": (-8.21, 114.37, "Asia/Jakarta"),
          "Denpasar": (-8.65, 115.22, "Asia/Makassar"), "Baddoka": (-5.08, 119.52, "Asia/Makassar"),
          "Ambon": (-3.7, 128.18, "Asia/Jayapura"), "Merauke": (-8.5, 140.4, "Asia/Jayapura")}


@pytest.mark.parametrize("place", PLACES)
def test_the_patterns_days_hold_everywhere_in_indonesia(catalogue_house, place):
    """Where the sun sets an hour later by the same clock, prayers do not push a meal or the wash onto one another."""
    design = catalogue_house.designs["sadar-hati"]
    latitude, longitude, time_zone = PLACES[place]
    there = design.programme.place.model_copy(
        update={"latitude": latitude, "longitude": longitude, "time_zone": time_zone})
    days = dated_days(there, design.programme.starts, 364)

    for week in range(52):
        assert not frames(design, week + 1, days[week * 7 : week * 7 + 7])[1]


@pytest.mark.parametrize(("place", "begins"), [("Lido", {"11:20"}), ("Medan", {"11:35", "11:40", "11:45", "11:50"})])
def test_friday_prayer_begins_later_where_noon_comes_late_and_is_never_over_before_its_time(catalogue_house, place, begins):
    design = catalogue_house.designs["sadar-hati"]
    latitude, longitude, time_zone = PLACES[place]
    there = design.programme.place.model_copy(update={"latitude": latitude, "longitude": longitude, "time_zone": time_zone})
    found = set()

    days = dated_days(there, design.programme.starts, 182)
    for week in range(26):
        day = frames(design, week + 1, days[week * 7: week * 7 + 7])[0][4]
        noon = dict(days[week * 7 + 4].prayers)["dzuhur"]
        prayer = next(slot for slot in day.frame if "Salat Jumat" in slot.title.to("id"))
        found.add(clock(prayer.start))
        assert prayer.end - prayer.start == 75 and prayer.end >= noon + 30

    assert found == begins


def test_a_house_may_hang_its_friday_prayer_on_the_time_alone(own_house):
    rest = "kind: night-rest, at: 21:30, until: 06:00}"
    root = own_house({PROGRAMME: (rest, f"""{rest}
      - {{name: jumat, title: {{id: Jumat, en: Friday}}, kind: prayer, at: 11:20, minutes: 75, around: dzuhur}}
  late:
    title: {{id: Jumat, en: Friday}}
    like: every-day
    days: []
    change: {{jumat: {{after: dzuhur}}}}""")})
    house = gather([root], "small-house", ("id", "en"))
    item = house.designs["small-house"].programme.day_types["late"].frame[-1]

    assert (item.after, item.at, item.around, item.minutes) == ("dzuhur", None, None, 75)


def test_around_a_prayer_needs_an_hour_and_minutes(own_house):
    base = "kind: free, at: 17:30, minutes: 90}"
    root = own_house({PROGRAMME: (base, f"{base}\n      - {{title: {{id: Jumat, en: Friday}}, kind: prayer, after: dzuhur, "
                                  "minutes: 60, around: dzuhur}")})

    assert [problem.code for problem in gather([root], "small-house", ("id", "en")).problems if problem.is_error] == ["TC244"]



def test_a_pin_that_only_a_holiday_has_no_room_for_is_told_with_its_date_and_what_to_write(own_house, words):
    """17 August is a public holiday with visits in the morning: not another hour is wanted, but a day without it."""
    own_house({PROGRAMME: ("    holiday: true\n", "")})
    root = own_house({PROGRAMME: ("components:", VISITS + "components:")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    _, problems = plans_of(design, dated_days(design.programme.place, design.programme.starts, 14))
    (problem,) = [problem for problem in problems if problem.code == "TC411"]

    assert "on 2027-08-17 (Public holiday) “Visits” takes 08:00–11:00" in words["en"].message(problem)
    assert "by_day_type: {holiday: {held: false}}" in words["en"].hint(problem)


OURS = """extends: small-house
day_types:
  every-day: null
  all-days:
    title: {id: Hari kami, en: Our day}
    days: mon-sun
    frame: [{title: {id: Istirahat malam, en: Night rest}, kind: night-rest, at: 21:30, until: 06:00}]
components: {adjust: {cooking: {at: 10:00, days: [tue, thu]}, quiet-hour: {at: 09:30, days: tue}}}
"""
"""A house with a day of its own that says nothing of holidays."""


def test_an_inherited_holiday_on_which_nothing_fits_is_told_once_and_may_run_like_a_day_of_the_houses_own(own_house, words):
    """The pattern's holiday has visits in the morning; the house's three pinned times have nothing to do with that day."""
    own_house({PROGRAMME: ("    holiday: true\n", "")})
    root = own_house({PROGRAMME: ("components:", VISITS + "components:")})
    (root / "programmes/ours").mkdir()
    programme = root / "programmes/ours/programme.yaml"
    programme.write_text(OURS, encoding="utf-8")

    _, _, problems = lay_out(gather([root], "ours", ("id", "en")).designs["ours"], Kept())
    (problem,) = [problem for problem in problems if problem.is_error]

    assert problem.location.file == "programmes/ours/programme.yaml" and problem.location.line == 2
    assert words["en"].message(problem) == (
        "3 pinned times lie on what the pattern has for “Public holiday” (first on 2027-08-17): Cooking 10:00, Opening 08:00, "
        "Quiet hour 09:30")
    (remedy,) = map(words["en"].remedy, problem.remedies)
    assert remedy["says"] == "Let “Public holiday” run like “Our day”."
    assert remedy["changes"] == ["day_types:\n  holiday:\n    like: all-days"]
    programme.write_text(OURS.replace("components:", "  holiday: {like: all-days}\ncomponents:"), encoding="utf-8")
    assert lay_out(gather([root], "ours", ("id", "en")).designs["ours"], Kept())[2] == []


def with_hours(own_house, hours: str):
    root = own_house({PROGRAMME: ("    holiday: true\n", f"    holiday: true\n    hours: {hours}\n")})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]
    return plans_of(design, dated_days(design.programme.place, design.programme.starts, 14))


def test_in_a_house_by_day_no_session_lies_before_people_come_or_after_they_have_gone(own_house):
    """Meals do not tell when the doors open; without its hours a talk could lie at seven in the morning."""
    plans, problems = with_hours(own_house, "08:00-16:00")

    spans = [span for plan in plans for sitting in plan.task.sittings for span in sitting.spans]
    assert not problems
    assert (min(span.start for span in spans), max(span.end for span in spans)) == (8 * 60, 16 * 60)


def test_a_pin_outside_the_hours_of_the_day_is_told(own_house, words):
    _, problems = with_hours(own_house, "09:00-16:00")

    (problem,) = [problem for problem in problems if problem.code == "TC436"]
    assert words["en"].message(problem) == (
        "residents are there only Every day 09:00–16:00; 1 component finds no place within these hours: Opening")


def test_morning_gymnastics_is_a_part_of_the_day_that_sessions_are_placed_around_and_no_free_time(own_house):
    root = own_house({PROGRAMME: (LUNCH, LUNCH + (
        "      - {title: {id: Senam, en: Gymnastics}, kind: exercise, at: 13:30, minutes: 30, voluntary: true}\n"))})
    design = gather([root], "small-house", ("id", "en")).designs["small-house"]

    weeks, _, problems = lay_out(design, Kept())

    assert problems == []
    assert not [s for week in weeks for s in week.sessions if s.start < 14 * 60 and s.end > 13 * 60 + 30]
    at_half_past_one = [slot for week in weeks for day in week.days for slot in day.frame if slot.start == 13 * 60 + 30]
    assert {slot.kind for slot in at_half_past_one} == {"exercise"}


def test_a_kind_of_day_has_no_sessions_but_those_that_name_it(own_house):
    """Written once for the day, not at each component with a fixed time: on Fridays only the opening is held, later."""
    own_house({PROGRAMME: ("opening: {at: 08:00}", "opening: {at: 08:00, by_day_type: {friday: {at: 09:00}}}")})
    house = house_with(own_house, f"{{{FRIDAY}, days: fri, like: every-day, sessions: false}}")
    weeks, _, problems = lay_out(house.designs["small-house"], Kept())
    fridays = [(session.component, clock(session.start)) for week in weeks for session in week.sessions
               if session.date.weekday() == 4]

    assert not problems
    assert fridays == [("opening", "09:00"), ("opening", "09:00")]
    assert {session.component for week in weeks for session in week.sessions} > {"opening"}


def test_a_day_like_one_without_sessions_has_none_either(own_house):
    weekend = "  weekend: {title: {id: Akhir pekan, en: Weekend}, days: [], like: friday}\n"
    own_house({PROGRAMME: ("components:", weekend + "components:")})
    house = house_with(own_house, f"{{{FRIDAY}, days: fri, like: every-day, sessions: false}}")

    assert not house.designs["small-house"].programme.day_types["weekend"].sessions
