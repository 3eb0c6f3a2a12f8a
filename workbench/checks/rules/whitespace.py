"""whitespace: spaces that are doubled, astray or of the wrong kind, and the form of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from workbench.checks.check import Draft
from workbench.checks.finding import Severity
from workbench.checks.form import odd_form
from workbench.checks.reading import Reading
from workbench.checks.slips import Slip, SlipCheck, addresses, draft_of, within
from workbench.languages.knowledge import Knowledge
from workbench.languages.taken import Taken

_WIDE = "\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff"
_SPACE = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_RUN = re.compile(rf"[{_SPACE}\t]*\t[{_SPACE}\t]*|[{_SPACE}]{{2,}}|[\u1680\u2000-\u2006\u2008\u200a\u205f\u3000]")
_BOUND = re.compile("(?<=[^\\W\\d_]{4})[\u00a0\u202f\u2007](?=[^\\W\\d_]{4})")
_AMONG_WIDE = re.compile(rf"(?<=[{_WIDE}])[{_SPACE}]+(?=\S)|(?<=\S)[{_SPACE}]+(?=[{_WIDE}])")
_IN_HAN = re.compile(rf"(?<=[{_HAN}])[{_SPACE}]+(?=[{_HAN}])")
# What most texts have none of: a space of another kind, or beside another space, a mark or an edge.
_ODD = re.compile(r" [ ,.;:!?…)\]»”\n]|[(\[«\n] ")
_OTHER_SPACE = re.compile(r"[^\S \n]")
_ANY = re.compile(r"\s")
_TOKENISED = 3  # a version with a space before every third full stop and comma at least is cut into words by a machine
_FEWEST = 10


class Whitespace(SlipCheck):
    """One space between words, none before a mark, none at the end of a line; the file as Workbench writes it."""

    name = "whitespace"
    family = "text"
    severity = Severity.WARNING
    help = (
        "There is one ordinary space between words, none before a comma or full stop, and none at the end of a line; Chinese has "
        "none between characters. A file ends its lines with LF, and has one blank line between paragraphs."
    )
    example = ("the Parties  agree , that", "the Parties agree, that")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the slips of all segments, and one finding for a file of another form."""
        yield from super().findings(reading)
        for tag in reading.tags:
            text = reading.document.versions[tag].text
            odd = reading.once(("odd form", tag), lambda: odd_form(tag, text)) if text.segments else None  # noqa: B023
            if odd is not None and odd.segment in reading.looked_at(tag):
                slip = Slip(0, 0, f"the file has another form: {', '.join(odd.said)}", severity=Severity.INFO)
                draft = draft_of(reading, tag, odd.segment, slip)
                yield Draft(
                    draft.version,
                    draft.row,
                    draft.spot,
                    draft.message,
                    texts=odd.said,
                    severity=Severity.INFO,
                    fix=odd.fix,
                )

    def suspects(self, reading: Reading, tag: str) -> Sequence[int]:
        """Return the segments with what most have none of; where nothing stands between words, those with any space."""
        texts, segments = reading.texts(tag), reading.looked_at(tag)
        if reading.knowledge(tag).joiner == "":
            return reading.holding(tag, _ANY)
        odd = _odd_ones([texts[segment] for segment in segments])
        return sorted({segments[at] for at in odd}.union(reading.holding(tag, _OTHER_SPACE)))

    def slips(self, reading: Reading, tag: str, segment: int) -> Iterator[Slip]:
        """Yield the spaces of a segment that are too many, astray or of another kind."""
        text = reading.texts(tag)[segment]
        knowledge = reading.knowledge(tag)
        yield from _outer(text)
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        kept = addresses(text)
        tokenised = self._tokenised(reading, tag)
        if tokenised == segment:
            yield Slip(
                0, 0, "nearly every mark has a space before it: the text was cut into words", severity=Severity.INFO
            )
        taken = Taken()
        if tokenised is None:
            for match in _before_marks(knowledge).finditer(text, start, end):
                if not within(kept, match.start()):
                    taken.add(*match.span())
                    yield Slip(*match.span(), f"a space before “{text[match.end()]}”", "", safe=True)
            for match in _behind_opening(knowledge).finditer(text, start, end):
                taken.add(*match.span())
                yield Slip(*match.span(), f"a space behind “{text[match.start() - 1]}”", "", safe=True)
        if knowledge.joiner == "":
            for match in _AMONG_WIDE.finditer(text, start, end):
                if taken.free(match.start(), match.start() + 1):
                    taken.add(*match.span())
                    yield Slip(*match.span(), "a space beside a full-width mark, which brings its own", "", safe=True)
            for match in _IN_HAN.finditer(text, start, end):
                taken.add(*match.span())
                yield Slip(*match.span(), "a space between Chinese characters", "")
        for match in _RUN.finditer(text, start, end):
            if taken.free(match.start(), match.start() + 1) and not (
                match.group() == "\u3000" and knowledge.joiner == ""
            ):
                yield Slip(*match.span(), _said(match.group()), " ", safe=True)
        for match in _BOUND.finditer(text, start, end):
            before, behind = text[match.start() - 4 : match.start()], text[match.end() : match.end() + 4]
            if before.islower() and behind.islower():
                yield Slip(*match.span(), "a no-break space between two ordinary words", " ", safe=True)

    def _tokenised(self, reading: Reading, tag: str) -> int | None:
        """Return the first segment with a space before a mark, where a version has such spaces everywhere; else None."""

        def compute() -> int | None:
            texts = reading.texts(tag)
            spaced = [text.count(" ,") + text.count(" .") for text in texts]
            marks = sum(text.count(",") + text.count(".") for text in texts)
            if sum(spaced) < _FEWEST or sum(spaced) * _TOKENISED < marks:
                return None
            return next(index for index, count in enumerate(spaced) if count)

        return reading.once(("tokenised", tag), compute)


