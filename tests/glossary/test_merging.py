"""Terms put into the files of a glossary."""

from workbench.glossary.merging import merged
from workbench.glossary.term import Term, TermKind, TermStatus

CHINA = Term("china", "kk", "Қытай", TermStatus.PREFERRED, TermKind.STATE)
NEW = Term("summit", "kk", "саммит", TermStatus.PROPOSED, TermKind.TERM)


def test_a_row_that_is_there_is_replaced_where_it_stands() -> None:
    """Its status changed outside; the concept keeps its kind."""
    changed = Term("china", "kk", "Қытай", TermStatus.ADMITTED, TermKind.TERM)
    result = merged({"places": (CHINA,)}, [changed], "import")
    assert result.files == {"places": (Term("china", "kk", "Қытай", TermStatus.ADMITTED, TermKind.STATE),)}
    assert (result.new, result.changed, result.same) == (0, 1, 0)


def test_a_new_term_goes_where_its_concept_stands() -> None:
    """A new concept goes into the topic."""
    chinese = Term("china", "zh", "中国", TermStatus.PROPOSED, TermKind.STATE)
    result = merged({"places": (CHINA,)}, [chinese, NEW], "import")
    assert result.files == {"places": (CHINA, chinese), "import": (NEW,)}
    assert (result.new, result.changed, result.same) == (2, 0, 0)


def test_what_is_there_as_it_is_changes_nothing() -> None:
    """The same row again."""
    result = merged({"places": (CHINA,)}, [CHINA, CHINA], "import")
    assert result.files == {"places": (CHINA,)}
    assert (result.new, result.changed, result.same) == (0, 0, 2)
