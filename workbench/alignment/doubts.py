"""Doubts about what was given to be aligned: a text in another language than its tag says, a ladder that nothing holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from workbench.alignment.encoders.word_table import table_tags
from workbench.alignment.encoders.words import LONGEST, known_share, known_share_of
from workbench.languages.wordforms import fold, word_texts
from workbench.model.document import Document
from workbench.model.ladder import Ladder

_FEWEST = 8  # segments that a text must have before its ladder tells anything
_HELD = 0.3  # share of the shorter text that beads hold surely, below which the two hardly belong together
_SAMPLE = 40  # segments whose words are looked up
_KNOWN = 0.3  # share of a text's words that are known in the language that it is in
_CLEARLY = 1.5  # times the share that its own language knows


def doubts(document: Document) -> Iterator[str]:
    """Give a line for each version that may be the wrong text: in another language, or aligned with hardly anything."""
    for tag in (document.pivot, *document.others()):
        other = likely_language(document.version(tag).segments(), tag, tuple(document.versions))
        if other is not None:
            yield f"{tag}: its words are rather those of {other} — is it the right file?"
    for tag in document.others():
        if is_improbable(document.ladders[tag]):
            yield f"{tag}: hardly any of it corresponds to {document.pivot} — are both the right files, in the right order?"


def is_improbable(ladder: Ladder) -> bool:
    """Return whether a ladder's beads hold so little of the shorter text, by their scores, that the texts hardly correspond.

    Of very short texts nothing is said, nor where a person accepted a bead.
    """
    size = ladder.size()
    shorter = 0 if size[0] <= size[1] else 1
    if size[shorter] < _FEWEST or any(bead.score is None for bead in ladder.beads):
        return False
    filled = [bead for bead in ladder.beads if bead.pivot and bead.version]
    held = sum((bead.pivot, bead.version)[shorter] * (bead.score or 0.0) for bead in filled)
    return held < _HELD * size[shorter]


def likely_language(segments: Iterable[str], tag: str, others: Sequence[str]) -> str | None:
    """Return the tag of the language that clearly knows more of a text's words than its own; None where all is well.

    Asked are the languages of `others`, and where hardly a word is known in its own, all that have a table of words.
    A language without a table cannot be told from others.
    """
    sample = list(islice(segments, _SAMPLE))
    words = [word for text in sample for word in word_texts(fold(text[:LONGEST]))]

    def share(tag: str) -> float | None:
        found = known_share_of(words, tag)
        return known_share(sample, tag) if found is None else found

    own = share(tag)
    if own is None or _CLEARLY * own > 1:  # no other language can know so many more
        return None
    rivals = others if own >= _KNOWN else (*others, *sorted(table_tags()))
    shares = {other: share(other) or 0.0 for other in rivals if other != tag}
    best = max(shares, key=lambda other: shares[other], default=tag)
    return best if shares.get(best, 0.0) >= max(_KNOWN, _CLEARLY * own) else None
