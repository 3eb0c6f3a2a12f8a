"""Units of TMX files that are written plainly, as nearly all are: cut at their tags, faster than a parser does.

Plain is a narrow part of XML: UTF-8, attributes in double quotes, text with the five predefined entities, in a unit nothing but
`prop`, `note`, `tuv` and `seg`. What is cut so is looked at piece by piece, so that what is taken is well-formed; at the first
piece that is not plain reading stops, and the parser takes over: what is broken or hostile is judged by it alone.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from workbench.interchange.tmx_told import BEFORE_WAS, BEHIND_WAS, WAS, Props
from workbench.interchange.tmx_unit import TmxHead, TmxUnit, TmxVariant, language_tag, one_line

_XML = re.ASCII  # white space and names are those of XML (controls are not plain)
_TEXT = r"[^<>&]*(?:&(?:lt|gt|amp|quot|apos);[^<>&]*)*"
_ATTRIBUTES = r'(?:\s+(?:xml:(?:lang|space)|(?!xml)[A-Za-z][\w.-]*)="[^"<&\t\n]*")*'
_ABOUT = rf'(?:\s*<(?:prop\s+type="[^"<&\t\n]*">{_TEXT}</prop>|note>{_TEXT}</note>))*'
_HEAD = re.compile(
    r"""(?:<\?xml version=['"]1\.0['"](?: encoding=['"](?i:utf-8)['"])?(?: standalone=['"](?:yes|no)['"])?\s*\?>)?\s*"""
    r'(?:<!DOCTYPE tmx SYSTEM "[^"<>&\[]*"\s*>)?\s*'
    rf"<tmx{_ATTRIBUTES}\s*>\s*<header{_ATTRIBUTES}\s*(?:/>|>{_ABOUT}\s*</header>)\s*<body>",
    _XML,
)
_UNIT = re.compile(rf"""\s*<tu(?: tuid="([^"<&\t\n]*)")?({_ATTRIBUTES})\s*>({_ABOUT})\s*""", _XML)
_HEAD_OF_VARIANT = re.compile(rf"(?P<attributes>{_ATTRIBUTES})\s*>(?P<about>{_ABOUT})", _XML)
# A variant as it is cut: its head, which is looked at by itself, its digest and its text. What is none is taken to the end.
# Nothing here is tried twice, which a third of the time would go to.
_VARIANT = re.compile(
    rf"<tuv([^>]*+>(?:\s*+<(?!{BEFORE_WAS[1:]})[pn][^<]*+</[pn][^>]*+>)*+)\s*+"
    rf"(?:{BEFORE_WAS}([^<]{{8}}){BEHIND_WAS}\s*+)?+<seg>([^<]*+)</seg>\s*+</tuv>\s*+|(.++)",
    _XML | re.DOTALL,
)
_ENTITY = re.compile("&(?!(?:lt|gt|amp|quot|apos);)")
_UNIT_END = "</tu>"
_TAIL = re.compile(r"\s*</body>\s*</tmx>\s*", _XML)
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"', _XML)
_PROP_OR_NOTE = re.compile(rf'<(?:prop\s+type="([^"]*)">({_TEXT})</prop>|note>({_TEXT})</note>)', _XML)
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_BREAKS = "\x85\u2028\u2029"  # beside those that XML knows
_CHUNK = 1 << 17
_LONGEST = 1 << 23  # characters of a unit; what is longer is for the parser to judge

_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"  # of xml:lang
_LANG = f"{_NAMESPACE}lang"
# The ampersand last: what it makes of &amp;lt; is text.
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))

# A file has very many variants: to make them so takes a third of the time that `TmxVariant(…)` does.
_new_variant: Callable[[tuple[TmxHead, str, str, str]], TmxVariant] = partial(tuple.__new__, TmxVariant)


class _NotPlainError(Exception):
    pass


