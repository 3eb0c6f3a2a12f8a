"""The session undoes, redoes, knows what is saved, and survives a crash by its journal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.editing.samples import operations, sample
from workbench.editing.journal import Did, Entry, Journal, Read
from workbench.editing.operations_json import operation_from_json, operation_to_json
from workbench.editing.recovery import examine
from workbench.editing.session import Session
from workbench.model.document import Document
from workbench.model.errors import ConflictError, InputError
from workbench.model.operations import Operation, ReplaceText
from workbench.workspace.lock import locked


class Store:
    """Keeps what was saved."""

    def __init__(self) -> None:
        self.saved: list[Document] = []

    def save(self, document: Document) -> None:
        """Keep it."""
        self.saved.append(document)


FIRST = ReplaceText("en", 0, "The Parties value the results of the meeting.")
SECOND = ReplaceText("zh", 0, "各方重视会晤成果。")


def test_undo_and_redo_go_back_and_forth() -> None:
    """Two undos and two redos end where they began."""
    session = Session(sample(), Store())
    session.apply(FIRST)
    session.apply(SECOND)
    done = session.document
    session.undo()
    session.undo()
    assert session.document == sample()
    session.redo()
    session.redo()
    assert session.document == done


def test_a_new_step_ends_redo() -> None:
    """What was undone is gone once something else is done."""
    session = Session(sample(), Store())
    session.apply(FIRST)
    session.undo()
    session.apply(SECOND)
    assert session.redo() is None


def test_dirty_follows_undo_past_a_save() -> None:
    """Undoing what was saved makes the document differ from its files."""
    session = Session(sample(), Store())
    session.apply(FIRST)
    session.save()
    assert not session.dirty
    session.undo()
    assert session.dirty
    session.redo()
    assert not session.dirty


def test_a_refused_step_is_neither_done_nor_journalled(tmp_path: Path) -> None:
    """A locked version's wording leaves no trace."""
    journal = Journal(tmp_path / "sample.jsonl")
    session = Session(sample(), Store(), journal)
    with pytest.raises(InputError):
        session.apply(ReplaceText("kk", 0, "Тараптар"))
    assert (journal.entries(), session.undo()) == ((), None)


def test_save_clears_the_journal(tmp_path: Path) -> None:
    """After a save there is nothing to recover."""
    journal = Journal(tmp_path / "sample.jsonl")
    session = Session(sample(), Store(), journal)
    session.apply(FIRST)
    assert len(journal.entries()) == 1
    session.save()
    assert journal.entries() == ()


def test_a_failed_save_keeps_journal_and_dirt(tmp_path: Path) -> None:
    """When the files changed underneath, the edits are still there."""

    class Conflicting:
        def save(self, document: Document) -> None:  # noqa: ARG002
            raise ConflictError("changed underneath")

    journal = Journal(tmp_path / "sample.jsonl")
    session = Session(sample(), Conflicting(), journal)
    session.apply(FIRST)
    with pytest.raises(ConflictError):
        session.save()
    assert session.dirty
    assert len(journal.entries()) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(operations(sample()), st.sampled_from(("undo", "redo"))), max_size=10))
def test_replay_of_a_journal_gives_the_same_document(tmp_path: Path, steps: list[Operation | str]) -> None:
    """After a crash the journal leads to the same document, and the same steps can be undone."""
    journal = Journal(tmp_path / "sample.jsonl")
    journal.clear()
    session = Session(sample(), Store(), journal)
    for step in steps:
        if step == "undo":
            session.undo()
        elif step == "redo":
            session.redo()
        elif not isinstance(step, str):
            session.apply(step)
    after = Session(sample(), Store(), journal)
    entries = journal.entries()
    assert after.replay(entries) == len(entries)
    assert after.document == session.document
    while (undone := after.undo()) is not None:
        assert session.undo() == undone
    assert session.undo() is None
    assert after.document == session.document == sample()


@given(operations(sample()))
def test_operations_survive_json(operation: Operation) -> None:
    """An operation read from its JSON is the operation."""
    assert operation_from_json(operation_to_json(operation)) == operation


def test_a_torn_last_line_is_left_out_and_cut_off(tmp_path: Path) -> None:
    """A crash in the middle of a write costs that one step, and the next line stands by itself."""
    journal = Journal(tmp_path / "sample.jsonl")
    session = Session(sample(), Store(), journal)
    session.apply(FIRST)
    with journal.path.open("ab") as file:
        file.write('{"did": "apply", "operation": {"text": "Қаза'.encode()[:-1])
    assert len(journal.entries()) == 1
    session.apply(SECOND)
    assert len(journal.entries()) == 2


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    """What is no entry is an error with file and line."""
    path = tmp_path / "sample.jsonl"
    path.write_text('{"did": "sing"}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"sample\.jsonl:1"):
        Journal(path).entries()


def test_entries_that_no_longer_fit_are_counted() -> None:
    """A line that somebody changed meanwhile is not written over."""
    stale = Entry(Did.APPLY, FIRST, ReplaceText("en", 0, "Another text stood here."))
    fresh = Entry(Did.APPLY, SECOND, ReplaceText("zh", 0, "各方欢迎会晤成果。"))
    recovery = examine(sample(), Read((stale, fresh)))
    assert (recovery.fitting, recovery.complete, recovery.saved) == (1, False, False)


def test_a_journal_that_was_saved_already_asks_nothing(tmp_path: Path) -> None:
    """When the crash came between the save and the clearing of the journal, the files hold all."""
    journal = Journal(tmp_path / "sample.jsonl")
    session = Session(sample(), Store(), journal)
    session.apply(FIRST)
    session.apply(SECOND)
    recovery = examine(session.document, journal.read())
    assert recovery.saved
    assert recovery.complete


def test_a_second_editor_is_refused(tmp_path: Path) -> None:
    """One editor at a time has a document, and is named."""
    pytest.importorskip("fcntl")
    path = tmp_path / "journal" / "chengdu-2024.lock"
    with locked(path), pytest.raises(ConflictError, match=rf"\(process {os.getpid()}, since 2"), locked(path):
        pass
    with locked(path):
        pass
