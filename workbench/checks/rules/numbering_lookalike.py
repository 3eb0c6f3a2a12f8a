"""numbering-lookalike: a letter that looks like the sign that a number should have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.slips import addresses, within
from workbench.languages.answers import Answers
from workbench.languages.look_alikes import Proposal, false_digits
from workbench.languages.numeral_systems import latin_roman, roman_value
from workbench.model.label import Label, LabelStyle

# Latin letters of Roman numerals and the Cyrillic ones that look like them: І, palochka, izhitsa, Х, С, М.
_ROMAN = re.compile(r"(?<![\w-])[IVXLCІӀѴХСМ]{2,7}(?![\w'’])")
# Two capitals, one of them strange; the first is looked at behind it, so that the search leaps from capital to capital.
_STRANGE_CAPITAL = re.compile("[ІӀѴХСМIVXLC](?:[ІӀѴХСМ]|(?<=[ІӀѴХСМ])[IVXLC])")
_STRANGE = re.compile("[ІӀѴХСМіӏѵхсм]")
_SURE = re.compile("[IVXLІӀѴХ]")  # a run of С and М alone is an abbreviation
# The words that hold such a numeral, or a digit before a letter that looks like one, in lower case.
_ODD_WORD = re.compile(r"(?:^|')[ivxlcіӏѵхсм]{2,7}$|\d[oоliіз]")
_MAY_LOOK_ALIKE = Answers(lambda word: _ODD_WORD.search(word) is not None)
_LABEL = re.compile(r"[(（]?(?P<number>[0-9OОoоlIІіЗз|]{1,3})[.)）、]")
_DIGITS = str.maketrans("OОoоlIІіЗз|", "00001111331")


class NumberingLookalike(Check):
    """Numbers are written in digits or Roman letters, not in letters that look like them."""

    name = "numbering-lookalike"
    local = True
    family = "numbering"
    severity = Severity.ERROR
    help = (
        "A letter stands in a number for the sign that it looks like: a Cyrillic І or Х in a Roman numeral, the letter O for 0, "
        "l for 1, З for 3. It prints alike, but search, sorting and other programs take it for a letter."
    )
    example = ("2О24 with a Cyrillic О, ІІ. with Ukrainian letters", "2024, II.")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the labels, Roman numerals and numbers in digits that hold such letters, each with what should stand there."""
        for tag in reading.tags:
            texts = reading.texts(tag)
            for segment in reading.looked_at(tag):
                text = texts[segment]
                if not _may_be_odd(reading, tag, segment):
                    continue  # most segments
                kept = addresses(text)
                found = [*_in_label(reading, tag, segment), *_roman(text), *false_digits(text)]
                taken: list[Proposal] = []
                for one in found:
                    apart = all(one.end <= other.start or one.start >= other.end for other in taken)
                    if apart and not within(kept, one.start):
                        taken.append(one)
                        yield _draft(reading, Spot(tag, segment, one.start, one.end), one.text)


def _may_be_odd(reading: Reading, tag: str, segment: int) -> bool:
    """Return whether there is a label that is no number in digits, or a word like a number: a cheap question."""
    label, text = reading.labels(tag)[segment], reading.texts(tag)[segment]
    if label is not None and label.style is LabelStyle.ROMAN:
        return True
    match = _LABEL.match(text, len(text) - len(text.lstrip()))
    if match is not None and not match["number"].isdecimal():
        return True
    return any(map(_MAY_LOOK_ALIKE.__getitem__, reading.words(tag, segment)))


def _roman(text: str) -> Iterator[Proposal]:
    for match in _ROMAN.finditer(text) if _STRANGE_CAPITAL.search(text) else ():
        written = match.group()
        if _STRANGE.search(written) and _SURE.search(written) and roman_value(written) is not None:
            yield Proposal(match.start(), match.end(), latin_roman(written))


def _in_label(reading: Reading, tag: str, segment: int) -> Iterator[Proposal]:
    text = reading.texts(tag)[segment]
    start = len(text) - len(text.lstrip())
    label = reading.labels(tag)[segment]
    if label is not None and label.style is LabelStyle.ROMAN:
        numeral = re.search(r"[^\W\d_]+", label.written)
        if numeral and _STRANGE.search(numeral.group()):
            right = latin_roman(numeral.group())
            right = right.lower() if numeral.group().islower() else right
            if not _is_digits_here(reading, tag, segment, label):
                yield Proposal(start + numeral.start(), start + numeral.end(), right)
                return
    match = _LABEL.match(text, start)
    if match is None or match["number"].isdecimal():
        return
    right = match["number"].translate(_DIGITS)
    if _counts_on(reading, tag, segment, int(right)):
        yield Proposal(match.start("number"), match.end("number"), right)


def _is_digits_here(reading: Reading, tag: str, segment: int, label: Label) -> bool:
    """Return whether І stands for 1, as the neighbours, which are in digits, say."""
    return label.value == 1 and _counts_on(reading, tag, segment, 1)


def _counts_on(reading: Reading, tag: str, segment: int, value: int) -> bool:
    """Return whether a label in digits of that value would count on from the one before, or to the one behind."""
    labels = reading.labels(tag)
    before = next((one for one in reversed(labels[:segment]) if one is not None), None)
    behind = next((one for one in labels[segment + 1 :] if one is not None), None)
    return any(
        one is not None and one.style is LabelStyle.ARABIC and one.value == value + step
        for one, step in ((before, -1), (behind, 1))
    )


def _draft(reading: Reading, spot: Spot, right: str) -> Draft:
    written = reading.texts(spot.version)[spot.segment][spot.start : spot.end]
    return Draft(
        version=spot.version,
        row=reading.row_of(spot.version, spot.segment),
        spot=spot,
        message=f"“{written}” holds a letter that only looks like the sign of a number — write “{right}”",
        suggestion=right,
        texts=(reading.texts(spot.version)[spot.segment],),
        safe=True,
    )
