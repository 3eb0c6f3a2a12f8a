"""Importing: what came back in a file goes to its places, as one operation; what both sides changed is a conflict.

Three texts are compared: that which went out (the file may hold its digest), that which stands here now, and the file's. What
only the file changed is taken, what only changed here stays, and nothing is thrown away: what finds no place is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter
from typing import TypeVar

from workbench.editing.accepting import Accepting, Fate
from workbench.editing.arriving import Arrived, arrived
from workbench.editing.import_told import Change, Left
from workbench.editing.lost_letters import lost_letters
from workbench.editing.nowhere import Nowhere
from workbench.editing.placing import Place, Placed, one_text, placed, places_of, version_meant
from workbench.editing.rewording import Rewording, reword
from workbench.editing.since_export import as_it_went_out, changed_here
from workbench.interchange.incoming import Incoming, IncomingUnit, IncomingWording, renamed
from workbench.interchange.wording import Wording, Wordings
from workbench.languages.knowledge import knowledge
from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.model.growing import Put, kept
from workbench.model.operations import Operation, Together
from workbench.model.text import digest, forbidden_control, normalised

_T = TypeVar("_T")
_LONGEST = 100_000  # code points of one wording: more is no text of a unit
_SHORT = 10_000  # code points of what cannot become that long in NFC
_BOTH = "changed here and in the file"
_BOTH_STATUS = "its status changed here and in the file"
_LOST = "question marks stand for its letters: the file was saved in an encoding that lacks them, save it as UTF-8"
_OF_ANOTHER = "its status changed in the file, and its wording here"


class Winner(StrEnum):
    """Whose wording stands where both changed it."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(slots=True)
class Imported:
    """What came of a file: the document with it, and the operation that leads there (None: nothing changed).

    `units` are the units of the file. `kept` counts wordings that only changed here, `empty` those that stand here and not in
    the file (tools leave out what nobody translated; a text is not taken away), `accepted` the beads whose status changed,
    `notes` the notes, `blind` the changes of which the file does not tell what stood there when it went out. `conflicts` are
    wordings and statuses that both changed, `rest` those that could not be placed or may not be changed, `strangers` how many
    there are of each version that the document does not have.
    """

    document: Document
    operation: Operation | None = None
    units: int = 0
    kept: int = 0
    empty: int = 0
    accepted: int = 0
    notes: int = 0
    blind: int = 0
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Left] = field(default_factory=list)
    rest: list[Left] = field(default_factory=list)
    strangers: dict[str, int] = field(default_factory=dict)


def imported(document: Document, incoming: Incoming, winner: Winner, path: str, put: Put = kept) -> Imported:
    """Take what a file changed into a document, and return what came of it; nothing is written.

    `path` names the file in messages; `put` puts away what stands elsewhere in the file than in the document. Raises InputError
    where no unit of the file is in the document or a text cannot be a segment's, NotFoundError where the document has no version
    of the file, and what reading the file raises.
    """
    if incoming.version:
        tag = version_meant(document, incoming.version, path)
        names = {incoming.version: tag, incoming.pivot: document.pivot}
    else:
        names = {}
    places = places_of(document, incoming)
    importing = _Importing(document, winner, path, places.wordings, fixed=document.pivot if incoming.version else "")
    arriving = importing.looked_through(renamed(unit, names) for unit in incoming.units)
    return importing.take(placed(document, places, arriving, put))


