"""Fixing: everything that needs no look, once, and back again byte for byte."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.alignment.side import bead_digest, side_of
from workbench.checks.finding import Finding
from workbench.checks.reading import Reading
from workbench.checks.runner import run_checks
from workbench.checks.settings import Settings
from workbench.editing.apply import apply, revert
from workbench.editing.fixing import fixed, is_fixable
from workbench.editing.operations_json import operation_from_json, operation_to_json
from workbench.glossary.csv_format import parse_terms
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document, Version
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.operations import Together
from workbench.model.segment import format_text, parse_text

TERMS = TermBase(
    parse_terms(
        "concept,lang,term,status,kind,match,forms,scope,source,note\n"
        "central-asia,uz,Markaziy Osiyo,preferred,place,,,,usage,\n"
        "central-asia,uz,Oʻrta Osiyo,forbidden,place,,,,usage,\n",
        "terms.csv",
        {},
    )
)
PIECES = {
    "uz": (
        "Oʻrta Osiyoning ",
        "O'zbekiston",
        "Xitoy ",
        "Хitoy",
        " ,",
        "  ",
        ".",
        "，",
        "\u200b",
        "1. ",
        "II. ",
        "3. ",
        "\t",
    ),
    "zh": ("中国", "各方,", "，", " ", ".", "(中亚)", "一、", "二、", "3. ", "\u3000", "\ufeff", "“", "A, B"),
    "kk": ("Қытай", "Қытaй", "й", "\u0438\u0306", " ", "\u00a0", "，", "1. ", "2) ", "3. ", "４", ";", "«", " »"),
}


def find(document: Document) -> Sequence[Finding]:
    """Return all findings of a document."""
    return run_checks(Reading(document, TERMS), Settings()).findings


def document_of(versions: dict[str, str], locked: frozenset[str] = frozenset()) -> Document:
    """Return a document of the given contents, each bead confirmed that can be; the first version is the pivot."""
    made = {tag: Version(tag, parse_text(content), locked=tag in locked) for tag, content in versions.items()}
    pivot = next(iter(made))
    document = Document("sample", pivot, versions=made)
    for tag in document.others():
        size = (len(made[pivot].text.segments), len(made[tag].text.segments))
        ladder = Ladder((Bead(*size),))
        (span,) = ladder.spans()
        digest = bead_digest(side_of(made[pivot]), side_of(made[tag]), span)
        document = document.with_ladder(tag, Ladder((Bead(*size, status=BeadStatus.CONFIRMED, digest=digest),)))
    return document


def contents(document: Document) -> dict[str, str]:
    """Return what would be written of each version."""
    return {tag: format_text(version.text) for tag, version in document.versions.items()}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of three versions full of slips, in files of any form; the Kazakh one is locked at times."""
    made = {}
    for tag, pieces in PIECES.items():
        line = st.lists(st.sampled_from(pieces), min_size=1, max_size=6).map("".join)
        lines = draw(st.lists(line, min_size=1, max_size=5))
        content = draw(st.sampled_from(("\n", "\r\n", "\n\n", "\n\n\n"))).join(["a", *lines])
        made[tag] = draw(st.sampled_from(("", "\ufeff"))) + content + draw(st.sampled_from(("", "\n", "\r\n\n")))
    return document_of(made, draw(st.sampled_from((frozenset(), frozenset({"kk"})))))


@settings(max_examples=120, deadline=None)
@given(documents())
def test_fixing_twice_is_fixing_once(document: Document) -> None:
    """Nothing is left that could be mended, but in locked versions."""
    once = fixed(document, find)
    assert fixed(once.document, find).operation is None
    assert [one for one in find(once.document) if is_fixable(one) and one.version != "kk"] == []


@settings(max_examples=120, deadline=None)
@given(documents())
def test_undoing_a_fix_brings_every_byte_and_bead_back(document: Document) -> None:
    """By the one operation that the fix is, as the record on disk holds it."""
    result = fixed(document, find)
    if result.operation is None:
        assert result.document == document
        return
    after, inverse = apply(document, result.operation)
    assert after == result.document
    before, _ = revert(after, operation_from_json(operation_to_json(inverse)))
    assert (before, contents(before)) == (document, contents(document))


@settings(max_examples=60, deadline=None)
@given(documents())
def test_locked_versions_are_not_touched(document: Document) -> None:
    """Whatever is wrong with them."""
    after = fixed(document, find).document
    for tag, version in document.versions.items():
        if version.locked:
            assert after.versions[tag] == version


@settings(max_examples=60, deadline=None)
@given(documents())
def test_confirmed_beads_stay_confirmed(document: Document) -> None:
    """Who corrects a letter does not doubt the alignment."""
    after = fixed(document, find).document
    pivot = side_of(after.versions[after.pivot])
    for tag in after.others():
        (span,) = after.ladders[tag].spans()
        assert span.bead.status is BeadStatus.CONFIRMED
        assert span.bead.digest == bead_digest(pivot, side_of(after.versions[tag]), span)


@pytest.mark.parametrize(
    ("tag", "line", "right"),
    [
        ("uz", "O'zbekiston va Хitoy  Oʻrta Osiyoda .", "Oʻzbekiston va Xitoy Markaziy Osiyoda."),
        ("kk", unicodedata.normalize("NFD", "Қытай，Қазақстан й") + "\u200b ", "Қытай, Қазақстан й"),
        ("zh", "各方商定:启动(中亚)机制,", "各方商定：启动（中亚）机制，"),
        ("tg", "Ќазоќистон ва Тоҷикистон", "Қазоқистон ва Тоҷикистон"),
        ("ru", "Cтороны , договорившись в ２０２４ году", "Стороны, договорившись в 2024 году"),
    ],
)
def test_several_slips_of_a_line_are_mended_together(tag: str, line: str, right: str) -> None:
    """Those that touch one another in the next round."""
    assert fixed(document_of({tag: f"{line}\n"}), find).document.versions[tag].segments() == (right,)


def test_the_whole_file_gets_its_form() -> None:
    """Byte order mark, line ends, blank lines and the end of the file."""
    document = document_of({"kk": "\ufeffБірінші.\r\n\r\n\r\nЕкінші. "})
    assert contents(fixed(document, find).document) == {"kk": "Бірінші.\n\nЕкінші.\n"}


def test_what_needs_a_look_is_left() -> None:
    """A missing quotation mark has no suggestion, and a doubled word is shown first."""
    line = "Тараптар «Орталық Азия форматын құптайды құптайды.\n"
    assert fixed(document_of({"kk": line}), find).operation is None


def test_a_version_that_is_locked_is_told() -> None:
    """Its findings are those that are left."""
    result = fixed(document_of({"kk": "Тараптар  келісті.\n"}, frozenset({"kk"})), find)
    assert (result.operation, [one.check for one in result.locked]) == (None, ["whitespace"])


def test_a_finding_out_of_favour_is_not_mended() -> None:
    """What `find` does not report (a waiver, a check that is off) is not touched."""
    assert fixed(document_of({"kk": "Тараптар  келісті.\n"}), lambda _: ()).operation is None


def test_numbers_get_the_style_of_their_neighbours(statement: Document) -> None:
    """IV. of the English becomes 4., and its label is read again."""
    result = fixed(statement, lambda document: [one for one in find(document) if one.check == "numbering-style"])
    assert isinstance(result.operation, Together)
    line = next(text for text in result.document.versions["en"].segments() if text.startswith("4."))
    assert line.startswith("4. Based on the cooperation foundation")
    assert replace(result.document, versions={}, ladders={}) == replace(statement, versions={}, ladders={})
