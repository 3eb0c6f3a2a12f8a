"""PO, gettext's format, for Weblate, Poedit and OmegaT: one version against the pivot, an entry a unit.

`msgctxt` is the unit's id, `msgid` the pivot's text, `msgstr` the version's; who accepted the wording takes `fuzzy` away. What
else is known stands in comments: in extracted ones (`#.`) what Workbench says, in the translator's (`#`) the bead's note.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from workbench import __version__
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming, IncomingUnit, IncomingWording
from workbench.interchange.locales import UNKNOWN, apart, locale_of, tag_of
from workbench.interchange.po_text import parsed
from workbench.interchange.remarks import Remarks, remarks, told
from workbench.interchange.units import FindingsOf, Unit, units, version_of
from workbench.interchange.wording import Wordings
from workbench.model.ladder import BeadStatus
from workbench.model.text import normalised

if TYPE_CHECKING:
    from polib import POEntry, POFile

NAME = "po"
HELP = "gettext PO of one version (--version) against the pivot, for Weblate, Poedit and OmegaT"
SUFFIXES = (".po", ".pot")
SIGN = r'\A\ufeff?(?:\s*(?:#[^\n]*)?\n)*\s*msg(?:id|ctxt)\s*"'
LOSES = (
    "all versions but one and the pivot: a file for each",
    "paragraphs; titles, statuses, sources, notes and locks of the versions",
    "where a segment ends within its unit",
    "changes to an addition, which stands in a comment",
    "automatic and confirmed beads apart, and what went out, once the comments are dropped: its texts win then",
    "crossings: the two halves are one unit",
    "labels, but for the first of a unit, which stands in a comment, and scores",
)

_ENGLISH = "en"  # what a msgid is in where the header does not tell, as gettext has it
_SHORT = 2  # letters of a language's code that a file's name is believed to tell
_DOCUMENT, _VERSION, _PIVOT = "X-Workbench-Document", "X-Workbench-Version", "X-Source-Language"


def write(export: Export, out: BinaryIO) -> None:
    """Write one version against the pivot; the same bytes every time. Raises UsageError where it is not clear which version."""
    from polib import POEntry, POFile

    tag = version_of(export, NAME)
    file = POFile()
    file.metadata = _header(export, tag)
    findings = FindingsOf(export, tag)
    last: POEntry | None = None
    additions: list[str] = []  # before the first unit
    for unit in units(export, tag, Wordings(export)):
        if unit.pivot is None:
            line = f"{'before' if last is None else 'behind'} this, {tag} alone says: {_said(unit)}"
            if last is None:
                additions.append(line)
            else:
                last.comment += f"\n{line}"
            continue
        last = POEntry(
            msgctxt=unit.key,
            msgid=unit.pivot.text,
            msgstr=_said(unit),
            comment="\n".join((*told(unit), *additions, *findings.lines(unit))),
            tcomment=unit.note,
            flags=["fuzzy"] if unit.version is not None and unit.status is not BeadStatus.REVIEWED else [],
        )
        additions = []
        file.append(last)
    out.write(f"{file}\n".encode())


def _said(unit: Unit) -> str:
    return unit.version.text if unit.version is not None else ""


def _header(export: Export, tag: str) -> dict[str, str]:
    date = export.date.strftime("%Y-%m-%d %H:%M+0000")
    return {
        "Project-Id-Version": export.document.name,
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": date,
        "PO-Revision-Date": date,
        "Last-Translator": "",
        "Language-Team": "",
        "Language": locale_of(tag),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": f"Workbench {__version__}",
        _PIVOT: export.document.pivot,
        _DOCUMENT: export.document.name,
        _VERSION: tag,
    }


def read(path: Path) -> Incoming:
    """Open a PO file of any tool; what is known of its wording beyond the text is read from the comments that `write` made.

    Obsolete entries and empty ones are passed over; of plural forms the first is taken. Raises NotFoundError, and InputError with
    the line for what is no PO or in another encoding than it says.
    """
    warnings: list[str] = []
    file = parsed(path, warnings)
    pivot = tag_of(file.metadata.get(_PIVOT, "")) or _ENGLISH
    tag = tag_of(file.metadata.get(_VERSION, "")) or tag_of(file.metadata.get("Language", "")) or _named(path)
    if tag == UNKNOWN:
        warnings.append(f"{path}: neither its header nor its name tells its language")
    tag = apart(pivot, tag)
    document = file.metadata.get(_DOCUMENT, "")
    obsolete = sum(bool(entry.obsolete) for entry in file)
    if obsolete:
        warnings.append(f"{path}: {obsolete} obsolete entries are passed over")
    plural = sum(bool(entry.msgid_plural) and not entry.obsolete for entry in file)
    if plural:
        warnings.append(f"{path}: of {plural} entries with plural forms the first form is taken")
    return Incoming(_read_units(file, pivot, tag), pivot, document, warnings, str(path), version=tag)


def _named(path: Path) -> str:
    """Return the language that the end of a file's name tells (`kk.po`, `statement.zh-Hans.po`), `und` where it tells none."""
    tag = tag_of(path.stem.rpartition(".")[2])
    return tag if len(tag.split("-")[0]) == _SHORT else UNKNOWN


def _read_units(file: POFile, pivot: str, tag: str) -> Iterator[IncomingUnit]:
    for entry in file:
        if entry.obsolete or not normalised(entry.msgid):
            continue
        said = remarks(entry.comment.split("\n"))
        wording = IncomingWording(
            _segments(_msgstr(entry)),
            said.labels_of(tag),
            _status(entry, said),
            said.was,
            " ".join(entry.tcomment.split()),
            had=said.status or BeadStatus.AUTO,
        )
        wordings = {pivot: IncomingWording(_segments(entry.msgid), said.labels_of(pivot)), tag: wording}
        yield IncomingUnit(wordings, entry.msgctxt or "", said.clause, entry.linenum or 0)


def _msgstr(entry: POEntry) -> str:
    plurals: dict[int, str] = entry.msgstr_plural
    return plurals[min(plurals)] if plurals else entry.msgstr


def _segments(text: str) -> tuple[str, ...]:
    one = " ".join(normalised(text).splitlines())
    return (one,) if one else ()


def _status(entry: POEntry, said: Remarks) -> BeadStatus | None:
    """Return what the flag says: who takes `fuzzy` away accepts the wording, who puts it there takes that back."""
    if not _msgstr(entry):
        return said.status
    if not entry.fuzzy:
        return BeadStatus.REVIEWED
    if said.status is BeadStatus.REVIEWED:
        return BeadStatus.CONFIRMED
    return said.status or BeadStatus.AUTO
