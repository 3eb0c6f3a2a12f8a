"""Units come from TMX, tables and JSON Lines; what is broken or hostile is refused in one line, what is odd is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.interchange.memory_units import file_units
from workbench.memory.unit import Unit
from workbench.model.errors import InputError, NotFoundError, UsageError, WorkbenchError

PAIR = {"en": "Six countries", "zh": "六国"}


def read(tmp_path: Path, name: str, content: str | bytes) -> tuple[list[Unit], list[tuple[int, str]]]:
    """The units of a file, and what was told."""
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    told: list[tuple[int, str]] = []
    return list(file_units(path, lambda line, said: told.append((line, said)))), told


def texts(unit: Unit) -> dict[str, str]:
    """The texts of a unit."""
    return {variant.tag: variant.text for variant in unit.variants}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "en,zh\nSix countries,六国\n"),
        ("a.csv", "\ufeffen;zh\r\n\r\nSix countries;六国"),
        ("a.tsv", "en\tzh\nSix countries\t六国\n"),
        ("a.jsonl", '{"en": "Six countries", "zh": "六国"}\n\n'),
        ("a.jsonl", '{"versions": {"en": "Six countries", "zh": "六国"}, "score": 0.9}'),
        ("a.ndjson", '{"en": "Six countries", "zh": "六国", "score": 0.9, "tags": []}'),
        (
            "a.tmx",
            '<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>Six countries</seg></tuv>'
            '<tuv xml:lang="zh"><seg> 六国 </seg></tuv></tu></body></tmx>',
        ),
    ],
)
def test_a_unit_is_read_in_every_form(tmp_path: Path, name: str, content: str) -> None:
    """Two languages, nothing to tell."""
    (unit,), told = read(tmp_path, name, content)
    assert (texts(unit), told) == (PAIR, [])


def test_a_table_says_where(tmp_path: Path) -> None:
    """By its column id; a column of another name is passed over and told, languages are written as BCP 47 does."""
    (unit,), told = read(tmp_path, "a.csv", "id,EN_gb,uz-cyrl,remarks\n3.1,Six,Олти,x\n")
    assert (unit.place, texts(unit)) == ("3.1", {"en-GB": "Six", "uz-Cyrl": "Олти"})
    assert told == [(1, "the column 'remarks' is passed over: its header is no language")]


def test_tmx_says_where_when_and_how_sure(tmp_path: Path) -> None:
    """Its clause before its identifier, the date of the last change, the status of each variant."""
    (unit,), _ = read(
        tmp_path,
        "a.tmx",
        '<tmx><body><tu tuid="x7" creationdate="20241201T000000Z" changedate="20250102T030405Z"><prop type="x-clause">4'
        '</prop><tuv xml:lang="kk"><prop type="x-status">reviewed</prop><seg>Алты ел</seg></tuv></tu></body></tmx>',
    )
    assert (unit.place, unit.date, unit.variants[0].status) == ("4", "2025-01-02", "reviewed")


def test_two_wordings_of_a_language_are_two_units(tmp_path: Path) -> None:
    """Each with the other languages."""
    found, _ = read(
        tmp_path,
        "a.tmx",
        '<tmx><body><tu><tuv lang="en"><seg>summit</seg></tuv><tuv lang="zh"><seg>峰会</seg></tuv>'
        '<tuv lang="zh"><seg>首脑会议</seg></tuv></tu></body></tmx>',
    )
    assert [texts(unit) for unit in found] == [{"en": "summit", "zh": "峰会"}, {"en": "summit", "zh": "首脑会议"}]


@pytest.mark.parametrize(
    ("content", "unit", "told"),
    [
        ('{"en": "six\\r\\n countries"}', {"en": "six countries"}, []),
        ('{"en": "six\\u001b[31m"}', {"en": "six[31m"}, [(1, "the control character U+001B is taken out of en")]),
        ('{"en": "six\\u0000"}', {"en": "six"}, [(1, "the control character U+0000 is taken out of en")]),
        ('{"en": "six\\ud800"}', {"en": "six"}, [(1, "the control character U+D800 is taken out of en")]),
        ('{"en": "e\\u0301"}', {"en": "é"}, []),
    ],
)
def test_texts_are_written_as_segments_are(
    tmp_path: Path, content: str, unit: dict[str, str], told: list[tuple[int, str]]
) -> None:
    """In one line, in NFC, without terminal escapes, NUL and halves of letters, which is told."""
    (found,), said = read(tmp_path, "a.jsonl", content)
    assert (texts(found), said) == (unit, told)


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", '\n{"en": " "}'), ("a.jsonl", "\n{}")])
def test_a_unit_without_text_is_passed_over_and_told(tmp_path: Path, name: str, content: str) -> None:
    """With its line."""
    assert read(tmp_path, name, content) == ([], [(2, "a unit without text is passed over")])


@pytest.mark.parametrize(
    ("name", "content", "line", "said"),
    [
        ("a.csv", "id,comment\n", 1, "no column is headed by a language"),
        ("a.csv", "en,zh\na,b\n\nc\n", 4, "1 cells in place of 2"),
        ("a.csv", 'en,zh\n"a,b\n', 2, "not a table"),
        ("a.jsonl", '{"en": "a"}\n{"en": ', 2, "no JSON"),
        ("a.jsonl", "[1]", 1, "no object"),
        ("a.jsonl", '{"n": ' + "1" * 5000 + "}", 1, "no JSON"),
        ("a.jsonl", '{"score": 1}', 1, "no field is the text of a language"),
        ("a.tmx", "<tmx><body><tu>", 1, "no XML that can be read"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_line(
    tmp_path: Path, name: str, content: str | bytes, line: int, said: str
) -> None:
    """In one line that names the file."""
    with pytest.raises(InputError) as caught:
        read(tmp_path, name, content)
    assert said in str(caught.value)
    assert (caught.value.line, caught.value.path) == (line, str(tmp_path / name))
    assert "\n" not in str(caught.value)


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    """It says which there are."""
    (tmp_path / "memory.bin").write_bytes(b"x")
    with pytest.raises(UsageError, match="no file of alignments"):
        file_units(tmp_path / "memory.bin", lambda line, said: None)  # noqa: ARG005


@pytest.mark.parametrize("name", ["none.csv", "none.jsonl", "none.tmx"])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    """It is not found."""
    with pytest.raises(NotFoundError, match=name):
        list(file_units(tmp_path / name, lambda line, said: None))  # noqa: ARG005


@given(st.sampled_from([".tmx", ".csv", ".tsv", ".jsonl"]), st.binary(max_size=200), st.booleans())
def test_no_bytes_end_in_anything_but_units_or_one_line(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, content: bytes, headed: bool
) -> None:
    """Whatever stands in a file."""
    heads = {".tmx": b"<tmx><body><tu>", ".csv": b"en,zh\n", ".tsv": b"en\tzh\n", ".jsonl": b'{"en": "'}
    path = tmp_path_factory.mktemp("any") / f"any{suffix}"
    path.write_bytes(heads[suffix] * headed + content)
    said = ""
    try:
        for unit in file_units(path, lambda line, said: None):  # noqa: ARG005
            assert all(variant.text.encode() for variant in unit.variants)
    except WorkbenchError as error:
        said = str(error)
    assert "\n" not in said
