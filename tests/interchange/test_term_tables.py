"""Tables of terms as other tools write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.glossary.csv_format import format_terms
from workbench.glossary.term import TermKind, TermStatus
from workbench.glossary.termbase import TermBase
from workbench.interchange.term_tables import read_table
from workbench.model.errors import WorkbenchError


def read(content: str) -> list[tuple[str, str, str, TermStatus]]:
    """Return concept, language, wording and status of the terms of a table."""
    return [(one.concept, one.lang, one.term, one.status) for one in read_table(content, "t.csv", {})]


def test_the_house_s_own_table_comes_back_as_it_was(termbase: TermBase) -> None:
    """All columns."""
    assert tuple(read_table(format_terms(termbase.terms), "t.csv", {})) == termbase.terms


def test_a_concept_a_row_has_a_column_for_each_language() -> None:
    """As Weblate's and memoQ's exports to spreadsheets; empty cells are no terms; a concept is called by its first term."""
    assert read("en,zh-CN,uz_Cyrl,Comment\nForeign Minister,外长,,title\n,中国,Хитой,\n") == [
        ("foreign-minister", "en", "Foreign Minister", TermStatus.PROPOSED),
        ("foreign-minister", "zh-CN", "外长", TermStatus.PROPOSED),
        ("row-3", "zh-CN", "中国", TermStatus.PROPOSED),
        ("row-3", "uz-Cyrl", "Хитой", TermStatus.PROPOSED),
    ]


def test_a_term_a_row_has_a_column_of_languages() -> None:
    """Other names of columns, semicolons, a byte order mark, statuses of other tools."""
    content = "\ufeffConcept ID;Language;Term;Usage\nC 12;kk;Қытай;Approved\nC 12;tg;Хитой;deprecated\n"
    assert read(content) == [
        ("c-12", "kk", "Қытай", TermStatus.PREFERRED),
        ("c-12", "tg", "Хитой", TermStatus.FORBIDDEN),
    ]


def test_the_glossary_knows_the_kind_of_a_concept_that_a_table_does_not() -> None:
    """Else it is a term."""
    (one,) = read_table("concept,kk\nchina,Қытай\n", "t.csv", {"china": TermKind.STATE})
    assert one.kind is TermKind.STATE


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", 1),
        ("concept,note\na,b\n", 1),
        ("en,colour of it\na,b\n", 1),
        ("en,en\na,b\n", 1),
        ("term,lang,kk\na,en,b\n", 1),
        ("en,kk\na\n", 2),
        ("en,kk\na,=1+1\n", 2),
        ("en,kk\n+7 days,a\n", 2),
        ("term,lang,status\na,en,liked\n", 2),
        ("term,lang\na,not a tag\n", 2),
        ('en,kk\n"a,b\n', 2),
    ],
)
def test_a_table_that_cannot_be_taken_is_named(content: str, line: int) -> None:
    """Unknown and doubled columns, two shapes at once, formulas, open quotes: file and line."""
    with pytest.raises(WorkbenchError) as caught:
        read(content)
    assert str(caught.value).startswith(f"t.csv:{line}: ")
    assert "\n" not in str(caught.value)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_one_line(content: str) -> None:
    """No other exception comes out."""
    with suppress(WorkbenchError):
        list(read_table(content, "t.csv", {}))
