"""Text of the pivot that is left in a version."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, rewritten
from workbench.model.document import Document


def faults(statement: Document) -> Iterator[Fault]:
    """Yield every version with a segment of the pivot's, one with its number in place, and one that ends in English."""
    english = statement.versions["en"].segments()
    for tag in statement.others():
        single = [span for span in statement.ladders[tag].spans() if len(span.pivot) == len(span.version) == 1]
        for span in (single[4], single[-2]):
            yield rewritten(
                statement,
                "untranslated",
                tag,
                span.version[0],
                english[span.pivot[0]],
                f"pivot segment {span.pivot[0]}",
            )
        span = max(single, key=lambda span: len(english[span.pivot[0]]))
        own = statement.versions[tag].segments()[span.version[0]]
        half = " ".join(english[span.pivot[0]].split()[-14:])
        yield rewritten(
            statement, "untranslated", tag, span.version[0], own[: len(own) // 2] + " " + half, f"the end is {half!r}"
        )
