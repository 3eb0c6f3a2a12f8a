"""ZIP files of strangers: members are read in memory, in pieces, as far as limits allow, and never written to a disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from workbench.model.errors import InputError

MOST = 64 * 1024 * 1024  # bytes of text, markup among it, that one document may hold
_RATIO = 200  # times what it is packed: office programs reach 60
_MEMBERS = 20_000  # pictures among them; the table of more would take much memory before any of them is read
_PIECE = 64 * 1024
_SMALL = 4 * 1024 * 1024  # what is no larger harms nobody, however it is packed
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile raises for what is broken, encrypted or packed in unknown ways.
_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    RuntimeError,
    IndexError,
    KeyError,
    TypeError,
    struct.error,
    UnicodeError,
    NotImplementedError,
)


class Archive:
    """The members of a ZIP file by name. `path` is for messages."""

    def __init__(self, content: bytes, path: str) -> None:
        """Raise InputError for what is no ZIP file, or cut off."""
        self._path = path
        self._read = 0
        self._packed = len(content)
        if content.count(b"PK\x01\x02") > _MEMBERS:
            raise InputError(f"more than {_MEMBERS} files in it", path=path, advice=SAVE_AGAIN)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _ERRORS as error:
            raise broken(path, error) from None

    def has(self, name: str) -> bool:
        """Return whether there is a member of this name."""
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """Return a member, b"" where there is none; raise InputError where it is broken, encrypted or far too large.

        What counts is what comes out, whatever the headers promise.
        """
        if not self.has(name):
            return b""
        info = self._zip.getinfo(name)
        if info.compress_type not in _METHODS:
            raise InputError(f"{name} in it is packed in a way that is not known", path=self._path, advice=SAVE_AGAIN)
        if info.flag_bits & 0x1:
            raise InputError(
                "it is encrypted",
                path=self._path,
                advice="open it with its password, save it without, and name that file",
            )
        pieces = []
        size = 0
        try:
            with self._zip.open(info) as member:
                while piece := member.read(_PIECE):
                    size += len(piece)
                    self._read += len(piece)
                    self._limit(size)
                    pieces.append(piece)
        except InputError:
            raise
        except _ERRORS as error:
            raise broken(self._path, error) from None
        return b"".join(pieces)

    def _limit(self, size: int) -> None:
        if self._read > MOST:
            raise InputError(
                f"more than {MOST // 1024 // 1024} MB of text in it",
                path=self._path,
                advice="cut it into smaller documents",
            )
        if size > _SMALL and size > _RATIO * self._packed:
            raise InputError("what it unpacks to grows without end", path=self._path, advice="do not open it")


SAVE_AGAIN = "open it in the program that made it and save it again"


def broken(path: str, error: BaseException | str) -> InputError:
    """Return the error for a file that is broken or cut off in the middle."""
    said = " ".join(str(error).split())[:120].rstrip(".")
    return InputError(f"broken, or cut off in the middle{f': {said}' if said else ''}", path=path, advice=SAVE_AGAIN)
