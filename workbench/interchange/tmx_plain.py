"""Units of TMX files that are written plainly, as nearly all are: cut at their tags, three times as fast as a parser reads them.

Plain is a narrow part of XML: UTF-8, attributes in double quotes, text with the five predefined entities, in a unit nothing but
`prop`, `note`, `tuv` and `seg`. What is cut so is looked at piece by piece, so that what is taken is well-formed; at the first
piece that is not plain reading stops, and the parser takes over: what is broken or hostile is judged by it alone.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from workbench.interchange.tmx_unit import (
    BEFORE_WAS,
    BEHIND_WAS,
    Props,
    TmxUnit,
    TmxVariant,
    language_tag,
    one_line,
    without_was,
)

_TEXT = r"[^<>&]*(?:&(?:lt|gt|amp|quot|apos);[^<>&]*)*"
_ATTRIBUTES = r'(?:\s+(?:xml:(?:lang|space)|(?!xml)[A-Za-z][\w.-]*)="[^"<&\t\n]*")*'
_ABOUT = rf'(?:\s*<(?:prop\s+type="[^"<&\t\n]*">{_TEXT}</prop>|note>{_TEXT}</note>))*'
_HEAD = re.compile(
    r"""(?:<\?xml version=['"]1\.0['"](?: encoding=['"](?i:utf-8)['"])?(?: standalone=['"](?:yes|no)['"])?\s*\?>)?\s*"""
    r'(?:<!DOCTYPE tmx SYSTEM "[^"<>&\[]*"\s*>)?\s*'
    rf"<tmx{_ATTRIBUTES}\s*>\s*<header{_ATTRIBUTES}\s*(?:/>|>{_ABOUT}\s*</header>)\s*<body>"
)
_UNIT = re.compile(rf"\s*<tu(?P<attributes>{_ATTRIBUTES})\s*>(?P<about>{_ABOUT})\s*")
_VARIANT = re.compile(rf"(?P<attributes>{_ATTRIBUTES})\s*>(?P<about>{_ABOUT})\s*")
_ENTITY = re.compile("&(?!(?:lt|gt|amp|quot|apos);)")
_WHITE = " \t\n"
_UNIT_END = "</tu>"
_TAIL = re.compile(r"\s*</body>\s*</tmx>\s*")
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"')
_PROP_OR_NOTE = re.compile(rf'<(?:prop\s+type="([^"]*)">({_TEXT})</prop>|note>({_TEXT})</note>)')
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_CHUNK = 1 << 18
_DIGITS = 8  # of a digest
_BEFORE_TEXT = f"{BEHIND_WAS}<seg>"
_LONGEST = 1 << 23  # characters of a unit; what is longer is for the parser to judge

_XML = "{http://www.w3.org/XML/1998/namespace}"
_XML_LANG = f"{_XML}lang"
# The ampersand last: what it makes of &amp;lt; is text.
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


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
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()

    def units(self) -> Iterator[TmxUnit]:
        self._read()
        head = _HEAD.match(self._text)
        if head is None:
            raise _NotPlainError
        self._pass(head.end())
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

    def _pass(self, at: int) -> None:
        self._line += self._text.count("\n", self._at, at)
        self._at = at

    def _unit(self, end: int) -> TmxUnit:
        head, *parts = self._text[self._at : end].split("<tuv")
        found = _UNIT.fullmatch(head)
        if found is None or not parts:
            raise _NotPlainError
        line = self._line + head.count("\n", 0, found.end("attributes"))
        variants = tuple([_variant(part) for part in parts])
        self._pass(end + len(_UNIT_END))
        attributes = dict(_attributes(found["attributes"]))
        tuid = attributes.pop("tuid", "")
        return TmxUnit(line, tuid, variants, *_about(found["about"]), attributes)


def _variant(part: str) -> TmxVariant:
    """Return the variant that stands behind `<tuv`."""
    head, begin, rest = part.partition(_BEFORE_TEXT)
    was = head[-_DIGITS:]
    # Letters and digits alone are plain; what stands before them is as in other variants.
    if begin and was.isalnum() and head.endswith(BEFORE_WAS, 0, -_DIGITS):
        tag, props, notes, others = _head_before_was(head[:-_DIGITS])
    else:
        head, begin, rest = part.partition("<seg>")
        tag, props, notes, others, was = _head(head)
    text, end, tail = rest.partition("</seg>")
    if not (begin and end) or (tail != "</tuv>" and tail.strip(_WHITE) != "</tuv>") or "<" in text or ">" in text:
        raise _NotPlainError
    if "&" in text:
        if _ENTITY.search(text):
            raise _NotPlainError
        text = _unescaped(text)
    if not text.isprintable():
        text = one_line(text)
    return TmxVariant(tag, text, text, props, notes, others, was)


@lru_cache(maxsize=4096)
def _head_before_was(written: str) -> tuple[str, Props, tuple[str, ...], Mapping[str, str]]:
    """Return what `_head` does, of what stands before the digest of a variant, which has one alone."""
    tag, props, notes, others, first = _head(written.removesuffix(BEFORE_WAS))
    if first:
        raise _NotPlainError
    return tag, props, notes, others


@lru_cache(maxsize=4096)
def _head(written: str) -> tuple[str, Props, tuple[str, ...], Mapping[str, str], str]:
    """Return what stands before the text of a variant: its language, properties, notes, other attributes, and its digest."""
    found = _VARIANT.fullmatch(written)
    if found is None:
        raise _NotPlainError
    attributes = dict(_attributes(found["attributes"]))
    other = attributes.pop("lang", "")
    tag = language_tag(attributes.pop(_XML_LANG, "") or other)
    if not tag:
        raise _NotPlainError
    props, notes = _about(found["about"])
    was, props = without_was(props)
    return tag, props, notes, MappingProxyType(attributes), was


def _attributes(written: str) -> Sequence[tuple[str, str]]:
    found = [
        (f"{_XML}{name[4:]}" if name.startswith("xml:") else name, value) for name, value in _ATTRIBUTE.findall(written)
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
    for entity, letter in _ENTITIES:
        text = text.replace(entity, letter)
    return text
