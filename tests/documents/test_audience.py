"""What is said only for minors or women stands in no book of a house that takes in neither, and stands where it does."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.calling import Calling
from generator.gather import BUILT_IN, gather
from generator.language import AUDIENCES, Text
from generator.model.audience import adaptations_for, audiences_of, for_its_people, told
from generator.views.book import Book
from generator.views.chapters import chapters
from generator.views.component_chapter import component_chapter
from tests.content.rules import phrases

FOR_SOME = {
    "minors": {"id": r"di bawah umur|di bawah 18|belum dewasa|masih anak|anak menunggu|anak hanya|\bwali\b",
               "en": r"\bminors?\b|under age|under 18|guardian|children wait"},
    "women": {"id": r"\bhamil\b|kehamilan|\bhaid\b|kamar perempuan", "en": r"pregnan|breast-feed|women's rooms"},
}
BUT = {"medication-continuity": "a topic of its own on planning a child, for fathers too",
       "staff-supervision-training": "a grown-up child's parents", "seminar": "stories of mothers"}


def texts_of(design):
    for name, planned in design.components.items():
        if name not in BUT:
            for place, text in phrases(planned.component):
                if not place.startswith("adaptations."):
                    yield f"{name}.{place}", text
    for role in {role for post in design.programme.staff.values() for role in (post.role, *post.also)}:
        yield from ((f"{role}.{place}", text) for place, text in phrases(design.catalogue.roles[role]))
    yield from ((f"policies.{place}", text) for place, text in phrases(design.programme.policies))


def test_a_stretch_in_brackets_is_for_some_and_what_follows_the_bar_for_the_others():
    text = Text.of({"id": "Kamu boleh pulang. [minors|Anak bersama wali.]",
                    "en": "You may go[minors|, a minor with a guardian|].", "de": "[women|Sie|Er] geht."})

    assert [said for _, said in text] == ["Sie geht.", "You may go, a minor with a guardian.",
                                         "Kamu boleh pulang. Anak bersama wali."]
    assert [said for _, said in text.told(("men",))] == ["Er geht.", "You may go.", "Kamu boleh pulang."]
    plain = Text.of({"en": "For everybody"})
    assert plain.told(()) is plain


def test_an_item_of_which_nothing_is_left_is_gone_from_its_list():
    women, everybody = Text.of({"en": "[women|For women.]"}), Text.of({"en": "For all."})

    assert told((women, everybody), lambda text: text.told(("men",))) == (everybody,)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_house_for_grown_men_reads_nothing_for_minors_or_pregnancy(catalogue_house, language):
    design = catalogue_house.designs["sadar-hati"]
    assert audiences_of(design.programme) == ("men", "muslims", "christians", "overnight")

    found = [f"{place}: {match[0]}" for place, text in texts_of(design) for audience in ("minors", "women")
             if (match := re.search(FOR_SOME[audience][language], text.to(language), re.IGNORECASE))]
    assert found == []


@pytest.mark.parametrize("programme", ["cra-outpatient-24-weeks", "day-programme"])
def test_nobody_is_told_to_wake_staff_where_nobody_is_there_at_night(catalogue_house, programme):
    design = for_its_people(catalogue_house.designs[programme])
    told_now = [text for planned in design.components.values() if (own := planned.component.for_residents)
                for text in (own.about, *own.happens, *own.rights)]

    assert [text.to("en") for text in told_now if re.search(
        r"midnight|night staff|[Ww]ake (the )?(staff|officer)|ring first, day or night", text.to("en"))] == []
    assert any("When this place is closed, call 119" in text.to("en") for text in told_now)
    assert "bangunkan petugas" in repr(catalogue_house.designs["sadar-hati"].components["mental-health-care"].component)


def test_a_house_for_minors_and_women_reads_all_of_it(catalogue_house):
    design = catalogue_house.designs["sadar-hati"]
    target = design.programme.target.model_copy(update={"ages": (12, 17), "sexes": ("woman", "man")})
    theirs = replace(design, programme=design.programme.model_copy(update={"target": target}),
                     components={name: replace(planned, component=catalogue_house.catalogue.components[name])
                                 for name, planned in design.components.items()})

    assert audiences_of(theirs.programme) == AUDIENCES and for_its_people(theirs) is theirs
    said = " ".join(text.to("en") for _, text in texts_of(theirs))
    assert "A minor goes only with a safe guardian" in said and "TB, hepatitis and pregnancy" in said


@pytest.mark.parametrize(("faiths", "noon", "sunday"), [
    (("islam",), "Salat Zuhur atau waktu hening", "Ibadah atau waktu hening"),
    (("katolik",), "Doa siang atau waktu hening", "Kebaktian atau misa atau waktu hening"),
    (("hindu", "islam"), "Salat Zuhur atau waktu hening", "Ibadah atau waktu hening"),
    (("hindu",), "Doa siang atau waktu hening", "Ibadah atau waktu hening"),
    ((), "Salat Zuhur atau waktu hening", "Kebaktian atau misa atau waktu hening")])
def test_the_days_of_the_pattern_name_the_worship_of_those_who_live_there(tmp_path, words, faiths, noon, sunday):
    file = tmp_path / "programmes" / "theirs" / "programme.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("extends: sadar-hati\ntarget: {sexes: [man], ages: [18, 60], who: {id: Dewasa, en: Adults}, "
                    f"faiths: [{', '.join(faiths)}]}}\n", encoding="utf-8")
    design = gather([tmp_path, BUILT_IN], "theirs", ("id", "en")).designs["theirs"]

    def said(day, item):
        return next(one.title.to("id") for one in design.programme.day_types[day].frame if one.name == item)

    assert (said("weekday", "dzuhur"), said("sunday", "worship")) == (noon, sunday)
    opening = chapters()["day"].blocks(Book(design, (), (), words["id"], design.catalogue.editions["family"]))[0]
    assert ("waktu salat" in opening.text[0].text) == design.programme.keeps_ramadan


def test_both_languages_set_apart_the_same_for_the_same(catalogue_house):
    mark = re.compile(r"\[([a-z]+)\|")
    differing = [place for kind in ("components", "roles", "phases", "forms") for name, thing in
                 getattr(catalogue_house.catalogue, kind).items() for place, text in phrases(thing, name)
                 if len({tuple(sorted(mark.findall(phrase))) for _, phrase in text.as_written}) > 1]
    assert differing == []


@pytest.mark.parametrize("name", ["day-programme", "cra-outpatient-24-weeks"])
def test_by_day_nobody_reads_of_leave_or_of_staff_at_night(catalogue_house, name):
    """Clients live at home: their cards spoke of leave, and the staff's plans of moving beds and of a night officer's door."""
    components = {key: planned.component for key, planned in for_its_people(catalogue_house.designs[name]).components.items()}
    told = {f"{key}.{place}": text.to("en") for key, component in components.items()
            for part in ("for_residents", "for_families") for place, text in phrases(getattr(component, part), part)}
    plans = {f"{key}.{place}": text.to("en") for key, component in components.items()
             for part in ("plan", "goes_wrong", "safety") for place, text in phrases(getattr(component, part), part)}

    leave = re.compile(r"\b(?:on|before|for|days of|calls|visits|phases?),? (?:your )?leave\b|^leave (?:or|next)", re.I)
    assert {place: said for place, said in told.items() if leave.search(said)} == {}
    night = re.compile(r"night (?:officer|staff|handover)|sleeps? near|moves? beds|another bed|midnight", re.I)
    assert {place: said for place, said in plans.items() if night.search(said) and "not at midnight" not in said} == {}


@pytest.mark.parametrize("name", ["day-programme", "cra-outpatient-24-weeks"])
@pytest.mark.parametrize(("language", "nights", "rooms"), [
    ("en", r"bedtime|before (?:sleep|bed)\b|\bbedrooms?\b", r"room-?mate|\bmy bed\b|one more night|weekend officer|lights out"),
    ("id", r"sebelum tidur(?! serta)|kamar tidur", r"teman sekamar|kasur dan laci|satu malam lagi|jaga akhir pekan|"
           r"lampu padam"),
])
def test_by_day_no_plan_speaks_of_beds_and_nobody_is_first_seen_before_sleep(catalogue_house, name, language, nights, rooms):
    """Whoever showed a heavy number on Friday was to be seen “before sleep”, when everybody is at home and nobody on duty."""
    components = {key: planned.component for key, planned in for_its_people(catalogue_house.designs[name]).components.items()}
    told = {part: {f"{key}.{place}": text.to(language) for key, component in components.items() if getattr(component, part)
                   for place, text in phrases(getattr(component, part), part)}
            for part in ("plan", "goes_wrong", "safety", "worksheet", "topics")}

    assert {place: said for part in told.values() for place, said in part.items() if re.search(rooms, said, re.I)} == {}
    assert {place: said for part in ("plan", "goes_wrong", "safety") for place, said in told[part].items()
            if re.search(nights, said, re.I)} == {}
    if name == "day-programme":
        assert "residential care here" not in told["plan"]["intake-assessment.plan[6].leader"]


@pytest.mark.parametrize("name", ["day-programme", "cra-outpatient-24-weeks"])
def test_by_day_home_is_where_clients_live_and_going_there_is_not_leaving(catalogue_house, name):
    """A client of a clinic read that “the house” lends shoes, and what comes “after going home”, which is every evening."""
    design = for_its_people(catalogue_house.designs[name])
    components, catalogue = (planned.component for planned in design.components.values()), design.catalogue
    told_things = [*components, *catalogue.pillars.values(), *catalogue.roles.values(), *catalogue.glossary.terms.values()]
    texts = [text for thing in told_things for part in ("for_residents", "for_families")
             if (own := getattr(thing, part, None)) for _, text in phrases([own], part)]
    house = {"id": r"\brumah ini|seluruh rumah|kepada rumah|(?:sesudah|hari|menjelang) pulang\b|teman serumah",
             "en": r"\b(?:the|this|whole) house\b|after (?:going home|leaving)|day you go home|MOD"}

    assert {text.to(code) for text in texts for code, words in house.items() if re.search(words, text.to(code))} == set()


def test_a_staff_handbook_adapts_only_to_its_own_people(catalogue_house, words):
    design = catalogue_house.designs["sadar-hati"]
    component = design.components["morning-meeting"].component
    wanted = adaptations_for(design.programme)
    assert wanted == ("methamphetamine", "multi-faith", "dual-diagnosis", "low-resource")

    def titles(own):
        table = next(block for block in component_chapter(design.catalogue, "morning-meeting", component, words["en"], own)
                     if getattr(block, "header", ()) == ("For", "What changes"))
        return {row[0][0].text for row in table.rows}

    assert titles(design) == {design.catalogue.adaptations[key].title.to("en") for key in wanted}
    assert len(titles(None)) == 6


@pytest.mark.parametrize(("substances", "told_of"), [
    ("sabu, cannabis", ["sabu"]), ("crystal-meth", ["crystal-meth"]), ("sabu, methamphetamine", []), ("cannabis", [])])
def test_another_word_for_methamphetamine_is_told_for_it_calls_for_nothing(tmp_path, substances, told_of):
    text = (BUILT_IN / "programmes/sadar-hati/programme.yaml").read_text(encoding="utf-8")
    written = text.replace("substances: [methamphetamine, cannabis, benzodiazepines]", f"substances: [{substances}]")
    assert written != text
    file = tmp_path / "programmes/house/programme.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(written, encoding="utf-8")

    problems = gather([tmp_path, BUILT_IN], "house", ("id", "en")).problems

    assert [problem.args["value"] for problem in problems if problem.code == "TC326"] == told_of


@pytest.mark.parametrize(("programme", "title"), [
    ("sadar-hati", "Core TC routine"), ("day-programme", "Core TC routine"),
    ("minnesota-28-days", "Shared routine"), ("cra-outpatient-24-weeks", "Shared routine"),
])
def test_a_programme_that_is_no_therapeutic_community_does_not_call_its_routine_one(catalogue_house, programme, title):
    assert catalogue_house.designs[programme].catalogue.pillars["core-tc"].title.to("en") == title
    assert catalogue_house.catalogue.pillars["core-tc"].title.to("en") == "Core TC routine"


def test_another_name_for_residents_keeps_capital_plural_article_and_gaps():
    calling = Calling({"id": "residen", "en": "resident"}, {"id": "klien", "en": "outpatient"})

    assert calling.said("id", "Residen dan pendampingnya, antarresiden; residennya. Perawatan residensial.") == \
        "Klien dan pendampingnya, antarklien; kliennya. Perawatan residensial."
    assert calling.said("en", "A resident and a resident's friend: {residents} of the Residents, no residential care") == \
        "An outpatient and an outpatient's friend: {residents} of the Outpatients, no residential care"
    assert calling.said("jv", "residen") == "residen"


@pytest.mark.parametrize("language", ["id", "en"])
def test_where_nobody_sleeps_in_the_papers_speak_of_clients(catalogue_house, words, language):
    design = catalogue_house.designs["day-programme"]
    said = [text for _, text in texts_of(design)] + [form.title for form in design.catalogue.forms.values()]

    assert not [found for text in said if (found := re.search(r"(?i)\bresiden(ts?)?\b", text.to(language)))]
    assert design.words(words)[language].label("programme.weeks_stay", weeks=1, stay=1).count(
        {"id": "klien", "en": "client"}[language]) == 1
    assert "resident" not in design.catalogue.glossary.terms


@pytest.mark.parametrize(("name", "accepted"), [
    ("santri", True), ("warga binaan", True), ("WBP", True), ("anak-anak", True), ("{x} klien", False), ("cl{ient", False),
    ("a|b", False), ("<b>x</b>", False), ("x", False), ("k" * 41, False), ("klien 2", False),
])
def test_only_words_can_stand_for_residents(own_house, name, accepted):
    root = own_house({"small-house/programme.yaml": ("starts:", f'residents_called: {{id: "{name}", en: student}}\nstarts:')})

    problems = [problem for problem in gather([root], "small-house", ("id", "en")).problems if problem.is_error]

    assert [problem.code for problem in problems] == ([] if accepted else ["TC245"])
    assert accepted or problems[0].location.line == (root / "programmes" / "small-house" / "programme.yaml").read_text(
        encoding="utf-8").split("residents_called")[0].count("\n") + 1


def test_a_house_calls_its_residents_as_it_likes(tmp_path, words):
    file = tmp_path / "programmes" / "rumah" / "programme.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("extends: sadar-hati\nresidents_called: {id: santri, en: student}\n", encoding="utf-8")
    design = gather([tmp_path, BUILT_IN], "rumah", ("id", "en")).designs["rumah"]

    assert "santri" in design.catalogue.glossary.terms["resident"].term.to("id")
    assert design.words(words)["id"].label("programme.residents", count=3) == "3 santri"
    assert design.words(words)["en"].label("programme.residents", count=3) == "3 students"
