"""Names that a version spells nearly as the glossary lists them: they are misspelt there, not missing."""

from __future__ import annotations

from workbench.alignment.encoders.words import known_share
from workbench.checks.near_names import NearName
from workbench.checks.reading import Reading


def variants(reading: Reading, tag: str, segment: int) -> tuple[NearName, ...]:
    """Return the near misses of listed names in a segment of a version, less ordinary words that are like a name."""

    near = reading.near_names(tag)
    text = reading.texts(tag)[segment]
    if not near.may_stand_in(text):
        return ()  # most segments

    def compute() -> tuple[NearName, ...]:
        taken = [(match.start, match.end) for match in reading.matches(tag, segment)]
        return tuple(
            found
            for found in near.find(text, taken)
            if not (found.alone and _is_ordinary(reading, tag, text[found.start : found.end]))
        )

    return reading.of(tag, segment).once("variants", compute)


def _is_ordinary(reading: Reading, tag: str, written: str) -> bool:
    """Return whether the text writes the word small elsewhere, or the aligner's table of the language's words has it."""
    small = written.lower()
    return any(small in text for text in reading.texts(tag)) or known_share([small], tag) == 1
