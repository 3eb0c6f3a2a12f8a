"""Realigning in the editor: one operation that can be undone, and quick the second time."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest

from tests.alignment.encoders.samples import Letters
from tests.conftest import TAGS
from workbench.editing.apply import apply, revert
from workbench.editing.edits import confirm, edit_text
from workbench.editing.realign import Realigner, replacing
from workbench.model.document import Document
from workbench.model.ladder import Bead, Ladder
from workbench.model.operations import ReplaceBeads, Together
from workbench.model.pause import Cancelled, Pace


def aligned(document: Document) -> Document:
    """Return the document as the aligner has it."""
    operation = Realigner(lambda: None)(document)
    return apply(document, operation)[0] if operation else document


def test_a_ladder_that_was_spoilt_comes_back(statement: Document) -> None:
    """Two beads made one by mistake are two again; undo brings the mistake back."""
    document = aligned(statement)
    beads = document.ladders["kk"].beads
    wrong = Bead(beads[0].pivot + beads[1].pivot, beads[0].version + beads[1].version)
    spoilt = document.with_ladder("kk", Ladder((wrong, *beads[2:])))
    operation = Realigner(lambda: None)(spoilt)
    assert operation is not None
    after, inverse = apply(spoilt, operation)
    assert [(b.pivot, b.version) for b in after.ladders["kk"].beads] == [(b.pivot, b.version) for b in beads]
    assert revert(after, inverse)[0] == spoilt


def test_only_what_changes_is_replaced(statement: Document) -> None:
    """One bead in the middle of one ladder."""
    ladder = statement.ladders["ru"]
    at = next(n for n, bead in enumerate(ladder.beads) if (bead.pivot, bead.version) == (2, 2))
    new = Ladder((*ladder.beads[:at], Bead(1, 1), Bead(1, 1), *ladder.beads[at + 1 :]))
    others = {tag: statement.ladders[tag] for tag in TAGS}
    assert replacing(statement, {**others, "ru": new}) == Together(
        (ReplaceBeads("ru", at, 1, (Bead(1, 1), Bead(1, 1))),)
    )


def test_nothing_to_change_is_no_operation(statement: Document) -> None:
    """What the aligner made it would make again; other scores alone change nothing."""
    document = aligned(statement)
    assert Realigner(lambda: None)(document) is None
    scores = {tag: Ladder(tuple(replace(b, score=0.5) for b in document.ladders[tag].beads)) for tag in TAGS}
    assert replacing(document, scores) is None


def test_what_was_learned_serves_again_until_a_text_changes(statement: Document) -> None:
    """The encoder is loaded once for two realignments, and once more after an edit."""
    loaded: list[Letters] = []

    def load() -> Letters:
        loaded.append(Letters())
        return loaded[-1]

    realign = Realigner(load)
    document = statement
    for _ in range(2):
        operation = realign(document)
        document = apply(document, operation)[0] if operation else document
        spans = document.ladders["kk"].spans()
        document = apply(document, confirm(document, [("kk", spans[3])]))[0]
    assert len(loaded) == 1
    changed = apply(document, edit_text(document, "kk", 0, "Басқа сөйлем."))[0]
    realign(changed)
    assert len(loaded) == 2


def test_confirmed_beads_stay(statement: Document) -> None:
    """Whatever the aligner makes of the rest."""
    spans = statement.ladders["ru"].spans()
    pair = next(span for span in spans if (span.bead.pivot, span.bead.version) == (2, 2))
    document = apply(statement, confirm(statement, [("ru", pair)]))[0]
    kept = document.ladders["ru"].beads[pair.index]
    assert kept in aligned(document).ladders["ru"].beads


def of_three(document: Document) -> Document:
    """Return the document in English, Chinese and Kazakh alone."""
    versions = {tag: document.versions[tag] for tag in ("en", "zh", "kk")}
    return replace(document, versions=versions, ladders={tag: document.ladders[tag] for tag in ("zh", "kk")})


def test_what_was_called_off_is_done_when_it_is_asked_again(statement: Document) -> None:
    """Wherever it was: before the first pair, among the evidence, at the edges."""
    document, asked = of_three(statement), 0

    def counting() -> None:
        nonlocal asked
        asked += 1

    wanted = Realigner(lambda: None).at_pace(document, counting)
    assert wanted is not None
    for stop in (1, 20, asked // 2, asked - 1):
        realigner, left = Realigner(lambda: None), iter(range(stop))

        def until_then(left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            realigner.at_pace(document, until_then)
        assert realigner(document) == wanted


def test_one_is_answered_at_a_time(statement: Document) -> None:
    """Whoever asks while another is at work is answered when that is called off."""
    document, realigner, pace = of_three(statement), Realigner(lambda: None), Pace()
    waits, called_off = Event(), Event()

    def pausing() -> None:
        waits.set()
        called_off.wait(60)
        pace()

    with ThreadPoolExecutor() as threads:
        resting = threads.submit(realigner.at_pace, document, pausing)
        waits.wait(60)
        other = threads.submit(realigner, document)
        pace.cancel()
        called_off.set()
        assert other.result() == Realigner(lambda: None)(document)
        assert isinstance(resting.exception(), Cancelled)
