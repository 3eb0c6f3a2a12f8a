"""MHTML: a page that a browser saved as one file, which is a letter with the page and its pictures in it."""

from __future__ import annotations

import email
from email.errors import MessageError
from email.message import Message

from workbench.interchange.documents import html
from workbench.interchange.documents.content import Content
from workbench.model.errors import EncodingError, InputError

NAME = "MHTML"
SUFFIXES = (".mht", ".mhtml")
ORDER = 40
_HEAD = 4096  # bytes in which a letter says what it is


def recognises(content: bytes, suffix: str) -> bool:
    """Return whether it is a letter of several parts that belong together, or is called so and is a letter."""
    head = content[:_HEAD].lower()
    is_letter = b"mime-version:" in head and b"content-type:" in head
    return is_letter and (suffix in SUFFIXES or (b"multipart/related" in head and not head.lstrip().startswith(b"<")))


def read(content: bytes, path: str, encoding: str | None) -> Content:
    """Return the blocks of the article of the first page in it; see `html.read` for what is raised beside InputError."""
    try:
        page = _page(email.message_from_bytes(content))
        inner = page.get_payload(decode=True) if page is not None else None
        said = page.get_content_charset() if page is not None else None
    except (MessageError, RecursionError, ValueError, LookupError, TypeError, AttributeError):
        raise InputError("broken, or cut off in the middle", path=path, advice="save the page again") from None
    if not isinstance(inner, bytes):
        raise InputError("no page in it", path=path, advice="save the page again, as HTML")
    if encoding is None and said is not None:
        try:
            return html.read(inner, path, html.MEANT.get(said, said))
        except EncodingError:  # the page itself knows better
            pass
    return html.read(inner, path, encoding)


def _page(letter: Message) -> Message | None:
    return next(
        (part for part in letter.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
