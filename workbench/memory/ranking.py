"""What resembles a text most: chrF (Popović, 2015), as sacreBLEU computes it, of what the memory found by edit distance.

Words in another order cost an edit distance nearly all that it has, and chrF little: what was found is put in its order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.memory.fuzzy import Match
from workbench.model.text import normalised


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit that resembles a text, and its chrF (0 to 100) with the text as the reference."""

    match: Match
    chrf: float


def ranked(text: str, matches: Sequence[Match]) -> list[Ranked]:
    """Return matches by their chrF with a text, the likest first; of two that are alike the one that needs fewer edits."""
    from sacrebleu.metrics.chrf import CHRF

    metric, reference = CHRF(), [normalised(text)]
    found = [
        Ranked(match, metric.sentence_score(normalised(match.hit.versions[match.tag]), reference).score)
        for match in matches
    ]
    return sorted(found, key=lambda one: (-one.chrf, -one.match.percent))
