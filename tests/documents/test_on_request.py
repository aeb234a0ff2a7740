"""What is made on request only stays up to date once it is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator import build as stage
from generator.build import Wish
from generator.documents import documents, on_request


def test_what_is_made_on_request_is_not_made_unasked_and_is_kept_up_to_date_afterwards(
    small_house, words, templates, tmp_path
):
    design = small_house.designs["small-house"]
    asked = {name for name in documents() if on_request(name)}
    assert asked == {"facilitator-week", "topic-set"}

    def built(wish: Wish, design=design) -> set[str]:
        made = stage.build(small_house, design, words, templates, tmp_path, wish)
        return {path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*") if path.is_file()}

    on = Path("id/facilitator-week/week-01/counsellor-1.pdf").as_posix()
    assert not any("facilitator-week" in name for name in built(Wish(languages=("id",))))
    mine = built(Wish(languages=("id",), documents=("facilitator-week",), weeks=(1, 1), posts=("counsellor-1",)))
    assert [name for name in mine if "facilitator-week" in name] == [on]
    before = (tmp_path / "programmes" / "small-house" / on).read_bytes()

    organisation = design.programme.organisation.model_copy(update={"name": "Rumah Lain"})
    later = replace(design, programme=design.programme.model_copy(update={"organisation": organisation}))
    assert on in built(Wish(languages=("id",)), later)
    assert (tmp_path / "programmes" / "small-house" / on).read_bytes() != before


def test_session_plans_for_word_are_made_when_asked_for_by_both_names_and_are_kept_up_to_date_afterwards(
    small_house, words, templates, tmp_path
):
    design = small_house.designs["small-house"]
    mine = tmp_path / "programmes/small-house/id/session-plan/opening.docx"

    def built(design=design, **wish) -> set[str]:
        made = stage.build(small_house, design, words, templates, tmp_path, Wish(languages=("id",), **wish))
        assert not [problem for problem in made.problems if problem.is_error]
        return {path.name for path in mine.parent.glob("*.docx")}

    assert built() == built(documents=("session-plan",)) == built(formats=("docx",)) == set()
    plans = built(documents=("session-plan",), formats=("docx",))
    assert plans == {f"{name}.docx" for name in design.components}, "and no worksheet"
    before = mine.read_bytes(), mine.stat().st_mtime_ns
    assert built() == plans and (mine.read_bytes(), mine.stat().st_mtime_ns) == before

    organisation = design.programme.organisation.model_copy(update={"name": "Rumah Lain"})
    later = replace(design, programme=design.programme.model_copy(update={"organisation": organisation}))
    assert built(later) == plans and mine.read_bytes() != before[0]


def test_forms_for_word_are_made_when_asked_for_by_both_names_each_and_all_and_in_two_languages(
    small_house, words, templates, tmp_path
):
    design = small_house.designs["small-house"]

    def built(**wish) -> set[str]:
        made = stage.build(small_house, design, words, templates, tmp_path, Wish(languages=("id",), **wish))
        return {path.name for path in (made.folder / "id/forms").glob("*.docx")}

    assert built() == built(documents=("forms",)) == built(formats=("docx",)) == set()
    assert built(documents=("forms",), formats=("docx",)) == {"all-forms.docx", "all-forms-id-en.docx", "everything.docx"}
    mine = tmp_path / "programmes/small-house/id/forms/everything.docx"
    before = mine.read_bytes()
    mine.unlink()
    built()
    assert mine.read_bytes() == before, "kept up to date, and the same each time"


def test_everything_means_session_plans_and_forms_for_word_too(small_house, words, templates, tmp_path):
    design = small_house.designs["small-house"]
    made = stage.build(small_house, design, words, templates, tmp_path,
                       Wish(languages=("en",), formats=("docx",), everything=True))

    assert (made.folder / "en" / "session-plan" / "opening.docx").is_file()
    assert (made.folder / "en" / "forms" / "everything.docx").is_file()
