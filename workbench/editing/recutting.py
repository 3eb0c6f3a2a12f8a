"""Recutting: a wording that came back as one text is parted into the segments that it went out from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from workbench.languages.knowledge import Knowledge
from workbench.languages.sentences import sentences

_MOST = 4_000_000  # pairs of characters of old and new text that are compared; longer texts are cut in proportion
_NEAR = 4  # words on either side of a place where a cut may be
# What a cut costs beside the characters that differ: inside a sentence, inside a clause of it, and a segment that goes,
# which none does while there are as many sentences.
_MID_SENTENCE, _MID_CLAUSE, _GONE, _NEVER = 20, 20, 6, 1_000_000
_SURE = 12  # code points on either side that make a cut certain where they stand in the new text once
_CLOSING = frozenset(".!?;:,…)。！？；：，、）»”")


def recut(segments: Sequence[str], text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Return `text` in as many parts as there are `segments`, which it stands for now; a part is "" where nothing is left of it.

    Of all ways to cut it, at the ends of sentences or near where old and new text part, the one whose parts differ least
    from the segments.
    """
    if len(segments) < 2:
        return (text,) * len(segments)
    old = knowledge.joiner.join(segments)
    if text == old:
        return tuple(segments)
    starts = list(accumulate(len(segment) + len(knowledge.joiner) for segment in segments))[:-1]
    costs = {0: 0, len(text): 0}
    sentence_starts = _sentence_starts(text, knowledge)
    for place in (*sentence_starts, *_near_old_cuts(old, starts, text, knowledge)):
        at_clause = text[:place].rstrip()[-1:] in _CLOSING
        costs[place] = 0 if place in sentence_starts else _MID_SENTENCE if at_clause else _MID_SENTENCE + _MID_CLAUSE
    for start in starts:
        around = old[max(0, start - _SURE) : start + _SURE]
        if text.count(around) == 1:
            costs[text.index(around) + min(_SURE, start)] = 0
    places = sorted(costs)
    gone = _GONE if len(sentence_starts) + 1 < len(segments) else _NEVER
    # best[p]: the least cost of cutting what is before places[p] into the segments so far, and the cuts that make it.
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for number, segment in enumerate(segments, start=1):
        ends = places if number < len(segments) else [len(text)]
        after: dict[int, tuple[int, tuple[int, ...]]] = {}
        for end in ends:
            ways = (
                (cost + costs[end] * (start != end) + _difference(segment, text[start:end].strip(), gone), (*cuts, end))
                for start, (cost, cuts) in best.items()
                if start <= end
            )
            after[end] = min(ways)
        best = after
    _, cuts = best[len(text)]
    return tuple(text[start:end].strip() for start, end in zip((0, *cuts[:-1]), cuts, strict=True))


def _difference(segment: str, part: str, gone: int) -> int:
    from rapidfuzz.distance import Indel

    if not part:
        return len(segment) + gone
    if len(segment) * len(part) > _MOST:
        return abs(len(segment) - len(part))
    return int(Indel.distance(segment, part))


def _near_old_cuts(old: str, starts: Sequence[int], text: str, knowledge: Knowledge) -> Iterable[int]:
    """Return the beginnings of words near which `text` parts as `old` does at its `starts`, by their letters or in proportion."""
    words = _word_starts(text, knowledge)
    for start, place in zip(starts, _mapped(old, text, starts), strict=True):
        for middle in (place, round(len(text) * start / len(old))):
            at = bisect_left(words, middle)
            yield from words[max(0, at - _NEAR) : at + _NEAR]


def _mapped(old: str, new: str, places: Sequence[int]) -> Sequence[int]:
    """Return where places of `old` are in `new`."""
    if len(old) * len(new) > _MOST:
        return [round(len(new) * place / len(old)) for place in places]
    from rapidfuzz.distance import Levenshtein

    codes = list(Levenshtein.opcodes(old, new))
    found = []
    for place in places:
        code = next((code for code in codes if code.src_start <= place < code.src_end), None)
        found.append(len(new) if code is None else min(code.dest_end, code.dest_start + place - code.src_start))
    return found


def _sentence_starts(text: str, knowledge: Knowledge) -> frozenset[int]:
    places = []
    at = 0
    for sentence in sentences(text, knowledge):
        found = text.find(sentence, at)
        if found < 0:  # white space inside it is of another kind
            continue
        places.append(found)
        at = found + len(sentence)
    return frozenset(places[1:])


def _word_starts(text: str, knowledge: Knowledge) -> Sequence[int]:
    if not knowledge.joiner:
        return range(1, len(text))
    return [at for at in range(1, len(text)) if text[at - 1].isspace() and not text[at].isspace()]
