"""What a tab of the panel is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a tab shows. `choose` is what Enter does on it, `take` what f does: None where it is only to be read."""

    text: Text
    choose: Callable[[], None] | None = None
    take: Callable[[], None] | None = None


class Tab(ABC):
    """One tab. Its class attributes: its title, its place among the tabs. A tab changes nothing but by actions of the app."""

    title: ClassVar[str]
    order: ClassVar[int]

    @abstractmethod
    def key(self, app: WorkbenchApp) -> Hashable:
        """Return what the entries depend on: while it is the same they are not asked for again."""

    @abstractmethod
    def entries(self, app: WorkbenchApp) -> Sequence[Entry]:
        """Return what is to be shown for the cursor's row."""

    def head(self, app: WorkbenchApp) -> str:  # noqa: ARG002 - what a tab may use
        """Return what stands beside the title: a count, a filter."""
        return ""
