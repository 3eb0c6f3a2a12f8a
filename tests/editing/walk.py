"""A random day's work on the statement: everything that people do to a document, on a workspace that is really on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from random import Random

from workbench.alignment.documents import Aligner
from workbench.alignment.encoders.registry import encoder
from workbench.checks.reading import Reading
from workbench.checks.registry import checks
from workbench.checks.runner import run_checks
from workbench.editing.apply import apply
from workbench.editing.beads import link_crossing, merge_with_next, move_boundary, note, review, split_bead, unlink
from workbench.editing.edits import confirm, edit_text, edit_texts, unconfirm
from workbench.editing.fixing import fixed
from workbench.editing.journal import Journal
from workbench.editing.merging import merged
from workbench.editing.realign import Realigner
from workbench.editing.recovery import examine
from workbench.editing.rewording import fill
from workbench.editing.segments import begin_paragraph, join_with_next, split_segment
from workbench.editing.session import Session
from workbench.editing.store import WorkspaceStore
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.errors import ConflictError, InputError
from workbench.model.ladder import BeadStatus, Ladder
from workbench.model.operations import Operation
from workbench.workspace.configuration import read_settings
from workbench.workspace.folder import Workspace

NAME = "chengdu-2024"
FIXING = ("whitespace", "unicode-form", "apostrophe", "doubled-word")
WORDS = (
    "",
    "Қазақстан ",
    "成都",
    "Oʻzbekiston ",
    "e\u0301tat ",
    " «Тоҷикистон»",
    "ң",
    "Türkmenistan ",
    "  two  spaces ",
)


def files(root: Path) -> Mapping[str, bytes]:
    """The bytes of all files of all documents, by their names."""
    return {path.name: path.read_bytes() for path in sorted((root / "texts").rglob("*")) if path.is_file()}


def repaired(document: Document, tag: str) -> Ladder:
    """A ladder that holds a document's texts, near the one that there is."""
    return Aligner(document, None).repaired(tag)


