"""Manifests of corpora."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.alignment.manifest import parse_manifest
from workbench.model.errors import InputError

GOOD = {"name": "treaty-1", "pivot": "kk", "files": {"en": "a.txt", "kk": "b.txt"}}


def test_files_stand_beside_the_manifest() -> None:
    """Relative paths are looked up in its folder; the pivot comes first; blank lines do not count."""
    (entry,) = parse_manifest(f"\n{json.dumps(GOOD)}\n\n", Path("/corpora/treaties.jsonl"))
    assert list(entry.files.items()) == [("kk", Path("/corpora/b.txt")), ("en", Path("/corpora/a.txt"))]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[1]", "no JSON object"),
        (json.dumps({**GOOD, "name": "../treaty"}), "no plain name"),
        (json.dumps({**GOOD, "name": 7}), "name is missing"),
        (json.dumps({**GOOD, "pivot": "ru"}), "the pivot 'ru' has no file"),
        (json.dumps({**GOOD, "files": {"kk": "a"}}), "one file alone"),
        (json.dumps({**GOOD, "files": {"kk": "a", "en": 3}}), "paths in quotes"),
        (json.dumps({**GOOD, "files": {"kk": "a", "en": "b\0"}}), "paths in quotes"),
        (json.dumps({**GOOD, "files": {"kk": "a", "en": "\ud800"}}), "paths in quotes"),
        (json.dumps({**GOOD, "files": {"kk": "a", "en_GB": "b"}}), "not a language tag"),
        (json.dumps({**GOOD, "name": "Treaty-1"}), "stands in line 1 too"),
    ],
)
def test_a_bad_line_is_named(line: str, words: str) -> None:
    """File, line and what to write instead, in one line."""
    with pytest.raises(InputError, match=words) as caught:
        parse_manifest(f"{json.dumps({**GOOD, 'name': 'treaty-1'})}\n{line}\n", Path("m.jsonl"))
    assert str(caught.value).startswith("m.jsonl:2: ")
    assert "\n" not in str(caught.value)


def test_an_empty_manifest() -> None:
    """No document is an error, not a run of nothing."""
    with pytest.raises(InputError, match="no document"):
        parse_manifest("\n", Path("m.jsonl"))


@given(st.recursive(st.none() | st.text() | st.integers(), lambda s: st.lists(s) | st.dictionaries(st.text(), s)))
def test_anything_else_is_an_input_error(data: object) -> None:
    """Whatever JSON stands in a line."""
    with pytest.raises(InputError):
        parse_manifest(json.dumps(data), Path("m.jsonl"))
