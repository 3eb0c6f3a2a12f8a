"""Makes findings of what checks yield: places, fingerprints, severities."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Finding, Location
from workbench.checks.reading import Reading
from workbench.model.text import digest

FINGERPRINT_LENGTH = 16
_LONG = 20_000  # code points: longer than any paragraph of an official text
MOST = 1000  # findings of one check in one segment: of a file that is no text a few thousand tell no more


class Placing:
    """Makes findings of the drafts of one check, each with its place and fingerprint.

    Equal ones are counted over the whole document: drafts may come part by part, in the order of rows.
    """

    def __init__(self, check: Check, reading: Reading) -> None:
        self._check = check
        self._reading = reading
        self._occurrences: Counter[int] = Counter()
        self._said: dict[str, Counter[int]] = defaultdict(Counter)  # by version and segment

    def findings(self, drafts: Iterable[Draft]) -> Iterator[Finding]:
        """Yield the findings in the order of their places."""
        check, reading, document = self._check, self._reading, self._reading.document
        for draft in sorted(drafts, key=_place):
            said = self._said[draft.spot.version]
            said[draft.spot.segment] += 1
            if said[draft.spot.segment] > MOST:
                continue
            location = _location(reading, draft.version, draft.spot, draft.words)
            key = (check.name, document.name, draft.version or "", location.words, *map(_short, draft.texts))
            fingerprint = digest(*key, "1", length=FINGERPRINT_LENGTH)
            alike = int(fingerprint, 16)  # the first of equal ones tells them from others
            self._occurrences[alike] += 1
            count = self._occurrences[alike]
            if count > 1:
                fingerprint = digest(*key, str(count), length=FINGERPRINT_LENGTH)
            yield Finding(
                check=check.name,
                severity=draft.severity or check.severity,
                document=document.name,
                location=location,
                message=draft.message,
                suggestion=draft.suggestion,
                related=tuple([_location(reading, spot.version, spot, "") for spot in draft.related]),
                fingerprint=fingerprint,
                row=draft.row,
                segment=draft.spot.segment if draft.spot.version == draft.version else None,
                excerpt=document.versions[draft.spot.version].text.segments[draft.spot.segment].text,
                safe=draft.safe and draft.suggestion is not None,
                fix=draft.fix,
            )


def first_ones(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts, of each segment the first `MOST` at least and never more than twice as many at a time."""
    held: dict[tuple[str, int], list[Draft]] = defaultdict(list)
    for draft in drafts:
        own = held[draft.spot.version, draft.spot.segment]
        own.append(draft)
        if len(own) > 2 * MOST:
            own.sort(key=_place)
            del own[MOST:]
    return [draft for own in held.values() for draft in own]


def _place(draft: Draft) -> tuple[int, int, int]:
    return draft.row, draft.spot.segment, draft.spot.start


def _location(reading: Reading, version: str | None, spot: Spot, words: str) -> Location:
    tag, segment, start, end = spot
    raw = reading.document.versions[tag].text.segments[segment].text
    text = reading.texts(tag)[segment]
    same = raw == text  # nearly every text is in NFC
    return Location(
        version=version,
        clause=reading.places(tag)[segment].name,
        path=f"texts/{reading.document.name}/{tag}.txt",
        line=reading.line(tag, segment),
        column=(start if same else raw_position(raw, start)) + 1,
        end_column=(end if same else raw_position(raw, end)) + 1,
        words=text[start:end] or words,
    )


@lru_cache(maxsize=64)
def _short(text: str) -> str:
    """Return a text, or what stands for a very long one in fingerprints: thousands of findings may speak of it."""
    return text if len(text) <= _LONG else digest(text, length=64)


def raw_position(raw: str, position: int) -> int:
    """Return the position in `raw` that a position in its NFC form stands for."""
    starts, raw_starts = _words(raw)
    if not starts:
        return position
    word = max(bisect_right(starts, position) - 1, 0)
    begin, end = raw_starts[word], raw_starts[word + 1] if word + 1 < len(raw_starts) else len(raw)
    wanted = unicodedata.normalize("NFC", raw[begin:end])[: position - starts[word]]
    for at in range(begin + len(wanted), end + 1):
        if unicodedata.normalize("NFC", raw[begin:at]) == wanted:
            return at
    return end


@lru_cache(maxsize=16)
def _words(raw: str) -> tuple[list[int], list[int]]:
    """Return where the words of a text begin, each with the space before it, in its NFC form and in itself.

    Both are empty for a text in NFC. Nothing composes with a space, so that a word can be looked at by itself.
    """
    starts: list[int] = []
    raw_starts: list[int] = []
    if not unicodedata.is_normalized("NFC", raw):
        at = raw_at = 0
        for number, word in enumerate(raw.split(" ")):
            starts.append(at)
            raw_starts.append(raw_at)
            space = 1 if number else 0
            at += space + len(unicodedata.normalize("NFC", word))
            raw_at += space + len(word)
    return starts, raw_starts
