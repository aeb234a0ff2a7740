"""What ``tcguide check`` finds without solving: each session is held against people, rooms, hours and the frame by itself."""

from __future__ import annotations

import pytest

from generator.checks import judge
from generator.gather import gather
from generator.keep import Kept
from generator.weeks import calendar_of, timetable_and_faults

PROGRAMME = "small-house/programme.yaml"


def found(house) -> dict[str, str]:
    """Code → the line's text of every error in the small house."""
    gathered = gather([house], "small-house", ("id", "en"))
    problems = list(gathered.problems)
    if not problems:
        problems = timetable_and_faults(gathered.designs["small-house"], house / "nowhere")[2]()
    lines = (house / "programmes" / PROGRAMME).read_text(encoding="utf-8").splitlines()
    return {p.code: lines[p.location.line - 1].strip() if p.location.file.endswith(PROGRAMME) else p.location.file
            for p in problems if p.is_error}


def test_a_sound_house_is_told_nothing(own_house):
    assert found(own_house()) == {}


@pytest.mark.parametrize(("code", "old", "new", "shown"), [
    ("TC403", "cooking: {minutes: 75}", "cooking: {led_by: {roles: [chair]}}", "cooking: {led_by"),
    ("TC404", "capacity: 8, features: [quiet]}\n  study: {title: {id: Ruang baca, en: Study}, capacity: 4, features: [quiet]}",
     "capacity: 8}", "cooking:"),
    ("TC411", "opening: {at: 08:00}", "opening: {at: 07:30}", "opening: {at: 07:30}"),
    ("TC430", "cooking: {minutes: 75}", "cooking: {window: 14:00-14:30}", "cooking: {window: 14:00-14:30}"),
    ("TC432", "cooking: {minutes: 75}", "cooking: {times: [{at: 08:10, days: mon}]}", "cooking: {times"),
    ("TC431", "cooking: {minutes: 75}", "cooking: {weeks: 40-50}", "cooking: {weeks: 40-50}"),
    ("TC431", "cooking: {minutes: 75}", "cooking: {not_in_weeks: [2, 40-50]}", "cooking: {not_in_weeks: [2, 40-50]}"),
    ("TC327", "cooking: {minutes: 75}", "cooking: {how_often: {once: true}, not_in_weeks: [2]}", "not_in_weeks"),
])
def test_what_no_week_can_hold_is_found_before_any_is_solved(own_house, code, old, new, shown):
    told = found(own_house({PROGRAMME: (old, new)}))

    assert code in told
    assert shown in told[code]


@pytest.mark.parametrize("room", ["capacity: 1", "capacity: 9, sex: man"])
def test_a_named_room_that_is_too_small_or_not_for_these_people_is_found(own_house, room):
    """The group has two residents and is not said to be one of men."""
    own_house({PROGRAMME: ("  study: {title", f"  shed: {{title: {{id: Gudang, en: Shed}}, {room}, features: [quiet]}}\n"
                                              "  study: {title")})

    told = found(own_house({PROGRAMME: ("cooking: {minutes: 75}", "cooking: {room: shed}")}))

    assert told == {"TC433": "cooking: {room: shed}"}


def test_too_few_hours_are_counted_before_any_week_is_solved(own_house):
    own_house({PROGRAMME: ("staff:\n", "staff:\n  chair-1: {title: {id: Ketua, en: Chair}, role: chair, "
                           "available: [{days: mon, hours: 08:00-09:30}]}\n")})

    told = found(own_house({PROGRAMME: ("talk:\n", "talk: {minutes: 60, led_by: {roles: [chair]}}\n")}))

    assert list(told) == ["TC415"] and told["TC415"].startswith("chair-1:")


@pytest.mark.parametrize(("written", "roles", "co_lead", "resident"), [
    ("{roles: [counsellor]}", ("counsellor",), ("companion",), "chair"),
    ("{co_lead: []}", ("counsellor", "companion"), (), "chair"),
    ("{co_lead: [counsellor], resident: null}", ("counsellor", "companion"), ("counsellor",), None),
    ("{same_sex: false}", ("counsellor", "companion"), ("companion",), "chair"),
])
def test_who_leads_changes_only_in_what_is_written(own_house, written, roles, co_lead, resident):
    own_house({"catalogue/components/life-skills/cooking.yaml": (
        "led_by:\n", "led_by:\n  co_lead: [companion]\n  resident: chair\n")})
    house = own_house({PROGRAMME: ("cooking: {minutes: 75}", f"cooking: {{led_by: {written}}}")})
    lead = gather([house], "small-house", ("id", "en")).designs["small-house"].components["cooking"].component.led_by

    assert (lead.roles, lead.co_lead, lead.resident) == (roles, co_lead, resident)
    assert lead.qualification.has("id")


def test_the_nearest_room_is_named_with_what_it_lacks(own_house, words):
    house = own_house({PROGRAMME: ("features: [quiet]}\n  study", "features: []}\n  study")})
    own_house({PROGRAMME: ("capacity: 4, features: [quiet]", "capacity: 1, features: [quiet]")})
    gathered = gather([house], "small-house", ("id", "en"))

    told = [words["en"].message(problem) for problem in
            timetable_and_faults(gathered.designs["small-house"], house / "nowhere")[2]()]

    assert any("needs 2 places and: Quiet (quiet); nearest is Hall, which lacks: Quiet (quiet)" in message for message in told)


