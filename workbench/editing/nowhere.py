"""Nowhere: what a file says in units that have no place in the document, so that nothing of it is thrown away unseen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from workbench.editing.import_told import Left
from workbench.editing.placing import Placed, one_text
from workbench.editing.since_export import as_it_went_out
from workbench.interchange.incoming import IncomingUnit, IncomingWording
from workbench.interchange.wording import KEY_LENGTH
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import find_label
from workbench.model.document import Document, Version
from workbench.model.text import digest, normalised

_TOGETHER = 1000  # segments that are looked through at once


class Nowhere:
    """Hears of the wordings of units without a place; when all are heard, those that are not in the document are told."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._heard: list[tuple[Placed, str, IncomingWording]] = []

    def hear(self, one: Placed, tag: str, wording: IncomingWording) -> None:
        """Hear what a unit says of a version."""
        if tag != self._document.pivot or not self._went_out(one.unit, one_text(one.unit, tag)):
            self._heard.append((one, tag, wording))

    def left(self) -> Iterator[tuple[int, Left]]:
        """Yield what is not in the document anyway, with the number of its unit in the file."""
        there = self._there()
        for one, tag, wording in self._heard:
            theirs = one_text(one.unit, tag)
            said = theirs if not as_it_went_out(wording, knowledge(tag)) and theirs not in there[tag] else ""
            beads = self._document.ladders[tag].beads if tag in self._document.ladders else ()
            noted = wording.note and not any(wording.note in " ".join(bead.note.split()) for bead in beads)
            if said or noted:
                text = f"{theirs} (note: {wording.note})" if noted else theirs
                reason = self._why(one_text(one.unit, self._document.pivot), there[self._document.pivot])
                yield one.at, Left(tag, one.unit.clause, one.unit.line, "", text, reason)

    def _there(self) -> defaultdict[str, Collection[str]]:
        """Return which of the texts that were heard stand somewhere in the document, by version."""
        asked: defaultdict[str, set[str]] = defaultdict(set)
        for one, tag, _ in self._heard:
            for each in (tag, self._document.pivot):
                asked[each].add(one_text(one.unit, each))
        found: defaultdict[str, Collection[str]] = defaultdict(tuple)
        for tag, texts in asked.items():
            found[tag] = standing(self._document.version(tag), texts)
        return found

    def _went_out(self, unit: IncomingUnit, text: str) -> bool:
        """Whether a text of the pivot is the one that went out: a unit's id is made of it, without its label."""
        label = find_label(text, knowledge(self._document.pivot))
        bare = text[label.end :] if label else text
        return unit.key.rpartition("-")[0] in (digest(text, length=KEY_LENGTH), digest(bare, length=KEY_LENGTH))

    @staticmethod
    def _why(text: str, there: Collection[str]) -> str:
        if not text:
            return "its unit is not in the document any more"
        if text in there:
            return "its unit is parted otherwise now, or stands in the file twice"
        return "the pivot's text has changed since"


def standing(version: Version, texts: Iterable[str]) -> set[str]:
    """Return those texts that stand somewhere in a version, perhaps over several segments."""
    wanted, found = set(texts), set[str]()
    joiner, longest = knowledge(version.tag).joiner, max(map(len, wanted), default=0)
    segments = (normalised(segment.text) for segment in version.text.segments)
    behind = ""  # what a text may begin in that ends later
    while wanted and (together := list(islice(segments, _TOGETHER))):
        said = behind + joiner.join(together)
        found |= {text for text in wanted if text in said}
        wanted -= found
        behind = said[-longest:] + joiner if longest else ""
    return found
