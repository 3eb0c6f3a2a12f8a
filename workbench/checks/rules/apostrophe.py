"""apostrophe: an apostrophe that the language writes otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.slips import Slip, SlipCheck, addresses, within
from workbench.languages.writing import APOSTROPHES, apostrophe_slips, apostrophes_inside

_SIGN = re.compile(f"[{APOSTROPHES}]")
_FEW = 4  # other admitted signs are slips where the best one is at least so many times as frequent


class Apostrophe(SlipCheck):
    """An apostrophe is the sign that the language has for it: Uzbek oʻ and aʼlo, English party’s."""

    name = "apostrophe"
    family = "text"
    severity = Severity.WARNING
    help = (
        "Several signs look like an apostrophe, and only one is right: Uzbek writes ʻ in oʻ and gʻ and ʼ elsewhere, English ’. "
        "With another sign the word is not found, and sorts and breaks wrongly."
    )
    example = ("o'zaro, do`stona", "oʻzaro, doʻstona")

    def suspects(self, reading: Reading, tag: str) -> Sequence[int]:
        """Return the segments with an apostrophe of any kind."""
        return reading.holding(tag, _SIGN)

    def slips(self, reading: Reading, tag: str, segment: int) -> Iterator[Slip]:
        """Yield the apostrophes of a segment that the language, or the version elsewhere, writes otherwise."""
        text = reading.texts(tag)[segment]
        knowledge = reading.knowledge(tag)
        kept = addresses(text)
        for right in apostrophe_slips(text, knowledge):
            if not within(kept, right.start):
                sign = text[right.start]
                message = f"“{sign}” (U+{ord(sign):04X}) where {knowledge.name} writes “{right.text}” (U+{ord(right.text):04X})"
                yield Slip(right.start, right.end, message, right.text, safe=True)
        usual = self._usual(reading, tag)
        if usual:
            for at, sign in apostrophes_inside(text):
                if sign != usual and sign in knowledge.writing.apostrophes and not within(kept, at):
                    message = f"“{sign}” where this version elsewhere writes “{usual}”"
                    yield Slip(at, at + 1, message, usual, safe=True, severity=Severity.INFO)

    def _usual(self, reading: Reading, tag: str) -> str:
        """Return the best apostrophe of a language that admits several, where the version keeps to it; else ""."""
        allowed = reading.knowledge(tag).writing.apostrophes
        if len(allowed) < 2:
            return ""

        def compute() -> str:
            texts = filter(_SIGN.search, reading.texts(tag))
            signs = [sign for text in texts for _, sign in apostrophes_inside(text)]
            others = sum(signs.count(sign) for sign in allowed[1:])
            return allowed[0] if signs.count(allowed[0]) >= _FEW * max(others, 1) else ""

        return reading.once(("apostrophe", tag), compute)
