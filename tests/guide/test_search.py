"""Word families, sections and the index of the guide's search, without a browser."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.gather import BUILT_IN, gather
from generator.model.catalogue import Asked, Questions
from generator.search import elsewhere_en, elsewhere_id
from generator.search.families import Families
from generator.search.index import index
from generator.search.languages import families
from generator.search.pages_read import plain, read_page

TOGETHER = {
    "id": """
kambuh kekambuhan kekambuhannya kambuhan
cegah mencegah pencegahan dicegah mencegahnya tercegah
pulih pemulihan memulihkan dipulihkan kepulihan pemulihannya
pulang kepulangan dipulangkan memulangkan berpulang
temu pertemuan bertemu ditemui menemukan ketemu pertemuannya
dengar mendengar mendengarkan pendengaran didengar kedengaran
ubah berubah mengubah perubahan pengubahan merubah dirubah
tanggung tanggungan menanggung bertanggung penanggung
jawab jawaban menjawab penjawab jawablah
lapor laporan melaporkan pelaporan dilaporkan pelapor
nilai menilai penilaian dinilai penilaiannya
ajar belajar pelajaran mengajar diajarkan pembelajaran pengajar
pakai memakai dipakai pemakaian make pake kepake
kabur mengabur dikaburkan
libat terlibat melibatkan keterlibatan
obat pengobatan berobat obat-obatan mengobati obatnya
ulang berulang berulang-ulang mengulangi pengulangan
kata kata-kata mengatakan dikatakan berkata perkataan
sapu menyapu disapu penyapu
kurung mengurung dikurung terkurung kurungan
tahan nahan menahan ditahan
picu pemicu memicu pemicunya
ponsel ponselku ponselmu ponselnya
rehab rehabku direhab direhabin
hp hpku hpnya
pukul memukul dipukul pemukulan mukul
tolak menolak penolakan ditolak nolak
kunjung kunjungan berkunjung mengunjungi dikunjungi pengunjung
geledah penggeledahan digeledah menggeledah
adu mengadu pengaduan diadukan aduan
jenguk menjenguk dijenguk penjenguk
paksa dipaksa memaksa paksaan pemaksaan terpaksa
sabu nyabu sabu-sabu
obrol ngobrol mengobrol obrolan
curi mencuri pencurian dicuri
percaya kepercayaan mempercayai dipercaya terpercaya
rawat perawatan merawat dirawat
rasa perasaan merasa merasakan terasa
atur aturan peraturan mengatur teratur pengaturan
desak desakan mendesak didesak
salat sholat shalat
teman teman2 teman2nya teman-temannya temen
ingat inget nginget keinget
tidak ga gak nggak tdk
residen antarresiden
risiko resiko berisiko
anak anak-anak anaknya anak2
main bermain permainan mainan pemain
latih pelatihan latihan melatih berlatih pelatih
""",
    "en": """
relapse relapsed relapses relapsing
meeting meetings
plan plans planned planning planner
hope hoping hoped hopes hopeful
pray prayer prayers praying
study studies studied studying
woman women
child children kids
run ran running runs
use using used users
medicine medicines medication meds
programme program programs
counsel counselling counseling
behaviour behavior behaviors
punish punishment punishing punished
care caring cared cares
assess assessment reassessment reassessing
motivation motivated motivating motivate motivational
isolation isolated isolating
marry married marriage
allergy allergic allergies
threat threatened threatening
grow grew growth
panic panicking panicked
""",
}
"""A family a line."""
APART = {
    "id": """
mulai ulai
dengan dengar
rumah ubah
beri beras
terapi api
sesi ses
medis di
beri ikan
teman man
keluarga keluar
pagi api
berat rat
peran rumah
perawat rawat
kepemimpinan pemimpin
makan kan
pesan asan
putusan putus
meriang riang
lebaran lebar
mulas pulas
mendingin mending
mati hati
""",
    "en": """
