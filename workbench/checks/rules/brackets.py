"""brackets: a bracket without its partner, and one that another kind of bracket closes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.pairs import Pairing
from workbench.checks.reading import Reading
from workbench.checks.slips import Slip, draft_of

_WIDE = {"(": "（", ")": "）", "[": "［", "]": "］"}
_PAIRS = (("(", ")"), ("[", "]"), ("（", "）"), ("【", "】"), ("〔", "〕"), ("［", "］"))
_KIN = tuple((opening, closing) for opening, _ in _PAIRS for _, closing in _PAIRS if (opening, closing) not in _PAIRS)
_CLOSING = dict(_PAIRS)
_REACH = 400  # code points in which the opening bracket of a closing one that could count a list item is looked for
_PAIRING = Pairing(_PAIRS, _KIN)
_OPENING = frozenset(_CLOSING)
# What a list within a sentence counts with: "a)", "2)", "iv)", "①)".
_ENUMERATED = re.compile(r"(?:^|[\s(（,;:，；：。])(?:\d{1,3}|[^\W\d_]|[ivx]{1,5})\s?$", re.IGNORECASE)


class Brackets(Check):
    """Every bracket has its partner, of its own kind."""

    name = "brackets"
    family = "text"
    severity = Severity.ERROR
    help = (
        "A bracket that is opened is closed in the same paragraph, by the bracket of its own kind: ( by ), （ by ）. "
        "Add the missing bracket, or take the other one out."
    )
    example = ("Ýewropa (Aziýa", "Ýewropa (Aziýa)")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the brackets that stand alone, and those that one of another kind closes."""
        for tag in reading.tags:
            found = _PAIRING.find(reading, tag, _counts)
            for mark in found.alone:
                message = (
                    f"“{mark.sign}” is {'never closed' if mark.sign in _OPENING else 'closed but was never opened'}"
                )
                yield draft_of(reading, tag, mark.segment, Slip(mark.at, mark.at + 1, message))
            for opening, closing in found.mixed:
                right = _CLOSING[opening.sign]
                slip = Slip(
                    closing.at,
                    closing.at + 1,
                    f"“{opening.sign}” is closed by “{closing.sign}” — write “{right}”, or open with its like",
                    right,
                    severity=Severity.WARNING
                    if _WIDE.get(right, right) == _WIDE.get(closing.sign, closing.sign)
                    else None,
                )
                yield draft_of(reading, tag, closing.segment, slip)
            for mark in found.crossed:
                message = f"“{mark.sign}” closes a bracket while another inside it is still open"
                yield draft_of(reading, tag, mark.segment, Slip(mark.at, mark.at + 1, message))


def _counts(text: str, at: int) -> bool:
    """Return whether a bracket at a position is one of a pair: not the one behind the number or letter of a list item."""
    if text[at] not in ")）":
        return True
    near = text[max(0, at - _REACH) : at]
    if any(near.rfind(opening) > near.rfind(closing) for opening, closing in (("(", ")"), ("（", "）"))):
        return True
    return not _ENUMERATED.search(near[-8:])
