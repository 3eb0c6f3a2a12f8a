"""fullwidth: half-width marks in Chinese, and full-width characters in other languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.slips import Slip, SlipCheck, addresses, within
from workbench.languages.writing import narrow_marks

_FULL = re.compile("[\uff01-\uff5e\u3001\u3002]+")
_FULL_SIGN = re.compile("[\uff01-\uff5e\u3001\u3002]")
_EAST = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_NARROW = {"。": ".", "、": ","}
_SPACED_AFTER = ",.;:?!)]"
_NEAR = 2


class FullWidth(SlipCheck):
    """Chinese text has full-width marks; all other text has none, and no full-width letters and digits."""

    name = "fullwidth"
    family = "text"
    severity = Severity.WARNING
    help = (
        "Among Chinese characters a comma, full stop, colon or bracket is full-width (，。：（）); in other languages "
        "marks, digits and letters never are. A keyboard that was left in the other language writes these."
    )
    example = ("各方认为,有必要加强合作.", "各方认为，有必要加强合作。")

    def suspects(self, reading: Reading, tag: str) -> Sequence[int]:
        """Return the segments with a full-width character; in Chinese all."""
        if reading.knowledge(tag).writing.fullwidth:
            return reading.looked_at(tag)
        return reading.holding(tag, _FULL_SIGN)

    def slips(self, reading: Reading, tag: str, segment: int) -> Iterator[Slip]:
        """Yield the marks, digits and letters of the wrong width."""
        text = reading.texts(tag)[segment]
        if text.isascii():
            return
        if reading.knowledge(tag).writing.fullwidth:
            yield from _narrow(reading, tag, segment)
            return
        for match in _FULL.finditer(text):
            around = text[max(0, match.start() - _NEAR) : match.start()] + text[match.end() : match.end() + _NEAR]
            if _EAST.search(around):
                continue
            right = "".join(_NARROW.get(sign) or unicodedata.normalize("NFKC", sign) for sign in match.group())
            behind = text[match.end() : match.end() + 1]
            if right[-1] in _SPACED_AFTER and behind.isalnum():
                right += " "
            if right[0] in "([" and text[: match.start()][-1:].isalnum():
                right = f" {right}"
            message = f"“{match.group()}” is full-width — write “{right.strip()}”"
            yield Slip(*match.span(), message, right, safe=True)


def _narrow(reading: Reading, tag: str, segment: int) -> Iterator[Slip]:
    text = reading.texts(tag)[segment]
    label = reading.labels(tag)[segment]
    kept = addresses(text)
    for right in narrow_marks(text, reading.knowledge(tag)):
        written = text[right.start : right.end].strip()
        run = f"{written}{written}"
        if within(kept, right.start) or (label is not None and right.start < label.end):
            continue
        if written == "." and (
            text[right.start : right.end + 1].strip().startswith(run) or text[: right.start].endswith(".")
        ):
            continue  # an ellipsis of full stops
        yield Slip(
            right.start,
            right.end,
            f"“{written}” is half-width among Chinese — write “{right.text}”",
            right.text,
            safe=True,
        )
