"""Letters in the place of digits and of Roman numerals."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, labelled, replaced, rewritten
from workbench.model.document import Document

# Of a clause: its number in letters that look like digits or Latin letters (О, Х, І and З are Cyrillic).
_LABELS = ((10, "1О"), (11, "1l"), (3, "З"), (10, "Х"), (1, "l"), (2, "ІІ"))
_YEARS = (("2024", "2О24"), ("2023", "2O23"), ("2025", "2О25"))


def faults(statement: Document) -> Iterator[Fault]:
    """Yield every version with a letter in a label, where labels are in digits, and with one in a year."""
    for tag in statement.versions:
        for value, wrong in _LABELS if tag != "zh" else ():
            segment, label = labelled(statement, tag, value)
            text = statement.versions[tag].segments()[segment]
            changed = text.replace(label.written, f"{wrong}.", 1)
            yield rewritten(statement, "numbering-lookalike", tag, segment, changed, f"{label.written!r} → {wrong!r}")
        for old, new in _YEARS:
            if sum(old in text for text in statement.versions[tag].segments()) == 1:
                yield replaced(statement, "numbering-lookalike", tag, old, new)
