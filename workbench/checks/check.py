"""What a check is, and what it yields."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from workbench.checks.finding import Severity
from workbench.model.operations import Operation

if TYPE_CHECKING:
    from workbench.checks.reading import Reading


class Spot(NamedTuple):
    """A stretch of one segment of a version: code points of its text in NFC, end exclusive; empty: nothing there."""

    version: str
    segment: int
    start: int = 0
    end: int = 0


class Draft(NamedTuple):
    """What a check knows of a finding; the runner adds the place in the file, the fingerprint and the severity.

    `version` is the one that is wrong (None: no majority says which), `spot` where it shows. `words` is what is missing
    when nothing stands at `spot`. `texts` are the texts of the beads that the finding concerns: when they change, a
    waiver of it lapses. `severity` is for checks that have more than one. `safe` says that `suggestion` may be put in the
    place of what stands at `spot` without a look: what `check --fix` does. `fix` is the operation that mends what no
    suggestion for words can: the form of a file; it needs no look either.
    """

    version: str | None
    row: int
    spot: Spot
    message: str
    suggestion: str | None = None
    related: tuple[Spot, ...] = ()
    words: str = ""
    texts: tuple[str, ...] = ()
    severity: Severity | None = None
    safe: bool = False
    fix: Operation | None = None


class Check(ABC):
    """One check. Its class attributes say what it is; `help` in two or three sentences for a translator.

    `example` is what is wrong and what is right. `local` says that it looks at `Reading.rows` and `Reading.looked_at` alone
    and yields drafts of these: then a long document is given to it part by part. `yields_to` names checks that say better
    what is wrong where both find the same words (`said_once.py`).
    """

    name: ClassVar[str]
    local: ClassVar[bool] = False
    yields_to: ClassVar[tuple[str, ...]] = ()
    family: ClassVar[str]
    severity: ClassVar[Severity]
    help: ClassVar[str]
    example: ClassVar[tuple[str, str]]

    @abstractmethod
    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield what is wrong in the document, in any order."""

    def summary(self) -> str:
        """Return in a line what the check wants: the first line of its class's docstring."""
        return (type(self).__doc__ or self.help).strip().splitlines()[0]


class GatheringCheck(Check):
    """A check that must have seen all parts of a document before it can say anything."""

    @abstractmethod
    def gathered(self, reading: Reading) -> object:
        """Return what the rows that are looked at tell, as plain data that other processes may send."""

    @abstractmethod
    def judged(self, reading: Reading, gathered: Sequence[Any]) -> Iterator[Draft]:
        """Yield what is wrong in the document, from what was gathered in its parts."""

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the same of a document that is looked at as a whole."""
        yield from self.judged(reading, [self.gathered(reading)])
