"""Documents to the engine and back: what is embedded, what is asked again, what stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.alignment.encoders.samples import Heard, Letters
from tests.conftest import TAGS
from workbench.alignment.documents import Aligner, align_document
from workbench.alignment.encoders.once import Once
from workbench.alignment.encoders.registry import encoder
from workbench.alignment.explain import explained
from workbench.alignment.side import bead_digest, side_of
from workbench.languages.labels import labels
from workbench.model.document import Document, Version
from workbench.model.errors import InputError
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.segment import text_of_paragraphs
from workbench.model.text import normalised


def document(**texts: Sequence[str]) -> Document:
    """Return a document without ladders of versions of one paragraph; the first is the pivot."""
    versions = {tag: Version(tag, text_of_paragraphs([lines])) for tag, lines in texts.items()}
    return Document("d", next(iter(texts)), versions=versions)


class ByLanguage(Letters):
    """Remembers the language of every text too."""

    def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:
        """Return rows, and remember."""
        rows = super().encode(texts, tag)
        self.asked[-len(texts) :] = [f"{tag}: {text}" for text in texts]
        return rows


def test_each_distinct_segment_is_embedded_once(statement: Document) -> None:
    """Ladders of all versions, a repair, a realignment and the reasons of all beads: one call a distinct segment."""
    counting = ByLanguage()
    doubled = statement.version("kk").text.paragraphs()
    lines = [[statement.version("kk").text.segments[n].text for n in paragraph] for paragraph in (*doubled, *doubled)]
    twice = statement.with_version(replace(statement.version("kk"), text=text_of_paragraphs(lines)))
    aligner = Aligner(twice, Once(counting))
    found = {tag: aligner.repaired(tag) if tag == "kk" else aligner.ladder(tag) for tag in TAGS}
    aligner.around(replace(twice, ladders=found))
    assert list(explained(aligner, "ru"))
    wanted = {
        f"{tag}: {normalised(text[label.end :] or text if label else text)}"
        for tag, version in statement.versions.items()
        for text, label in zip(version.segments(), labels(version.segments(), side_of(version).knowledge), strict=True)
    }
    assert Counter(counting.asked) == dict.fromkeys(wanted, 1)


def test_a_ladder_that_is_in_step_needs_no_encoder(statement: Document) -> None:
    """Nothing is embedded where there is nothing to repair."""
    counting = Letters()
    aligner = Aligner(statement, Once(counting))
    assert all(aligner.repaired(tag) is statement.ladders[tag] for tag in TAGS)
    assert counting.asked == []


def test_progress_is_told_of_every_version(statement: Document) -> None:
    """From nothing to all segments of each language, under the encoder's name."""
    heard = Heard()
    align_document(statement, Once(Letters(), None, heard))
    assert {what for what, _, _ in heard.steps} == {f"embedding {tag} with letters (1)" for tag in ("en", *TAGS)}
    assert all(done <= total for _, done, total in heard.steps)


def test_versions_that_were_not_asked_for_stay(statement: Document) -> None:
    """A version that is added leaves the ladders of the others as they are, though these bear witness."""
    ladders = {tag: ladder for tag, ladder in statement.ladders.items() if tag != "tk"}
    after = align_document(replace(statement, ladders=ladders), None, tags=("tk",))
    assert {tag: after.ladders[tag] for tag in ladders} == ladders
    assert after.ladders["tk"].size() == statement.ladders["tk"].size()


def test_around_what_was_confirmed_since(statement: Document) -> None:
    """A bead against all evidence that a person confirms is in the next ladder; the other versions do not change."""
    aligner = Aligner(statement, None)
    aligned = replace(statement, ladders={tag: aligner.ladder(tag) for tag in TAGS})
    sides = side_of(statement.version("en")), side_of(statement.version("ru"))
    bead = Bead(2, 2, BeadStatus.CONFIRMED)
    span = replace(aligned.ladders["ru"].spans()[0], bead=bead, pivot=range(2), version=range(2))
    bead = replace(bead, digest=bead_digest(*sides, span))
    beads = aligned.ladders["ru"].beads
    assert [(one.pivot, one.version) for one in beads[:2]] == [(1, 1)] * 2
    confirmed = aligned.with_ladder("ru", Ladder((bead, *beads[2:])))
    assert aligner.knows(confirmed)
    after = aligner.around(confirmed)
    assert after["ru"].beads[0] == bead
    assert after["ru"].size() == aligned.ladders["ru"].size()
    assert after["kk"] == aligned.ladders["kk"]


def test_changed_texts_are_not_known(statement: Document) -> None:
    """After an edit of a text everything must be asked again."""
    changed = replace(statement.version("uz"), text=text_of_paragraphs([["Tomonlar rozi."]]))
    assert not Aligner(statement, None).knows(statement.with_version(changed))


def test_ten_thousand_equal_segments() -> None:
    """With word vectors, which are all equal: 1–1 in order."""
    one = document(en=["All parties agree."] * 10_000, kk=["Барлық тараптар келіседі."] * 10_000)
    assert {(b.pivot, b.version) for b in align_document(one, encoder("words")).ladders["kk"].beads} == {(1, 1)}


def test_one_segment_against_ten_thousand() -> None:
    """It finds the one that has its number."""
    one = document(
        en=["The parties signed agreement No. 5500."],
        ru=[f"Стороны подписали соглашение № {number}." for number in range(1000, 11_000)],
    )
    ladder = align_document(one, None).ladders["ru"]
    assert [span.version.start for span in ladder.spans() if span.bead.pivot] == [4500]


def test_a_ladder_that_is_far_out_of_step() -> None:
    """Ten thousand segments where a confirmed ladder knew two: repaired without comparing every place with every other."""
    lines = [f"Келісім {number}." for number in range(10_000)]
    one = document(en=[f"Agreement {number}." for number in range(10_000)], kk=lines)
    old = Ladder((Bead(1, 1, BeadStatus.CONFIRMED, digest="01234567"), Bead(1, 1)))
    assert Aligner(one.with_ladder("kk", old), None).repaired("kk").size() == (10_000, 10_000)


def test_a_segment_of_a_hundred_kilobytes_with_vectors() -> None:
    """A segment as long as a book is one segment."""
    one = document(
        en=["The law on public procurement applies. " * 2600, "End."],
        kk=["Мемлекеттік сатып алу туралы заң қолданылады. " * 2600, "Соңы."],
    )
    beads = align_document(one, encoder("words")).ladders["kk"].beads
    assert [(bead.pivot, bead.version) for bead in beads] == [(1, 1), (1, 1)]


def test_nan_from_an_encoder_is_one_line(statement: Document) -> None:
    """It is an error that names the encoder and says what to do."""

    class Broken(Letters):
        def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:
            return super().encode(texts, tag) * np.float32(np.nan)

    with pytest.raises(InputError, match=r"letters \(1\) gave numbers that are none.*choose another with --encoder"):
        align_document(statement, Once(Broken()))
