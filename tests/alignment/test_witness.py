"""What other versions tell of crossings, where two versions alone tell too little."""

from dataclasses import replace

import numpy as np

from tests.alignment.test_align import read
from tests.alignment.test_together import in_words, meanings
from tests.conftest import gold_ladder
from workbench.alignment.side import Side
from workbench.alignment.together import align_together
from workbench.alignment.vectors import Vectors
from workbench.model.ladder import Ladder, crossings

TAGS = ("en", "kk", "ky", "uz", "ru", "tg")
_FROM, _TO = 12, 40  # the pivot segment that moves, and where it then stands


def with_one_moved(side: Side) -> tuple[Side, str]:
    """Return the side with a long segment standing elsewhere, and that segment."""
    segments = list(side.segments)
    text = segments.pop(_FROM)
    segments.insert(_TO, text)
    return replace(side, segments=tuple(segments), starts=(0,)), text


def ladders(moved: str, tags: tuple[str, ...] = TAGS) -> tuple[dict[str, Ladder], Side, str]:
    """Return the ladders without vectors where one version has a segment elsewhere, that version, and the segment."""
    sides = {tag: replace(read(tag), starts=(0,)) for tag in tags}
    sides[moved], text = with_one_moved(sides[moved])
    found = align_together(list(sides.values()), [None] * len(sides))
    return dict(zip(tags[1:], found, strict=True)), sides[moved], text


def test_without_vectors_others_tell_what_crosses() -> None:
    """A Kyrgyz segment that stands elsewhere is found by what Kazakh, Uzbek, Russian and Tajik have in its place."""
    found, side, text = ladders("ky")
    halves = crossings(found["ky"])
    assert [side.segments[half.version.version.start] for half in halves] == [text]
    assert not any(crossings(ladder) for tag, ladder in found.items() if tag != "ky")


def test_without_vectors_and_others_nothing_crosses() -> None:
    """Two versions alone tell too little: both segments are left alone."""
    found, _, _ = ladders("ky", ("en", "ky"))
    assert not crossings(found["ky"])


def vectors(moved: str) -> list[Vectors | None]:
    """Return vectors of the pivot and of the version with a segment elsewhere, which is as unlike it as can be."""
    pivot = meanings(len(read("en")))
    rows = np.zeros((len(read(moved)), pivot.shape[1]), dtype=np.float32)
    for span in gold_ladder(moved).spans():
        rows[span.version.start : span.version.stop] = pivot[span.pivot.start : span.pivot.stop].mean(axis=0)
    held = list(in_words(rows, 3))
    middle = np.mean(held, axis=0)
    held.insert(_TO, 4 * middle - 3 * held.pop(_FROM))
    given = {"en": pivot, moved: np.array(held)}
    return [given.get(tag) for tag in TAGS]


def test_what_vectors_deny_is_no_crossing_by_the_word_of_others() -> None:
    """The same Kyrgyz segment stays alone where its vector points the other way, whatever the other versions tell."""
    sides = {tag: replace(read(tag), starts=(0,)) for tag in TAGS}
    sides["ky"], _ = with_one_moved(sides["ky"])
    found = align_together(list(sides.values()), vectors("ky"))[TAGS.index("ky") - 1]
    assert not crossings(found)
