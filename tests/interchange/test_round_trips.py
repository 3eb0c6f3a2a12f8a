"""PO and XLIFF go out and come back: whatever they hold comes back equal, in all eight languages."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.interchange.bilingual import FORMATS, documents, exported, phrases, taken, wordings
from workbench.alignment.lapse import lapses
from workbench.alignment.side import side_of
from workbench.editing.apply import apply, revert
from workbench.interchange import po
from workbench.languages.knowledge import knowledge
from workbench.model.document import Document
from workbench.model.ladder import BeadStatus

forms = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.NAME)


def rewritten(form: ModuleType, path: Path, changes: dict[str, str]) -> None:
    """Give units of a file other texts, as a translator's tool does."""
    if form is po:
        file = polib.pofile(str(path), wrapwidth=30)
        for entry in file:
            entry.msgstr = changes.get(entry.msgctxt, entry.msgstr)
        file.save(str(path))
        return
    tree = etree.parse(str(path))
    for unit in tree.iter("{*}unit", "{*}trans-unit"):
        target = unit.find(".//{*}target")
        if unit.get("id") in changes and target is not None:
            target.text = changes[unit.get("id", "")]
    tree.write(str(path), encoding="UTF-8", xml_declaration=True)


@forms
@settings(max_examples=60, deadline=None)
@given(document=documents())
def test_what_was_not_touched_changes_nothing(form: ModuleType, document: Document) -> None:
    """Every unit is found again, and there is nothing to do, to report or to decide."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(exported(form, document))
        result = taken(form, path, document)
    assert (result.operation, result.changes, result.conflicts, result.rest, result.kept) == (None, [], [], [], 0)


@forms
@settings(max_examples=60, deadline=None)
@given(document=documents())
def test_units_come_back_equal(form: ModuleType, document: Document) -> None:
    """Texts, notes and statuses of all units that have a text of the pivot; what lapsed is nobody's word any more."""
    (tag,) = document.others()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(exported(form, document))
        incoming = form.read(path)
        came = {unit.key: unit for unit in incoming.units}
    assert (incoming.pivot, incoming.version, incoming.document) == ("en", tag, "sample")
    said = {key: "".join(unit.wordings[tag].segments) for key, unit in came.items()}
    expected = wordings(document, tag)
    assert said == {key: text for key, text in expected.items() if form is not po or "." not in key}
    notes = {unit.wordings[tag].note for unit in came.values()}
    assert notes <= {"", "ask Astana"}


@forms
@settings(max_examples=120, deadline=None)
@given(data=st.data(), document=documents())
def test_changed_wordings_go_to_their_units(form: ModuleType, data: st.DataObject, document: Document) -> None:
    """Whatever is written there instead, it stands in its unit and nowhere else, labels stay, and undoing brings all back."""
    (tag,) = document.others()
    before = wordings(document, tag)
    editable = [key for key, text in before.items() if text and (form is not po or "." not in key)]
    chosen = data.draw(st.lists(st.sampled_from(editable), unique=True, max_size=3)) if editable else []
    pool = st.sampled_from(phrases(tag))
    joiner = knowledge(tag).joiner
    changes = {}
    for key in chosen:
        kind = data.draw(st.sampled_from(("append", "prepend", "other", "two", "words")))
        other = data.draw(pool)
        changes[key] = {
            "append": before[key] + joiner + other,
            "prepend": other + joiner + before[key],
            "other": other,
            "two": other + joiner + data.draw(pool),
            "words": before[key].replace("а", "ә").replace("a", "e").replace("中", "内"),
        }[kind]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(exported(form, document))
        rewritten(form, path, changes)
        result = taken(form, path, document)
    assert (result.conflicts, result.rest) == ([], [])
    assert wordings(result.document, tag) == before | changes
    if result.operation is not None:
        after, inverse = apply(document, result.operation)
        assert after == result.document
        assert revert(after, inverse)[0] == document


@settings(max_examples=60, deadline=None)
@given(document=documents())
def test_omissions_can_be_filled(document: Document) -> None:
    """A translator writes what is missing: it becomes a segment of its own at its place, and the bead is whole."""
    (tag,) = document.others()
    before = wordings(document, tag)
    changes = {key: f"{phrases(tag)[0]}" for key, text in before.items() if not text}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(exported(po, document))
        rewritten(po, path, changes)
        result = taken(po, path, document)
    assert wordings(result.document, tag) == before | changes
    assert result.rest == []
    ladder = result.document.ladders[tag]
    assert ladder.size()[1] == len(result.document.version(tag).text.segments)


@settings(max_examples=60, deadline=None)
@given(document=documents())
def test_whose_fuzzy_is_taken_away_is_reviewed(document: Document) -> None:
    """With digests of the texts as they are: nothing lapses."""
    (tag,) = document.others()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(exported(po, document))
        file = polib.pofile(str(path))
        for entry in file:
            entry.flags = []
        file.save(str(path))
        result = taken(po, path, document)
    ladder = result.document.ladders[tag]
    sides = side_of(result.document.version("en")), side_of(result.document.version(tag))
    assert lapses(ladder, *sides) == ()
    whole = [bead for bead in ladder.beads if bead.pivot and bead.version]
    assert {bead.status for bead in whole} <= {BeadStatus.REVIEWED}
    assert result.document.versions == document.versions
    assert replace(result.document, ladders=document.ladders) == document
