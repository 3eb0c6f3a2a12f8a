"""BLEU, chrF, chrF++ and TER as sacreBLEU computes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.languages.knowledge import Knowledge

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

ORDERING = "chrF2"  # by which clauses are put in order: it is sure of short texts in any language


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric: its name among the scores (`BLEU-zh`, `chrF2++`), sacreBLEU's signature, and whether more is better."""

    name: str
    signature: str
    metric: Metric
    more_is_better: bool = True

    def score(self, texts: Sequence[str], references: Sequence[str]) -> float:
        """Return the score of a text, line by line, against a reference of as many lines."""
        return float(self.metric.corpus_score(list(texts), [list(references)]).score)


@lru_cache(maxsize=16)
def measures(known: Knowledge) -> tuple[Measure, ...]:
    """Return the metrics for a language: BLEU with each tokenizer that it needs, chrF, chrF++, TER.

    TER counts words; in a language that has no spaces, characters (`--ter-normalized --ter-asian-support`).
    """
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    unspaced = known.wordforms.unspaced
    found: list[tuple[str, Metric]] = [(f"BLEU-{name}", BLEU(tokenize=name)) for name in known.tokenizers]
    found += [("chrF2", CHRF()), ("chrF2++", CHRF(word_order=2))]
    found.append(("TER", TER(normalized=unspaced, asian_support=unspaced)))
    return tuple(Measure(name, _signature(name, metric), metric, name != "TER") for name, metric in found)


def _signature(name: str, metric: Metric) -> str:
    # The metric tells how many references it had only once it had some.
    metric.corpus_score(["a"], [["a"]])
    return f"{name.partition('-')[0]}|{metric.get_signature()}"
