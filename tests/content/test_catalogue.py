"""The words of the catalogue and the guide: told in full, told once, told in both languages, and told honestly."""

from __future__ import annotations

import re

import pytest

from generator.checks.red_list_words import found_in
from generator.gather import BUILT_IN, House, languages
from generator.language import Text
from generator.model.policies import Policies
from generator.model.programme import Programme
from generator.views.pages.catalogue import catalogue_pages
from generator.views.pages.vocabulary import vocabulary_pages
from tests.content.rules import (
    alike,
    claims_in,
    incomplete,
    legal_words_in,
    longest_sentence,
    phrases,
    sentences,
)
from tests.content.spelling import made_from, own_words, unknown_words
from tests.places import ROOT, TESTS

DOCS = ROOT / "docs"
SOURCES = sorted(path for path in (*(BUILT_IN / "programmes").rglob("*.yaml"), *DOCS.rglob("*.md"), ROOT / "README.md",
                                   *(BUILT_IN / "templates" / "languages").glob("*.yaml"))
                 if path.parent.name != "red-list")
"""Everything that is written by hand; the red list itself names the phrases it forbids."""

TWELVE_MORE = {
    "family-visit-day", "phone-and-contact-time", "urine-testing-with-dignity", "written-step-work",
    "study-hall-and-equivalency-schooling", "resident-request-meeting", "outing", "women-only-group",
    "older-members-meeting", "home-leave", "graduation", "roll-call-and-handover",
}
TOPICS = {
    "seminar": 24, "psychoeducation": 12, "relapse-prevention-group": 16, "religious-study": 12, "motivation-session": 6,
    "communication-skills": 6, "money-management": 8, "problem-solving": 6, "stress-management": 8, "self-confidence": 6,
    "family-support-group": 8, "alumni-aftercare-group": 12,
}


@pytest.fixture(scope="module")
def house(catalogue_house) -> House:
    return catalogue_house


@pytest.fixture(scope="module")
def components(house):
    return house.catalogue.components


