"""Reading YAML: own rules for scalars, a place for everything, and every surprise named."""

from __future__ import annotations

import pytest

from generator.load import LARGEST_FILE, as_written, load, read


def problem(raw: bytes) -> tuple[str, int, int]:
    source, problems = read(raw, "x.yaml")
    assert source is None
    return problems[0].code, problems[0].location.line, problems[0].location.column


@pytest.mark.parametrize(("written", "read_as"), [
    ("05:30", "05:30"), ("no", "no"), ("on", "on"), ("1e3", "1e3"), ("2027-04-05", "2027-04-05"), ("007", "007"),
    ("0x1F", "0x1F"), ("12", 12), ("-3", -3), ("2.5", 2.5), ("true", True), ("false", False), ("null", None), ("", None),
    ("'12'", "12"), ('"true"', "true"),
])
def test_only_true_false_numbers_and_null_are_not_text(written, read_as):
    source, problems = read(f"key: {written}\n".encode(), "x.yaml")

    assert not problems
    assert source.data == {"key": read_as}


def test_every_key_and_value_has_its_place():
    source, _ = read(b"plan:\n  - minutes: 5\n  - minutes: 7\n", "x.yaml")

    assert str(source.at_key("plan", 1, "minutes")) == "x.yaml:3:5"
    assert str(source.at("plan", 1, "minutes")) == "x.yaml:3:14"


def test_a_missing_path_is_placed_at_the_nearest_thing_that_exists():
    source, _ = read(b"plan:\n  - minutes: 5\n", "x.yaml")

    assert str(source.at("plan", 0, "title")) == "x.yaml:2:5"


@pytest.mark.parametrize(("raw", "expected"), [
    (b"a: 1\na: 2\n", ("TC106", 2, 1)),
    (b"a:\n\tb: 1\n", ("TC105", 2, 1)),
    (b"a: &x 1\nb: *x\n", ("TC107", 1, 4)),
    (b"a: !!python/object:os.system x\n", ("TC108", 1, 4)),
    (b"a: 1\n---\nb: 2\n", ("TC112", 2, 1)),
    (b"# nothing\n", ("TC111", 1, 1)),
    (b"a: 'open\nb: 2\n", ("TC104", 1, 4)),
    (b"a: [1, 2\nb: 3\n", ("TC104", 1, 4)),
    (b"a: b: c\n", ("TC104", 1, 5)),
    (b"a: caf\xe9\n", ("TC102", 1, 7)),
    (b"\xff\xfea\x00", ("TC102", 1, 1)),
    (b"a: 1\nb: \x07\n", ("TC109", 2, 4)),
    (b"? [a, b]\n: 1\n", ("TC114", 1, 3)),
    (b"[" * 60 + b"]" * 60, ("TC110", 1, 31)),
])
def test_what_is_wrong_gets_a_code_a_line_and_a_column(raw, expected):
    assert problem(raw) == expected


@pytest.mark.parametrize(("text", "line", "kind"), [
    ("place:\ncity: Makassar\n  province: Sulawesi Selatan\n", 3, "deeper"),
    ("name: Rumah: Melati\n", 1, "colon"),
    ("name: 'Yayasan Al-Qur'an Melati'\n", 1, "quote-inside"),
    ("title: {id: 'Juma'at', en: Friday}\n", 1, "quote-inside"),
    ("brand: {colour: #7a1f4b}\nsize: 10\n", 1, "hash"),
    ("title: {id: Perawat, en: Nurse\nsize: 10\n", 1, "open-bracket"),
])
def test_an_unreadable_line_is_told_by_what_its_author_did(text, line, kind):
    _, (found,) = read(text.encode(), "x.yaml")

    assert (found.code, found.location.line, found.args["kind"]) == ("TC104", line, kind)


def test_a_space_of_word_in_the_indent_is_told_as_a_tab_is():
    _, (found,) = read("place:\n\u00a0\u00a0city: Makassar\n  province: Sulawesi Selatan\n".encode(), "x.yaml")

    assert (found.code, found.location.line, found.location.column) == ("TC105", 2, 1)


def test_an_alias_bomb_is_refused_and_costs_nothing():
    bomb = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
        b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % ((n + 1, n + 1, *[n] * 9)) for n in range(97, 106))

    source, problems = read(bomb, "x.yaml")

    assert source is None
    assert {p.code for p in problems} == {"TC107"}


def test_windows_line_ends_and_a_byte_order_mark_are_read_like_any_other_file():
    source, problems = read(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - x\r\n", "x.yaml")

    assert not problems
    assert source.data == {"a": 1, "b": ["x"]}
    assert source.at("b", 0).line == 3


def test_a_file_of_twenty_megabytes_is_not_even_read(tmp_path):
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(20_000_000)

    source, problems = load(path)

    assert source is None
    assert problems[0].code == "TC103"
    assert problems[0].args["limit"] == LARGEST_FILE


def test_a_missing_file_and_a_folder_are_problems(tmp_path):
    assert load(tmp_path / "none.yaml")[1][0].code == "TC101"
    assert load(tmp_path)[1][0].code == "TC101"


def test_what_is_written_out_is_read_back_as_the_same():
    data = {"off": {"a": {"reason": {"id": "Tidak, belum", "en": "Not: yet"}}}, "at": "13:30", "days": ["mon", "tue"],
            "numbers": [1, -7.98, True, None], "texts": ["1", "true", "no", "null", "7.5", ""],
            "staff": [{"days": "mon-fri", "hours": "08:00-16:00", "phone": "0341"}]}

    text = as_written(data)

    assert read(text.encode(), "x")[0].data == data
    assert "off:\n  a:\n" in text and "at: 13:30\n" in text and "days: [mon, tue]\n" in text
