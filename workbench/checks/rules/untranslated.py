"""untranslated: text of the pivot that stands in a version as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.wordings import is_lower, same_language, wording, words_of
from workbench.languages.wordforms import Word, fold, word_texts

_MOST = 0.7  # share of the letters of a segment's ordinary words that stand in the pivot's words
_FEWEST = 4  # ordinary words that a segment must have, or letters in a language that has no words: names are no text
_FEWEST_LETTERS = 8
_RUN = 5  # consecutive words of the pivot that are no name
_PLACES = 8  # of the same five words in the pivot that are tried
_ORDINARY = 4  # of these, those without a capital


class Untranslated(Check):
    """A version in another language than the pivot does not say what the pivot says in the pivot's words."""

    name = "untranslated"
    local = True
    family = "structure"
    severity = Severity.ERROR
    help = (
        "This segment, or a part of it, stands here in the words of the pivot, which is in another language. Translate it. "
        "Names, numbers and abbreviations that are the same in both languages are not meant."
    )
    example = ("Стороны agreed to continue cooperation.", "Стороны договорились продолжать сотрудничество.")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the segments that are the pivot's (errors), and stretches of the pivot's words within others (warnings)."""
        for tag in reading.document.others():
            if same_language(tag, reading.pivot):
                continue
            for span in (span for row in reading.rows for span in row.cells[tag].spans):
                for segment in span.version:
                    if not _may_be_left(reading, tag, segment, span.pivot):
                        continue  # most segments
                    found = _untranslated_part(reading, tag, segment, span.pivot)
                    if found is not None:
                        yield _draft(reading, tag, found, tuple(span.pivot))


def _may_be_left(reading: Reading, tag: str, segment: int, beside: Sequence[int]) -> bool:
    """Return whether a segment shares more with its bead's pivot text than a few names and numbers: a cheap question."""
    different = [reading.of(reading.pivot, one).different_words for one in beside]
    known = different[0] if len(different) == 1 else frozenset().union(*different)
    shared = [*filter(known.__contains__, reading.words(tag, segment))]
    if len(shared) >= _RUN:
        return True
    letters = sum([len(word) for word in shared if not word.isdecimal()])
    if letters < _MOST * _FEWEST_LETTERS:
        return False
    ordinary = sum(map(len, filter(is_lower, word_texts(reading.texts(tag)[segment]))))
    return letters >= _MOST * (ordinary - _longest_label(reading, tag, segment))


def _longest_label(reading: Reading, tag: str, segment: int) -> int:
    label = reading.labels(tag)[segment]
    return label.end if label else 0


def _untranslated_part(reading: Reading, tag: str, segment: int, beside: Sequence[int]) -> Spot | None:
    """Return the stretch of a segment that is left in its bead's pivot words: the whole wording, a part, or None."""
    pivot = [word for one in beside for word in _folded_words(reading, reading.pivot, one)]
    known = set(pivot)
    whole = wording(reading, tag, segment)
    own = words_of(reading, whole)
    if _is_whole(own, known, reading.knowledge(reading.pivot).wordforms.unspaced):
        return whole
    run = _longest_run(own, pivot)
    if len(run) >= _RUN and sum(is_lower(word.text) for word in run) >= _ORDINARY:
        return Spot(tag, segment, run[0].start, run[-1].end)
    return None


def _folded_words(reading: Reading, tag: str, segment: int) -> list[str]:
    spot = wording(reading, tag, segment)
    return word_texts(fold(reading.texts(tag)[segment][spot.start : spot.end]))


def _is_whole(own: Sequence[Word], known: set[str], unspaced: bool) -> bool:
    ordinary = [word.text for word in own if is_lower(word.text)]
    letters = sum(map(len, ordinary))
    if letters < _FEWEST_LETTERS or (len(ordinary) < _FEWEST and not unspaced):
        # A heading in capitals is ordinary text where it is long and wholly the pivot's.
        return len(own) > _FEWEST and not ordinary and all(fold(word.text) in known for word in own)
    return sum(len(word) for word in ordinary if fold(word) in known) >= _MOST * letters


def _longest_run(own: Sequence[Word], pivot: list[str]) -> Sequence[Word]:
    """Return the longest run of words that stands in the pivot too, in the same order."""
    starts: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(pivot) - _RUN + 1):
        starts.setdefault(tuple(pivot[at : at + _RUN]), []).append(at)
    folded = [fold(word.text) for word in own]
    best: Sequence[Word] = ()
    at = 0
    while at <= len(own) - _RUN:
        longest = 0
        for there in starts.get(tuple(folded[at : at + _RUN]), ())[:_PLACES]:
            length = _RUN
            while folded[at + length : at + length + 1] == pivot[there + length : there + length + 1] != []:
                length += 1
            longest = max(longest, length)
        if longest > len(best):
            best = own[at : at + longest]
        at += max(1, longest)
    return best


def _draft(reading: Reading, tag: str, spot: Spot, pivot: tuple[int, ...]) -> Draft:
    whole = spot == wording(reading, tag, spot.segment)
    return Draft(
        version=tag,
        row=reading.row_of(tag, spot.segment),
        spot=spot,
        message=f"this {'segment' if whole else 'part of the segment'} is not translated: it stands here in the words of "
        f"{reading.pivot}",
        related=tuple(wording(reading, reading.pivot, segment) for segment in pivot),
        texts=(*(reading.texts(reading.pivot)[segment] for segment in pivot), reading.texts(tag)[spot.segment]),
        severity=Severity.ERROR if whole else Severity.WARNING,
    )
