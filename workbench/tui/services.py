"""What the editor asks others for: findings, alignment, and the workspace that the document is of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.editing.finder import Find
from workbench.editing.store import WorkspaceStore
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.ladder import Span
from workbench.model.operations import Operation
from workbench.model.pause import Pause

if TYPE_CHECKING:
    from workbench.alignment.explain import Reason
    from workbench.memory.memory import Memory

Realign = Callable[[Document], Operation | None]


def _nothing() -> None:
    return None


def _unknown(document: Document, tag: str, span: Span, pause: Pause) -> tuple[Reason, ...]:  # noqa: ARG001
    return ()


@dataclass(frozen=True, slots=True)
class Services:
    """What the editor asks for: the findings of a document, what aligning it anew would change, both in threads.

    `store` is None where the document is of no workspace. `keys` has the keys of actions by their ids (their own, where one
    is not named), `theme` the colours to begin with, "" for the usual ones. `termbase` gives the glossary as it is now, and
    `read_glossary` reads it again after it was written to. `reasons` says why a bead of a version is as it is, at a pace: it
    takes its time the first time. `memory` gives the memory of the workspace: its documents as they are saved, and what was
    imported; None where there is no workspace. `looking` says why the document can only be looked at, "" where it can be edited.
    """

    find: Find
    realign: Realign
    store: WorkspaceStore | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    theme: str = ""
    termbase: Callable[[], TermBase] = TermBase
    reasons: Callable[[Document, str, Span, Pause], tuple[Reason, ...]] = _unknown
    memory: Callable[[], Memory | None] = _nothing
    read_glossary: Callable[[], None] = _nothing
    looking: str = ""
