"""Residents and families read the same facts as staff, said to them: phases, policies, contacts and roles."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.gather import gather
from generator.model.house import PhaseLength
from generator.model.told import PhaseTold
from generator.views.blocks import Bullets, Heading, Table
from generator.views.book import Book
from generator.views.chapters import chapters
from generator.views.handbook import handbook
from tests.content.rules import sentences

NUMBER = re.compile(r"\d+(?:[.:]\d+)?")


def printed(design, words, edition):
    """The policies that the edition's chapters print."""
    book = Book(design, (), (), words, design.catalogue.editions[edition])
    blocks = [block for chapter in book.edition.chapters for block in chapters()[chapter.chapter].blocks(book)]
    return {block.anchor.removeprefix("policy-").replace("-", "_") for block in blocks
            if isinstance(block, Heading) and block.anchor.startswith("policy-")}


@pytest.fixture(scope="module")
def told(catalogue_house, words):
    """Where → what everybody reads, and what a resident reads in its place."""
    found = {}
    for name, phase in catalogue_house.catalogue.phases.items():
        found[f"phases.{name}.aims"] = phase.aims, phase.for_residents.aims
        found[f"phases.{name}.move_on_when"] = phase.move_on_when, phase.for_residents.move_on_when
    for name, design in catalogue_house.designs.items():
        programme = design.programme
        for part in programme.phases:
            for key in PhaseTold.model_fields:
                if getattr(part, key):
                    found[f"{name}.{part.phase}.{key}"] = getattr(part, key), getattr(part.for_residents, key)
        for key in printed(design, words["id"], "resident"):
            policy = getattr(programme.policies, key)
            found[f"{name}.policies.{key}"] = policy.says, policy.for_residents
        if programme.policies.sanctions:
            found[f"{name}.ladder"] = programme.policies.sanctions.ladder, programme.policies.sanctions.ladder_for_residents
        for i, contact in enumerate(programme.aftercare):
            found[f"{name}.aftercare[{i}]"] = (contact.title,), (contact.for_residents,) if contact.for_residents else ()
    return found


def test_everything_a_resident_reads_is_said_to_residents(told, catalogue_house):
    assert [place for place, (_, plain) in told.items() if not plain] == []
    posts = {role for design in catalogue_house.designs.values() for person in design.programme.staff.values()
             for role in (person.role, *person.also)}
    catalogue = catalogue_house.catalogue
    assert [name for name in sorted(posts) if catalogue.roles[name].for_residents is None] == []
    assert [name for name, pillar in catalogue.pillars.items() if pillar.for_residents is None] == []


def test_plain_words_keep_every_point_and_every_number(told):
    """Point for point, so that nothing is lost; the numbers of hours, days and people are the same."""
    assert {place: (len(says), len(plain)) for place, (says, plain) in told.items() if len(says) != len(plain)} == {}
    for place, (says, plain) in told.items():
        for one, other in zip(says, plain, strict=True):
            for language in ("id", "en"):
                numbers = [set(NUMBER.findall(text.to(language))) for text in (one, other)]
                assert numbers[0] == numbers[1], f"{place}: {other.to(language)}"


@pytest.fixture(scope="module")
def told_to_families(catalogue_house, words):
    """Where → what everybody reads, and what a family reads in its place, in every sample and the phases it has."""
    found = {}
    for name, design in catalogue_house.designs.items():
        for key in printed(design, words["id"], "family"):
            policy = getattr(design.programme.policies, key)
            found[f"{name}.policies.{key}"] = policy.says, policy.for_families
        for phase_name, _, _ in design.weeks_by_phase():
            phase = design.phases[phase_name]
            for key in PhaseTold.model_fields:
                found[f"{name}.{phase_name}.{key}"] = getattr(phase, key), getattr(phase.for_families, key)
    return found


def test_everything_a_family_reads_is_said_to_families(told_to_families, catalogue_house):
    assert [place for place, (_, plain) in told_to_families.items() if not plain] == []
    posts = {role for design in catalogue_house.designs.values() for person in design.programme.staff.values()
             for role in (person.role, *person.also)}
    assert [name for name in sorted(posts) if catalogue_house.catalogue.roles[name].for_families is None] == []


def test_what_families_read_keeps_every_point_and_number_in_short_sentences(told_to_families, catalogue_house):
    for place, (says, plain) in told_to_families.items():
        assert len(says) == len(plain), place
        for one, other in zip(says, plain, strict=True):
            for language in ("id", "en"):
                numbers = [set(NUMBER.findall(text.to(language))) for text in (one, other)]
                assert numbers[0] == numbers[1], f"{place}: {other.to(language)}"
    whole = [text for _, plain in told_to_families.values() for text in plain]
    whole += [role.for_families for role in catalogue_house.catalogue.roles.values() if role.for_families]
    for text in whole:
        assert not re.search(r"\b(?:kamu|(?!bertemu\b)\w+mu|residen|klien)\b", text.to("id")), text
        for language in ("id", "en"):
            for sentence in re.split(r"(?<=[.!?]) ", text.to(language)):
                assert len(sentence.split()) <= 24, sentence


