"""Terms that a document suggests: runs of words that stand for one another in its rows, in all versions at once.

A run of the pivot is a concept when a stretch of most versions stands for it (`spans.py`). Names come first: they are
written with capitals and sound alike; then what is said again and again; then what is said once. Of each kind the surest
are first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.glossary.likeness import Lexicon, Likeness
from workbench.glossary.matching import Matcher
from workbench.glossary.naming import kind_of
from workbench.glossary.parting import parted_names
from workbench.glossary.runs import Key, Place, runs
from workbench.glossary.term import Term, TermKind, TermStatus
from workbench.glossary.tokens import Divide, Tokens
from workbench.glossary.wordings import Wording, Wordings
from workbench.languages.knowledge import knowledge
from workbench.languages.romanise import romanised
from workbench.languages.wordforms import word_texts

_MOST = 600  # runs whose wordings are looked for: what a document says most
_SURE = 0.38  # a candidate less sure than this is none
_SAME = 0.6  # of the versions that say two candidates alike: then they are one
_ALONE = 0.3  # what a word loses that stands alone: phrases are terms more often
_HALF = 0.5  # of the other versions must have a wording


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
class _Found:
    """A candidate with the places of its run."""

    key: Key
    places: tuple[Place, ...]
    candidate: Candidate

    @property
    def capitals(self) -> bool:
        """Whether the run is written as names are, in all places."""
        return all(place.capitals for place in self.places)

    @property
    def named(self) -> bool:
        return self.candidate.kind is not TermKind.TERM

    def weight(self) -> float:
        """Return what candidates of one kind are ranked by: how sure, how often, how long."""
        length: float = min(3, len(self.key)) ** 0.5 - _ALONE * (len(self.key) == 1)
        often: float = min(4, 1 + len(self.places)) ** 0.5
        return self.candidate.score * length * often


def candidates(
    rows: Mapping[str, Sequence[str]],
    terms: Sequence[Term],
    lexicon: Lexicon | None = None,
    taken: Collection[str] = (),
) -> tuple[Candidate, ...]:
    """Return what is suggested, the best first.

    `rows` holds the text of every row by version, the pivot first ("" where a version has none); `terms` what the glossary
    lists in the pivot's language, which is left out. `lexicon` knows the words of languages; without it rows and letters
    decide. Names of concepts are those of the pivot's wording in Latin letters, none of `taken`.
    """
    pivot, *others = rows
    tokens = {tag: Tokens(texts, knowledge(tag), _divider(lexicon, tag)) for tag, texts in rows.items()}
    mine = tokens[pivot]
    listed = _listed(rows[pivot], Matcher(terms, knowledge(pivot)))
    everywhere = {
        key: free
        for key, places in runs(mine).items()
        if (free := tuple(place for place in places if not _is_listed(mine, place, listed[place.row])))
    }
    wordings = {tag: Wordings(mine, tokens[tag], Likeness(mine, tokens[tag], lexicon), lexicon) for tag in others}
    found = []
    for key, places in _likely(everywhere):
        held = {tag: wording for tag in others if (wording := wordings[tag].of(places)) is not None}
        score = sum(wording.score for wording in held.values()) / max(1, len(others))
        if len(held) < max(1, _HALF * len(others)) or score < _SURE:
            continue
        own = _own(mine, places)
        capitals = all(place.capitals for place in places)
        kind = kind_of(own.text, capitals, held, pivot)
        if not capitals and not all(wordings[tag].is_noun(wording) for tag, wording in held.items()):
            continue
        if kind is not TermKind.TERM:
            for tag in others:
                spelt = wordings[tag].of_name(places, own.text, kind, held.get(tag))
                if spelt is not None and (tag not in held or spelt.score > held[tag].score):
                    held[tag] = spelt
        ordered = {pivot: own} | {tag: held[tag] for tag in others if tag in held}
        found.append(_Found(key, places, Candidate(_concept(own.text), kind, round(score, 3), ordered)))
    based = [replace(one, candidate=_based(one, wordings)) for one in _apart(found)]
    return _renamed((one.candidate for one in sorted(_unlike(based), key=_rank)), taken)


def _divider(lexicon: Lexicon | None, tag: str) -> Divide:
    if lexicon is None:
        return lambda text: [text[at : at + 2] for at in range(0, len(text), 2)]
    return lambda text: lexicon.divided(text, tag)


def _listed(texts: Sequence[str], known: Matcher) -> list[tuple[tuple[int, int], ...]]:
    return [tuple((match.start, match.end) for match in known.find(text)) for text in texts]


def _is_listed(tokens: Tokens, place: Place, listed: Sequence[tuple[int, int]]) -> bool:
    """Return whether a run is a listed term, a part of one or a run across its edge, or strings listed terms together.

    One that holds a listed term whole is another.
    """
    start, end = place.start, place.end
    for at, to in listed:
        if (start, end) == (at, to) or (start < to and end > at and (start, end) != (min(start, at), max(end, to))):
            return True
    said = [one for one in tokens.rows[place.row][place.first : place.last + 1] if not tokens.says_nothing(one)]
    return bool(listed) and all(any(at <= one.start and one.end <= to for at, to in listed) for one in said)


def _likely(everywhere: Mapping[Key, tuple[Place, ...]]) -> list[tuple[Key, tuple[Place, ...]]]:
    """Return the runs that may be terms, at most so many: names, then what stands often by itself."""
    order = sorted(
        everywhere.items(),
        key=lambda one: (
            not all(place.capitals for place in one[1]),
            -len(one[1]) * min(3, len(one[0])),
            one[1][0].row,
        ),
    )
    names = [one for one in order if all(place.capitals for place in one[1])][: _MOST // 2]
    others = [one for one in order if not all(place.capitals for place in one[1])]
    return [*names, *others[: _MOST - len(names)]]


def _own(tokens: Tokens, places: Sequence[Place]) -> Wording:
    texts = Counter(tokens.texts[place.row][place.start : place.end] for place in places)
    lower = {text for text in texts if text[0].islower()}
    text = min(lower or texts, key=lambda one: (-texts[one], len(one), one))
    return Wording(text, 1.0, tuple(dict.fromkeys(place.row for place in places)))


def _based(found: _Found, wordings: Mapping[str, Wordings]) -> Candidate:
    """Return a candidate with its wordings in their first forms, and the rows in which it stands by itself."""
    one, rows = found.candidate, {place.row for place in found.places}
    name = next(iter(one.wordings.values())).text if one.kind is not TermKind.TERM else None
    held = {
        tag: replace(
            wordings[tag].in_first_form(wording, name) if tag in wordings else wording,
            rows=tuple(row for row in wording.rows if row in rows) or wording.rows,
        )
        for tag, wording in one.wordings.items()
    }
    return replace(one, wordings=held)


def _rank(one: _Found) -> tuple[bool, bool, float, str]:
    """Return what candidates are sorted by: names, what has capitals or is said again, and the rest; of each the best first."""
    return not one.named, not one.capitals and len(one.places) < 2, -one.weight(), one.candidate.concept


def _apart(found: Sequence[_Found]) -> Iterator[_Found]:
    """Yield the candidates that stand by themselves: not only within, and not across, better ones."""
    persons = {one.key for one in found if one.candidate.kind is TermKind.PERSON}
    # A person beside a state: Turkmenistan Rashid Meredov.
    found = [
        one
        for one in found
        if not any(one.key[at:] in persons or one.key[:at] in persons for at in range(1, len(one.key)))
    ]
    by_row: dict[int, list[Place]] = defaultdict(list)
    parted = [*parted_names([(one.places, one.candidate.score) for one in found if one.capitals])]
    names = [
        replace(one, places=places)
        for one, places in zip((one for one in found if one.capitals), parted, strict=True)
        if places
    ]
    # What stands only within a longer run, or across one, is a part of it.
    for one in [*names, *sorted((one for one in found if not one.capitals), key=lambda one: -one.weight())]:
        if not one.capitals and not any(_is_free(place, by_row[place.row]) for place in one.places):
            continue
        yield one
        for place in one.places:
            by_row[place.row].append(place)


def _unlike(found: Sequence[_Found]) -> Iterator[_Found]:
    """Yield the candidates less those that most versions say in the words of one that is said more often."""
    by_wording: dict[tuple[str, str], list[_Found]] = defaultdict(list)
    for one in sorted(found, key=lambda one: (-len(one.places), -one.weight())):
        held = [*one.candidate.wordings.items()][1:]
        same = Counter(id(other) for tag, wording in held for other in by_wording[tag, wording.text])
        if same and _SAME * len(held) <= max(same.values()):
            continue
        for tag, wording in held:
            by_wording[tag, wording.text].append(one)
        yield one


def _is_free(place: Place, taken: Iterable[Place]) -> bool:
    return not any(place.within(other) or place.crosses(other) for other in taken)


def _renamed(found: Iterable[Candidate], taken: Collection[str]) -> tuple[Candidate, ...]:
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


def _concept(text: str) -> str:
    roman = " ".join(filter(None, map(romanised, word_texts(text))))
    return re.sub(r"[^a-z0-9]+", "-", roman).strip("-") or "concept"