organ organise
police policy
general generate
university universe
during dure
news new
minister mini
counsellor council
hop hope
car care
patient patience
evening even
journal journalist
relapse lap
conversation conversion
motivation motion
officer office
minority minor
template temple
better bet
ready read
restless rest
positive position
""",
}
"""Two words a line that only look alike."""
WHOLE = """
sesi terapi medis teman peran beri pagi besar penting seminar kelompok keluarga makan tujuan pekan ikan sabun spiritual metadon
diri mandi
"""


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().split("\n")]


@pytest.fixture(scope="module", params=["id", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="module")
def kin(language) -> Families:
    found = families(language)
    found.learn(word for row in rows(TOGETHER[language]) for word in row if "-" not in word)
    return found


def test_words_of_one_family_have_one_root(kin, language):
    wrong = []
    for row in rows(TOGETHER[language]):
        roots = {word: kin.of_token(word)[0][1] for word in row}
        if len(set(roots.values())) > 1:
            wrong.append(roots)
    assert wrong == []


def test_words_that_only_look_alike_stay_apart(kin, language):
    for first, second in rows(APART[language]):
        assert kin.root(first) != kin.root(second), (first, second)


def test_a_root_that_looks_affixed_keeps_its_letters():
    kin = families("id")

    assert [word for word in WHOLE.split() if kin.root(word) != word] == []


def test_an_inflected_word_the_guide_never_uses_reaches_the_guides_own_root():
    kin = families("id")
    kin.learn({"kroncong"})

    assert kin.root("mengkroncongkan") == kin.root("kroncong") == "kroncong"


def test_a_word_the_guide_has_in_one_form_only_is_its_own_root():
    kin = families("id")
    kin.learn({"merengkuh"})

    assert kin.root("merengkuh") == "merengkuh"


PAGE = """---
title: "Obat"
description: "Tentang obat."
---
# Obat

Awal [kata](x.md "arti panjang"){.term}.

## 1. Pada hari masuk

| A | B |
|---|---|
| **satu** { data-label="A" } | dua |

## Lain { #other }

!!! note "Ingat"
    Ini.
"""


def test_a_page_is_read_section_by_section_with_the_anchors_links_reach():
    page = read_page("a/b.md", PAGE)

    assert (page.path, page.title, page.description) == ("a/b", "Obat", "Tentang obat.")
    assert [(part.anchor, part.heading) for part in page.sections] == [
        ("", "Obat"), ("1-pada-hari-masuk", "1. Pada hari masuk"), ("other", "Lain")]
    assert "arti panjang" not in page.sections[0].text
    assert page.sections[1].text == "satu · dua"
    assert page.sections[2].text == "Ingat Ini."


def test_a_marked_word_is_not_parted_from_what_follows():
    assert plain('Anggap <a class="term" href="#od">overdosis</a>, lalu<br>panggil') == "Anggap overdosis, lalu panggil"


def test_a_group_of_synonyms_names_its_pages_rightly(own_house):
    root = own_house({})
    (root / "programmes/catalogue/synonyms.yaml").write_text(
        "groups:\n  thirst:\n    id: [haus, dahaga]\n    page: components/cokking\n", encoding="utf-8")
    house = gather([root], None, ("id", "en"))

    problem = next(p for p in house.problems if p.code == "TC301")
    assert (problem.location.file, problem.location.line) == ("programmes/catalogue/synonyms.yaml", 4)
    assert problem.args["near"] == "cooking"


def test_what_is_urgent_is_a_word_of_its_group(own_house):
    root = own_house({})
    (root / "programmes/catalogue/synonyms.yaml").write_text(
        "groups:\n  thirst:\n    id: [pingsan, haus]\n    page: components/cooking\n"
        "    urgent: {words: [haus, pinsan], ways: {id: components/cooking#tujuan}}\n", encoding="utf-8")

    problem = next(p for p in gather([root], None, ("id", "en")).problems if p.code == "TC301")

    assert (problem.location.file, problem.location.line) == ("programmes/catalogue/synonyms.yaml", 5)
    assert (problem.args["name"], problem.args["near"]) == ("pinsan", "pingsan")


def test_an_own_file_of_synonyms_lies_over_the_built_in_one_group_by_group(tmp_path):
    own = tmp_path / "programmes/catalogue"
    own.mkdir(parents=True)
    (own / "synonyms.yaml").write_text("groups:\n  meth:\n    id: [upil setan]\n    page: safety\n", encoding="utf-8")

    groups = gather([tmp_path, BUILT_IN], None, ("id", "en")).catalogue.synonyms.groups

    assert groups["meth"].id == ("upil setan",)
    assert "putau" in groups["heroin"].id


def unshared(said: str) -> list[str]:
    """The index's words, each written as the letters it shares with the one before, and the rest."""
    words: list[str] = []
    for shared, rest in re.findall("([A-Z])([^A-Z]*)", said):
        words.append((words[-1][: ord(shared) - 65] if words else "") + rest)
    return words