def _odd_ones(texts: Sequence[str]) -> list[int]:
    """Return which texts have what most have none of."""
    lines = [f"\n{text}\n" for text in texts]
    if not _ODD.search("".join(lines)):
        return []  # most parts of a document
    return [at for at, line in enumerate(lines) if _ODD.search(line)]


def _outer(text: str) -> Iterator[Slip]:
    body = text.strip()
    start = text.find(body)
    if start:
        yield Slip(0, start, "white space at the beginning of the line", "", safe=True, severity=Severity.INFO)
    if start + len(body) < len(text):
        yield Slip(
            start + len(body), len(text), "white space at the end of the line", "", safe=True, severity=Severity.INFO
        )


def _said(found: str) -> str:
    if "\t" in found:
        return "a tab between words"
    if len(found) > 1:
        return f"{len(found)} spaces between words"
    return f"a space of a special width (U+{ord(found):04X}) between words"


@lru_cache(maxsize=64)
def _before_marks(knowledge: Knowledge) -> re.Pattern[str]:
    """Return what finds spaces before marks; in an unknown language only before comma and full stop (French has « et ; »)."""
    writing = knowledge.writing
    closing = {closing for _, closing in writing.brackets if writing.ends}
    if ("«", "»") in (*writing.quotes, *writing.other_quotes):
        closing.add("»")
    narrow = [mark for mark in (writing.ends + writing.marks) or ",." if mark != "…"]
    signs = "".join(re.escape(mark) for mark in (*narrow, *sorted(closing)))
    return re.compile(rf"(?<=[^\s.])[{_SPACE}]+(?=[{signs}](?:[\s\"'”»)\]]|$))")


@lru_cache(maxsize=64)
def _behind_opening(knowledge: Knowledge) -> re.Pattern[str]:
    writing = knowledge.writing
    if not writing.ends:
        return re.compile(r"(?!)")
    opening = "".join(re.escape(opening) for opening, _ in writing.brackets)
    if ("«", "»") in (*writing.quotes, *writing.other_quotes):
        opening += "«"
    return re.compile(rf"(?<=[{opening}])[{_SPACE}]+(?=\S)")
