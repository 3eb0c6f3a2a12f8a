"""term-inconsistent: two renderings of one concept in one version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.glossary.term import AGREED, USABLE, Term, TermKind, TermStatus
from workbench.languages.knowledge import WordForms
from workbench.languages.wordforms import fold, is_form, word_texts

_ORDER = tuple(TermStatus)


class TermInconsistent(Check):
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

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield, for each concept and each wording but the usual one of a version, the first place where it stands."""
        for tag in reading.tags:
            uses: dict[str, dict[Term, list[Spot]]] = defaultdict(lambda: defaultdict(list))
            for segment in range(len(reading.texts(tag))):
                for match in reading.matches(tag, segment):
                    if match.term.status in USABLE and match.term.kind is not TermKind.STATE:
                        spot = Spot(tag, segment, match.start, match.end)
                        uses[match.term.concept][match.term].append(spot)
            for spots in uses.values():
                if len(spots) > 1:
                    yield from _odd_ones(reading, tag, spots)


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
