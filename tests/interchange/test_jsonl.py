"""JSON Lines: everything goes out, and comes back equal."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.interchange.drawn import accepted, documents, exported, imported, segments, taken, verbatim
from workbench.interchange import jsonl
from workbench.interchange.documents_of import document_of
from workbench.model.document import Document
from workbench.model.errors import InputError, NotFoundError


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to write in."""
    return tmp_path_factory.mktemp("jsonl") / "d.jsonl"


@given(documents())
def test_what_goes_out_comes_back_equal(path: Path, document: Document) -> None:
    """Segments, labels, paragraphs, beads, crossings, titles, statuses: all of a document."""
    document = accepted(document)
    assert imported(jsonl, path, exported(jsonl, document)) == document


@given(documents(), st.data())
def test_texts_are_kept_to_the_letter(path: Path, document: Document, data: st.DataObject) -> None:
    """Line ends, blank lines, white space and the byte order mark of other programs come back as they were."""
    for tag, version in document.versions.items():
        document = document.with_version(replace(version, text=data.draw(verbatim(version.text))))
        assert document.versions[tag].text.segments or document.pivot != tag
    assert imported(jsonl, path, exported(jsonl, document)) == document


def test_the_statement_comes_back_equal(path: Path, statement: Document) -> None:
    """Eight versions of the statement, aligned by hand."""
    assert imported(jsonl, path, exported(jsonl, statement)) == replace(statement, name="drawn")


def test_a_line_tells_a_row(statement: Document) -> None:
    """The line of clause four in Kazakh: whole segments, their labels beside, beads with their statuses."""
    lines = [json.loads(line) for line in exported(jsonl, statement).splitlines()]
    assert lines[0]["rows"] == len(lines) - 1
    (four,) = [line for line in lines[1:] if line["clause"] == "4"]
    kazakh = four["versions"]["kk"]
    assert kazakh["labels"] == ["4."]
    assert kazakh["segments"][0].startswith("4. ")
    assert kazakh["beads"][0]["status"] in ("auto", "confirmed", "reviewed")


@pytest.mark.parametrize(
    "content",
    [
        '{"translation": {"en": "six countries", "zh": "六国"}}\n{"translation": {"en": "summit", "zh": "峰会"}}\n',
        '{"en": "six countries", "zh": "六国"}\r\n\r\n{"en": "summit", "zh": "峰会"}',
        '\ufeff{"versions": {"en": {"segments": ["six countries"]}, "zh": {"segments": ["六国"]}}}\n'
        '{"versions": {"en": {"segments": ["summit"]}, "zh": {"segments": ["峰会"]}}}',
    ],
)
def test_lines_of_other_corpora_are_read(path: Path, content: str) -> None:
    """A mapping of languages to texts, in the forms that corpora have."""
    document = imported(jsonl, path, content.encode())
    assert segments(document) == {"en": ("six countries", "summit"), "zh": ("六国", "峰会")}
    assert document.version("zh").text.starts() == (0, 1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "nothing in it"),
        (b'{"en": "x"}\n[1]', "2: no object"),
        (b'{"en": "x"}\n{"en": "\xff"}', "2: not UTF-8"),
        (b'{"en": NaN}', "1: no JSON: NaN is no number"),
        (b'{"en": ' + b"[" * 100_000, "1: nested too deep"),
        (b'{"en": ' + b"1" * 5000 + b"}", "1: no JSON"),
        (b'{"en": 4}', "1: no field is the text of a language"),
        (b'{"!": "x"}', "1: no field is the text of a language"),
        (b'{"en": "a\\u0000b"}', "1: the control character U+0000 in en"),
        (b'{"en": "a\\nb"}', "1: the control character U+000A in en"),
        (b'{"en": "\\ud800"}', "1: the control character U+D800 in en"),
        (b'{"versions": {"en": {"segments": "x"}}}', "1: what stands under 'segments'"),
        (b'{"versions": {"en": {"segments": [" "]}}}', "1: a segment without text in en"),
        (b'{"workbench": 2}', "1: format 2 is not known"),
        (b'{"workbench": 1, "versions": {"en": {"status": "good"}}}', "1: 'good' is no status"),
        (
            b'{"workbench": 1, "pivot": "en", "rows": 2}\n{"versions": {"en": {"segments": ["x"]}}}',
            "1 rows where 2 were",
        ),
        (
            b'{"versions": {"en": {"segments": ["x"]}, "kk": {"beads": [{"pivot": 2, "version": 0}]}}}',
            "1: the beads of kk",
        ),
        (b'{"versions": {"en": {"segments": ["x"], "forms": {"0": ["x", ""]}}}}', "1: the form '0' is none"),
    ],
)
def test_what_cannot_be_read_is_refused(path: Path, content: bytes, said: str) -> None:
    """In one line that names the line of the file."""
    with pytest.raises(InputError) as caught:
        imported(jsonl, path, content)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_cut_off_anywhere_is_refused(path: Path, statement: Document) -> None:
    """At every thousandth byte."""
    content = exported(jsonl, statement)
    for end in range(0, len(content) - 1, 997):
        with pytest.raises(InputError):
            imported(jsonl, path, content[:end])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """It is not found, and its name is said."""
    with pytest.raises(NotFoundError, match=r"none\.jsonl"):
        document_of(jsonl.read(tmp_path / "none.jsonl"), "d")


@given(st.binary(max_size=60) | st.text('{}[]":,0en\\u\ufeff ', max_size=40).map(str.encode))
def test_any_bytes_are_read_or_refused(path: Path, content: bytes) -> None:
    """Nothing but a document or an error of the house."""
    taken(jsonl, path, content)
