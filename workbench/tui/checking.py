"""The checks at work beside the keys: a thread computes, the application takes over what it found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.model.clause import Place
from workbench.model.document import Document
from workbench.tui.findings import Found
from workbench.tui.table import outline

Find = Callable[[Document], Sequence[Found]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a document, and the places of its pivot segments. `problem` says why there is nothing."""

    document: Document
    findings: tuple[Found, ...]
    places: tuple[Place, ...]
    problem: str = ""


def check(document: Document, find: Find) -> Checked:
    """Run the checks. A check that breaks must not take the editor with it: what it raised becomes `problem`."""
    try:
        return Checked(document, tuple(find(document)), outline(document))
    except Exception as error:
        return Checked(document, (), (), f"the checks broke: {type(error).__name__}: {error}")
