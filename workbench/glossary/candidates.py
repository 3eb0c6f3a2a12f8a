"""Terms that a document suggests: runs of words that stand for one another in its rows, in all versions at once.

A run of the pivot is a concept when what stands for its words (see `links`) stands together in most versions. Names come
first: they are written with capitals and sound alike; then what is said again and again; of each kind the surest first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from rapidfuzz import fuzz

from workbench.glossary.links import links, words_of
from workbench.glossary.matching import Matcher
from workbench.glossary.term import Term, TermKind, TermStatus
from workbench.glossary.tokens import Tokens
from workbench.languages.knowledge import knowledge
from workbench.languages.romanise import romanised
from workbench.languages.wordforms import word_texts

if TYPE_CHECKING:
    from workbench.glossary.links import Encode

Key: TypeAlias = tuple[str, ...]
_LONGEST = 5  # words of a run
_JOINS = {" ", "-"}
_PARTED = re.compile(r"[,;:.!?，、；：。！？]")  # what stands inside no wording
_PHRASE = 1.5  # what a run of several words weighs: verbs and adjectives stand alone
_NEARLY = 0.05  # a longer run as sure as this less stands for the shorter one inside it
_SURE = 0.3  # a wording that is less sure is none
_ALIKE = 60  # of 100: Rashid Meredov and Raşid Meredow, Sichuan Province and провинция Сычуань
_HALF = 0.5  # of the other versions must have a wording


@dataclass(frozen=True, slots=True)
class Wording:
    """What a version writes: how sure that is (0 to 1), and the rows (0-based) in which it stands for the pivot's wording."""

    text: str
    score: float
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept that a document suggests: its wordings by version, the pivot's first, and how sure they are together."""

    concept: str
    kind: TermKind
    score: float
    wordings: Mapping[str, Wording]

    def terms(self, source: str) -> tuple[Term, ...]:
        """Return its rows of the glossary, all of them proposed; `source` says where they are from."""
        return tuple(
            Term(self.concept, tag, wording.text, TermStatus.PROPOSED, self.kind, source=source)
            for tag, wording in self.wordings.items()
        )


@dataclass(frozen=True, slots=True)
class _Place:
    row: int
    first: int
    last: int
    capitals: bool


def candidates(
    rows: Mapping[str, Sequence[str]],
    terms: Sequence[Term],
    encode: Encode | None = None,
    taken: Collection[str] = (),
) -> tuple[Candidate, ...]:
    """Return what is suggested, the best first.

    `rows` holds the text of every row by version, the pivot first ("" where a version has none); `terms` what the glossary
    lists in the pivot's language, which is left out. `encode` gives vectors of length one for words of a version; without
    it rows and letters decide. Names of concepts are those of the pivot's wording in Latin letters, none of `taken`.
    """
    pivot, *others = rows
    tokens = {tag: Tokens(texts, knowledge(tag)) for tag, texts in rows.items()}
    linked = {tag: links(tokens[pivot], tokens[tag], (pivot, tag), encode) for tag in others}
    known = Matcher(terms, knowledge(pivot))
    found: list[tuple[Key, Candidate]] = []
    listed = tuple(tuple((match.start, match.end) for match in known.find(text)) for text in rows[pivot])
    for key, everywhere in _runs(tokens[pivot]).items():
        places = [
            place
            for place in everywhere
            if not _cuts(tokens[pivot], place, listed[place.row])
            and not _strings(tokens[pivot], place, listed[place.row])
        ]
        if not places:
            continue
        wordings: dict[str, Wording] = {}
        for tag in others:
            if wording := _wording(places, linked[tag], tokens[tag]):
                wordings[tag] = wording
        if len(wordings) < max(1, _HALF * len(others)):
            continue
        texts = Counter(_text(tokens[pivot], place) for place in places)
        text = min(texts, key=lambda one: (len(one), -texts[one], one))
        score = round(sum(wording.score for wording in wordings.values()) / max(1, len(others)), 3)
        mine = Wording(text, score, tuple(dict.fromkeys(place.row for place in places)))
        named = all(place.capitals for place in places) and _sounds_alike(text, wordings)
        kind = _kind(text) if named else TermKind.TERM
        found.append((key, Candidate(_concept(text), kind, score, {pivot: mine, **wordings})))
    return _renamed(sorted((one for _, one in _apart(found)), key=_rank), taken)


def _renamed(found: Sequence[Candidate], taken: Collection[str]) -> tuple[Candidate, ...]:
    """Return the candidates with names that are neither taken nor given twice."""
    given = set(taken)
    result = []
    for one in found:
        number, name = 1, one.concept
        while name in given:
            number += 1
            name = f"{one.concept}-{number}"
        given.add(name)
        result.append(replace(one, concept=name))
    return tuple(result)


def _rank(one: Candidate) -> tuple[bool, float, str]:
    """Return what candidates are sorted by: names first; then how sure, how often, and several words before one."""
    own = next(iter(one.wordings.values()))
    weight = min(4, 1 + len(own.rows)) * (_PHRASE if len(word_texts(own.text)) > 1 else 1.0)
    return one.kind is TermKind.TERM, -one.score * weight, one.concept


