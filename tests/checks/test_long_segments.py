"""Segments that are no text: very long ones, made to take long."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.checks.conftest import Run, made_of
from workbench.checks import placing
from workbench.checks.check import Draft, Spot
from workbench.languages.cut import Cut
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import find_label
from workbench.languages.quantities import quantities
from workbench.model.document import Document

LONG = 50_000  # code points: what takes the square of them does not end in a test's time
TAGS = ("en", "zh", "ru", "uz")


def filled(piece: str) -> Document:
    """Return a document of four versions with one segment each: a piece again and again."""
    return made_of(dict.fromkeys(TAGS, piece * (LONG // len(piece))))


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "1.",
        "1 234 567,89 ",
        "five hundred ",
        "2024 жылғы 1 желтоқсан ",
        "六方第四条",
        "a-",
        "第一条",
        "(",
        "«",
        "’",
        " ",
        "IV",
        "第",
        "Central Asia ",
        "–",
        "二〇",
        "5%",
        "(a)",
        "1.2.",
        "年",
    ],
)
def test_a_segment_of_one_piece_is_read_to_its_end(run: Run, piece: str) -> None:
    """All checks come to an end, and say no more than a check may say of one segment."""
    said = Counter((one.check, one.location.version) for one in run(filled(piece)))
    assert all(count <= placing.MOST for count in said.values())


def test_what_one_check_finds_in_one_segment_has_an_end(run: Run) -> None:
    """Fifty thousand open brackets are said a thousand times a version."""
    assert len(run(filled("("), "brackets")) == placing.MOST * len(TAGS)


def test_digits_without_end_are_no_number() -> None:
    """A number has a hundred characters at most."""
    assert [int(one.value) for one in quantities("7" * 101 + " of 12 states", knowledge("en"))] == [12]


def test_levels_without_end_are_no_label() -> None:
    """A label has ten levels at most."""
    assert find_label("1.2.3.4.5.6.7.8.9.10. Cooperation", knowledge("en")) is not None
    assert find_label("1." * 5000 + " Cooperation", knowledge("en")) is None
    assert find_label("第一条" * 5000 + "合作", knowledge("zh")) is None
    assert find_label("第一条第二款第三项 合作", knowledge("zh")) is not None


def test_signs_without_a_word_are_read_once() -> None:
    """What stands behind the last word is no word, and is not looked through again from each of its signs."""
    cut = Cut("One" + "(" * 1_000_000)
    assert cut.words == ("one",)
    assert Cut("_" * 1_000_000).words == ()


MEGABYTE = 1_000_000


def test_segments_of_a_megabyte_are_checked(statement: Document, run: Run) -> None:
    """Two of the statement's versions, each again and again in one segment, with quotes, brackets and numbers out of balance."""
    extra = " «150 000 (2024) “he said, 5% [paragraph 4, 1.5 million USD” "
    texts = {tag: " ".join(statement.versions[tag].segments()) + extra for tag in ("en", "zh")}
    document = made_of({tag: (text * (MEGABYTE // len(text) + 1))[:MEGABYTE] for tag, text in texts.items()})
    said = Counter((one.check, one.location.version) for one in run(document))
    assert {"brackets", "quotes"} <= {check for check, _ in said}
    assert max(said.values()) <= placing.MOST


def test_of_what_a_check_yields_for_one_segment_little_is_held() -> None:
    """The first in the text are kept, in whatever order they come."""
    drafts = (Draft("en", 0, Spot("en", 0, at, at + 1), "m") for at in reversed(range(20_000)))
    starts = [one.spot.start for one in placing.first_ones(drafts)]
    assert len(starts) <= 2 * placing.MOST
    assert set(range(placing.MOST)) <= set(starts)
