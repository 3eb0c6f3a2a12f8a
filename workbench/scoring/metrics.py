"""BLEU, chrF, chrF++ and TER as sacreBLEU computes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workbench.languages.knowledge import Knowledge

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

ORDERING = "chrF2"  # by which clauses are put in order: it is sure of short texts in any language


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric: its name among the scores (`BLEU-zh`, `chrF2++`), sacreBLEU's signature, and whether more is better."""

    name: str
    signature: str
    metric: Metric = field(compare=False, repr=False)
    more_is_better: bool = True

    def score(self, texts: Sequence[str], references: Sequence[str]) -> float:
        """Return the score of a text, line by line, against a reference of as many lines."""
        return float(self.metric.corpus_score(list(texts), [list(references)]).score)


def measures(known: Knowledge) -> tuple[Measure, ...]:
    """Return the metrics for a language: BLEU with each tokenizer that it needs, chrF, chrF++, TER.

    TER counts words; in a language that has no spaces, characters (`--ter-normalized --ter-asian-support`).
    """
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    unspaced = known.wordforms.unspaced
    found: list[tuple[str, Metric]] = [(f"BLEU-{name}", BLEU(tokenize=name)) for name in known.tokenizers]
    found += [("chrF2", CHRF()), ("chrF2++", CHRF(word_order=2))]
    found.append(("TER", _ter(unspaced)))
    return tuple(Measure(name, _signature(name, metric), metric, name != "TER") for name, metric in found)


def _signature(name: str, metric: Metric) -> str:
    # The metric tells how many references it had only once it had some.
    metric.corpus_score(["a"], [["a"]])
    return f"{name.partition('-')[0]}|{metric.get_signature()}"


def _ter(unspaced: bool) -> Metric:
    """Return TER that looks for the edits of a line once, which takes long: the whole, its clauses and samples share them."""
    from sacrebleu.metrics.ter import TER

    class RememberingTER(TER):
        """sacreBLEU's TER; what it found of a line is kept."""

        def __init__(self) -> None:
            super().__init__(normalized=unspaced, asian_support=unspaced)
            self._found: dict[tuple[str, str], list[float]] = {}

        def _compute_segment_statistics(self, hypothesis: str, ref_kwargs: dict[str, Any]) -> list[float]:
            key = (hypothesis, repr(ref_kwargs))
            if key not in self._found:
                self._found[key] = super()._compute_segment_statistics(hypothesis, ref_kwargs)
            return self._found[key]

    return RememberingTER()