def test_a_room_that_a_house_names_is_taken_at_its_word_and_what_it_lacks_is_said(own_house, words):
    own_house({PROGRAMME: ("capacity: 8, features: [quiet]}", "capacity: 8}")})
    house = gather([own_house({PROGRAMME: ("cooking: {minutes: 75}", "cooking: {room: hall}")})], "small-house", ("id", "en"))

    (problem,) = house.problems

    assert (problem.code, problem.is_error) == ("TC323", False)
    assert "“Cooking” is held in Hall, which lacks what it asks for: Quiet" in words["en"].message(problem)


@pytest.mark.parametrize(("faiths", "days"), [("[islam, kristen]", 14), ("[kristen]", 0)])
def test_a_house_without_muslims_has_no_ramadan(own_house, faiths, days):
    own_house({PROGRAMME: ("starts: 2027-08-09", "starts: 2027-02-15")})
    house = own_house({PROGRAMME: ("  ages: [18, 60]\n", f"  ages: [18, 60]\n  faiths: {faiths}\n")})
    design = gather([house], "small-house", ("id", "en")).designs["small-house"]

    assert sum(day.ramadan for day in calendar_of(design, Kept())[1]) == days


@pytest.mark.parametrize(("city", "is_told"), [
    ("Makassar", True), ("Kota Makassar", True), ("Kabupaten Malang", False), ("Batu", False), ("Desa Pandansari", False)])
def test_a_house_that_moved_without_its_latitude_is_told(own_house, city, is_told):
    """A copied sample keeps the coordinates of Malang: prayers would be printed for there. What nobody lists is trusted."""
    problems = gather([own_house({PROGRAMME: ("city: Malang", f"city: {city}")})], "small-house", ("id", "en")).problems

    assert [(p.code, p.args["latitude"], p.is_error) for p in problems] == ([("TC329", "-5.15", False)] if is_told else [])


def test_a_shorter_programme_may_inherit_what_it_has_no_time_for(own_house):
    house = own_house({PROGRAMME: ("cooking: {minutes: 75}", "cooking: {weeks: 2-2}")})
    short = house / "programmes" / "short-house"
    short.mkdir()
    (short / "programme.yaml").write_text("extends: small-house\ntitle: {id: Pendek, en: Short}\nweeks: 1\n", encoding="utf-8")
    gathered = gather([house], "short-house", ("id", "en"))

    assert gathered.designs["short-house"].weeks == 1
    assert not [problem for problem in gathered.problems if problem.code == "TC431"]


def test_a_house_whose_counsellors_are_not_certified_is_told_until_it_says_who_is_on_the_way(own_house):
    uncertified = own_house({PROGRAMME: ("certified: true", "certified: false")})
    (verdict,) = [one for one in judge(gather([uncertified], "small-house", ("id", "en")).designs["small-house"], None)
                  if one.status == "not-met"]
    assert (verdict.name, [(p.code, p.is_error) for p in verdict.problems]) == ("c24", [("TC524", True)])

    programme = uncertified / "programmes" / PROGRAMME
    programme.write_text(f"{programme.read_text(encoding='utf-8')}\nanswers: {{c24: {{id: Sampai Mei., en: Until May.}}}}\n",
                         encoding="utf-8")
    house = gather([uncertified], "small-house", ("id", "en")).designs["small-house"]
    assert [one.status for one in judge(house, None) if one.name == "c24"] == ["answered"]


def test_what_no_timetable_could_mend_is_told_before_one_is_made(own_house):
    short_night = own_house({PROGRAMME: ("at: 21:30, until: 06:00", "at: 23:30, until: 06:00")})
    assert "TC539" in found(short_night)


def test_a_session_longer_than_three_hours_is_told_before_a_week_is_made_to_fit_it(own_house):
    assert "TC538" in found(own_house({PROGRAMME: ("cooking: {minutes: 75}", "cooking: {minutes: 200}")}))


@pytest.mark.parametrize("key", ["at: 13:00", "groups: all", "room: hall"])
def test_a_place_in_the_week_for_what_is_not_held_with_residents_is_told(own_house, key):
    """A family group with an hour of its own would be missing from the sheet, and nobody would know why."""
    own_house({"catalogue/components/life-skills/cooking.yaml": ("mode: group", "mode: group\nparticipants: families")})
    house = own_house({PROGRAMME: ("cooking: {minutes: 75}", f"cooking: {{{key}}}")})

    problems = gather([house], "small-house", ("id", "en")).problems

    assert [problem.args["key"] for problem in problems if problem.code == "TC328"] == [key.partition(":")[0]]


def test_what_everybody_takes_part_in_over_a_signature_has_nothing_beside_it(own_house):
    """A school's lessons would otherwise need a second leader and room for whoever stays away from each of them."""
    signed = "signed_by: {name: Rumah Uji, role: counsellor, on: 2027-08-01}"
    house = own_house({PROGRAMME: ("    quiet-hour:\n", f"    quiet-hour: {{voluntary: false, {signed}}}\n")})

    design = gather([house], "small-house", ("id", "en")).designs["small-house"]

    assert design.catalogue.components["quiet-hour"].alternative
    assert design.components["quiet-hour"].component.alternative is None


def test_a_stream_that_never_holds_what_it_is_named_for_is_told(own_house):
    house = own_house({PROGRAMME: ("cohort: {title: {id: Angkatan, en: Cohort}, size: 2}",
                                   "cohort: {title: {id: Angkatan, en: Cohort}, size: 2, phase: re-entry}")})
    own_house({PROGRAMME: ("cooking: {minutes: 75}", "cooking: {groups: all, phases: [primary]}")})
    problems = gather([house], "small-house", ("id", "en")).problems

    assert [problem.code for problem in problems if problem.code == "TC319"]
