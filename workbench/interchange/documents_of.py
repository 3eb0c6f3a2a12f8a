"""A new document of what a reader of alignments gives."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice

from workbench.interchange.growing_version import GrowingVersion
from workbench.interchange.incoming import Incoming, IncomingUnit, IncomingWording
from workbench.interchange.labelled import labelled
from workbench.languages.knowledge import knowledge
from workbench.languages.tags import parse_tag
from workbench.model.document import Document, Version
from workbench.model.errors import InputError
from workbench.model.growing import GrowingSegments, Put, kept
from workbench.model.growing_beads import GrowingBeads
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.segment import Segment
from workbench.model.text import digest, forbidden_control, normalised

_LOOKED_AT = 1000  # units in which the pivot is looked for
_SHARED = 4096  # beads that were told, and may be told again


def document_of(incoming: Incoming, name: str, pivot: str = "", put: Put = kept) -> Document:
    """Return the document that a file's units make: their segments in order, and a ladder for every version but the pivot.

    `pivot` "" means the one that the file tells, else its first version; `put` puts the lines of long texts away. Labels are put
    back before their segments. A bead ties what a unit holds of a version to what it holds of the pivot, unless the unit tells
    of smaller ones; a bead accepted as a whole gets the digest of its texts. Where the file tells nothing of paragraphs, one
    begins with each clause, and without clauses with each unit. Raises InputError, with the line, for a unit whose text no
    segment can hold, for a file without text in the pivot, and whatever reading raises.
    """
    about = incoming.about or Document(name, "")
    first = list(islice(incoming.units, _LOOKED_AT))
    tags = [*about.versions, *(tag for unit in first for tag in unit.wordings)]
    making = _Making(incoming, _like(pivot or incoming.pivot, tags), put)
    for unit in chain(first, incoming.units):
        making.add(unit)
    del first
    grown, base = making.grown, making.pivot
    if base not in grown or not grown[base].segments:
        there = ", ".join(tag for tag, version in grown.items() if version.segments)
        raise InputError(
            f"no text in {base}, the pivot — it has: {there}" if there else "no text in it",
            path=incoming.path,
            advice="choose one of them" if there else "name a file with texts",
        )
    versions, ladders = {}, {}
    for tag in dict.fromkeys((*about.versions, *grown)):
        version = about.versions.get(tag, Version(tag))
        if tag in grown:
            segments, ladder = grown[tag].done()
            version = replace(version, text=replace(version.text, segments=segments))
        else:
            ladder = making.omissions().ladder()
        versions[tag] = version
        if tag != base:
            ladders[tag] = ladder
    return replace(about, name=name, pivot=base, versions=versions, ladders=ladders)


class _Making:
    """What is read so far: the versions by tag, and how many segments of the pivot each unit held."""

    def __init__(self, incoming: Incoming, pivot: str, put: Put) -> None:
        self.pivot = pivot
        self.grown: dict[str, GrowingVersion] = {}
        self._incoming = incoming
        self._put = put
        self._counts = array("I")
        self._plain: dict[tuple[int, int], Bead] = {}
        self._shared: dict[Bead, Bead] = {}

    def omissions(self) -> GrowingBeads:
        """Return the beads of a version that has no text in any unit yet."""
        beads = GrowingBeads(self._put)
        beads.add(self._automatic(count, 0) for count in self._counts if count)
        return beads

    def _version(self, tag: str) -> GrowingVersion:
        beads = GrowingBeads(self._put) if tag == self.pivot else self.omissions()
        return GrowingVersion(tag, GrowingSegments(self._put), beads, self._put)

    def _automatic(self, pivot: int, version: int) -> Bead:
        """Return a bead of which nothing is told: there are very many, and one stands for all that are equal."""
        return self._plain.get((pivot, version)) or self._plain.setdefault((pivot, version), Bead(pivot, version))

    def _one_for_all(self, bead: Bead) -> Bead:
        """Return a bead that a file told before where there was an equal one."""
        if len(self._shared) > _SHARED:
            self._shared.clear()
        return self._shared.setdefault(bead, bead)

    def add(self, unit: IncomingUnit) -> None:
        """Take a unit."""
        base = unit.wordings.get(self.pivot)
        count = len(base.segments) if base else 0
        made = {}
        for tag, wording in unit.wordings.items():
            if tag not in self.grown:
                self.grown[tag] = self._version(tag)
            made[tag] = self._segments(self.grown[tag], wording, unit)
        for tag, growing in self.grown.items():
            segments = made.get(tag, [])
            if tag == self.pivot:
                growing.segments.add(segments)
            elif tag in made and unit.wordings[tag].beads:
                self._check(unit, tag, count)
                growing.tell(unit.wordings[tag], segments, self._one_for_all)
            elif count or segments:
                growing.segments.add(segments)
                growing.beads.add((self._bead(unit.wordings.get(tag), tag, made.get(self.pivot, []), segments),))
        self._counts.append(count)

    def _bead(
        self, wording: IncomingWording | None, tag: str, pivot: Sequence[Segment], version: Sequence[Segment]
    ) -> Bead:
        """Return the one bead of a unit."""
        status = wording.status or BeadStatus.AUTO if wording else BeadStatus.AUTO
        note = wording.note if wording else ""
        if status is BeadStatus.AUTO and not note:
            return self._automatic(len(pivot), len(version))
        accepted = status is not BeadStatus.AUTO
        told = _half(self.pivot, pivot) + _half(tag, version) if accepted else ""
        return Bead(len(pivot), len(version), status, digest=told, note=note)

    def _segments(self, growing: GrowingVersion, wording: IncomingWording, unit: IncomingUnit) -> list[Segment]:
        """Return the segments of a wording with their labels, and with the blank lines between paragraphs."""
        found = []
        forms = {index: (before, end) for index, before, end in wording.forms}
        for index, text in enumerate(wording.segments):
            label = wording.labels[index] if index < len(wording.labels) else ""
            whole = labelled(label, text, growing.tag)
            if not self._incoming.verbatim:
                whole = normalised(whole)
            self._check_text(whole, growing.tag, unit)
            if index:
                begins = index in wording.breaks
            elif wording.begins is None:
                begins = bool(growing.segments) and not (unit.clause and unit.clause == growing.clause)
            else:
                begins = wording.begins
            before, end = forms.get(index, ("\n" if begins else "", "\n"))
            found.append(Segment(whole, before, end))
        if found:
            growing.clause = unit.clause
        return found

    def _check(self, unit: IncomingUnit, tag: str, count: int) -> None:
        wording = unit.wordings[tag]
        held = Ladder(tuple(told.bead for told in wording.beads)).size()
        if held != (count, len(wording.segments)):
            raise InputError(
                f"the beads of {tag} hold {held[0]} segments of {self.pivot} and {held[1]} of {tag}, "
                f"the unit has {count} and {len(wording.segments)}",
                path=self._incoming.path,
                line=unit.line,
                advice="mend the counts",
            )

    def _check_text(self, text: str, tag: str, unit: IncomingUnit) -> None:
        found = forbidden_control(text)
        if found or not text.strip():
            said = f"the control character U+{ord(found[1]):04X}" if found else "a segment without text"
            raise InputError(f"{said} in {tag}", path=self._incoming.path, line=unit.line, advice="take it out")


def _like(pivot: str, there: Sequence[str]) -> str:
    """Return the pivot, or the one version of its language where it is not there itself; the first where none is named."""
    if not pivot or pivot in there:
        return pivot or next(iter(there), "")
    language = parse_tag(pivot).language
    alike = [tag for tag in dict.fromkeys(there) if parse_tag(tag).language == language]
    return alike[0] if len(alike) == 1 else pivot


def _half(tag: str, segments: Sequence[Segment]) -> str:
    return digest(knowledge(tag).joiner.join(segment.text for segment in segments), length=4)
