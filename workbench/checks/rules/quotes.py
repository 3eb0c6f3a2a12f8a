"""quotes: quotation marks without a partner, wrongly nested, or of a kind that the language does not use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.pairs import Mark, Pairing
from workbench.checks.reading import Reading
from workbench.checks.slips import Slip, draft_of
from workbench.checks.texts import Texts, joined
from workbench.languages.knowledge import Knowledge

_STRAIGHT = '"'
_OPENING = "«“„‟‹《〈「『〝"
_CLOSING = "»”›》〉」』〞"
_ALL = f"{_STRAIGHT}{_OPENING}{_CLOSING}＂"
_SINGLE = "'‘’‚"
_DOUBTFUL = _STRAIGHT + _SINGLE  # what may be inches or an apostrophe
_GUESSED = (("«", "»", ""), ("“", "”", "„"), ("„", "“", "”"), ("„", "”", "“"))  # a pair, and what must not be there
_QUOTING = re.compile(r'(?<!\d)"')
_REACH = 400  # code points before a straight mark in which those before it are counted
_FEW = 4  # straight marks are slips where typographic ones are at least so many times as frequent


class Quotes(Check):
    """Quotation marks are those of the language, in pairs, the inner ones of the inner kind."""

    name = "quotes"
    family = "text"
    severity = Severity.WARNING
    help = (
        "Quotation marks come in pairs of the kind that the language uses («…» or “…”), and a quotation inside a quotation "
        "has marks of its own („…“ or ‘…’). Add the missing mark, or write the pair that the language uses."
    )
    example = ('«Один пояс, один путь"', "«Один пояс, один путь»")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield marks that stand alone, are nested wrongly, or are not the language's."""
        for tag in reading.tags:
            knowledge = reading.knowledge(tag)
            pairs = _pairs(knowledge, reading.texts(tag))
            found = Pairing(pairs, doubtful=_DOUBTFUL).find(reading, tag, _counts)
            for mark in found.alone:
                side = "opened and never closed" if _opens(reading, tag, mark, pairs) else "closed but never opened"
                yield _draft(reading, tag, mark, f"a quotation is {side}: {mark.sign} stands alone")
            inner = knowledge.writing.quotes[1:2]
            for mark in found.nested:
                if knowledge.writing.quotes and mark.sign != _STRAIGHT:
                    advice = f" — write {inner[0][0]}…{inner[0][1]} inside {mark.sign}" if inner else ""
                    outer = mark.sign in knowledge.writing.quotes[0]
                    yield _draft(
                        reading, tag, mark, f"{mark.sign} is opened inside {mark.sign}" + (advice if outer else "")
                    )
            for mark in found.crossed:
                yield _draft(
                    reading, tag, mark, f"{mark.sign} closes a quotation while another inside it is still open"
                )
            if knowledge.writing.quotes:
                yield from _strange(reading, tag, pairs)
                yield from _odd_straight(reading, tag, pairs)


def _counted(texts: Texts, signs: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for _, some in joined(texts):
        found.update({sign: some.count(sign) for sign in signs})
    return found


def _pairs(knowledge: Knowledge, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Return the pairs that a version is held to: its language's, or those that an unknown language is seen to use.

    Single marks count only where they cannot be apostrophes.
    """
    writing = knowledge.writing
    if writing.quotes:
        known = (*writing.quotes, *writing.other_quotes)
        return tuple(pair for pair in known if not writing.apostrophes or pair[1] not in _SINGLE)
    whole = "\n".join(texts)
    guessed = [
        (opening, closing)
        for opening, closing, never in _GUESSED
        if opening in whole and closing in whole and not (never and never in whole)
        if whole.index(opening) < whole.index(closing)
    ]
    return ((_STRAIGHT, _STRAIGHT), *guessed)


def _counts(text: str, at: int) -> bool:
    """Return whether a sign is a quotation mark: not inches behind a digit, nor an apostrophe inside a Latin word."""
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] == _STRAIGHT:
        return not (before.isdecimal() and len(_QUOTING.findall(text, max(0, at - _REACH), at)) % 2 == 0)
    return not (text[at] in _SINGLE and before.isascii() and before.isalpha() and behind.isascii() and behind.isalpha())


def _opens(reading: Reading, tag: str, mark: Mark, pairs: tuple[tuple[str, str], ...]) -> bool:
    if mark.sign == _STRAIGHT:
        before = reading.texts(tag)[mark.segment][: mark.at]
        return not before or before[-1].isspace() or before[-1] in "(（[—–"
    return any(mark.sign == opening for opening, _ in pairs)


def _draft(reading: Reading, tag: str, mark: Mark, message: str, suggestion: str | None = None) -> Draft:
    return draft_of(reading, tag, mark.segment, Slip(mark.at, mark.at + 1, message, suggestion))


def _strange(reading: Reading, tag: str, pairs: tuple[tuple[str, str], ...]) -> Iterator[Draft]:
    """Yield the marks that no pair of the language has."""
    own = {sign for pair in pairs for sign in pair}
    strange = re.compile(f"[{''.join(sign for sign in _ALL if sign not in own)}]")
    texts = reading.texts(tag)
    if not any(strange.search(some) for _, some in joined(texts)):
        return  # most versions
    opening, closing = reading.knowledge(tag).writing.quotes[0]
    for segment, text in enumerate(texts):
        straight = 0
        for at in (match.start() for match in strange.finditer(text)):
            if not _counts(text, at):
                continue
            begins = _begins(text, at, straight)
            straight += text[at] not in f"{_OPENING}{_CLOSING}"
            right = opening if begins else closing
            name = reading.knowledge(tag).name
            message = f"{text[at]} is no quotation mark of {name} — write {opening}…{closing}"
            yield _draft(reading, tag, Mark(segment, at, text[at]), message, right)


def _begins(text: str, at: int, straight: int) -> bool:
    """Return whether a mark opens a quotation; a straight one does where an even number of them stands before it."""
    if text[at] not in f"{_OPENING}{_CLOSING}":
        return straight % 2 == 0
    before = text[at - 1 : at] if at else ""
    closes_german = text[at] == "“" and before and not before.isspace() and before not in "(（[«"
    return text[at] in _OPENING and not closes_german


def _odd_straight(reading: Reading, tag: str, pairs: tuple[tuple[str, str], ...]) -> Iterator[Draft]:
    """Yield the straight marks of a version that elsewhere writes typographic ones."""
    if (_STRAIGHT, _STRAIGHT) not in pairs:
        return
    texts = reading.texts(tag)
    opening, closing = reading.knowledge(tag).writing.quotes[0]
    there = _counted(texts, {_STRAIGHT, opening, closing})
    if not there[_STRAIGHT] or there[opening] + there[closing] < _FEW * there[_STRAIGHT]:
        return
    for segment, text in enumerate(texts):
        marks = [at for at, sign in enumerate(text) if sign == _STRAIGHT and _counts(text, at)]
        for first, last in zip(marks[::2], marks[1::2], strict=False):
            message = f"straight quotation marks, where this version writes {opening}…{closing}"
            right = f"{opening}{text[first + 1 : last]}{closing}"
            slip = Slip(first, last + 1, message, right, severity=Severity.INFO)
            yield draft_of(reading, tag, segment, slip)