def hand_written(language: str) -> dict[str, str]:
    folder = DOCS / language
    return {path.relative_to(folder).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*.md")) if "develop" not in path.parts}


def test_the_catalogue_has_every_component_and_no_fault(house, components):
    assert [str(problem.location) for problem in house.problems] == []
    assert len(components) == 79
    assert components.keys() >= TWELVE_MORE


def test_every_component_is_told_in_full(components):
    found = [f"{name}: {finding}" for name, component in components.items() for finding in incomplete(component)]

    assert found == []


def test_what_runs_often_has_the_topics_it_needs(components):
    assert {name: len(components[name].topics) for name in TOPICS if len(components[name].topics) < TOPICS[name]} == {}


def test_the_groups_of_outpatient_care_fit_into_its_fifty_minutes(components):
    """The women's group of a published Matrix timetable was refused: its plan took 51 minutes at least."""
    groups = ("methamphetamine-track", "motivation-session", "mutual-help-fellowship", "psychoeducation",
              "relapse-prevention-group", "social-network-building", "women-only-group")

    least = {name: sum(step.least or step.minutes for step in components[name].plan if step.core) for name in groups}

    assert {name: minutes for name, minutes in least.items() if minutes > 50} == {}


def test_no_two_topics_of_a_component_have_the_same_title(components):
    for name, component in components.items():
        for language in ("id", "en"):
            titles = [topic.title.to(language) for topic in component.topics]
            assert len(titles) == len(set(titles)), f"{name} {language}"


def test_at_least_thirty_components_have_a_worksheet(components):
    assert sum(component.worksheet is not None for component in components.values()) >= 30


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_two_components_share_their_texts(components, language):
    assert [str(finding) for finding in alike(components, language)] == []


def test_texts_that_are_nearly_alike_are_found(components):
    twin = components["morning-meeting"].model_copy(update={"title": Text.of({"id": "Kembar", "en": "Twin"})})

    found = list(alike({**components, "twin": twin}, "id", ["twin"]))

    assert any("plan[1]" in finding.place and "morning-meeting" in str(finding) for finding in found)


def test_the_same_pages_are_written_in_both_languages():
    assert hand_written("id").keys() == hand_written("en").keys()


@pytest.mark.parametrize("page", sorted(hand_written("id")))
def test_both_languages_of_a_page_have_the_same_parts(page):
    """As many headings, tables and warnings, in the same order: nothing was left out in translation."""
    def shape(text: str) -> list[str]:
        return re.findall(r"^(#+|!!! \w+|\|-)", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)

    assert shape(hand_written("id")[page]) == shape(hand_written("en")[page])


def test_every_requirement_of_the_study_is_answered(house, components):
    asked = house.catalogue.requirements.requirements
    answered = {name for component in components.values() for name in component.answers}
    written = {*hand_written("id"), "programmes/sadar-hati/index", "glossary", "references", "red-list", "roles", "views",
               *(page.path for page in catalogue_pages(house.catalogue, _words("id"), {}))}

    assert [f"R{n}" for n in range(1, 122)] == list(asked)
    for name, requirement in asked.items():
        assert [page for page in requirement.pages if page not in written] == [], name
        assert set(requirement.documents) <= {"handbook", "weekly-schedule", "session-plan"}, name
        assert name in answered or requirement.pages or requirement.criteria or requirement.documents, name


def test_the_page_of_requirements_shows_all_121_with_an_answer(house):
    page = next(p for p in vocabulary_pages(house.catalogue, _words("en"), dict.fromkeys(hand_written("en"), "A page"))
                if p.path == "requirements")

    shown = [block.text for block in page.blocks if block.kind == "heading" and block.level == 3]
    lists = [block["items"] if isinstance(block, dict) else block.items for block in page.blocks if block.kind == "bullets"]
    assert shown == [f"R{n}" for n in range(1, 122)]
    assert len(lists) == 121
    assert all(lists)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_source_repeats_the_studys_unsupported_claims_and_figures(path):
    assert list(claims_in(path.read_text(encoding="utf-8"))) == []


def test_the_claims_that_are_looked_for_are_found():
    for text in ("TC sangat efektif.", "naik 1,77 % setiap tahun", "275 juta orang", "They are fully recovered.",
                 "14.101 kasus"):
        assert list(claims_in(text)), text


def test_legal_words_stand_only_in_quotation_marks(house):
    found = []
    for language in ("id", "en"):
        texts = {name: "\n".join(text.to(language) for _, text in phrases(component))
                 for name, component in house.catalogue.components.items()}
        for name, text in {**texts, **hand_written(language)}.items():
            found += [f"{name}: {word}" for word in legal_words_in(text, house.catalogue.glossary)]

    assert found == []
    assert list(legal_words_in("Seorang pecandu narkotika datang.", house.catalogue.glossary)) == ["pecandu narkotika"]


def test_no_text_uses_a_stigmatising_word_or_promises_a_cure(house):
    entries = [e for e in house.catalogue.red_list.values() if e.kind in ("claim", "stigma")]
    for name, component in house.catalogue.components.items():
        for path, text in phrases(component):
            for language, said in text:
                assert path.startswith("house_words") or not list(found_in(said, entries)), f"{name} {path} {language}"


def every_text(house, language: str) -> str:
    catalogue, texts = house.catalogue, []
    for kind in ("components", "pillars", "phases", "roles", "relapse_factors", "dimensions", "structures", "adaptations",
                 "evidence_grades", "features", "standards"):
        for thing in getattr(catalogue, kind).values():
            texts += [text.to(language) for _, text in phrases(thing)]
    texts += [text.to(language) for _, text in phrases(catalogue.requirements)]
    return "\n".join([*texts, *hand_written(language).values()])


@pytest.mark.parametrize("language", ["id", "en"])
def test_everything_is_spelt_as_the_dictionary_or_our_own_list_has_it(house, language):
    assert sorted(unknown_words(language, every_text(house, language))) == []


def test_indonesian_keeps_to_the_houses_words(house):
    """Outside what is said aloud a week is ``pekan``, and people are not named by what they use."""
    written = re.sub("“[^”]*”", "“”", every_text(house, "id"))

    assert re.findall(r"\w*minggu\w*", written) == []  # Minggu is Sunday
    assert re.findall(r"pengguna (?:zat|sabu|stimulan|opioid|alkohol|kokain|metamfetamin|nark\w+)", written) == []


def test_indonesian_says_plainly_whom_and_when_to_help(house):
    """“Ya atau tidak jelas” can be heard as “once yes or no is clear”; and who is accompanied is ``dia``, never ``ia``."""
    text = every_text(house, "id")

    assert re.findall(r"(?i)\bya atau tidak (?:jelas|terjawab)", text) == []
    assert re.findall(r"(?i)\b(?:temani|tinggalkan|bawa|temui|beri|antar|hubungi|ajak|bantu) ia\b", text) == []


def test_a_misspelt_word_is_found():
    assert unknown_words("id", "Tuliskan namanya di kretas, lalu lepaskan.") == {"kretas"}
    assert unknown_words("en", "Write the name on papper.") == {"papper"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_own_words_are_sorted_and_needed(house, language):
    path = TESTS / "content" / f"words-{language}.txt"
    words = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]

    assert words == sorted(set(words))
    assert {word.lower() for word in words} == own_words(language)
    unknown = {word.lower() for word in unknown_words(language, every_text(house, language), frozenset())}
    stems = {form for word in unknown for form in made_from(word)} if language == "id" else set()
    assert own_words(language) <= unknown | stems, "words that Debian's dictionaries know or nobody writes any more"


@pytest.mark.parametrize("language", ["id", "en"])
def test_sentences_are_short_enough_to_read_aloud(components, language):
    """Plain language: on average at most 16 words a sentence in what a leader does, and no component above 22."""
    averages = {}
    for name, component in components.items():
        text = " ".join(step.leader.to(language) for step in component.plan)
        averages[name] = len(text.split()) / sentences(text)

    assert sum(averages.values()) / len(averages) <= 16
    assert {name: round(mean, 1) for name, mean in averages.items() if mean > 22} == {}


@pytest.mark.parametrize(("language", "most"), [("id", 30), ("en", 40)])
def test_no_sentence_is_longer_than_a_breath(components, language, most):
    """Averages hide the one sentence that nobody can read aloud; what to do in danger was often told in it."""
    longest = {f"{name}: {place}": max(longest_sentence(text.to(language)) for text in (both, both.told(())))
               for name, component in components.items() for place, both in phrases(component)}

    assert {place: words for place, words in longest.items() if words > most} == {}


def test_nobody_says_aloud_how_long_a_step_takes_that_may_be_shorter(components):
    """“These fifteen minutes are part of the job” was printed beside a break of twelve."""
    numbers = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12,
               "fifteen": 15, "twenty": 20, "thirty": 30}
    said = [(name, step.title.to("en"), found) for name, component in components.items() for step in component.plan
            if step.least and step.least < step.minutes for text in step.say
            for found in re.findall(r"\b(\w+) minutes\b", text.to("en"), re.IGNORECASE)
            if numbers.get(found.lower()) == step.minutes]

    assert said == []


