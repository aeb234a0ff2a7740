"""A facilitator's week: its cover says who else leads, what leaves no time and what to copy, and each row has its plan."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

from pypdf import PdfReader

from generator.documents import Laid, documents
from generator.formats import Materials, typst
from generator.language import Text
from generator.model.house import TeamTimes
from generator.model.week import TeamTime
from generator.views.facilitator_week import NeededView, copies, facilitator_week
from generator.views.session_plan import session_plan
from generator.views.usual_leads import usual_leads
from tests.places import FIXTURE


def test_the_cover_says_who_usually_leads_what_is_led_by_another_this_week(small_build, words):
    design, week = small_build.design, small_build.weeks[0]
    day = next(day for day in week.days if any(s.lead == "counsellor-1" and s.resident is None for s in day.sessions))
    session = next(s for s in day.sessions if s.lead == "counsellor-1" and s.resident is None)
    other = next(post for post in design.programme.staff if post not in (session.lead, session.co_lead))
    weeks = [replace(week, days=tuple(replace(one, sessions=(replace(session, lead=lead),) if one is day else ())
                                      for one in week.days)) for lead in ("counsellor-1", "counsellor-1", other)]
    titles = {post: design.programme.staff[post].title.to("en") for post in ("counsellor-1", other)}

    def cover(which, post):
        return facilitator_week(design, weeks[which], post, words["en"], usual_leads(weeks))

    def notes(which, post):
        return [note for day in cover(which, post).days for row in day.rows for note in row.notes]

    assert notes(2, other) == [f"usually led by {titles['counsellor-1']}"]
    assert notes(0, "counsellor-1") == []
    assert usual_leads(weeks[1:]) == {}, "twice says nothing of what is usual"
    also = replace(weeks[2], days=tuple(replace(one, sessions=(*one.sessions, replace(session, start=0)))
                                        if one.sessions else one for one in weeks[2].days))
    (handed,) = facilitator_week(design, also, "counsellor-1", words["en"], usual_leads(weeks)).handed_on
    assert handed.endswith(f": {titles[other]}")


def test_the_cover_says_who_is_on_leave_and_which_day_is_a_holiday(small_build, words):
    design, week = small_build.design, small_build.weeks[0]
    first = week.days[0].date
    away = design.programme.staff["counsellor-1"].model_copy(update={"leave": ((first, first + dt.timedelta(1)),)})
    staff = {**design.programme.staff, "counsellor-1": away}
    design = replace(design, programme=design.programme.model_copy(update={"staff": staff}))
    day = next(day for day in week.days if any(s.lead == "counsellor-1" for s in day.sessions))
    feast = replace(day, calendar=replace(day.calendar, holiday=Text.of({"id": "Hari Raya", "en": "Feast day"})))
    week = replace(week, days=tuple(feast if one is day else one for one in week.days))

    view = facilitator_week(design, week, "counsellor-1", words["en"])

    assert view.away == (f"{away.title.to('en')} (Mon 9 Aug – Tue 10 Aug)",)
    assert [one.name.partition(" · ")[2] for one in view.days if " · " in one.name] == ["Feast day"]


def test_the_cover_says_what_ends_in_the_room_only_when_a_group_begins_there(small_build, words):
    """A case meeting until one and a group in its room at one: nobody has time to lay out chairs and cards."""
    design, week = small_build.design, small_build.weeks[0]
    day = next(day for day in week.days if any(s.room and s.resident is None for s in day.sessions))
    session = next(s for s in day.sessions if s.room and s.resident is None)
    post = session.lead
    meeting = TeamTimes(title=Text.of({"id": "Rapat", "en": "Case meeting"}), days="wed", hours="12:15-13:00")
    design = replace(design, programme=design.programme.model_copy(update={"team_times": {"case-meeting": meeting}}))
    elsewhere = next(room for room in design.programme.rooms if room != session.room)

    def notes(room, gap, staff=()):
        meeting = TeamTime("case-meeting", day.date, session.start - gap - 30, session.start - gap, staff, room)
        only = replace(week, days=(replace(day, sessions=(session,)),), team_times=(meeting,))
        (shown,) = facilitator_week(design, only, post, words["en"]).days
        return [note for row in shown.rows for note in row.notes]

    assert notes(session.room, 0) == ["room in use until then: Case meeting"]
    assert notes(session.room, 5) == notes(elsewhere, 0) == []
    assert notes(elsewhere, 0, (post,)) == [f"straight from {design.programme.rooms[elsewhere].title.to('en')}"]


def test_only_who_leads_a_session_copies_its_worksheets_and_gathers_its_materials(small_build, words):
    """Both covers said ten copies, and there were twenty."""
    design, week = small_build.design, small_build.weeks[0]
    day = next(day for day in week.days for s in day.sessions if design.components[s.component].component.worksheet)
    session = next(s for s in day.sessions if design.components[s.component].component.worksheet)
    second = next(post for post in design.programme.staff if post != session.lead)
    shared = replace(week, days=(replace(day, sessions=(replace(session, co_lead=second),)),))

    leads, co_leads = (facilitator_week(design, shared, post, words["id"]) for post in (session.lead, second))

    assert leads.copies and leads.materials
    assert not co_leads.copies and not co_leads.materials and co_leads.plans


def test_a_sheet_that_people_keep_is_copied_once_for_each_of_them(small_build, words):
    """Meditation three times a week asked for thirty copies of a sheet that is handed out once."""
    design, week = small_build.design, small_build.weeks[0]
    day = next(day for day in week.days for s in day.sessions if design.components[s.component].component.worksheet)
    session = next(s for s in day.sessions if design.components[s.component].component.worksheet)
    twice = (session, replace(session, start=session.end))
    sheet = design.components[session.component].component.worksheet
    people = sum(part.size for part in session.parts)

    assert copies(sheet, session.component, twice, words["en"]) == f"{2 * people} × “{sheet.title.to('en')}”"
    kept = copies(sheet.model_copy(update={"kept": True}), session.component, twice, words["en"])
    assert kept == f"{people} × “{sheet.title.to('en')}”, only for those who have none yet"


def week_with_a_worksheet_twice(small_build, words):
    """Of whoever leads a group session with a worksheet, and then the same once more."""
    design, week = small_build.design, small_build.weeks[0]

    def has_worksheet(session):
        component = design.components[session.component].component
        return component.worksheet and component.mode != "individual"

    day, session = next((day, session) for day in week.days for session in day.sessions if has_worksheet(session))
    twice = replace(week, days=(replace(day, sessions=(session, replace(session, start=session.end))),))
    return facilitator_week(design, twice, session.lead, words["en"])


def test_a_components_worksheet_lies_behind_its_first_plan_only(small_build, words):
    """An agenda with another topic each morning put the same master into the pile four times, each with an empty back."""
    view = week_with_a_worksheet_twice(small_build, words)

    assert [one.worksheet is not None for one in view.plans] == [True, False]


def test_a_plan_says_which_groups_take_part_where_there_are_several(small_build, words):
    """Two groups at two hours, and the plan did not say which comes when."""
    design, week = small_build.design, small_build.weeks[0]
    session = next(s for s in week.sessions if s.resident is None and len(s.parts) == 1)
    group = design.programme.groups[session.parts[0].group]
    other = group.model_copy(update={"title": Text.of({"id": "Lain", "en": "Other"})})

    def who(groups):
        house = replace(design, programme=design.programme.model_copy(update={"groups": groups}))
        return {one.who for one in session_plan(house, session.component, week, words["en"], [session]).occasions}

    assert who({session.parts[0].group: group}) == {""}
    assert who({session.parts[0].group: group, "other": other}) == {group.title.to("en")}


def test_every_page_of_a_plan_bears_its_number_on_the_cover_and_its_title(small_build, words, templates):
    """A pile of seventy-six pages fell, and only the first page of each plan said whose it was."""
    design, week = small_build.design, small_build.weeks[0]
    view = facilitator_week(design, week, "counsellor-1", words["en"])
    printed = typst.make(view, Materials(templates))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages]

    for number, one in enumerate(view.plans, 1):
        own = [page for page in pages if f"Plan {number} · {one.plan.title} ·" in page]
        assert len(own) >= 2 and f"{one.plan.subtitle} · Plan {number}" in own[0]


def test_a_post_asked_for_by_name_that_leads_nothing_gets_a_cover_with_its_meetings(small_build, words):
    """A manager asked for the week, no file was made, and nothing said why."""
    design, week = small_build.design, small_build.weeks[0]
    meeting = TeamTimes(title=Text.of({"id": "Rapat", "en": "Case meeting"}), days="mon", hours="12:15-13:00")
    design = replace(design, programme=design.programme.model_copy(update={"team_times": {"case-meeting": meeting}}))
    held = TeamTime("case-meeting", week.days[0].date, 735, 780, ("counsellor-1",), None)
    idle = replace(week, days=tuple(replace(day, sessions=()) for day in week.days), team_times=(held,))

    assert facilitator_week(design, idle, "counsellor-1", words["en"]) is None
    view = facilitator_week(design, idle, "counsellor-1", words["en"], asked=True)

    assert view.hours == "Leads no session this week." and not view.plans
    assert [row.title for day in view.days for row in day.rows] == ["Case meeting"]


def test_what_to_copy_and_to_gather_says_for_which_plans(small_build, words):
    """Forty things for twelve plans, and nothing said what had to be there on Tuesday."""
    view = week_with_a_worksheet_twice(small_build, words)

    (copy,), (needed,) = view.copies, view.materials
    assert copy.endswith("” · Plan 1, 2") and needed.plans == "Plan 1, 2" and needed.items


def test_a_facilitators_week_has_a_plan_for_every_row_of_its_cover_with_that_rows_clock(small_build, words):
    design, week = small_build.design, small_build.weeks[0]
    view = facilitator_week(design, week, "counsellor-1", words["id"])
    led = [s for s in week.sessions if "counsellor-1" in (s.lead, s.co_lead)]
    rows = [row for day in view.days for row in day.rows if row.sheet]

    assert len(rows) == len(led)
    for row in rows:
        plan = view.plans[int(row.sheet) - 1].plan
        assert plan.title == row.title
        assert row.time.partition("–")[0] in plan.steps[0].clock.split()
        assert row.time in [occasion.time for occasion in plan.occasions]
    assert facilitator_week(design, replace(week, days=()), "counsellor-1", words["id"]) is None


def test_a_plan_held_at_several_hours_says_when_its_steps_begin_at_each(small_build, words):
    design, week = small_build.design, small_build.weeks[0]
    talk = next(session for session in week.sessions if session.resident is not None)

    def clocks(*starts):
        held = [replace(talk, start=start) for start in starts]
        return [step.clock for step in session_plan(design, talk.component, week, words["id"], held).steps[:2]]

    first, second = clocks(600)
    gone = int(second[3:]) - int(first[3:])
    assert clocks(600, 840, 600) == ["10.00 14.00", f"10.{gone:02d} 14.{gone:02d}"]
    assert clocks(600, 660, 840, 900) == ["menit ke-0", f"menit ke-{gone}"], "more hours than stand beside a step"


def test_the_cover_of_a_facilitators_week_says_with_whom_a_session_is_led(small_build, words):
    design, week = small_build.design, small_build.weeks[0]
    posts = [post for post in design.programme.staff if post != "counsellor-1"]
    shared = replace(week, days=tuple(replace(day, sessions=tuple(
        replace(session, lead="counsellor-1", co_lead=posts[0]) for session in day.sessions)) for day in week.days))
    titles = {post: design.programme.staff[post].title.to("id") for post in ("counsellor-1", posts[0])}

    def roles(post):
        view = facilitator_week(design, shared, post, words["id"])
        return {row.role for day in view.days for row in day.rows if row.sheet}

    assert roles("counsellor-1") == {f"bersama {titles[posts[0]]}"}
    assert roles(posts[0]) == {f"mendampingi {titles['counsellor-1']}"}


def test_a_plan_for_one_session_says_that_sessions_topic_only(small_build, words):
    design, week = small_build.design, small_build.weeks[0]
    name = next(name for name, planned in design.components.items() if len(planned.component.topics) > 1)

    assert [topic.number for topic in session_plan(design, name, week, words["id"], topic=2).topics] == [2]


def test_every_page_count_of_plans_and_weeks_is_even(small_build, words, templates):
    from generator.formats import Materials, typst

    laid = Laid(small_build.design, small_build.weeks, small_build.weeks, small_build.verdicts, words["id"])
    logo = FIXTURE / "programmes" / "small-house" / "logo.svg"
    materials = Materials(templates, {"logo.svg": logo.read_bytes()}, 1_800_000_000)
    for name in ("facilitator-week", "topic-set", "session-plan"):
        for piece in documents()[name].pieces(laid):
            if "Worksheet" in type(piece.view).__name__:
                continue
            pages = len(PdfReader(io.BytesIO(typst.make(piece.view, materials))).pages)
            worksheet = name == "topic-set" and piece.view.worksheet is not None
            assert (pages - worksheet) % 2 == 0, piece.path


def test_a_long_cover_stays_on_one_sheet_of_paper_and_an_empty_back_is_for_notes(small_build, words, templates):
    """A full week's cover ran on to a third page, half empty, with a blank one behind it."""
    (week, *_) = small_build.weeks
    view = facilitator_week(small_build.design, week, "counsellor-1", words["id"])
    alone = replace(view, plans=())
    day = replace(view.days[0], rows=tuple(view.days[0].rows[0] for _ in range(5)))
    needed = NeededView("Rencana 1", tuple("Kertas kecil, pensil, dan lembar kerja untuk setiap orang" for _ in range(6)))
    long = replace(alone, days=(day,) * 5, materials=(needed,) * 12)

    def pages(shown):
        return [page.extract_text() for page in PdfReader(io.BytesIO(typst.make(shown, Materials(templates)))).pages]

    front, back = pages(alone)
    assert "Catatan tanpa nama" in back and "Catatan" not in front
    assert len(pages(long)) == 2
