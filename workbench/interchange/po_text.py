"""PO files of any tool as text, whatever their header says of their encoding."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.errors import EncodingError, InputError
from workbench.workspace.bytes import check_controls, decode, decode_as, read_bytes

if TYPE_CHECKING:
    from polib import POFile

_CHARSET = re.compile(rb"Content-Type:[^\n]*?charset=[ \t]*([\w.:-]+)", re.IGNORECASE)
_HEAD = 20_000  # bytes in which a header is looked for
_LONGEST = 1_000_000  # bytes of one line: more is no text of a segment
# A line that has a string has all of it: polib takes the last letter of one that was cut off for its end.
_STRING = re.compile(r'(?:#~\|?|#\|)?\s*(?:msg\w+(?:\[\d+\])?\s*)?"(?:[^"\\]|\\.)*"\s*')
_HAS_STRING = re.compile(r'\s*(?:#~\|?|#\|)?\s*(?:msg\w+(?:\[\d+\])?\s*)?"')
# What gettext takes and polib does not: a comment without a space, and a domain, of which a document has one.
_LOOSE = re.compile(r'^(?:#(?=[^\s.:,|~#])|(?=domain[ \t]+"))', re.MULTILINE)
_TIGHT = re.compile(r'^#~(?=\|?(?:msg|"))', re.MULTILINE)  # an obsolete entry without a space, likewise
_BLANKS = re.compile("[\v\f]")  # gettext's own catalogues have them in their texts
_SAID = re.compile(r"\(line (\d+)\)(?:: (.*))?")


def parsed(path: Path, warnings: list[str]) -> POFile:
    """Return the entries of a PO file, their lines counted from 1; what had to be mended is told in `warnings`.

    Bytes that are UTF-8 are read as such whatever the header says. Raises NotFoundError, EncodingError, and InputError with the
    line where the syntax is broken.
    """
    from polib import pofile

    shown = str(path)
    content = read_bytes(path)
    for number, raw in enumerate(content.split(b"\n"), start=1):
        if len(raw) > _LONGEST:
            raise InputError(
                f"a line of {len(raw):,} bytes, and {_LONGEST:,} are read at most",
                path=shown,
                line=number,
                advice="part the text into several lines, each in its quotes, if it is one",
            )
    text = _decoded(content, shown, warnings).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    blanks = len(_BLANKS.findall(text))
    if blanks:
        text = _BLANKS.sub(" ", text)
        warnings.append(f"{shown}: {blanks} vertical tabs and form feeds are read as spaces")
    check_controls(text, shown)
    if not text.strip():
        raise InputError("nothing in it", path=shown, advice="name a PO file")
    for number, line in enumerate(text.split("\n"), start=1):
        if _HAS_STRING.match(line) and not _STRING.fullmatch(line.lstrip()):
            raise InputError("a string that does not end, or ends twice", path=shown, line=number, advice="mend it")
    try:
        # A line feed before it: polib takes a text that names a file for the file.
        file = pofile("\n" + _LOOSE.sub("# ", _TIGHT.sub("#~ ", text)))
    except OSError as error:
        said = _SAID.search(str(error))
        at = int(said[1]) - 1 if said else 0
        what = (said[2] if said else None) or "something that is neither keyword, string nor comment"
        raise InputError(f"no PO: {what}", path=shown, line=at, advice="mend it") from None
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise InputError(f"no PO that can be read: {error}", path=shown, advice="mend it with msgfmt -c") from None
    for entry in file:
        entry.linenum = max(1, (entry.linenum or 0) - 1)
    if not len(file):
        raise InputError("no entry in it", path=shown, advice="name a PO file with entries")
    return file


def _decoded(content: bytes, path: str, warnings: list[str]) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode_as(content, "utf-16", path)
    said = _CHARSET.search(content[:_HEAD])
    charset = said[1].decode("ascii", "replace") if said else "UTF-8"
    if _is_utf8(charset):
        return decode(content, path)
    if b"\x00" not in content and not content.isascii():
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            warnings.append(f"{path}: its header says {charset}, but it is UTF-8, and is read so")
            return text
    elif content.isascii():
        return content.decode("ascii")
    try:
        return decode_as(content, charset, path)
    except EncodingError as error:
        raise EncodingError(
            f"its header says {charset}, and it is {error.message}",
            path=path,
            line=error.line,
            advice="mend its Content-Type",
        ) from None


def _is_utf8(charset: str) -> bool:
    try:
        return codecs.lookup(charset).name == "utf-8"
    except LookupError:
        return False