def test_everything_held_with_residents_or_families_is_told_to_them(components):
    told = {name for name, one in components.items() if one.for_residents and one.for_families}
    wanted = {name for name, one in components.items() if one.participants in ("residents", "families")}

    assert told == wanted


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_residents_and_families_read_is_in_short_sentences(components, language):
    """Eight years of school are enough: on average at most 13 words a sentence, and no item of what happens above 16 words."""
    for name, one in components.items():
        if one.for_residents is None or one.for_families is None:
            continue
        told = [one.for_residents.about, *one.for_residents.happens, *one.for_residents.rights,
                one.for_families.happens, *one.for_families.support]
        text = " ".join(said.to(language) for said in told)
        assert len(text.split()) / sentences(text) <= 13, name
        assert max(len(said.to(language).split()) for said in one.for_residents.happens) <= 16, name


def test_the_house_has_every_form_it_needs(house):
    wanted = {"consent", "intake-checklist", "medical-screening", "individual-plan", "plan-review", "phase-movement",
              "behaviour-agreement", "session-attendance", "family-agreement", "leave", "complaint", "incident", "discharge",
              "follow-up", "staff-supervision", "evaluation-measures", "evaluation-interviews", "evaluation-observation",
              "evaluation-documents"}

    assert house.catalogue.forms.keys() == wanted


def test_every_source_that_is_named_is_in_the_list_and_every_doi_is_well_formed(house):
    references = house.catalogue.references.references
    for language in ("id", "en"):
        for page, text in hand_written(language).items():
            for key in re.findall(r"references\.md#([a-z0-9-]+)", text):
                assert key.upper() in references or key in ("grades", "list"), f"{page} names {key}"
    for key, reference in references.items():
        assert reference.DOI is None or re.fullmatch(r"10\.\d{4,9}/\S+", reference.DOI), key


def _words(language: str):
    return languages([BUILT_IN])[0][language]


def test_each_of_the_62_criteria_names_what_there_is(house):
    """A criterion's components, keys of a programme and words for what it finds are those of this project."""
    standards = house.catalogue.standards
    policies = set(Policies.model_fields)

    assert sorted(standards) == [f"c{number:02d}" for number in range(1, 63)]
    for name, one in standards.items():
        assert {*one.components, *one.any_of} <= set(house.catalogue.components), name
        for key in (*one.needs, *one.tells):
            first, _, second = key.partition(".")
            assert first in Programme.model_fields and (first != "policies" or second in policies), (name, key)
        assert one.question is not None or one.judged_by != "house", name
        assert not any("{" in said for text in (one.statement, one.why, one.remedy) for _, said in text), name
