"""extra-text, and missing-translation where the pivot is the odd one."""

from __future__ import annotations

from tests.checks.conftest import Run, made_of
from workbench.model.document import Document
from workbench.model.ladder import Bead, Ladder, ladder_of

ENGLISH = "All parties agree.\n\nAll parties noted this.\n\nAll parties thanked China."
RUSSIAN = "Стороны едины.\n\nСтороны отметили это.\n\nСтороны поблагодарили Китай."
CHINESE = "各方一致同意。\n\n各方注意到这一点。\n\n各方感谢中方。"


def test_an_addition_is_named_where_it_stands(run: Run) -> None:
    """The place is the segment itself."""
    document = made_of(
        {"en": "All parties agree.", "kk": "Тараптар келісті.\nОлар алғыс айтты."}, {"kk": ladder_of([(1, 1), (0, 1)])}
    )
    (found,) = run(document, "extra-text")
    assert (found.version, found.segment, found.location.words) == ("kk", 1, "Олар алғыс айтты.")


def _lacking(*tags: str) -> Document:
    """Return a document in which the given versions leave the second of three segments out."""
    texts = {"en": ENGLISH, "ru": RUSSIAN, "zh": CHINESE, "kk": "Бір.\n\nЕкі.\n\nҮш."}
    shorter = {tag: "\n\n".join(text.split("\n\n")[::2]) if tag in tags else text for tag, text in texts.items()}
    return made_of(shorter, {tag: ladder_of([(1, 1), (1, 0), (1, 1)]) for tag in tags})


def test_a_segment_that_most_versions_leave_out_is_one_finding_of_the_pivot(run: Run) -> None:
    """Three of four leave it out: the pivot is the odd one, and no version is named besides."""
    document = _lacking("ru", "zh", "kk")
    (found,) = run(document, "extra-text", "missing-translation")
    assert (found.check, found.version, found.segment) == ("extra-text", "en", 1)
    assert "ru, zh, kk have nothing for it" in found.message


def test_where_as_many_leave_it_out_as_have_it_the_pivot_is_the_measure(run: Run) -> None:
    """Both that lack it are named, and each finding tells of the other."""
    found = run(_lacking("ru", "zh"), "extra-text", "missing-translation")
    assert [(one.check, one.version) for one in found] == [("missing-translation", "ru"), ("missing-translation", "zh")]
    assert "nor has zh" in found[0].message


def test_what_most_versions_add_is_missing_in_the_pivot(run: Run) -> None:
    """One finding, of the pivot, at the place of the first that has it."""
    more = {"ru": f"{RUSSIAN}\n\nБолее ничего.", "zh": f"{CHINESE}\n\n别无其他。", "kk": "Бір.\n\nЕкі.\n\nҮш.\n\nТөрт."}
    ladder = ladder_of([(1, 1), (1, 1), (1, 1), (0, 1)])
    (found,) = run(made_of({"en": ENGLISH, **more}, dict.fromkeys(more, ladder)), "extra-text", "missing-translation")
    assert (found.check, found.version, found.location.path) == ("missing-translation", "en", "texts/sample/ru.txt")


def test_a_paragraph_that_moved_is_no_addition(run: Run) -> None:
    """The halves of a crossing belong together."""
    beads = (Bead(1, 0, mark="@thanks"), Bead(1, 1), Bead(1, 1), Bead(0, 1, mark="@thanks"))
    document = made_of({"en": ENGLISH, "ru": RUSSIAN}, {"ru": Ladder(beads)})
    assert list(run(document, "extra-text")) == []