class Hand:
    """Does what people do to a document, at random places: `operation` is None where it is refused there."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def operation(self, document: Document) -> Operation | None:
        """Return one thing that somebody may do to the document."""
        doing: Callable[[Document], Operation] = self._random.choice(
            (
                self._reword,
                self._reword,
                self._reword_several,
                self._on_bead,
                self._on_bead,
                self._on_text,
                self._accept,
            )
        )
        with suppress(InputError):
            operation = doing(document)
            apply(document, operation)
            return operation
        return None

    def _place(self, document: Document) -> tuple[str, int]:
        tag = self._random.choice(tuple(document.versions))
        return tag, self._random.randrange(len(document.versions[tag].text.segments))

    def _wording(self, text: str) -> str:
        start, end = sorted(self._random.randrange(len(text) + 1) for _ in range(2))
        return text[:start] + self._random.choice(WORDS) + text[self._random.choice((start, end)) :]

    def _reword(self, document: Document) -> Operation:
        tag, segment = self._place(document)
        return edit_text(document, tag, segment, self._wording(document.versions[tag].segments()[segment]))

    def _reword_several(self, document: Document) -> Operation:
        places = dict.fromkeys(self._place(document) for _ in range(4))
        return edit_texts(
            document, {(tag, at): self._wording(document.versions[tag].segments()[at]) for tag, at in places}
        )

    def _on_bead(self, document: Document) -> Operation:
        random, tag = self._random, self._random.choice(document.others())
        beads = document.ladders[tag].beads
        index = random.randrange(len(beads))
        halves = [at for at, bead in enumerate(beads) if not (bead.pivot and bead.version)] or [0]
        doing: tuple[Callable[[], Operation], ...] = (
            lambda: merge_with_next(document, tag, index),
            lambda: split_bead(document, tag, index, random.randrange(3)),
            lambda: move_boundary(document, tag, index, random.choice((1, -1))),
            lambda: unlink(document, tag, index),
            lambda: unlink(document, tag, index),
            lambda: link_crossing(document, tag, random.choice(halves), random.choice(halves)),
            lambda: fill(document, tag, random.choice(self._omissions(document, tag)), "Бұл аударма жаңа."),
            lambda: note(document, tag, index, random.choice(("", "ask Astana", "«чечим»"))),
        )
        return random.choice(doing)()

    def _omissions(self, document: Document, tag: str) -> list[int]:
        found = [span.index for span in document.ladders[tag].spans() if not span.version and not span.bead.mark]
        if not found:
            raise InputError("there is no omission")
        return found

    def _on_text(self, document: Document) -> Operation:
        tag, segment = self._place(document)
        length = len(document.versions[tag].segments()[segment])
        doing: tuple[Callable[[], Operation], ...] = (
            lambda: split_segment(document, tag, segment, self._random.randrange(length + 1)),
            lambda: join_with_next(document, tag, segment),
            lambda: begin_paragraph(document, tag, segment),
        )
        return self._random.choice(doing)()

    def _accept(self, document: Document) -> Operation:
        tag = self._random.choice(document.others())
        spans = self._random.sample(document.ladders[tag].spans(), 2)
        if all(span.bead.status is BeadStatus.AUTO for span in spans):
            return confirm(document, [(tag, span) for span in spans])
        return self._random.choice((review(document, [(tag, spans[0])]), unconfirm([(tag, spans[0])])))


class Walk:
    """One session on a workspace, and what may happen to it. `beginning` is where undoing everything leads."""

    def __init__(self, root: Path, seed: int) -> None:
        self.workspace = Workspace(root)
        self.random = Random(seed)  # noqa: S311 — a walk that can be taken again
        self.hand = Hand(self.random)
        self.journal = Journal(root / ".workbench" / "journal" / f"{NAME}.jsonl")
        self.open()

    @cached_property
    def realigner(self) -> Realigner:
        """The aligner, with the encoder that the editor has."""
        return Realigner(lambda: encoder("words"))

    def open(self) -> None:
        """Open the document as the editor does."""
        loaded = self.workspace.load(NAME)
        self.store = WorkspaceStore(self.workspace, loaded)
        self.session = Session(loaded.document, self.store, self.journal)
        self.beginning = loaded.document
        self.bytes = files(self.workspace.root)
        self.theirs: Mapping[str, bytes] = {}  # what others wrote, in files that were not merged since

    # --- what may happen

    def edit(self) -> None:
        """Somebody does one thing."""
        operation = self.hand.operation(self.session.document)
        if operation is not None:
            self.session.apply(operation)

    def undo(self) -> None:
        """A few steps back."""
        for _ in range(self.random.randrange(1, 5)):
            self.session.undo()

    def redo(self) -> None:
        """A few steps forth."""
        for _ in range(self.random.randrange(1, 4)):
            self.session.redo()

    def realign(self) -> None:
        """The aligner does its work around what is confirmed."""
        operation = self.realigner(self.session.document)
        if operation is not None:
            self.session.apply(operation)

    def fix(self) -> None:
        """What the checks of writing say is mended without a look."""
        settings = read_settings(self.workspace.root).only(FIXING, {check.name for check in checks()})
        result = fixed(
            self.session.document, lambda document: run_checks(Reading(document, TermBase()), settings).findings
        )
        if result.operation is not None:
            self.session.apply(result.operation)

    def save(self) -> bool:
        """Save; where somebody changed the files, merge, look at it, and save. Returns whether it was merged."""
        try:
            self.session.save()
        except ConflictError:
            theirs = self.store.peek()
            both = merged(self.session.saved, self.session.document, theirs.document, repaired)
            self.session.rebase(theirs.document, both.document)
            self.store.go_on_from(theirs)
            self.session.save()
            self.theirs = {}
            return True
        return False

    def somebody_else(self) -> None:
        """Another program changes the files."""
        before = files(self.workspace.root)
        loaded = self.workspace.load(NAME)
        document = loaded.document
        for _ in range(3):
            operation = self.hand.operation(document)
            if operation is not None:
                document, _ = apply(document, operation)
        self.workspace.save(document, loaded)
        after = files(self.workspace.root)
        self.theirs = {**self.theirs, **{name: content for name, content in after.items() if content != before[name]}}

    def crash(self) -> None:
        """The editor is gone; the next one does again what the journal holds."""
        before = self.session.document
        self.open()
        recovery = examine(self.session.document, self.journal.read())
        assert recovery.complete
        if recovery.saved:
            self.journal.clear()
        else:
            self.session.replay(recovery.entries)
        assert self.session.document == before

    def crash_in_save(self) -> None:
        """The files are written, and the editor is gone before it could clear its journal."""
        with suppress(ConflictError):
            self.store.save(self.session.document)
        self.crash()

    # --- where it led

    def check(self) -> None:
        """What is true after every step: a session that is not dirty has what the files hold."""
        assert self.session.dirty or self.session.document == self.session.saved

    def go_back(self) -> None:
        """Undo everything, and save; then the files are what they were, byte for byte, but for what I never touched of others."""
        end = self.session.document
        for _ in range(self._undo_all()):
            self.session.redo()
        assert self.session.document == end
        self._undo_all()
        while self.save():
            self._undo_all()
        assert files(self.workspace.root) == {**self.bytes, **self.theirs}

    def _undo_all(self) -> int:
        count = 0
        while self.session.undo() is not None:
            count += 1
        assert self.session.document == self.beginning
        return count
