"""What the bytes of a text are encoded in: recognised by its words, said where that is sure, refused where it is not.

charset-normalizer measures how odd the letters of a text look, which short texts do not tell: it takes windows-1251 for
MacCyrillic, and knows no KZ-1048. The words of the languages at hand tell it from two words on.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.alignment.recognition import script_of_language, scripts_of, word_share
from workbench.languages.knowledge import known_tags
from workbench.languages.look_alikes import script_of
from workbench.model.errors import EncodingError
from workbench.workspace.bytes import decode_as, likely_encoding

UTF_8 = "UTF-8"
# What official texts of these languages come in; of two that say the same the first is named.
_CANDIDATES = (
    "windows-1251",
    "KZ-1048",
    "PTCP154",
    "KOI8-R",
    "GB18030",
    "windows-1252",
    "windows-1250",
    "windows-1254",
    "cp866",
    "Big5",
    "ISO-8859-5",
    "mac-cyrillic",
    "UTF-16-LE",
    "UTF-16-BE",
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAMPLE = 16_384  # bytes that are judged
_SURE = 0.35  # share of the words with letters beyond ASCII that a language must know
_RIVAL = 0.6  # of the best share: what knows as much is compared word by word
_LETTERS = 4  # letters of known words at least
_SAME = 0.998  # two readings alike in so many characters, and no word to choose by, are the same for the choice
_ODD = ("Cc", "Cn", "Co", "So", "Sm", "Sk")
_RARE = "‰†‡¤¦¬¶"  # signs that take the places of letters in other encodings
_ODDNESS = 3  # known words less for each odd sign
_CLEARLY = 0.75  # known words more than another reading has, in the words where they differ
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Reading:
    name: str
    text: str
    share: float
    letters: float


def decoded(content: bytes, path: str, encoding: str | None, words: bytes = b"") -> tuple[str, str]:
    """Return bytes as text without a mark of byte order, and the name of their encoding: `encoding`, or the recognised one.

    `words` are what is judged of the content, where that is markup for the most part. Raises EncodingError where the bytes do
    not fit the encoding, or none is sure.
    """
    if encoding is not None:
        return decode_as(content, encoding, path).removeprefix("\ufeff"), encoding
    for mark, name in _MARKS:
        if content.startswith(mark):
            return decode_as(content, name, path), name.removesuffix("-sig").upper()
    name = recognised_encoding(words or content)
    if name:
        return decode_as(content, name, path).removeprefix("\ufeff"), name
    raise _unsure(content, path)


def recognised_encoding(content: bytes) -> str:
    """Return the name of the encoding of bytes without a mark of byte order, "" where none is sure."""
    if b"\0" not in content and _is_utf_8(content):
        return UTF_8
    readings = sorted(_readings(content), key=lambda reading: -reading.share)  # stable: the first of equals stays first
    near = [reading for reading in readings if reading.share > _RIVAL * readings[0].share]
    best = next((one for one in near if all(one is other or _beats(one, other, near) for other in near)), None)
    if best is None or best.share < _SURE or best.letters < _LETTERS:
        return ""
    return best.name


def _beats(one: _Reading, other: _Reading, order: list[_Reading]) -> bool:
    """Return whether of two readings the words in which they differ speak for `one`; its place in `order` where none does."""
    if one.text == other.text:
        return order.index(one) < order.index(other)
    if len(one.text) != len(other.text):
        return False
    places = [place for place, (a, b) in enumerate(zip(one.text, other.text, strict=True)) if a != b]
    known = _known_words(one.text, places) - _known_words(other.text, places)
    if known == 0 and len(places) <= (1 - _SAME) * len(one.text):
        return _CANDIDATES.index(one.name) < _CANDIDATES.index(other.name)
    return known > _CLEARLY


def _known_words(text: str, places: list[int]) -> float:
    """Return how many of the words at some places of a text some language knows."""
    words = []
    held = iter(places)
    place = next(held, None)
    for word in _WORD.finditer(text):
        while place is not None and place < word.start():
            place = next(held, None)
        if place is None:
            break
        if place < word.end():
            words.append(word.group())
    return _share(words)[0] * len(words)


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _readings(content: bytes) -> Iterator[_Reading]:
    wide = content[:_SAMPLE].count(0) * 50 > len(content[:_SAMPLE])  # UTF-16 has NUL bytes, all others have none
    for name in _CANDIDATES:
        if (wide and not name.startswith("UTF-16")) or (name.startswith("UTF-16") and len(content) % 2):
            continue
        try:
            text = codecs.getincrementaldecoder(name)().decode(content[:_SAMPLE], final=len(content) <= _SAMPLE)
        except UnicodeDecodeError:
            continue
        share, letters = _share([word for word in text.split() if wide or not word.isascii()])
        yield _Reading(name, text, share, letters)


def _share(words: list[str]) -> tuple[float, float]:
    """Return the share of words that some language knows, less what is odd in them; and the letters of that share.

    Words of ASCII alone are not to be among them but in UTF-16: all encodings agree on them.
    """
    signs = "".join(words)
    beyond = [sign for sign in signs if not sign.isascii()] or [*signs]
    odd = sum(sign in _RARE or unicodedata.category(sign) in _ODD for sign in beyond) / max(1, len(beyond))
    mixed = sum(len({script_of(sign) for sign in word} - {""}) > 1 for word in words) / max(1, len(words))
    share = _best_share(words) - _ODDNESS * odd - mixed
    return share, share * sum(map(str.isalpha, signs))


def _best_share(words: list[str]) -> float:
    scripts = set(scripts_of(words))
    return max((word_share(words, tag) for tag in known_tags() if script_of_language(tag) in scripts), default=0.0)


def _unsure(content: bytes, path: str) -> EncodingError:
    controls = _CONTROL.search(content)
    if controls is not None and len(_CONTROL.findall(content[:_SAMPLE])) * 200 > len(content[:_SAMPLE]):
        line = content.count(b"\n", 0, controls.start()) + 1
        return EncodingError("control characters in it: this is no text", path=path, line=line, advice="name a text")
    try:
        content.decode("utf-8")
        line = content.count(b"\n", 0, content.find(b"\0")) + 1
        return EncodingError(
            "a NUL in it", path=path, line=line, advice="take it out, or say what it is with --encoding"
        )
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
    guess = "" if b"\0" in content else likely_encoding(content)
    perhaps = f"it may be {guess}: look, and " if guess else ""
    return EncodingError("not UTF-8", path=path, line=line, advice=f"{perhaps}say what it is with --encoding")