def test_how_often_stands_once_on_a_card(catalogue_house):
    """Beneath what happens the card says how often this programme holds it; the catalogue's own rhythm would say otherwise."""
    rhythm = {"id": r"\bkali (?:sepekan|sebulan)|[Ss]ekali (?:sepekan|sebulan)|(?:[Ss]epekan|[Ss]ebulan|pekan) sekali|"
                    r"[Ss]etiap (?:pekan|bulan)",
              "en": r"(?:[Oo]nce|[Tt]wice|times|evening) a (?:week|month)|(?:[Ee]ach|[Ee]very) (?:week|month|\w+ weeks)|"
                    r"weekly|monthly"}
    for name, component in catalogue_house.catalogue.components.items():
        for language, pattern in rhythm.items():
            families, residents = component.for_families, component.for_residents
            told = ([families.happens] if families else []) + ([residents.about, *residents.happens] if residents else [])
            assert [text for text in told if re.search(pattern, text.to(language))] == [], name


@pytest.mark.parametrize("name", ["cra-outpatient-24-weeks", "day-programme"])
def test_a_family_is_told_that_nobody_is_on_duty_where_nobody_sleeps_in(catalogue_house, words, name):
    design = catalogue_house.designs[name]
    told = repr(handbook(design, (), (), words["id"].by_day(), "family").blocks)

    assert "Di luar jam buka tidak ada petugas di sini" in told and "Ia boleh berhenti datang kapan saja" in told
    assert "siang dan malam, dan memimpin" not in told and "berhenti dan pulang kapan saja" not in told
    assert "Sesudah program selesai" in told and "Menjelang tidur" not in told


def test_a_family_is_not_given_its_relatives_criteria_to_tick(catalogue_house, words):
    design = catalogue_house.designs["sadar-hati"]

    def tones(edition):
        blocks = chapters()["phases"].blocks(Book(design, (), (), words["id"], design.catalogue.editions[edition]))
        return {block.tone for block in blocks if isinstance(block, Bullets)}

    assert tones("family") == {""} and "tick" in tones("resident") and "tick" in tones("staff")


def test_the_words_of_the_house_are_told_plainly_to_who_does_not_work_there(catalogue_house, words):
    design = catalogue_house.designs["sadar-hati"]
    for edition in ("resident", "family"):
        (table,) = chapters()["house-words"].blocks(Book(design, (), (), words["id"], design.catalogue.editions[edition]))
        told = {row[0][0].text: row[1][0].text for row in table.rows}

        assert {"kambuh", "pemicu", "asesmen", "overdosis"} <= set(told), "words that residents meet in their own book"
        assert told["penerimaan"] == design.catalogue.glossary.terms["intake"].for_residents.to("id")
        assert [text for text in told.values() if re.search(r"\b(Pakai yang|Tanyakan riwayat|Bicarakan ulang)\b", text)] == []


@pytest.mark.parametrize("name", ["minnesota-28-days", "cra-outpatient-24-weeks"])
def test_the_words_say_nothing_of_a_house_that_is_another(catalogue_house, words, name):
    """No therapeutic community is called one, and nobody lives where nobody sleeps in."""
    design = catalogue_house.designs[name]
    (table,) = chapters()["house-words"].blocks(Book(design, (), (), words["id"], design.catalogue.editions["family"]))
    told = {row[0][0].text: row[1][0].text for row in table.rows}

    assert told.get("residen") == ("Orang yang dirawat di sini." if design.programme.residential else None)
    assert "di sini" not in told.get("komunitas terapeutik", "")


def test_what_saves_lives_is_said_in_full(catalogue_house):
    for name, design in catalogue_house.designs.items():
        policies = design.programme.policies

        def said(key, language="id", policies=policies):
            return " ".join(text.to(language) for text in getattr(policies, key).told("residents"))

        assert "kapan saja" in said("leave") and "Tidak ada denda atau ancaman" in said("leave"), name
        assert "Hanya dokter yang meresepkan boleh mengubah atau menghentikan obatmu" in said("medication"), name
        assert re.search(r"tidak lagi tahan|daya tahan badanmu", said("overdose")), name
        assert "takaran yang dulu dapat mematikan" in said("relapse").lower(), name
        assert "paling lambat 14 hari" in said("complaints") and "Tidak ada pembalasan" in said("complaints"), name
        assert "Jangan tinggalkan orang itu sendirian" in said("emergency"), name

        assert "at any time" in said("leave", "en") and "no fine" in said("leave", "en"), name
        assert "Only the prescribing doctor may change or stop your medicine" in said("medication", "en"), name
        assert "your body can no longer take" in said("overdose", "en").lower(), name
        assert "an old amount can kill" in said("relapse", "en"), name
        assert "within 14 days" in said("complaints", "en"), name