class PlainUnits:
    """The units of a file as long as it is plain; `whole` is true once they were read to its end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.whole = False

    def __iter__(self) -> Iterator[TmxUnit]:
        try:
            with self._path.open("rb") as file:
                yield from _Reading(file).units()
            self.whole = True
        except (OSError, UnicodeDecodeError, _NotPlainError):
            return  # the parser says what is wrong with it


class _Reading:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._line = 1
        self._ended = False
        self._held = ""
        self._entities = self._breaks = False
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()

    def units(self) -> Iterator[TmxUnit]:
        self._read()
        head = _HEAD.match(self._text)
        if head is None:
            raise _NotPlainError
        self._at = head.end()
        self._line += self._text.count("\n", 0, self._at)
        while True:
            while (end := self._text.find(_UNIT_END, self._at)) < 0 and not self._ended:
                self._read()
            if end < 0:
                break
            yield self._unit(end)
        if _TAIL.fullmatch(self._text, self._at) is None:
            raise _NotPlainError

    def _read(self) -> None:
        """Read on, and let go what was passed."""
        chunk = self._file.read(_CHUNK)
        self._ended = not chunk
        text = self._held + self._decoder.decode(chunk, final=self._ended)
        # Line ends as a parser makes them. The second half of one may come with the next chunk.
        self._held = "\r" if text.endswith("\r") and not self._ended else ""
        if "\r" in text:
            text = text.removesuffix(self._held).replace("\r\n", "\n")
        forbidden = len(chunk.translate(None, _CONTROLS)) < len(chunk) or any(one in text for one in "\r\ufffe\uffff")
        if forbidden or len(self._text) - self._at > _LONGEST:
            raise _NotPlainError
        self._text, self._at = self._text[self._at :] + text, 0
        if "]" in self._text and "]]>" in self._text:
            raise _NotPlainError
        # To ask so of all that was read is cheaper than to ask each text.
        self._entities = "&" in self._text
        self._breaks = any(one in self._text for one in _BREAKS)

    def _unit(self, end: int) -> TmxUnit:
        text, at = self._text, self._at
        begin = text.find("<tuv", at, end)
        head = _UNIT.fullmatch(text, at, max(begin, at))
        if head is None:
            raise _NotPlainError
        found = _VARIANT.findall(text, begin, end)
        if found[-1][-1]:
            raise _NotPlainError
        heads, digests, texts, _ = zip(*found, strict=True)
        told = "".join(digests)
        if told and not told.isalnum():
            raise _NotPlainError
        if self._entities:
            texts = tuple(map(_unescaped, texts))
        breaks = text.find("\n", begin, end) >= 0
        if breaks or self._breaks:
            texts = tuple(map(one_line, texts))
        variants = tuple(map(_new_variant, zip(map(_head, heads), texts, texts, digests, strict=True)))
        line = self._line + text.count("\n", at, head.end(2))
        self._line += text.count("\n", at, end if breaks else begin)
        self._at = end + len(_UNIT_END)
        tuid, written, about = head.groups()
        attributes = dict(_attributes(written)) if written else {}
        if tuid is None:
            tuid = attributes.pop("tuid", "")
        elif "tuid" in attributes:
            raise _NotPlainError
        return TmxUnit(line, tuid, variants, *_about(about), attributes)


@lru_cache(maxsize=4096)
def _head(written: str) -> TmxHead:
    """Return what stands before the digest and the text of a variant."""
    found = _HEAD_OF_VARIANT.fullmatch(written)
    if found is None:
        raise _NotPlainError
    attributes = dict(_attributes(found["attributes"]))
    other = attributes.pop("lang", "")
    tag = language_tag(attributes.pop(_LANG, "") or other)
    props, notes = _about(found["about"])
    if not tag or any(kind == WAS for kind, _ in props):
        raise _NotPlainError
    return TmxHead(tag, props, notes, MappingProxyType(attributes))


def _attributes(written: str) -> Sequence[tuple[str, str]]:
    found = [
        (f"{_NAMESPACE}{name[4:]}" if name.startswith("xml:") else name, value)
        for name, value in _ATTRIBUTE.findall(written)
    ]
    if len(dict(found)) != len(found):
        raise _NotPlainError
    return found


@lru_cache(maxsize=1024)
def _about(written: str) -> tuple[Props, tuple[str, ...]]:
    """Return the properties and the notes of a unit or a variant."""
    props: list[tuple[str, str]] = []
    notes: list[str] = []
    for match in _PROP_OR_NOTE.finditer(written):
        kind, text, note = match.groups()
        if kind is None:
            notes.append(_unescaped(note))
        else:
            props.append((kind, _unescaped(text)))
    return tuple(props), tuple(notes)


def _unescaped(text: str) -> str:
    """Return a text without its entities."""
    if "&" not in text:
        return text
    if _ENTITY.search(text):
        raise _NotPlainError
    for entity, letter in _ENTITIES:
        text = text.replace(entity, letter)
    return text
