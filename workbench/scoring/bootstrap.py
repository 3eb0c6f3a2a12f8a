"""How sure a difference between candidates is: sacreBLEU's paired bootstrap (Koehn 2004)."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.model.errors import UsageError
from workbench.scoring.metrics import Measure

SAMPLES = 1000
_SEED = "SACREBLEU_SEED"


@dataclass(frozen=True, slots=True)
class Confidence:
    """What resampling says of a score: its mean, the half of its 95 % interval, and `p` against the first candidate.

    `p` is None for the first candidate: how probable a difference as great as this is, were there none.
    """

    mean: float
    interval: float
    p: float | None


def compared(
    candidates: Mapping[str, Sequence[str]], references: Sequence[str], measure: Measure
) -> dict[str, Confidence]:
    """Return the confidence of each candidate's score, by tag; the first candidate is what the others are compared with.

    The same numbers every time: the seed is sacreBLEU's (12345, or that of SACREBLEU_SEED). Raises UsageError where that is
    no number.
    """
    from sacrebleu.significance import PairedTest, Result

    seed = os.environ.get(_SEED, "")
    if not (seed.isdecimal() or seed.lower() in ("", "none")):
        raise UsageError(f"{_SEED}={seed!r} is no number — unset it or mend it")
    named = list(candidates.items())
    test = PairedTest(named, {measure.name: measure.metric}, [list(references)], test_type="bs", n_samples=SAMPLES)
    _, scores = test()
    (found,) = (results for name, results in scores.items() if name != "System")
    return {
        tag: Confidence(
            float(one.mean or 0.0), float(one.ci or 0.0), None if one.p_value is None else float(one.p_value)
        )
        for tag, one in zip(candidates, found, strict=True)
        if isinstance(one, Result)
    }
