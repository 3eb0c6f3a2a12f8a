"""name-missing: a person or a state that the other versions name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.unlisted_states import UnlistedState, unlisted_states
from workbench.checks.variants import variants
from workbench.glossary.term import TermKind
from workbench.languages.wordforms import fold, word_texts
from workbench.model.row import Row

_SHORTEST = 4  # of fewer letters many a word begins with a name by accident


class NameMissing(Check):
    """Who is named in most versions is named in all, the pivot among them."""

    name = "name-missing"
    local = True
    family = "names"
    severity = Severity.ERROR
    help = (
        "Most versions name this person or state here, and this version does not. A state is missed only where the "
        "whole paragraph does not name it, since a sentence may well say “it” or “our country”. "
        "Where as many versions name it as do not, the finding names no version. States that the glossary does not list are "
        "known by their names in CLDR: where most versions name one, and at least two, the others should. A name that is "
        "misspelt is not missing: see name-variant."
    )
    example = (
        "the foreign ministers of Kazakhstan and Kyrgyzstan, where others name Tajikistan too",
        "of Kazakhstan, Kyrgyzstan and Tajikistan",
    )

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the persons and states that a version lacks in a row, and most versions with text there have."""
        for row in reading.rows:
            with_text = [tag for tag in reading.tags if reading.segments(tag, row)]
            named = {tag: _names(reading, tag, reading.segments(tag, row)) for tag in with_text}
            shared = frozenset.intersection(*named.values()) if named else frozenset()
            for concept in sorted(frozenset().union(*named.values()) - shared):
                knowing = [tag for tag in with_text if reading.usable(tag, concept)]
                having = [tag for tag in knowing if concept in named[tag]]
                lacking = [tag for tag in knowing if not _said(reading, tag, row, concept, named[tag])]
                # Versions that name a state elsewhere in the paragraph speak for neither side.
                if not lacking or len(having) < len(lacking):
                    continue
                if len(having) == len(lacking):
                    yield _undecided(reading, row, concept, having, lacking)
                    continue
                for tag in lacking:
                    yield _draft(reading, row, concept, having, tag)
            for state in unlisted_states(reading, row):
                yield from _unlisted(reading, row, state)


def _names(reading: Reading, tag: str, segments: Collection[int]) -> frozenset[str]:
    found = [reading.of(tag, segment).named for segment in segments]
    return found[0] if len(found) == 1 else frozenset().union(*found)


def _said(reading: Reading, tag: str, row: Row, concept: str, named: Collection[str]) -> bool:
    misspelt = (near for segment in reading.segments(tag, row) for near in variants(reading, tag, segment))
    if concept in named or any(near.term.concept == concept for near in misspelt):
        return True
    if reading.termbase.kind(concept) is not TermKind.STATE:
        return False
    paragraphs = {other for segment in reading.segments(tag, row) for other in reading.paragraph(tag, segment)}
    return concept in _names(reading, tag, paragraphs) or _derived(reading, tag, paragraphs, concept)


def _derived(reading: Reading, tag: str, segments: Collection[int], concept: str) -> bool:
    """Return whether a word is made of the name of a state: қытайлық (Chinese) of Қытай."""
    stems = tuple(fold(term.term) for term in reading.usable(tag, concept) if len(term.term) >= _SHORTEST)
    found = (word for segment in segments for word in word_texts(fold(reading.texts(tag)[segment])))
    return bool(stems) and any(word.startswith(stems) for word in found)


def _spot(reading: Reading, tag: str, row: Row, concept: str) -> Spot:
    """Return where a version names the concept in the row: the longest wording, the full name before a surname."""
    found = [
        Spot(tag, segment, match.start, match.end)
        for segment in reading.segments(tag, row)
        for match in reading.all_matches(tag, segment)
        if match.term.concept == concept
    ]
    return max(found, key=lambda spot: spot.end - spot.start)


def _draft(reading: Reading, row: Row, concept: str, having: list[str], tag: str) -> Draft:
    kind = reading.termbase.kind(concept).value
    places = tuple(_spot(reading, other, row, concept) for other in having)
    pivot_segment = next((place.segment for place in places if place.version == reading.pivot), None)
    name = reading.name(tag, concept)
    return Draft(
        version=tag,
        row=row.index,
        spot=reading.counterpart(tag, row, pivot_segment),
        message=f"the {kind} “{name}” is not named here, but in {', '.join(having)}",
        suggestion=name,
        related=places,
        words=name,
        texts=reading.cell_texts(tag, row),
    )


def _unlisted(reading: Reading, row: Row, state: UnlistedState) -> Iterator[Draft]:
    """Yield what the versions lack that do not name a state the glossary does not list; no wording is suggested."""
    first = state.having.get(reading.pivot) or next(iter(state.having.values()))
    words = reading.texts(first.version)[first.segment][first.start : first.end]
    pivot_segment = first.segment if first.version == reading.pivot else None
    for tag in state.lacking:
        yield Draft(
            version=tag,
            row=row.index,
            spot=reading.counterpart(tag, row, pivot_segment),
            message=f"the state that {first.version} calls “{words}” is not named here, but in {', '.join(state.having)}",
            related=tuple(state.having.values()),
            words=words,
            texts=reading.cell_texts(tag, row),
        )


def _undecided(reading: Reading, row: Row, concept: str, having: list[str], lacking: list[str]) -> Draft:
    kind = reading.termbase.kind(concept).value
    at = reading.pivot if reading.pivot in having else having[0]
    return Draft(
        version=None,
        row=row.index,
        spot=_spot(reading, at, row, concept),
        message=f"the {kind} “{reading.name(at, concept)}” is named in {', '.join(having)}, "
        f"and not in {', '.join(lacking)}",
        related=tuple(
            [_spot(reading, tag, row, concept) for tag in having if tag != at]
            + [Spot(tag, reading.segments(tag, row)[0]) for tag in lacking]
        ),
        texts=tuple(text for tag in (*having, *lacking) for text in reading.cell_texts(tag, row)),
    )
