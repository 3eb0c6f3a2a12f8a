"""Tables and JSON Lines that were edited go back into the document that they came from, row by row."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interchange.bilingual import exported, phrases, segments
from workbench.editing.apply import apply, revert
from workbench.editing.edits import edit_text
from workbench.editing.importing import Imported, Winner, imported
from workbench.editing.placing import PlacesOfRows
from workbench.interchange import csv as csv_format
from workbench.interchange import jsonl, tmx, tsv
from workbench.model.document import Document, Version
from workbench.model.ladder import Bead, Ladder
from workbench.model.segment import text_of_paragraphs

forms = pytest.mark.parametrize("form", [csv_format, jsonl, tmx, tsv], ids=lambda form: form.NAME)
OTHERS = ("zh", "kk")


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of three versions over one pivot, each with its own beads, omissions, additions and crossings."""
    size = draw(st.integers(1, 6))
    versions = {"en": Version("en", text_of_paragraphs([draw(st.lists(segments("en"), min_size=size, max_size=size))]))}
    ladders = {}
    for tag in OTHERS:
        beads: list[Bead] = []
        left = size
        while left:
            held = draw(st.integers(1, min(2, left)))
            beads.append(Bead(held, draw(st.sampled_from((1, 1, 1, 2, 0)))))
            left -= held
            if draw(st.integers(0, 4)) == 0:
                beads.append(Bead(0, 1))
        if not any(bead.version for bead in beads):
            beads.append(Bead(0, 1))
        omitted = [at for at, bead in enumerate(beads) if not bead.version]
        added = [at for at, bead in enumerate(beads) if not bead.pivot]
        if omitted and added and draw(st.booleans()):
            for at in (omitted[0], added[-1]):
                beads[at] = Bead(beads[at].pivot, beads[at].version, mark="@moved")
        ladders[tag] = Ladder(tuple(beads))
        count = ladders[tag].size()[1]
        texts = draw(st.lists(segments(tag), min_size=count, max_size=count))
        versions[tag] = Version(tag, text_of_paragraphs([texts]))
    return Document("sample", "en", versions=versions, ladders=ladders)


def brought_back(form: ModuleType, folder: Path, document: Document, content: str) -> Imported:
    """Return what comes of a file."""
    path = folder / f"file{form.SUFFIXES[0]}"
    path.write_text(content, encoding="utf-8", newline="")
    return imported(document, form.read(path), Winner.OURS, str(path))


def said(document: Document) -> list[dict[str, str]]:
    """Return what each version says in each row."""
    return [{tag: wording.text for tag, wording in place.wordings.items()} for place in PlacesOfRows(document)]


@forms
@settings(max_examples=80, deadline=None)
@given(document=documents())
def test_what_was_not_touched_changes_nothing(
    form: ModuleType, document: Document, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every row is found again."""
    result = brought_back(form, tmp_path_factory.mktemp("rows"), document, exported(form, document).decode())
    assert (result.operation, result.changes, result.rest) == (None, [], [])


@forms
@settings(max_examples=80, deadline=None)
@given(data=st.data(), document=documents())
def test_a_file_that_nobody_edited_changes_nothing(
    form: ModuleType, data: st.DataObject, document: Document, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever was edited here since it went out."""
    content, here = exported(form, document).decode(), document
    for _ in range(data.draw(st.integers(1, 3))):
        tag = data.draw(st.sampled_from(OTHERS))
        at = data.draw(st.integers(0, len(here.version(tag).text.segments) - 1))
        here, _ = apply(here, edit_text(here, tag, at, data.draw(segments(tag))))
    result = brought_back(form, tmp_path_factory.mktemp("rows"), here, content)
    assert (result.operation, result.conflicts, result.rest) == (None, [], [])


@settings(max_examples=80, deadline=None)
@given(data=st.data(), document=documents())
def test_a_line_of_a_table_that_was_written_anew(
    data: st.DataObject, document: Document, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It is the segment of that line, label and all; no other line of any version changes; undoing brings all back."""
    table = list(csv.reader(io.StringIO(exported(csv_format, document).decode("utf-8-sig"))))
    tag = data.draw(st.sampled_from(OTHERS))
    column = table[0].index(tag)
    row = data.draw(st.sampled_from([row for row in table[1:] if row[column]]))
    lines = row[column].split("\n")
    at = data.draw(st.sampled_from([at for at, line in enumerate(lines) if line]))
    before, after = lines[at], data.draw(st.sampled_from(phrases(tag)))
    lines[at] = after
    row[column] = "\n".join(lines)
    out = io.StringIO()
    csv.writer(out).writerows(table)
    result = brought_back(csv_format, tmp_path_factory.mktemp("rows"), document, out.getvalue())
    changed = [
        (one, other)
        for version in document.versions
        for one, other in zip(
            document.version(version).segments(), result.document.version(version).segments(), strict=True
        )
        if one != other
    ]
    assert all(one == before and other.endswith(after) for one, other in changed)
    assert len(changed) == (before != changed[0][1] if changed else 0)
    if result.operation is not None:
        there, inverse = apply(document, result.operation)
        assert there == result.document
        assert revert(there, inverse)[0] == document


@settings(max_examples=60, deadline=None)
@given(data=st.data(), document=documents())
def test_an_object_without_a_text_gets_one(
    data: st.DataObject, document: Document, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """JSON Lines: a version that says nothing in a row is given a text, where it has a bead there."""
    lines = [json.loads(line) for line in exported(jsonl, document).decode().splitlines()]
    tag = data.draw(st.sampled_from(OTHERS))
    empty = [at for at, place in enumerate(PlacesOfRows(document)) if tag not in place.wordings and place.spans[tag]]
    if not empty:
        return
    at = data.draw(st.sampled_from(empty))
    lines[at + 1]["versions"][tag] = {"segments": [phrases(tag)[0]]}
    content = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    result = brought_back(jsonl, tmp_path_factory.mktemp("rows"), document, content)
    assert result.rest == []
    expected = said(document)
    expected[at][tag] = phrases(tag)[0]
    assert said(result.document) == [{one: row[one] for one in document.versions if one in row} for row in expected]


def test_a_changed_pivot_changes_its_segment(tmp_path: Path, statement: Document) -> None:
    """Tables hold the pivot like any version."""
    content = exported(csv_format, statement).decode().replace("IV. Based on", "4. Based on")
    result = brought_back(csv_format, tmp_path, statement, content)
    assert [change.version for change in result.changes] == ["en"]
    assert any(text.startswith("4. Based on") for text in result.document.version("en").segments())


def test_a_version_that_is_not_there_is_counted(tmp_path: Path, statement: Document) -> None:
    """A column of another language stands for no version here."""
    content = exported(csv_format, statement).decode().replace('"kk"', '"de"', 1).replace('"kk ', '"de ')
    assert brought_back(csv_format, tmp_path, statement, content).strangers == {"de": len(PlacesOfRows(statement))}


def test_a_row_whose_pivot_changed_is_told_where_it_was_edited(tmp_path: Path, statement: Document) -> None:
    """What nobody touched in the file is not told, the pivot's old text neither."""
    content = exported(csv_format, statement).decode().replace("Чэнду қаласында", "Чэнду шаһарында")
    here, _ = apply(statement, edit_text(statement, "en", 0, "The Fifth Meeting was held in Chengdu."))
    result = brought_back(csv_format, tmp_path, here, content)
    assert [left.version for left in result.rest] == ["kk"]
