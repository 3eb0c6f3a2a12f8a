"""What TMX is written of: texts that were escaped, as bytes, without what XML 1.0 forbids.

An element for each would take lxml four times as long as all the rest; what is written is only ever text that was escaped.
"""

from __future__ import annotations

from functools import lru_cache

_QUOTES = str.maketrans({'"': "&quot;", "\t": "&#9;"})
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")


class NotXmlError(Exception):
    """A text has a character that XML 1.0 forbids."""


def utf8(text: str) -> bytes:
    """Return a text as UTF-8; raise NotXmlError where it has a character that XML 1.0 forbids."""
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError:  # half a character
        raise NotXmlError from None
    if len(content.translate(None, _CONTROLS)) < len(content) or "\ufffe" in text or "\uffff" in text:
        raise NotXmlError
    return content


def escaped(text: str) -> str:
    """Return a text as it stands in an element."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def attribute(text: str) -> str:
    """Return a text as it stands in an attribute, in double quotes."""
    return f'"{escaped(text).translate(_QUOTES)}"'


@lru_cache(maxsize=1024)
def prop(kind: str, text: str) -> str:
    """Return a property; what is white space at its edges is kept."""
    return f'<prop type="{kind}">{escaped(text)}</prop>'
