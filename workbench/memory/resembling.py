"""Rows that resemble a text: first by edit distance (rapidfuzz), then by chrF (Popović 2015, as sacreBLEU computes it)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.memory.concordance import Hit

_LEAST = 45.0  # similarity in per cent from which on a row is looked at
_LOOKED = 30  # rows that chrF is computed for


@dataclass(frozen=True, slots=True)
class Match:
    """A row that resembles a text: by how much, in per cent, by edit distance and by chrF."""

    hit: Hit
    similarity: float
    chrf: float


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a text against another: kept, taken out or put in."""

    text: str
    kind: str  # "=", "-", "+"


def resembling(text: str, tag: str, rows: Sequence[Hit], most: int = 10) -> list[Match]:
    """Return the rows whose version `tag` resembles a text, the likest first; rows without that version are left out."""
    from rapidfuzz import fuzz, process
    from sacrebleu.metrics.chrf import CHRF

    held = [hit for hit in rows if hit.versions.get(tag, "").strip()]
    if not text.strip() or not held:
        return []
    found = process.extract(
        text, [hit.versions[tag] for hit in held], scorer=fuzz.ratio, limit=_LOOKED, score_cutoff=_LEAST
    )
    metric = CHRF()
    matches = [
        Match(held[index], similarity, metric.sentence_score(other, [text]).score) for other, similarity, index in found
    ]
    return sorted(matches, key=lambda match: (-match.chrf, -match.similarity))[:most]


def changes(old: str, new: str) -> list[Change]:
    """Return how `new` comes of `old`, word by word where there are spaces, else letter by letter."""
    one, other = (_words(text) if " " in old + new else list(text) for text in (old, new))
    result: list[Change] = []
    for kind, start, end, start_b, end_b in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            result.append(Change("".join(one[start:end]), "="))
            continue
        if end > start:
            result.append(Change("".join(one[start:end]), "-"))
        if end_b > start_b:
            result.append(Change("".join(other[start_b:end_b]), "+"))
    return result


def _words(text: str) -> list[str]:
    """Return the words of a text with the spaces behind them."""
    words = text.split(" ")
    return [word + " " for word in words[:-1]] + words[-1:]
