"""Importing: what came back in a file goes to its places, as one operation; what both sides changed is a conflict.

Three texts are compared: that which went out (the file may hold its digest), that which stands here now, and the file's. What
only the file changed is taken, what only changed here stays, and nothing is thrown away: what finds no place is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.editing.accepting import Accepting, Fate
from workbench.editing.arriving import Arrived, arrived
from workbench.editing.placing import Place, one_text, placed, places_of, version_meant
from workbench.editing.rewording import Rewording, reword
from workbench.editing.since_export import as_it_went_out, changed_here
from workbench.interchange.incoming import Incoming, IncomingUnit, IncomingWording, renamed
from workbench.interchange.wording import KEY_LENGTH, Wording
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import find_label, labels
from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.model.operations import Operation, Together
from workbench.model.text import digest, forbidden_control, normalised

_LONGEST = 100_000  # code points of one wording: more is no text of a unit


class Winner(StrEnum):
    """Whose wording stands where both changed it."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Change:
    """A wording that is taken: what stood there, and what stands there now. `line` is that of the file (0: none)."""

    version: str
    clause: str
    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Left:
    """A wording of the file that is not taken: what stands here instead (`ours`, "" for nothing), what the file says, and why."""

    version: str
    clause: str
    line: int
    ours: str
    theirs: str
    reason: str


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


def imported(document: Document, incoming: Incoming, winner: Winner, path: str) -> Imported:
    """Take what a file changed into a document, and return what came of it; nothing is written.

    `path` names the file in messages. Raises InputError where no unit of the file is in the document or a text cannot be a
    segment's, NotFoundError where the document has no version of the file, and what reading the file raises.
    """
    if incoming.version:
        tag = version_meant(document, incoming.version, path)
        names = {incoming.version: tag, incoming.pivot: document.pivot}
    else:
        names = {}
    places = places_of(document, incoming)
    pairs = placed(document, places, (renamed(unit, names) for unit in incoming.units))
    if pairs and not any(place for _, place in pairs):
        raise InputError(
            f"none of its units is in {document.name}", path=path, advice="name the document that it was exported from"
        )
    return _Importing(document, winner, path, bool(incoming.version)).take(pairs)


