"""HTML: the article of a page, not the page around it, with the numbers that browsers put before list items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.interchange.documents.content import Content
from workbench.interchange.documents.encodings import UTF_8, decoded
from workbench.model.errors import EncodingError, InputError
from workbench.workspace.bytes import decode_as

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "HTML"
SUFFIXES = (".html", ".htm", ".xhtml", ".xht")
ORDER = 30
MOST = 16 * 1024 * 1024  # characters of markup: no page is larger, and the tree of one takes ten times as much
_BEGINNING = re.compile(
    rb"\s*(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{2,30})",
    re.IGNORECASE,
)
_TAG = re.compile(rb"<[^<>]{0,2000}>")
# The declarations within a DOCTYPE, which HTML does not have and XHTML may: a parser of HTML takes the end of them for text.
_SUBSET = re.compile(
    r"""(\A\s*+(?:<\?xml[^>]*+>\s*+)?(?:(?><!--.*?-->)\s*+)*+<!doctype\s[^\[<>]*+)
    \[(?:[^\]<]++|(?><!--.*?-->)|(?><\?.*?\?>)|<!(?:[^"'<>]++|"[^"]*+"|'[^']*+')*+>)*+\]\s*+(?=>)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_NOT_SET = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What pages call by a smaller name than what they are in.
MEANT = {
    "gb2312": "GB18030",
    "gbk": "GB18030",
    "iso-8859-1": "windows-1252",
    "us-ascii": "windows-1252",
    "big5": "Big5",
}


def recognises(content: bytes, suffix: str) -> bool:
    """Return whether the file begins as a page does; a part of a page is recognised by its suffix."""
    beginning = content[:4096].replace(b"\0", b"")  # UTF-16 has them
    return bool(_BEGINNING.match(beginning)) or (suffix in SUFFIXES and b"<" in beginning)


def read(content: bytes, path: str, encoding: str | None) -> Content:
    """Return the blocks of the article: headings, paragraphs, list items with their numbers, cells.

    Raises EncodingError for bytes that fit no encoding, InputError for a page that is too large or nested without end.
    """
    from workbench.interchange.documents.html_article import article
    from workbench.interchange.documents.html_blocks import blocks

    text, name = _decoded(content, path, encoding)
    if len(text) > MOST:
        raise InputError(
            f"more than {MOST // 1024 // 1024} MB of markup", path=path, advice="name a page, not a whole site"
        )
    page = _parsed(text, path)
    if page is None:
        return Content((), encoding=name)
    found = article(page)
    return Content((*found.titles, *blocks(found.element)), found.left_out, name)


def _decoded(content: bytes, path: str, encoding: str | None) -> tuple[str, str]:
    """Decode a page: by what its bytes can only be, then by what it says of itself, then by its words."""
    declared = _DECLARED.search(content[:4096])
    if encoding is None and declared is not None and b"\0" not in content[:4096]:
        said = (declared[1] or declared[2]).decode("ascii")
        for name in (UTF_8, MEANT.get(said.lower(), said)):
            try:
                return decode_as(content, name, path).removeprefix("\ufeff"), name
            except EncodingError:
                continue
    return decoded(content, path, encoding, b"" if b"\0" in content[:4096] else _TAG.sub(b" ", content))


def _parsed(text: str, path: str) -> _Element | None:
    from lxml import etree

    markup = _SUBSET.sub(r"\1", text.replace("\0", ""), count=1)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        page = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise InputError(f"cannot be read as HTML: {' '.join(str(error).split())[:120]}", path=path) from None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise InputError("elements within each other without end", path=path, advice="do not open it: nobody writes so")
    if page is not None:
        _make_settable(page)
    return page


def _make_settable(page: _Element) -> None:
    """Put DEL, which is counted and taken out later, in the place of controls that lxml reads and does not let be set again."""
    for element in page.iter():
        for name in ("text", "tail"):
            said = getattr(element, name)
            if said and not said.isprintable() and _NOT_SET.search(said):
                setattr(element, name, _NOT_SET.sub("\x7f", said))