class _Importing:
    """What is done with each wording of a file, as it comes; of those that change nothing, nothing is kept.

    The pivot's text in a file of two languages is there for the reader: `fixed` is its tag, "" in other files.
    """

    def __init__(self, document: Document, winner: Winner, path: str, wordings: Wordings, *, fixed: str) -> None:
        self._document = document
        self._winner = winner
        self._path = path
        self._wordings = wordings
        self._fixed = fixed
        self._rewording = Rewording()
        self._accepting = Accepting(document, of_texts=bool(fixed))
        self._result = Imported(document)
        # What is told, each with the number of its unit in the file.
        self._changes: list[tuple[int, Change]] = []
        self._conflicts: list[tuple[int, Left]] = []
        self._rest: list[tuple[int, Left]] = []
        self._nowhere = Nowhere(document)

    def looked_through(self, units: Iterable[IncomingUnit]) -> Iterator[IncomingUnit]:
        """Yield the units of a file; raise InputError for the first whose text cannot be a segment's."""
        for unit in units:
            self._result.units += 1
            for tag, wording in unit.wordings.items():
                if tag in self._document.versions:
                    # Nearly all are plain and short, which is seen at once.
                    if not all(map(str.isprintable, wording.segments)) or sum(map(len, wording.segments)) > _SHORT:
                        self._must_be_text(unit, tag, one_text(unit, tag))
                elif one_text(unit, tag):
                    self._result.strangers[tag] = self._result.strangers.get(tag, 0) + 1
            yield unit

    def take(self, arriving: Iterable[Placed]) -> Imported:
        """Take the units of a file, and return what came of them."""
        result, found = self._result, False
        for one in arriving:
            found = found or one.place is not None
            wordings = [each for each in one.unit.wordings.items() if each[0] in self._document.versions]
            took = [self._take(one, tag, wording) for tag, wording in wordings]
            self._accepting.end_unit(taken=any(took))
        if result.units and not found:
            advice = "name the document that it was exported from"
            raise InputError(f"none of its units is in {self._document.name}", path=self._path, advice=advice)
        result.changes = _in_order(self._changes)
        result.conflicts = _in_order(self._conflicts)
        result.rest = _in_order([*self._rest, *self._nowhere.left()])
        document, operations = reword(self._document, self._rewording)
        document, others, result.accepted, result.notes = self._accepting.finish(document)
        operations = [*operations, *others]
        if document != self._document:
            result.document = document
            result.operation = operations[0] if len(operations) == 1 else Together(tuple(operations))
        return result

    def _take(self, one: Placed, tag: str, wording: IncomingWording) -> bool:
        """Do with a wording what is to be done; return whether it was taken."""
        place = one.place
        if place is None:
            if tag != self._fixed:
                self._nowhere.hear(one, tag, wording)
            return False
        held = place.wordings.get(tag)
        ours = held.text if held is not None else ""
        came = arrived(wording, held, self._prefixes(held), knowledge(tag))
        if tag == self._fixed:
            if came.text and came.text != ours:
                self._leave(one, place, tag, ours, "the pivot's text was changed in the file, where it is for reading")
            return False
        same = came.text == ours and (held is None or came.segments == self._whole_texts(held))
        taken = not same and self._compare(one, place, tag, wording, ours, came)
        if tag != self._document.pivot:
            fate = Fate.SAME if same else Fate.TAKEN if taken else Fate.LEFT
            if fate is Fate.LEFT and as_it_went_out(wording, knowledge(tag)):
                fate = Fate.KEPT
            self._hear(one, place, tag, fate)
        return taken

    def _hear(self, one: Placed, place: Place, tag: str, fate: Fate) -> None:
        """Take what a file says of the beads of a wording; what both changed is a conflict."""
        for clash in self._accepting.hear(tag, place.spans.get(tag, ()), one.unit.wordings[tag], fate):
            if fate is not Fate.KEPT and self._winner is Winner.THEIRS:
                self._accepting.accept(tag, clash.spans, clash.theirs)
                continue
            ours, theirs = f"{clash.ours} (status)", f"{clash.theirs} (status)"
            of_another = fate is Fate.KEPT
            left = Left(tag, place.clause, one.unit.line, ours, theirs, _OF_ANOTHER if of_another else _BOTH_STATUS)
            (self._rest if of_another else self._conflicts).append((one.at, left))

    def _compare(self, one: Placed, place: Place, tag: str, wording: IncomingWording, ours: str, came: Arrived) -> bool:
        """Take a wording, keep what stands here, or note a conflict; return whether the file's was taken."""
        theirs = came.text
        held = place.wordings.get(tag)
        mine = changed_here(wording, ours, self._whole_texts(held), knowledge(tag))
        if as_it_went_out(wording, knowledge(tag)) or (theirs != ours and wording.was == digest(theirs)):
            self._result.kept += mine
            return False
        if not theirs:
            self._result.empty += 1
            return False
        if self._document.version(tag).locked:
            self._leave(one, place, tag, ours, f"{tag} is locked: it is the official text")
            return False
        if lost_letters(ours, theirs):
            self._leave(one, place, tag, ours, _LOST)
            return False
        if mine and self._winner is Winner.OURS:
            here, there = self._here_and_there(place, tag, came)
            left = Left(tag, place.clause, one.unit.line, here, there, _BOTH)
            self._conflicts.append((one.at, left))
            return False
        if not self._put(place, tag, came):
            self._leave(one, place, tag, ours, "there is no place for it here: put it in by hand")
            return False
        # A unit's id is made of the pivot's text, so that one which fits tells what that was.
        self._result.blind += not (wording.was or (tag == self._document.pivot and one.known))
        change = Change(tag, place.clause, one.unit.line, *self._here_and_there(place, tag, came))
        self._changes.append((one.at, change))
        return True

    def _put(self, place: Place, tag: str, came: Arrived) -> bool:
        """Note what changes in the segments of a place; return whether it can be done."""
        held = place.wordings.get(tag)
        if held is None:
            empty = [span for span in place.spans.get(tag, ()) if not span.bead.version]
            if not empty:
                return False
            self._rewording.filled[tag, empty[0].index] = came.text
            return True
        gone = {segment for segment, text in zip(held.segments, came.segments, strict=True) if not text}
        if any(self._stands_alone(tag, segment) for segment in gone):
            return False
        for segment, text, before in zip(held.segments, came.segments, self._whole_texts(held), strict=True):
            if text and text != before:
                self._rewording.texts[tag, segment] = text
        self._rewording.gone |= {(tag, segment) for segment in gone}
        return True

    def _stands_alone(self, tag: str, segment: int) -> bool:
        """Whether a segment does not simply go: one of the pivot, and an addition of one segment, which is a bead of its own."""
        if tag == self._document.pivot:
            return True
        span = self._document.ladders[tag].holding(segment, pivot=False)
        return span is not None and (span.bead.pivot, span.bead.version) == (0, 1)

    def _here_and_there(self, place: Place, tag: str, came: Arrived) -> tuple[str, str]:
        """Return what stands at a place, and what the file would make of it: both with their labels."""
        held = place.wordings.get(tag)
        joiner = knowledge(tag).joiner
        return joiner.join(self._whole_texts(held)), joiner.join(text for text in came.segments if text)

    def _whole_texts(self, held: Wording | None) -> tuple[str, ...]:
        if held is None:
            return ()
        segments = self._document.version(held.tag).text.segments
        return tuple(normalised(segments[at].text) for at in held.segments)

    def _prefixes(self, held: Wording | None) -> Sequence[str]:
        """Return the labels of segments as they stand, with the white space behind them: they go back before the wording."""
        if held is None:
            return ()
        segments, found = self._document.version(held.tag).text.segments, self._wordings.found(held.tag)
        return [
            segments[at].text[: label.end] if written and (label := found[at]) else ""
            for at, written in zip(held.segments, held.labels, strict=True)
        ]

    def _leave(self, one: Placed, place: Place, tag: str, ours: str, reason: str) -> None:
        left = Left(tag, place.clause, one.unit.line, ours, one_text(one.unit, tag), reason)
        self._rest.append((one.at, left))

    def _must_be_text(self, unit: IncomingUnit, tag: str, text: str) -> None:
        found = forbidden_control(text)
        if found is not None:
            raise InputError(
                f"the control character U+{ord(found[1]):04X} in the text of {tag}",
                path=self._path,
                line=unit.line,
                advice="take it out",
            )
        if len(text) > _LONGEST:
            raise InputError(
                f"a text of {len(text)} characters in {tag}", path=self._path, line=unit.line, advice="part it"
            )


def _in_order(told: Iterable[tuple[int, _T]]) -> list[_T]:
    """Return what is told in the order of the file."""
    return [each for _, each in sorted(told, key=itemgetter(0))]
