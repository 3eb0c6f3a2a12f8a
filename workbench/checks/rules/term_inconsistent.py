"""term-inconsistent: two renderings of one concept in one version."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.checks.check import Draft, GatheringCheck, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.glossary.term import AGREED, USABLE, Term, TermKind, TermStatus
from workbench.languages.knowledge import WordForms
from workbench.languages.wordforms import fold, is_form, word_texts

_ORDER = tuple(TermStatus)


class TermInconsistent(GatheringCheck):
    """A version calls one thing by one wording."""

    name = "term-inconsistent"
    family = "terms"
    severity = Severity.WARNING
    help = (
        "The glossary admits several wordings for this, and this version uses more than one of them. Choose one. Short forms "
        "and abbreviations beside the full wording are not meant, nor the names of states, which have a short and a full form. "
        "It is a mere hint where one of the wordings is only proposed."
    )
    example = ("Тарафҳо once, Ҷонибҳо everywhere else", "Ҷонибҳо everywhere")

    def gathered(self, reading: Reading) -> list[_Uses]:
        """Return the uses of each term in each version."""
        found: list[_Uses] = []
        for tag in reading.tags:
            uses: dict[int, _Uses | None] = {}  # by identity: a term's hash is over ten fields
            for segment in reading.looked_at(tag):
                for number, (term, start, end) in enumerate(reading.matches(tag, segment)):
                    if id(term) in uses:
                        own = uses[id(term)]
                    else:
                        own = uses[id(term)] = _Uses(tag, term, array("I")) if _may_vary(reading, tag, term) else None
                    if own is not None:
                        own.places.extend((segment, number, start, end))
            found += [own for own in uses.values() if own is not None]
        return found

    def judged(self, reading: Reading, gathered: Sequence[list[_Uses]]) -> Iterator[Draft]:
        """Yield, for each concept and each wording but the usual one of a version, the first place where it stands."""
        for tag in reading.tags:
            uses: dict[str, dict[Term, array[int]]] = defaultdict(dict)
            for own in (own for part in gathered for own in part if own.tag == tag):
                uses[own.term.concept].setdefault(own.term, array("I")).extend(own.places)
            several = [same for same in uses.values() if len(same) > 1]
            # In the order of the text; of two terms at one place, that of the terms in their segment.
            for same in sorted(several, key=lambda same: min(map(_first, same.values()))):
                spots = {
                    term: [Spot(tag, segment, start, end) for segment, _, start, end in _in_order(same[term])]
                    for term in sorted(same, key=lambda term: _first(same[term]))
                }
                yield from _odd_ones(reading, tag, spots)


class _Uses(NamedTuple):
    """Where a term stands in a version: one after the other segment, number among the terms of the segment, start, end."""

    tag: str
    term: Term
    places: array[int]


def _may_vary(reading: Reading, tag: str, term: Term) -> bool:
    """Return whether a version has a choice of wordings for the concept of one that it may use."""
    chosen_from = term.status in USABLE and term.kind is not TermKind.STATE
    return chosen_from and len(reading.usable(tag, term.concept)) > 1


def _first(places: array[int]) -> tuple[int, ...]:
    return min(zip(*[iter(places)] * 4, strict=True))


def _in_order(places: array[int]) -> list[tuple[int, ...]]:
    return sorted(zip(*[iter(places)] * 4, strict=True))


def _odd_ones(reading: Reading, tag: str, spots: dict[Term, list[Spot]]) -> Iterator[Draft]:
    usual = min(spots, key=lambda term: (-len(spots[term]), _ORDER.index(term.status), spots[term][0].segment))
    wordforms = reading.knowledge(tag).wordforms
    for term, places in spots.items():
        if (
            term is usual
            or _is_short_form(term.term, usual.term, wordforms)
            or _is_short_form(usual.term, term.term, wordforms)
        ):
            continue
        here, there = places[0], spots[usual][0]
        texts = reading.texts(tag)
        count = len(spots[usual])
        times = "once" if count == 1 else f"{count} times"
        agreed = term.status in AGREED and usual.status in AGREED
        yield Draft(
            version=tag,
            row=reading.row_of(tag, here.segment),
            spot=here,
            message=f"“{texts[here.segment][here.start : here.end]}” here, and {times} elsewhere in {tag} "
            f"“{texts[there.segment][there.start : there.end]}”: both stand for {term.concept}",
            suggestion=usual.term,
            related=(*spots[usual], *places[1:]),
            texts=(texts[here.segment], usual.term),
            severity=Severity.WARNING if agreed else Severity.INFO,
        )


def _is_short_form(short: str, full: str, wordforms: WordForms) -> bool:
    """Return whether a wording is a part of another, or abbreviates words of it: capitals alone are an abbreviation."""
    if wordforms.unspaced:
        return short in full
    own, other = word_texts(fold(short)), word_texts(fold(full))
    if any(len(word) > 1 and word.isupper() for word in word_texts(short)):
        return True
    return len(own) < len(other) and _is_within(own, other, wordforms)


def _is_within(own: Sequence[str], other: Sequence[str], wordforms: WordForms) -> bool:
    rest = iter(other)
    return all(
        any(is_form(candidate, word, wordforms) or is_form(word, candidate, wordforms) for candidate in rest)
        for word in own
    )
