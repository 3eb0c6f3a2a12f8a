"""Bytes of files from outside to text: UTF-8 or one clear error."""

from __future__ import annotations

import codecs
from pathlib import Path

from workbench.model.errors import EncodingError, InputError, NotFoundError, WorkbenchError
from workbench.model.text import forbidden_control


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """Return the content of a file; raise NotFoundError or InputError where it cannot be read, or has more bytes than `most`."""
    try:
        if most is None:
            return path.read_bytes()
        with path.open("rb") as file:
            content = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    if len(content) > most:
        raise InputError(f"larger than {most // 1024 // 1024} MB", path=str(path), advice="cut it into smaller ones")
    return content


def unreadable(path: Path, error: OSError | ValueError) -> WorkbenchError:
    """Return what is to be raised for a file that cannot be opened or read: that it is missing, a folder, another's, or why."""
    if isinstance(error, FileNotFoundError):
        return NotFoundError(f"{path}: there is no such file — check the name")
    if isinstance(error, IsADirectoryError):
        return InputError("cannot be read: it is a folder", path=str(path), advice="a file is wanted there")
    advice = "give yourself the right to" if isinstance(error, PermissionError) else ""
    return InputError(f"cannot be read: {getattr(error, 'strerror', '') or error}", path=str(path), advice=advice)


def decode(content: bytes, path: str) -> str:
    """Return UTF-8 bytes as text, a byte order mark kept; raise EncodingError saying what the bytes look like."""
    try:
        if wide := wide_encoding(content):
            advice = f"it looks like {wide}: convert it to UTF-8, or say --encoding {wide} where a command takes it"
            raise EncodingError("not UTF-8", path=path, line=1, advice=advice)
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        guess = likely_encoding(content)
        advice = (
            f"it looks like {guess}: convert it to UTF-8, or say --encoding {guess} where a command takes it"
            if guess
            else "convert it to UTF-8"
        )
        raise EncodingError("not UTF-8", path=path, line=line, advice=advice) from None


def wide_encoding(content: bytes) -> str:
    """Return the name of UTF-16 without a mark, which its NUL bytes give away (UTF-8 would take them); else ""."""
    if b"\0" not in content:
        return ""  # nearly every file
    first, second = content[0::2].count(0), content[1::2].count(0)
    if (first + second) * 20 <= len(content) or ((first + second) * 3 < len(content) and _is_text_with_nuls(content)):
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _is_text_with_nuls(content: bytes) -> bool:
    """Return whether bytes are UTF-8 without another control than NUL: in UTF-16, letters look like controls, or fit no UTF-8."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(content.replace(b"\0", b""))
    except UnicodeDecodeError:
        return False
    return not any(forbidden_control(line) for line in text.splitlines())


def decode_as(content: bytes, encoding: str, path: str) -> str:
    """Return bytes of a named encoding as text; raise EncodingError where they do not fit it or it is unknown."""
    try:
        return content.decode(encoding)
    except LookupError:
        raise EncodingError(
            f"no encoding is called {encoding!r}", path=path, advice="try windows-1251 or gb18030"
        ) from None
    except UnicodeError as error:
        line = content.count(b"\n", 0, getattr(error, "start", 0)) + 1
        raise EncodingError(f"not {encoding}", path=path, line=line, advice="name another encoding") from None


def likely_encoding(content: bytes) -> str:
    """Return the name of the encoding that bytes look like, or "" where nothing fits."""
    from charset_normalizer import from_bytes

    best = from_bytes(content[:65536]).best()
    return best.encoding.replace("_", "-") if best else ""


def check_controls(content: str, path: str) -> None:
    """Raise InputError, with line and column, for the first control that no text may hold (terminal escapes, NUL)."""
    if content.replace("\n", "").isprintable():
        return  # a long text is looked through at once, and not line by line
    for number, line in enumerate(content.removeprefix("\ufeff").split("\n"), start=1):
        found = forbidden_control(line.removesuffix("\r"))
        if found:
            position, character = found
            raise InputError(
                f"the control character U+{ord(character):04X} at column {position + 1} is not allowed in a text",
                path=path,
                line=number,
                advice="take it out",
            )