class _Importing:
    def __init__(self, document: Document, winner: Winner, path: str, beads: bool) -> None:
        self._document = document
        self._winner = winner
        self._path = path
        # The pivot's text in a file of two languages is there for the reader.
        self._fixed = {document.pivot} if beads else set()
        self._rewording = Rewording()
        self._accepting = Accepting(document, of_texts=beads)
        self._result = Imported(document)
        self._labels: dict[str, Sequence[str]] = {}
        self._wholes: dict[str, str] = {}

    def take(self, pairs: Sequence[tuple[IncomingUnit, Place | None]]) -> Imported:
        result = self._result
        for unit, place in pairs:
            result.units += 1
            for tag, wording in unit.wordings.items():
                if tag in self._document.versions:
                    self._take(unit, place, tag, wording)
                elif one_text(unit, tag):
                    result.strangers[tag] = result.strangers.get(tag, 0) + 1
        document, operations = reword(self._document, self._rewording)
        document, others, result.accepted, result.notes = self._accepting.finish(document)
        operations = [*operations, *others]
        if document != self._document:
            result.document = document
            result.operation = operations[0] if len(operations) == 1 else Together(tuple(operations))
        return result

    def _take(self, unit: IncomingUnit, place: Place | None, tag: str, wording: IncomingWording) -> None:
        self._must_be_text(unit, tag, one_text(unit, tag))
        if place is None:
            self._tell_unplaced(unit, tag, wording, one_text(unit, tag))
            return
        held = place.wordings.get(tag)
        ours = held.text if held is not None else ""
        came = arrived(wording, held, self._prefixes(held), knowledge(tag))
        if tag in self._fixed:
            if came.text and came.text != ours:
                self._leave(unit, place, tag, ours, "the pivot's text was changed in the file, where it is for reading")
            return
        same = came.text == ours and (held is None or came.segments == self._whole_texts(held))
        taken = not same and self._compare(unit, place, tag, wording, ours, came)
        if tag != self._document.pivot:
            kept = as_it_went_out(wording, knowledge(tag))
            fate = Fate.SAME if same else Fate.TAKEN if taken else Fate.KEPT if kept else Fate.LEFT
            self._hear(unit, place, tag, fate)

    def _hear(self, unit: IncomingUnit, place: Place, tag: str, fate: Fate) -> None:
        """Take what a file says of the beads of a wording; what both changed is a conflict."""
        for clash in self._accepting.hear(tag, place.spans.get(tag, ()), unit.wordings[tag], fate):
            ours, theirs = f"{clash.ours} (status)", f"{clash.theirs} (status)"
            if fate is Fate.KEPT:
                reason = "its status changed in the file, and its wording here"
                self._result.rest.append(Left(tag, place.clause, unit.line, ours, theirs, reason))
            elif self._winner is Winner.THEIRS:
                self._accepting.accept(tag, clash.spans, clash.theirs)
            else:
                reason = "its status changed here and in the file"
                self._result.conflicts.append(Left(tag, place.clause, unit.line, ours, theirs, reason))

    def _compare(
        self, unit: IncomingUnit, place: Place, tag: str, wording: IncomingWording, ours: str, came: Arrived
    ) -> bool:
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
            self._leave(unit, place, tag, ours, f"{tag} is locked: it is the official text")
            return False
        if mine and self._winner is Winner.OURS:
            here, there = self._here_and_there(place, tag, came)
            self._result.conflicts.append(
                Left(tag, place.clause, unit.line, here, there, "changed here and in the file")
            )
            return False
        if not self._put(place, tag, came):
            self._leave(unit, place, tag, ours, "there is no place for it here: put it in by hand")
            return False
        # A unit's id is made of the pivot's text, so that one which fits tells what that was.
        self._result.blind += not (wording.was or (tag == self._document.pivot and unit.key == place.key))
        self._result.changes.append(Change(tag, place.clause, unit.line, *self._here_and_there(place, tag, came)))
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
        tag = held.tag
        if tag not in self._labels:
            texts = self._document.version(tag).segments()
            found = labels(texts, knowledge(tag))
            self._labels[tag] = [text[: label.end] if label else "" for text, label in zip(texts, found, strict=True)]
        return [
            self._labels[tag][segment] if label else ""
            for segment, label in zip(held.segments, held.labels, strict=True)
        ]

    def _tell_unplaced(self, unit: IncomingUnit, tag: str, wording: IncomingWording, theirs: str) -> None:
        """Tell what a unit without a place says of a version, where that is not in the document anyway."""
        if tag in self._fixed or (tag == self._document.pivot and self._went_out(unit, theirs)):
            return
        said = theirs if not as_it_went_out(wording, knowledge(tag)) and theirs not in self._whole(tag) else ""
        beads = self._document.ladders[tag].beads if tag in self._document.ladders else ()
        noted = wording.note and not any(wording.note in " ".join(bead.note.split()) for bead in beads)
        if said or noted:
            text = f"{theirs} (note: {wording.note})" if noted else theirs
            self._result.rest.append(Left(tag, unit.clause, unit.line, "", text, self._why_nowhere(unit)))

    def _went_out(self, unit: IncomingUnit, text: str) -> bool:
        """Whether a text of the pivot is the one that went out: a unit's id is made of it, without its label."""
        label = find_label(text, knowledge(self._document.pivot))
        bare = text[label.end :] if label else text
        return unit.key.rpartition("-")[0] in (digest(text, length=KEY_LENGTH), digest(bare, length=KEY_LENGTH))

    def _whole(self, tag: str) -> str:
        if tag not in self._wholes:
            segments = self._document.version(tag).segments()
            self._wholes[tag] = knowledge(tag).joiner.join(normalised(segment) for segment in segments)
        return self._wholes[tag]

    def _why_nowhere(self, unit: IncomingUnit) -> str:
        text = one_text(unit, self._document.pivot)
        if not text:
            return "its unit is not in the document any more"
        if text in self._whole(self._document.pivot):
            return "its unit is parted otherwise now, or stands in the file twice"
        return "the pivot's text has changed since"

    def _leave(self, unit: IncomingUnit, place: Place | None, tag: str, ours: str, reason: str) -> None:
        clause = place.clause if place else unit.clause
        self._result.rest.append(Left(tag, clause, unit.line, ours, one_text(unit, tag), reason))

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