def test_whoever_is_on_duty_alone_knows_the_order_of_an_emergency(catalogue_house):
    """Most houses have one officer at night: no text may need three people; help is rung for without leaving the person."""
    for name, design in catalogue_house.designs.items():
        emergency = design.programme.policies.emergency
        for language, alone, phone, then in (("id", "sendirian", "menelepon ambulans", "Sesudah itu ia memanggil"),
                                             ("en", "alone", "rings the ambulance", "Then the officer calls")):
            said = " ".join(text.to(language) for text in emergency.says)
            told = " ".join(text.to(language) for text in emergency.told("residents"))
            for text in (said, told):
                assert alone in text and text.index(phone) < text.index(then), f"{name}: {text}"
            assert ("pengeras suara" if language == "id" else "loudspeaker") in said, name


@pytest.mark.parametrize("language", ["id", "en"])
def test_plain_words_are_short_and_speak_to_one_person(told, language):
    """As in the components: at most 13 words a sentence on average in each list, and no sentence above 22."""
    whole = ""
    for place, (_, plain) in told.items():
        text = " ".join(said.to(language) for said in plain)
        whole += f"{text} "
        assert len(text.split()) / sentences(text) <= 13, place
        for sentence in re.split(r"(?<=[.!?]) ", text):
            assert len(sentence.split()) <= 22, f"{place}: {sentence}"
    assert len(whole.split()) / sentences(whole) <= 10
    third = {"id": r"\b(?:residennya|setiap residen|calon residen|residen (?:boleh|dan|membawa|memilih)|klien (?:boleh|dan))\b",
             "en": r"\b(?:residents?|clients?) (?:may|can|has|take)\b"}[language]
    assert re.findall(third, whole) == []


def test_a_house_with_a_policy_of_its_own_does_not_print_its_parents_plain_words(own_house):
    """A policy is inherited whole: who says something else says it to residents too, or residents read that."""
    parent = ('complaints: {says: [{id: "Jawaban dalam 14 hari.", en: "An answer in 14 days."}], '
              'for_residents: [{id: "Kamu dijawab dalam 14 hari.", en: "You get an answer in 14 days."}]}')
    root = own_house({"small-house/programme.yaml": (
        "complaints: {says: [{id: Boleh mengadu., en: You may complain.}]}", parent)})
    child = root / "programmes" / "child" / "programme.yaml"
    child.parent.mkdir()

    def read(policies: str) -> list[str]:
        child.write_text(f"extends: small-house\n{policies}", encoding="utf-8")
        complaints = gather([root], "child", ("id", "en")).designs["child"].programme.policies.complaints
        return [text.to("id") for text in complaints.told("residents")]

    assert read("") == ["Kamu dijawab dalam 14 hari."]
    assert read('policies: {complaints: {says: [{id: "Dalam 7 hari.", en: "In 7 days."}]}}\n') == ["Dalam 7 hari."]


def test_a_programme_with_aims_of_its_own_does_not_print_the_catalogues_plain_words(catalogue_house):
    design = catalogue_house.designs["sadar-hati"]
    catalogue = design.catalogue.phases["primary"]
    other = design.catalogue.phases["induction"].aims

    def primary(**own):
        programme = design.programme.model_copy(update={"phases": (PhaseLength.model_construct(
            phase="primary", weeks=1, title=None, **{"aims": (), "move_on_when": (), "for_residents": PhaseTold(), **own}),)})
        return replace(design, programme=programme).phases["primary"]

    assert primary().aims_told("residents") == catalogue.for_residents.aims
    assert primary().aims_told("staff") == catalogue.aims
    own = primary(aims=other)
    assert own.aims_told("residents") == other
    assert own.criteria_told("residents") == catalogue.for_residents.move_on_when
    assert primary(aims=other, for_residents=PhaseTold(aims=catalogue.aims)).aims_told("residents") == catalogue.aims


def test_only_the_residents_book_speaks_to_residents(small_build, words):
    design = small_build.design
    policies, (contact, *_) = design.programme.policies, design.programme.aftercare
    said = policies.leave.says[0], contact.title
    plain = design.programme.title
    told = replace(design, programme=design.programme.model_copy(update={
        "policies": policies.model_copy(update={"leave": policies.leave.model_copy(update={"for_residents": (plain,)})}),
        "aftercare": (contact.model_copy(update={"for_residents": plain}),)}))

    for edition, reads in (("staff", said), ("resident", (plain, plain))):
        view = handbook(told, small_build.weeks, small_build.verdicts, words["id"], edition)
        start = next(i for i, block in enumerate(view.blocks) if isinstance(block, Heading) and block.anchor == "policy-leave")
        bullets = view.blocks[start + 1]
        assert isinstance(bullets, Bullets) and reads[0].to("id") in repr(bullets)
        calendar = [block for block in view.blocks if isinstance(block, Table)
                    and block.header[0] == words["id"].label("handbook.week_after")]
        assert reads[1].to("id") in repr(calendar)