def _runs(tokens: Tokens) -> dict[Key, list[_Place]]:
    """Return where the runs of the pivot stand, by their stems."""
    found: dict[Key, list[_Place]] = defaultdict(list)
    for number, row in enumerate(tokens.rows):
        text = tokens.texts[number]
        for first, token in enumerate(row):
            if tokens.says_nothing(token):
                continue
            for last in range(first, len(row) if tokens.unspaced else min(len(row), first + _LONGEST)):
                if tokens.unspaced and last > first:
                    break
                if last > first and text[row[last - 1].end : row[last].start] not in _JOINS:
                    break
                if tokens.says_nothing(row[last]):
                    continue
                held = row[first : last + 1]
                capitals = [one.text[0].isupper() for one in held if not tokens.says_nothing(one)]
                if len(held) != len(capitals) and not all(capitals):
                    continue  # common words stand inside names alone: Cabinet of Ministers
                name = all(capitals) and (len(held) > 1 or _inside(text, token.start))
                found[tuple(one.stem for one in held)].append(_Place(number, first, last, name))
    return found


def _cuts(tokens: Tokens, place: _Place, listed: Sequence[tuple[int, int]]) -> bool:
    """Return whether a run is a listed term, a part of one or a run across its edge; one that holds it whole is another."""
    row = tokens.rows[place.row]
    start, end = row[place.first].start, row[place.last].end
    return (
        any(start < to and end > at and (start, end) != (min(start, at), max(end, to)) for at, to in listed)
        or (
            start,
            end,
        )
        in listed
    )


def _strings(tokens: Tokens, place: _Place, listed: Sequence[tuple[int, int]]) -> bool:
    """Return whether a run is nothing but listed terms in a row: a state and its minister, China and Central Asia."""
    held = tokens.rows[place.row][place.first : place.last + 1]
    said = [one for one in held if not tokens.says_nothing(one)]
    return bool(listed) and all(any(at <= one.start and one.end <= to for at, to in listed) for one in said)


def _inside(text: str, start: int) -> bool:
    """Return whether what begins at `start` does not begin a sentence."""
    before = text[:start].rstrip(" «“\"'(")
    return bool(before) and before[-1] not in ".!?:;"


def _text(tokens: Tokens, place: _Place) -> str:
    row = tokens.rows[place.row]
    return tokens.texts[place.row][row[place.first].start : row[place.last].end]


def _wording(places: Sequence[_Place], linked: Sequence[Mapping[int, object]], tokens: Tokens) -> Wording | None:
    """Return what a version writes most surely for a run: the wording with the most score over its places."""
    scores: dict[str, float] = defaultdict(float)
    held: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for place in places:
        stretch = words_of(linked[place.row], tokens.rows[place.row], place.first, place.last)  # type: ignore[arg-type]
        text = tokens.texts[place.row][stretch[1] : stretch[2]] if stretch else ""
        if stretch and not _PARTED.search(text):
            score = stretch[0]
            key = " ".join(word[:5].lower() for word in word_texts(text)) if not tokens.unspaced else text
            scores[key] += score
            held[key].append((text, place.row))
    if not scores:
        return None
    best = max(scores, key=lambda key: (scores[key], key))
    texts = Counter(text for text, _ in held[best])
    text = min(texts, key=lambda one: (len(one), -texts[one], one))
    if scores[best] / len(held[best]) < _SURE:
        return None
    return Wording(
        text, round(min(1.0, scores[best] / len(places)), 3), tuple(dict.fromkeys(row for _, row in held[best]))
    )


def _sounds_alike(text: str, wordings: Mapping[str, Wording]) -> bool:
    """Return whether half of the versions that part words write nearly the same letters, whatever their alphabet."""
    own = _letters(text)
    others = [_letters(one.text) for tag, one in wordings.items() if not knowledge(tag).wordforms.unspaced]
    alike = sum(fuzz.token_sort_ratio(own, other) >= _ALIKE for other in others)
    return not others or 2 * alike >= len(others)


def _letters(text: str) -> str:
    return " ".join(map(romanised, word_texts(text)))


def _kind(text: str) -> TermKind:
    words = word_texts(text)
    return TermKind.PERSON if len(words) in (2, 3) and all(word[0].isupper() for word in words) else TermKind.PLACE


def _concept(text: str) -> str:
    roman = " ".join(filter(None, map(romanised, word_texts(text))))
    return re.sub(r"[^a-z0-9]+", "-", roman).strip("-") or "concept"


def _apart(found: Sequence[tuple[Key, Candidate]]) -> Iterator[tuple[Key, Candidate]]:
    """Yield the candidates less those that stand only inside a longer one that is nearly as sure."""
    by_rows: dict[tuple[int, ...], list[tuple[Key, Candidate]]] = defaultdict(list)
    for key, one in found:
        by_rows[next(iter(one.wordings.values())).rows].append((key, one))
    for key, one in found:
        if not any(
            len(longer) > len(key)
            and any(longer[at : at + len(key)] == key for at in range(len(longer) - len(key) + 1))
            and other.score >= one.score - _NEARLY
            for longer, other in by_rows[next(iter(one.wordings.values())).rows]
        ):
            yield key, one
