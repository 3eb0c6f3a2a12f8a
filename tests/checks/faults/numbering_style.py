"""Labels that are written otherwise than their neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, rewritten
from workbench.model.document import Document

_OTHER = (("7.", "VII."), ("8.", "8)"), ("10.", "X."))
_CHINESE = (("七、", "VII."), ("八、", "8. "), ("十、", "（十）"))


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one label of another style."""
    for tag, version in statement.versions.items():
        for old, new in _CHINESE if tag == "zh" else _OTHER:
            texts = version.segments()
            index = next(index for index, text in enumerate(texts) if text.startswith(old))
            text = new + (" " if tag == "zh" and not new.endswith((" ", "）")) else "") + texts[index][len(old) :]
            yield rewritten(statement, "numbering-style", tag, index, text, f"{old} → {new}")