def test_a_page_is_found_by_the_words_of_its_questions(small_house, words):
    with_questions = replace(small_house.catalogue, questions=Questions(pages={"components/cooking": Asked(
        id=("perut kosong sore", "kompor meledak sore"), en=("rumbling bellies",))}))

    id_ = index({}, with_questions, words["id"])
    assert index({}, small_house.catalogue, words["id"]) == id_  # without the page there is nobody to answer
    tree = {"components/cooking.md": b"# Memasak\n\nMakan bersama."}
    found = index(tree, with_questions, words["id"])
    posts = dict(zip(unshared(found["roots"]), found["posts"].split(" "), strict=True))

    assert (posts["sore"], posts["kompor"]) == ("B", "B")  # one part further on than the title
    assert "rumbling" not in posts
    assert found["parts"][1] == [0]  # counted, never shown


def test_a_word_of_other_matters_is_foreign_until_the_guide_says_it(small_house, words):
    def foreign(said):
        return index({"components/cooking.md": said}, small_house.catalogue, words["id"])["elsewhere"].split(",")

    assert {"pizza", "bitcoin", "resep rendang"} <= {*foreign(b"# Memasak\n\nMakan bersama.")}
    found = foreign(b"# Memasak\n\nPizza dan bitcoin.")
    assert "pizza" not in found and "bitcoin" in found


def test_questions_of_a_page_that_is_not_there_are_a_problem(own_house):
    root = own_house({})
    (root / "programmes/catalogue/questions.yaml").write_text(
        "pages:\n  components/cooking:\n    id: [masak apa]\n  components/cokking:\n    id: [masak siapa]\n", encoding="utf-8")

    problem = next(p for p in gather([root], None, ("id", "en")).problems if p.code == "TC301")

    assert (problem.location.file, problem.location.line) == ("programmes/catalogue/questions.yaml", 4)
    assert problem.args["near"] == "cooking"


def test_there_are_many_groups_and_the_hand_written_pages_they_name_exist(catalogue_house):
    groups = catalogue_house.catalogue.synonyms.groups
    made = {"glossary", "roles", "views", "criteria", "references", "requirements", "red-list", "components", "pillars",
            "phases", "find", "forms", "programmes"}
    missing = [(name, page) for name, group in groups.items() for page in (group.page, *group.also)
               if page and page.split("#")[0].split("/")[0] not in made
               and not (BUILT_IN / "docs" / "id" / f"{page}.md").is_file()]

    assert missing == []
    assert len(groups) >= 250


def test_a_word_leads_to_a_page_by_one_group_only(catalogue_house):
    """Two groups that share a word and a page are one group written twice."""
    seen: dict[tuple[str, str], str] = {}
    twice = []
    for name, group in catalogue_house.catalogue.synonyms.groups.items():
        for said in {phrase.casefold() for phrase in (*group.id, *group.en)} if group.page else ():
            if (other := seen.setdefault((group.page, said), name)) != name:
                twice.append(f"{other} and {name}: {said}")

    assert twice == []


def test_daily_life_is_not_foreign_to_the_guide():
    """The list of what the guide knows nothing of would hide what a house asks every week."""
    daily = {"tiktok", "sepeda", "sambal", "kereta api", "jadwal kereta", "konser", "drakor", "lirik lagu"}
    assert not daily & (elsewhere_id.ALWAYS | elsewhere_id.UNLESS_USED)
    assert not {"cinema", "bicycle", "train tickets", "youtube", "lyrics", "minecraft"} & (
        elsewhere_en.ALWAYS | elsewhere_en.UNLESS_USED)
