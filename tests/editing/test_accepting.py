"""Statuses that come back in a file: changed there, changed here, and both; in every format that tells what went out."""

from __future__ import annotations

import csv as csv_file
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import polib
import pytest
from lxml import etree

from tests.interchange.bilingual import exported, taken
from workbench.editing.apply import apply
from workbench.editing.beads import review
from workbench.editing.edits import confirm, edit_text, unconfirm
from workbench.editing.importing import Winner
from workbench.interchange import csv, jsonl, po, tmx, xliff, xliff12
from workbench.model.document import Document
from workbench.model.ladder import BeadStatus, Ladder

AUTO, CONFIRMED, REVIEWED = BeadStatus
AT = 1  # the bead whose status is changed, and its unit


def in_csv(content: bytes, status: BeadStatus) -> bytes:
    """Write a status into its cell."""
    rows = list(csv_file.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    rows[AT + 1][rows[0].index("kk status")] = status.value
    out = io.StringIO(newline="")
    csv_file.writer(out).writerows(rows)
    return out.getvalue().encode()


def in_jsonl(content: bytes, status: BeadStatus) -> bytes:
    """Give the bead another status."""
    lines = [json.loads(line) for line in content.splitlines()]
    lines[AT + 1]["versions"]["kk"]["beads"][0]["status"] = status.value
    return "\n".join(map(json.dumps, lines)).encode()


def in_tmx(content: bytes, status: BeadStatus) -> bytes:
    """Give the variant another status."""
    root = etree.fromstring(content)
    root.findall(".//tu")[AT][-1].find("prop[@type='x-status']").text = status.value
    return etree.tostring(root, encoding="UTF-8")


def in_po(content: bytes, status: BeadStatus) -> bytes:
    """Take the flag away from what is reviewed, and put it on what is not."""
    found = polib.pofile(content.decode())
    list(found)[AT].flags = [] if status is REVIEWED else ["fuzzy"]
    return str(found).encode()


def in_xliff(content: bytes, status: BeadStatus) -> bytes:
    """Give the segment another state."""
    root = etree.fromstring(content)
    states = {AUTO: "initial", CONFIRMED: "translated", REVIEWED: "reviewed"}
    root.findall(".//{*}segment")[AT].set("state", states[status])
    return etree.tostring(root, encoding="UTF-8")


def in_xliff12(content: bytes, status: BeadStatus) -> bytes:
    """Give the target another state."""
    root = etree.fromstring(content)
    unit = root.findall(".//{*}trans-unit")[AT]
    unit.set("approved", "yes" if status is REVIEWED else "no")
    states = {AUTO: "needs-review-translation", CONFIRMED: "translated", REVIEWED: "signed-off"}
    unit.find("{*}target").set("state", states[status])
    return etree.tostring(root, encoding="UTF-8")


Write = Callable[[bytes, BeadStatus], bytes]
ROWS: list[tuple[ModuleType, Write]] = [(csv, in_csv), (jsonl, in_jsonl), (tmx, in_tmx)]
ALL: list[tuple[ModuleType, Write]] = [*ROWS, (po, in_po), (xliff, in_xliff), (xliff12, in_xliff12)]


def of(forms: list[tuple[ModuleType, Write]]) -> pytest.MarkDecorator:
    """Run a test for some formats."""
    return pytest.mark.parametrize(("form", "write"), forms, ids=[form.NAME for form, _ in forms])


def with_status(document: Document, status: BeadStatus) -> Document:
    """Return a document of English and Kazakh in which one bead alone has a status."""
    span = document.ladders["kk"].span(AT)
    operation = {AUTO: lambda _, beads: unconfirm(beads), CONFIRMED: confirm, REVIEWED: review}[status]
    return apply(document, operation(document, [("kk", span)]))[0]


@pytest.fixture
def plain(statement: Document) -> Document:
    """The statement in English and Kazakh, of which nobody accepted anything."""
    beads = (replace(bead, status=AUTO, digest="") for bead in statement.ladders["kk"].beads)
    versions = {tag: statement.version(tag) for tag in ("en", "kk")}
    return replace(statement, versions=versions, ladders={"kk": Ladder(tuple(beads))})


def status_of(document: Document) -> BeadStatus:
    """Return the status of the bead."""
    return document.ladders["kk"].beads[AT].status


@of(ALL)
@pytest.mark.parametrize("then", [AUTO, CONFIRMED])
def test_what_the_file_alone_raised_is_taken(
    form: ModuleType, write: Write, then: BeadStatus, plain: Document, tmp_path: Path
) -> None:
    """Who reviews in the file has reviewed, and every text is as it was."""
    here, path = with_status(plain, then), tmp_path / "kk"
    path.write_bytes(write(exported(form, here, "kk"), REVIEWED))
    result = taken(form, path, here)
    assert (status_of(result.document), result.accepted, result.conflicts, result.changes) == (REVIEWED, 1, [], [])


@of(ROWS)
@pytest.mark.parametrize(("then", "now"), [(REVIEWED, CONFIRMED), (REVIEWED, AUTO), (CONFIRMED, AUTO)])
def test_what_the_file_alone_lowered_is_taken(
    form: ModuleType, write: Write, then: BeadStatus, now: BeadStatus, plain: Document, tmp_path: Path
) -> None:
    """Who takes an acceptance back there takes it back."""
    here, path = with_status(plain, then), tmp_path / "kk"
    path.write_bytes(write(exported(form, here, "kk"), now))
    assert status_of(taken(form, path, here).document) is now


@of(ALL[3:])
@pytest.mark.parametrize("then", [REVIEWED, CONFIRMED])
def test_a_cat_tool_takes_no_alignment_back(
    form: ModuleType, write: Write, then: BeadStatus, plain: Document, tmp_path: Path
) -> None:
    """What is fuzzy or initial again is as confirmed as it was: such tools know nothing of beads."""
    here, path = with_status(plain, then), tmp_path / "kk"
    path.write_bytes(write(exported(form, here, "kk"), AUTO))
    assert status_of(taken(form, path, here).document) is CONFIRMED


@of(ALL)
@pytest.mark.parametrize(
    ("then", "now"), [(REVIEWED, AUTO), (REVIEWED, CONFIRMED), (AUTO, REVIEWED), (AUTO, CONFIRMED)]
)
def test_what_changed_here_alone_is_kept(
    form: ModuleType, write: Write, then: BeadStatus, now: BeadStatus, plain: Document, tmp_path: Path
) -> None:
    """The file still says what went out."""
    path = tmp_path / "kk"
    path.write_bytes(write(exported(form, with_status(plain, then), "kk"), then))
    here = with_status(plain, now)
    result = taken(form, path, here)
    assert (result.document, result.conflicts, result.rest) == (here, [], [])


@of(ROWS)
def test_what_both_changed_is_a_conflict(form: ModuleType, write: Write, plain: Document, tmp_path: Path) -> None:
    """Reviewed when it went out, it was taken back here, and half taken back there: ours stays, and both are told."""
    path, here = tmp_path / "kk", with_status(plain, AUTO)
    path.write_bytes(write(exported(form, with_status(plain, REVIEWED), "kk"), CONFIRMED))
    result = taken(form, path, here)
    (conflict,) = result.conflicts
    assert (result.document, conflict.ours, conflict.theirs) == (here, "auto (status)", "confirmed (status)")
    assert conflict.reason == "its status changed here and in the file"


@of(ROWS)
def test_theirs_decides_a_conflict(form: ModuleType, write: Write, plain: Document, tmp_path: Path) -> None:
    """Where it is said."""
    path = tmp_path / "kk"
    path.write_bytes(write(exported(form, with_status(plain, REVIEWED), "kk"), CONFIRMED))
    result = taken(form, path, with_status(plain, AUTO), Winner.THEIRS)
    assert (status_of(result.document), result.conflicts) == (CONFIRMED, [])


@of(ALL)
def test_who_accepts_further_is_not_contradicted(
    form: ModuleType, write: Write, plain: Document, tmp_path: Path
) -> None:
    """Confirmed here and reviewed there: it is reviewed."""
    path = tmp_path / "kk"
    path.write_bytes(write(exported(form, with_status(plain, AUTO), "kk"), REVIEWED))
    result = taken(form, path, with_status(plain, CONFIRMED))
    assert (status_of(result.document), result.conflicts) == (REVIEWED, [])


@of([one for one in ALL if one[0] is not tmx])
def test_a_status_of_a_text_that_changed_here_is_told(
    form: ModuleType, write: Write, plain: Document, tmp_path: Path
) -> None:
    """The file reviews what stands here no more. (TMX does not tell that nobody had accepted it.)"""
    path = tmp_path / "kk"
    path.write_bytes(write(exported(form, plain, "kk"), REVIEWED))
    (segment,) = plain.ladders["kk"].span(AT).version
    here, _ = apply(plain, edit_text(plain, "kk", segment, "Тараптар келісті."))
    result = taken(form, path, here)
    (left,) = result.rest
    assert (result.document, left.theirs) == (here, "reviewed (status)")
    assert left.reason == "its status changed in the file, and its wording here"


@of(ROWS)
def test_a_text_changed_in_a_table_is_not_reviewed_by_its_old_status(
    form: ModuleType, write: Write, plain: Document, tmp_path: Path
) -> None:
    """The status stands beside it as it went out: the review lapses, as it does with an edit here."""
    here, path = with_status(plain, REVIEWED), tmp_path / "kk"
    (segment,) = here.ladders["kk"].span(AT).version
    before = here.version("kk").segments()[segment]
    content = write(exported(form, here, "kk"), REVIEWED).decode()
    after = f"Сонымен қатар {before}"
    for old, new in ((before, after), (json.dumps(before)[1:-1], json.dumps(after)[1:-1])):
        content = content.replace(old, new)
    path.write_text(content, encoding="utf-8", newline="")
    result = taken(form, path, here)
    assert [change.after for change in result.changes] == [after]
    assert result.document.ladders["kk"].beads[AT].digest == here.ladders["kk"].beads[AT].digest


def test_each_bead_of_a_row_has_its_status_in_json_lines(statement: Document, tmp_path: Path) -> None:
    """A row with several beads of a version: one is reviewed there, and no other."""
    path = tmp_path / "kk.jsonl"
    lines = [json.loads(line) for line in exported(jsonl, statement).splitlines()]
    tag, beads = next(
        (tag, said["beads"])
        for line in lines[1:]
        for tag, said in line["versions"].items()
        if len(said.get("beads", ())) > 1
    )
    before = statement.ladders[tag].beads
    beads[-1]["status"] = "reviewed" if beads[-1]["status"] != "reviewed" else "confirmed"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    after = taken(jsonl, path, statement).document.ladders[tag].beads
    assert sum(one.status is not other.status for one, other in zip(before, after, strict=True)) == 1
