"""Files that are documents to their owners and not to Workbench: recognised, to say what to do with them."""

from __future__ import annotations

from typing import NoReturn

from workbench.interchange.documents.content import Content
from workbench.model.errors import InputError

NAME = "a file of another kind"
SUFFIXES = (".doc", ".rtf", ".wps")
ORDER = 50

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What an ODS begins with, behind the head of its first member.
_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_KINDS = (
    (b"{\\rtf", "RTF", "open it in a word processor and save it as DOCX"),
    (b"PK\x03\x04", "a ZIP file that is neither DOCX nor ODT, or cut off", "save the text in it as DOCX"),
    (b"PK\x05\x06", "an empty ZIP file", "name a DOCX or an ODT"),
    (b"\x1f\x8b", "packed with gzip", "unpack it"),
    (b"BZh", "packed with bzip2", "unpack it"),
    (b"\xfd7zXZ\0", "packed with xz", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "packed with 7-Zip", "unpack it"),
    (b"Rar!\x1a\x07", "packed with RAR", "unpack it"),
    (b"\x89PNG", "a picture", "have its text recognised, and name the file of the text"),
    (b"\xff\xd8\xff", "a picture", "have its text recognised, and name the file of the text"),
    (b"GIF8", "a picture", "have its text recognised, and name the file of the text"),
    (b"II*\0", "a picture", "have its text recognised, and name the file of the text"),
    (b"MM\0*", "a picture", "have its text recognised, and name the file of the text"),
)


def recognises(content: bytes, suffix: str) -> bool:  # noqa: ARG001
    """Return whether the file begins as one of these kinds."""
    return content.startswith(_OLE) or any(content.startswith(magic) for magic, _, _ in _KINDS)


def read(content: bytes, path: str, encoding: str | None) -> Content:  # noqa: ARG001
    """Raise InputError that says what the file is, and what to do."""
    if content.startswith(_OLE):
        _refuse_ole(content, path)
    if _SHEET in content[:100]:
        raise InputError("an ODS table", path=path, advice="save it as XLSX or CSV")
    what, advice = next((what, advice) for magic, what, advice in _KINDS if content.startswith(magic))
    raise InputError(what, path=path, advice=advice)


def _refuse_ole(content: bytes, path: str) -> NoReturn:
    if _ENCRYPTED in content:
        raise InputError(
            "it is encrypted", path=path, advice="open it with its password, save it without, and name that file"
        )
    raise InputError("a file of old Word or another old program", path=path, advice="open it and save it as DOCX")
