"""The aligner at work beside the keys: a thread aligns, the application takes over what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.model.document import Document
from workbench.model.operations import Operation, ReplaceBeads, Together

Realign = Callable[[Document], Operation | None]


@dataclass(frozen=True, slots=True)
class Realigned:
    """What aligning a document anew would change; `problem` says why there is nothing."""

    document: Document
    operation: Operation | None
    problem: str = ""


def realigned(document: Document, realign: Realign) -> Realigned:
    """Align a document anew. An aligner that breaks must not take the editor with it: what it raised becomes `problem`."""
    try:
        return Realigned(document, realign(document))
    except Exception as error:
        return Realigned(document, None, f"{type(error).__name__}: {error}")


def changes(operation: Operation) -> str:
    """Return how many beads an operation puts in, by version: `kk 3, ru 1`."""
    match operation:
        case ReplaceBeads(tag, _, _, beads):
            return f"{tag} {len(beads)}"
        case Together(operations):
            return ", ".join(changes(each) for each in operations)
        case _:
            return ""
