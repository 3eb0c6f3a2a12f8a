"""What a version writes for a run of the pivot, over all places where the pivot has it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.glossary.base_form import Vocabulary, base_form, name_form
from workbench.glossary.likeness import Lexicon, Likeness
from workbench.glossary.runs import Place
from workbench.glossary.sounds import sounds_like
from workbench.glossary.spans import Shape, Span, best_span, shape
from workbench.glossary.states import state_stems
from workbench.glossary.term import TermKind
from workbench.glossary.tokens import HAN, LONGEST, STEM, Tokens
from workbench.languages.lexemes import is_nominal
from workbench.languages.wordforms import fold, word_texts

_PLACES = 8  # of a run that are looked at: more tell little
_SURE = 0.3  # a wording that is less sure is none
_CLAIMED = 0.75  # what stands for another word of the pivot more surely than this is not taken along
_HEARD = 0.65  # a run of characters that sounds less like a name does not spell it
_HEARD_IN = 3  # rows that are listened to
_MOST = 8  # characters that spell a name


@dataclass(frozen=True, slots=True)
class Wording:
    """What a version writes: how sure that is (0 to 1), and the rows (0-based) in which it stands for the pivot's wording."""

    text: str
    score: float
    rows: tuple[int, ...]


class Wordings:
    """Finds what one version writes."""

    def __init__(self, mine: Tokens, theirs: Tokens, likeness: Likeness, lexicon: Lexicon | None) -> None:
        self._mine, self._theirs = mine, theirs
        self._likeness = likeness
        self._shapes: dict[int, Shape] = {}
        tag = theirs.knowledge.tag
        self._words = Vocabulary(theirs.forms, lambda word: lexicon is not None and lexicon.knows(word, tag))

    def of(self, places: Sequence[Place]) -> Wording | None:
        """Return what the version writes most surely: the wording with the highest score over the places, or None."""
        scores: dict[str, float] = defaultdict(float)
        held: dict[str, list[tuple[str, int]]] = defaultdict(list)
        looked_at = places[:: max(1, len(places) // _PLACES)][:_PLACES]
        for place in looked_at:
            row = self._mine.rows[place.row]
            own = [at for at in range(place.first, place.last + 1) if not self._mine.says_nothing(row[at])]
            if place.row not in self._shapes:
                self._shapes[place.row] = shape(self._theirs, place.row)
            shaped = self._shapes[place.row]
            span = best_span(self._likeness.row(place.row), own, self._theirs, place.row, shaped) if row else None
            if span is not None and span.score >= _SURE:
                span = self._whole(span, place.row, own)
                text = self._theirs.text(place.row, span.first, span.last)
                key = text if self._theirs.unspaced else " ".join(fold(word)[:STEM] for word in word_texts(text))
                scores[key] += span.score
                held[key].append((text, place.row))
        if not scores:
            return None
        best = max(scores, key=lambda key: (scores[key], key))
        texts = Counter(text for text, _ in held[best])
        text = min(texts, key=lambda one: (-texts[one], len(one), one))
        rows = tuple(dict.fromkeys(row for _, row in held[best]))
        return Wording(text, round(min(1.0, scores[best] / len(looked_at)), 3), rows)

    def _whole(self, span: Span, row: int, own: Sequence[int]) -> Span:
        """Return a stretch with the words beside it that always stand there and stand for nothing else of the pivot."""
        scores, held, text = self._likeness.row(row), self._theirs.rows[row], self._theirs.texts[row]
        others = [at for at in range(len(scores)) if at not in own]

        def belongs(at: int, beside: int) -> bool:
            if not 0 <= at < len(held) or self._theirs.unspaced or self._theirs.says_nothing(held[at]):
                return False
            between = text[held[min(at, beside)].end : held[max(at, beside)].start]
            claimed = float(scores[others, at].max()) if others else 0.0
            return (
                between == " "
                and claimed < _CLAIMED
                and self._theirs.glued(held[beside].stem, held[at].stem, at > beside)
            )

        first, last = span.first, span.last
        if belongs(last + 1, last):
            last += 1
        if belongs(first - 1, first):
            first -= 1
        return span._replace(first=first, last=last)

    def of_name(self, places: Sequence[Place], name: str, kind: TermKind, beside: Wording | None) -> Wording | None:
        """Return the run of characters that spells a name where no letters do, or None.

        Of persons a surname will do; of a state what is `beside` it goes with it: 共和国 with 吉尔吉斯.
        """
        if not self._theirs.unspaced:
            return None
        found: list[tuple[float, int, str, int]] = []
        words = word_texts(name)
        stated = [word for word in words if fold(word).startswith(state_stems())]
        parts = [name, *(words if kind is TermKind.PERSON else stated if kind is TermKind.STATE else ())]
        # A name that stands in many rows is heard in the first few.
        for place in places[:_HEARD_IN]:
            for run in self._runs(place.row):
                heard = max(sounds_like(run, part) for part in parts)
                if heard >= _HEARD:
                    found.append((heard, -len(run), run, place.row))
        if not found:
            return None
        score, _, run, row = max(found)
        text = self._theirs.texts[row]
        whole = next((one for one in (run + beside.text, beside.text + run) if one in text), run) if beside else run
        rows = tuple(dict.fromkeys(row for *_, other, row in found if other == run))
        return Wording(whole if kind is TermKind.STATE else run, round(score, 3), rows)

    def is_noun(self, wording: Wording) -> bool:
        """Return whether a wording may be a term, as far as a dictionary says."""
        return not self._theirs.knowledge.wordforms.dictionary or is_nominal(wording.text)

    def in_first_form(self, wording: Wording, name: str | None) -> Wording:
        """Return a wording as a glossary lists it; `name` is the pivot's, where it is one."""
        known = self._theirs.knowledge
        if name is not None:
            return replace(wording, text=name_form(wording.text, known, name))
        return replace(wording, text=_small(base_form(wording.text, known, self._words), self._theirs))

    def _runs(self, row: int) -> Iterator[str]:
        """Yield the runs of characters of a row that are as long as a name may be."""
        for stretch in HAN.findall(self._theirs.texts[row][:LONGEST]):
            for start in range(len(stretch) - 1):
                yield from (stretch[start:end] for end in range(start + 2, min(len(stretch), start + _MOST) + 1))


def _small(text: str, tokens: Tokens) -> str:
    """Return a term in small letters where the document writes it with a capital only because it begins a sentence."""
    first = word_texts(text)[:1]
    if not first or not first[0][:1].isupper() or first[0].isupper():
        return text
    small = first[0][0].lower() + first[0][1:]
    return text.replace(first[0], small, 1) if small in tokens.written else text
