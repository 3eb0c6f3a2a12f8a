"""What XLIFF files of all versions have in common: inline codes as text markers, remarks as notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.interchange.locales import UNKNOWN, apart, tag_of
from workbench.interchange.remarks import Remarks, remarks, told
from workbench.interchange.safe_xml import local, root_of
from workbench.interchange.units import FindingsOf, Unit
from workbench.interchange.wording import Wordings
from workbench.model.errors import InputError
from workbench.model.ladder import BeadStatus
from workbench.model.text import forbidden_control, normalised

LOSES = (
    "all versions but one and the pivot: a file for each",
    "paragraphs; titles, statuses, sources, notes and locks of the versions",
    "where a segment ends within its unit",
    "crossings: the two halves are one unit",
    "labels, but for the first of a unit, which stands in a note, and scores",
    "what went out, once a tool drops the notes: its texts win then",
)
OURS, CHECKS = "workbench", "checks"  # who says a note
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PAIRS = frozenset({"g", "pc"})
_OPENING, _CLOSING, _ALONE = (
    frozenset({"bpt", "bx", "sc"}),
    frozenset({"ept", "ex", "ec"}),
    frozenset({"ph", "it", "x"}),
)
_LINE_BREAK = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")
_NAMESPACE = re.compile(r"urn:oasis:names:tc:xliff:document:(\d+\.\d+)")


def versioned_root(path: Path, versions: str) -> Any:
    """Return the root of an XLIFF file whose version begins with one of some digits.

    Raises NotFoundError, and InputError for what is no XLIFF, of another version, or declares entities.
    """
    root = root_of(path)
    written = root.get("version", "") or _told_by_namespace(root)
    if local(root) != "xliff":
        raise InputError(
            f"no XLIFF: its root is {local(root)!r}", path=str(path), advice="name a file whose root is xliff"
        )
    if not written or written[0] not in versions:
        said = f"XLIFF of the version {written!r}" if written else "XLIFF of no version"
        formats = {"1": "say --format xliff-1.2", "2": "say --format xliff"}
        advice = formats.get(written[:1], "mend its version: 1.2 and 2.1 are read")
        raise InputError(f"it is {said}", path=str(path), line=root.sourceline or 0, advice=advice)
    return root


def _told_by_namespace(root: Any) -> str:
    """Return the version that the namespace is of, "" for none: files of older tools tell no other."""
    found = _NAMESPACE.match(root.tag.lstrip("{"))
    return found[1] if found else ""


def must_be_xml(unit: Unit, wordings: Wordings) -> None:
    """Raise InputError, naming the segment, for a character in a unit that XML 1.0 forbids."""
    for wording in filter(None, (unit.pivot, unit.version)):
        for segment in wording.segments:
            wordings.must_be_xml(wording.tag, segment)


def languages_of(pivot: str, tag: str, target: Any) -> tuple[str, str]:
    """Return source and target language as tags: of a `target` that says it where its file does not, `und` where nobody does.

    A text that is translated into its own language has another tag than it: a document has one version of a tag.
    """
    source = tag_of(pivot) or UNKNOWN
    found = tag_of(tag) or (tag_of(target.get(_XML_LANG, "")) if target is not None else "") or UNKNOWN
    return source, apart(source, found)


def notes_of(unit: Unit, findings: FindingsOf) -> Iterator[tuple[str, str]]:
    """Yield the notes of a unit: who says it ("" for people), and what is said."""
    for line in told(unit):
        yield OURS, line
    for line in findings.lines(unit):
        yield CHECKS, line
    if unit.note:
        yield "", unit.note


def heard(notes: list[tuple[str, str]]) -> tuple[Remarks, str]:
    """Return what the notes of a unit say: what Workbench said when it went out, and the note of people."""
    said = remarks(text for who, text in notes if who == OURS)
    people = dict.fromkeys(" ".join(text.split()) for who, text in notes if who not in (OURS, CHECKS))
    return said, " / ".join(text for text in people if text)


def status_of(status: BeadStatus | None, had: BeadStatus | None) -> BeadStatus | None:
    """Return what a status of a file means: whose acceptance of a wording is taken back, whose alignment stands."""
    return BeadStatus.CONFIRMED if status is BeadStatus.AUTO and had not in (None, BeadStatus.AUTO) else status


def had_of(status: BeadStatus | None, said: Remarks) -> BeadStatus | None:
    """Return what status a unit had when it went out: automatic, where a file with statuses does not tell."""
    return said.status or (BeadStatus.AUTO if status else None)


def segments_of(text: str) -> tuple[str, ...]:
    """Return the text of a unit as a wording holds it: on one line, nothing for nothing."""
    one = _LINE_BREAK.sub(" ", normalised(text))
    return (one,) if one else ()


class Inline:
    """Inline codes of one unit as markers in its text: `{1}` opens, `{/1}` closes, `{2/}` stands alone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._count = 0
        self._numbers: dict[str, int] = {}

    def text(self, element: Any) -> str:
        """Return the text of a `source` or `target`; raises InputError for a reference to an entity."""
        if element is None:
            return ""
        self._count, self._numbers = 0, {}
        return "".join(self._pieces(element))

    def _pieces(self, element: Any) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            yield from self._inside(child)
            yield child.tail or ""

    def _inside(self, element: Any) -> Iterator[str]:
        name = local(element)
        if not name:
            raise InputError(
                f"{element.text} is not read", path=str(self._path), line=element.sourceline or 0, advice="write it out"
            )
        if name in _PAIRS:
            number = self._number()
            yield f"{{{number}}}"
            yield from self._pieces(element)
            yield f"{{/{number}}}"
        elif name in _OPENING or name in _CLOSING:
            key = element.get("rid") or element.get("startRef") or element.get("id") or ""
            number = self._numbers.get(key, 0) if name in _CLOSING else 0
            number = number or self._number()
            self._numbers[key] = number
            yield f"{{{number}}}" if name in _OPENING else f"{{/{number}}}"
            yield from self._subs(element)
        elif name in _ALONE:
            yield f"{{{self._number()}/}}"
            yield from self._subs(element)
        elif name == "cp":
            yield self._code_point(element)
        else:  # what only marks text is text
            yield from self._pieces(element)

    def _subs(self, element: Any) -> Iterator[str]:
        """Yield the text that stands inside a code: the rest of it is none."""
        for sub in element.iter("{*}sub"):
            yield from self._pieces(sub)

    def _number(self) -> int:
        self._count += 1
        return self._count

    def _code_point(self, element: Any) -> str:
        try:
            character = chr(int(element.get("hex", ""), 16))
            return f"{{{self._number()}/}}" if forbidden_control(character) else character
        except (ValueError, OverflowError):
            line = element.sourceline or 0
            raise InputError("a cp of no code point", path=str(self._path), line=line, advice="take it out") from None
