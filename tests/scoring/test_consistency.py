"""How uniformly what recurs is rendered."""

import pytest

from workbench.model.document import Document, Version
from workbench.model.errors import UsageError
from workbench.model.ladder import Bead, Ladder
from workbench.model.segment import text_of_paragraphs
from workbench.scoring.consistency import uniformity

ENGLISH = [
    ["1. All parties expressed gratitude to China.", "China welcomes the summit."],
    ["2. ALL PARTIES expressed gratitude to China"],
    ["3. All parties expressed gratitude to China.", "China welcomes the summit."],
]


def document(tag: str, paragraphs: list[list[str]], *beads: Bead) -> Document:
    """Return a document in English and another language."""
    versions = {"en": Version("en", text_of_paragraphs(ENGLISH)), tag: Version(tag, text_of_paragraphs(paragraphs))}
    return Document("small", "en", versions=versions, ladders={tag: Ladder(beads or (Bead(1, 1),) * 5)})


RUSSIAN = [
    ["1. Стороны выразили Китаю признательность.", "Китай приветствует саммит."],
    ["2. Стороны поблагодарили Китай."],
    ["3. Стороны выразили Китаю признательность!", "Китай приветствует саммит."],
]


def test_renderings_are_counted_with_their_clauses() -> None:
    """Labels, letter case and marks do not matter; the most frequent comes first; the least uniform segment too."""
    found = uniformity(document("ru", RUSSIAN), "ru")
    assert [(one.text, one.count) for one in found.recurring] == [
        ("All parties expressed gratitude to China.", 3),
        ("China welcomes the summit.", 2),
    ]
    renderings = [(one.text, one.clauses) for one in found.recurring[0].renderings]
    assert renderings == [
        ("Стороны выразили Китаю признательность.", ("1", "3")),
        ("Стороны поблагодарили Китай.", ("2",)),
    ]


def test_the_score_is_the_share_of_pairs_that_agree() -> None:
    """One of three pairs of the first, the one pair of the second: two of four."""
    assert uniformity(document("ru", RUSSIAN), "ru").score == 50


def test_what_is_omitted_is_a_rendering_of_its_own() -> None:
    """Chinese says it once, and leaves it out twice."""
    chinese = [["一、各方感谢中方。", "中方欢迎峰会。"], ["二、中方欢迎峰会。"]]
    beads = (Bead(1, 1), Bead(1, 1), Bead(1, 0), Bead(1, 0), Bead(1, 1))
    first, second = uniformity(document("zh", chinese, *beads), "zh").recurring
    assert [(one.text, one.clauses) for one in first.renderings] == [("", ("2", "3")), ("各方感谢中方。", ("1",))]
    assert [one.text for one in second.renderings] == ["中方欢迎峰会。"]


def test_what_moved_belongs_to_its_pivot_half() -> None:
    """A crossing is no omission."""
    kazakh = [
        ["1. Тараптар алғыс айтты.", "Қытай саммитті құптайды."],
        ["3. Тараптар алғыс айтты."],
        ["Қытай саммитті құптайды."],
    ]
    beads = (Bead(1, 1), Bead(1, 1), Bead(1, 0), Bead(1, 1), Bead(1, 0, mark="@a"), Bead(0, 1, mark="@a"))
    found = uniformity(document("kk", kazakh, *beads), "kk")
    assert [len(one.renderings) for one in found.recurring] == [2, 1]


def test_where_nothing_recurs_there_is_no_score(statement: Document) -> None:
    """The statement says nothing twice."""
    assert uniformity(statement, "kk").score is None


def test_the_pivot_renders_nothing() -> None:
    """It is what the others render."""
    with pytest.raises(UsageError, match="pivot"):
        uniformity(document("ru", RUSSIAN), "en")
