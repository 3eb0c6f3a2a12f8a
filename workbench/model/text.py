"""What is done to text before it is compared, shown or digested."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from binascii import hexlify
from collections.abc import Iterable

FIELD_SEPARATOR = "\x1f"
_DIGITS = 8  # of a digest, where nothing else is said
# The non-characters at the end of every plane, and all that else no text may hold.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def normalised(text: str) -> str:
    """Return `text` in NFC with its outer white space removed: the form in which texts are compared."""
    return unicodedata.normalize("NFC", text).strip()


def digest(*texts: str, length: int = _DIGITS) -> str:
    """Return the first `length` hexadecimal digits of the SHA-256 of the normalised texts, which do not run together."""
    joined = normalised(texts[0]) if len(texts) == 1 else FIELD_SEPARATOR.join(map(normalised, texts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def digests(texts: Iterable[bytes]) -> list[bytes]:
    """Return the digest of each of very many texts, which are normalised and in UTF-8 already, as ASCII."""
    sha256, half = hashlib.sha256, _DIGITS // 2
    return [hexlify(sha256(text).digest()[:half]) for text in texts]


def forbidden_control(text: str) -> tuple[int, str] | None:
    """Return position (0-based, code points) and character of the first control that no text may hold, or None.

    Forbidden are C0 and C1 controls but the tab (terminal escapes begin with one), the line and paragraph separators
    (a segment holds no line break), lone surrogates and the non-characters U+FFFE and U+FFFF, which XML 1.0 forbids.
    """
    if text.isprintable():  # nearly every line is, and to see that is ten times as fast as to search it
        return None
    found = _FORBIDDEN.search(text)
    return (found.start(), found.group()) if found else None
