"""Whichever call to the system is the last one, what was done by then is there at the next start."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.editing.samples import sample
from tests.editing.test_merging import even
from workbench.editing.edits import edit_text
from workbench.editing.journal import Journal
from workbench.editing.merging import merged
from workbench.editing.recovery import examine
from workbench.editing.session import Session
from workbench.editing.store import WorkspaceStore
from workbench.model.errors import ConflictError
from workbench.workspace.folder import Workspace
from workbench.workspace.saving import recover

CALLS = ("replace", "fsync", "unlink", "write", "ftruncate")


class Crash(BaseException):
    """What stands for `kill -9`: nothing catches it."""


@dataclass
class Day:
    """One day's work on the small document; `promised` are the wordings that the screen has shown."""

    root: Path
    promised: list[tuple[str, str]] = field(default_factory=list)

    def open(self) -> None:
        """Open the document, and take up what an earlier day has left."""
        recover(self.root)
        workspace = Workspace(self.root)
        loaded = workspace.load("sample")
        self.journal = Journal(self.root / ".workbench" / "journal" / "sample.jsonl")
        self.store = WorkspaceStore(workspace, loaded)
        self.session = Session(loaded.document, self.store, self.journal)
        recovery = examine(loaded.document, self.journal.read())
        assert recovery.complete
        if recovery.saved:
            self.journal.clear()
        self.session.replay(() if recovery.saved else recovery.entries)

    def word(self, tag: str, segment: int, text: str) -> None:
        """Give a segment another wording."""
        self.session.apply(edit_text(self.session.document, tag, segment, text))
        self.promised.append((tag, text))

    def somebody_else(self) -> None:
        """Another program changes the last line of the Chinese text."""
        path = self.root / "texts" / "sample" / "zh.txt"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("四、各方感谢", "四、六国感谢"), encoding="utf-8")

    def save(self) -> None:
        """Save; merge first where somebody changed the files."""
        try:
            self.session.save()
        except ConflictError:
            theirs = self.store.peek()
            both = merged(self.session.saved, self.session.document, theirs.document, even)
            self.session.rebase(theirs.document, both.document)
            self.store.go_on_from(theirs)
            self.session.save()

    def work(self) -> None:
        """Two wordings are saved; then one more, which is merged with what somebody else did; and one that is not saved."""
        self.open()
        self.word("en", 0, "The Parties value the results of the meeting.")
        self.save()
        self.somebody_else()
        self.promised.append(("zh", "四、六国感谢成都人民。"))
        self.word("zh", 0, "各方重视会晤成果。")
        self.save()
        self.word("en", 2, "They will meet every year.")

    def found(self) -> set[tuple[str, str]]:
        """All wordings that are there now."""
        document = self.session.document
        return {(tag, text) for tag in document.versions for text in document.versions[tag].segments()}


def crash_at(monkeypatch: pytest.MonkeyPatch, last: int) -> None:
    """Let the process die in the n-th call to the system that writes; of a write half is done."""
    count = 0

    def dying(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == last:
                if name == "write":
                    real(arguments[0], bytes(arguments[1])[:20])  # type: ignore[call-overload]
                raise Crash
            return real(*arguments, **named)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, dying(name, getattr(os, name)))


@pytest.mark.parametrize("first", range(1, 9))
def test_no_call_to_the_system_is_one_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int) -> None:
    """At every eighth call from the first: all that was shown is there at the next start, and can be saved."""
    for last in range(first, 200, 8):
        root = tmp_path / str(last)
        (root / "texts").mkdir(parents=True)
        Workspace(root).create(sample())
        day, cut_off = Day(root), False
        with monkeypatch.context() as patched:
            crash_at(patched, last)
            try:
                day.work()
            except Crash:
                cut_off = True
        after = Day(root)
        after.open()
        assert set(day.promised) <= after.found()
        after.save()
        after.open()
        assert set(day.promised) <= after.found()
        if not cut_off:
            return
    raise AssertionError("the day has no end")
