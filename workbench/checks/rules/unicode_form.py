"""unicode: characters that nobody sees, or that are not put together as they should be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.checks.check import Draft
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.slips import Slip, SlipCheck, draft_of
from workbench.model.operations import ReplaceForm
from workbench.model.terminal import plain
from workbench.model.text import forbidden_control

_INVISIBLE = {
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2060": "word joiner",
    "\u180e": "Mongolian vowel separator",
    "\ufeff": "byte order mark",
    "\u00ad": "soft hyphen",
}
_JOINERS = "\u200c\u200d\u200e\u200f"  # at home in Arabic, Indic and emoji text
_DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_OVERRIDES = "\u202d\u202e"
_SUSPECT = re.compile(f"[{''.join(_INVISIBLE)}{_DIRECTIONS}\\ufffd\\ue000-\\uf8ff]")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile(f"{_SUSPECT.pattern}|{_CONTROL.pattern}")
# Scripts whose letters join or run from right to left: Hebrew to Arabic, and those of India and South-East Asia.
_JOINING = re.compile("[\u0590-\u08ff\u0900-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufeff\U0001f300-\U0001faff]")


class UnicodeForm(SlipCheck):
    """Text is in NFC, without controls, invisible characters and overrides of direction."""

    name = "unicode"
    family = "text"
    severity = Severity.WARNING
    help = (
        "There is a character here that nobody sees but every program does: a zero-width space, a control, an override of "
        "direction, or a letter put together of two (й as и and a breve). Take it out, or type the word anew."
    )
    example = ("a zero-width space within a word, й typed as и and a breve", "the word typed anew")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the slips of all segments, and a byte order mark at the beginning of a file."""
        yield from super().findings(reading)
        for tag in reading.tags:
            text = reading.document.versions[tag].text
            if text.mark and 0 in reading.looked_at(tag):
                draft = draft_of(reading, tag, 0, Slip(0, 0, "the file begins with a byte order mark"))
                fix = ReplaceForm(tag, mark="")
                yield Draft(
                    tag, draft.row, draft.spot, draft.message, texts=(text.mark,), severity=Severity.INFO, fix=fix
                )

    def suspects(self, reading: Reading, tag: str) -> Sequence[int]:
        """Return the segments that are not in NFC, and those with a character that nobody sees."""
        texts, raw = reading.texts(tag), reading.document.versions[tag].text.segments
        composed = [at for at in reading.looked_at(tag) if raw[at].text is not texts[at] and raw[at].text != texts[at]]
        odd = reading.holding(tag, _ODD)
        return sorted({*composed, *odd}) if composed else odd

    def slips(self, reading: Reading, tag: str, segment: int) -> Iterator[Slip]:
        """Yield the invisible characters, controls and overrides of a segment, and its words that are not in NFC."""
        raw = reading.document.versions[tag].text.segments[segment].text
        text = reading.texts(tag)[segment]
        if raw.isascii() and raw.isprintable():
            return
        if raw != text:
            yield _composed(raw)
        joining = bool(_JOINING.search(text))
        said = bool(_SUSPECT.sub("", text).strip())  # a line of nothing else cannot be emptied
        for match in _SUSPECT.finditer(text):
            slip = _suspect(text, match.start(), joining)
            if slip is not None:
                yield replace(slip, safe=slip.safe and said)
        for match in _CONTROL.finditer(text):
            if forbidden_control(match.group()):
                code = f"U+{ord(match.group()):04X}"
                message = (
                    f"the control character {plain(match.group())} ({code}): take it out, or write what it stands for"
                )
                yield Slip(*match.span(), message, severity=Severity.ERROR)


def _composed(raw: str) -> Slip:
    """Return the slip of the first word that is not in NFC: mending it mends the whole segment."""
    odd = [match for match in re.finditer(r"\S+", raw) if not unicodedata.is_normalized("NFC", match.group())]
    if not odd:
        return Slip(0, 0, "the line is not in NFC")
    first = odd[0]
    word = unicodedata.normalize("NFC", first.group())
    start = len(unicodedata.normalize("NFC", raw[: first.start()]))
    rest = len(odd) - 1
    more = f" (and in {rest} more {'word' if rest == 1 else 'words'} of this line)" if rest else ""
    message = f"“{word}” is not in NFC: letters are put together of several characters{more}"
    return Slip(start, start + len(word), message, word, safe=True)


def _suspect(text: str, at: int, joining: bool) -> Slip | None:
    sign = text[at]
    code = f"U+{ord(sign):04X}"
    if sign == "\ufffd":
        return Slip(
            at, at + 1, f"a character that was lost in reading ({code}): write it anew", severity=Severity.ERROR
        )
    if "\ue000" <= sign <= "\uf8ff":
        return Slip(at, at + 1, f"a private character of one font ({code}): others show a box")
    if sign in _DIRECTIONS:
        if joining and sign not in _OVERRIDES:
            return None
        what = "an override" if sign in _OVERRIDES else "a change"
        return Slip(at, at + 1, f"{what} of writing direction ({code}) — take it out", severity=Severity.ERROR)
    if sign in _JOINERS and joining:
        return None
    return Slip(at, at + 1, f"an invisible character: {_INVISIBLE[sign]} ({code})", "", safe=True)
