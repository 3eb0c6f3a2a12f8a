"""The glossary on disk."""

import pytest

from tests.conftest import ROOT
from workbench.glossary.csv_format import COLUMNS, format_terms, parse_terms
from workbench.model.errors import InputError
from workbench.workspace.folder import Workspace

HEADER = ",".join(COLUMNS) + "\n"
GOOD = "china,kk,Қытай,preferred,state,,Қытайлық|қытайлық,,facts,\n"


def test_a_row_is_a_term() -> None:
    """Concept, language, wording, forms."""
    (term,) = parse_terms(HEADER + GOOD, "glossary/places.csv")
    assert (term.concept, term.lang, term.term, term.forms) == ("china", "kk", "Қытай", ("Қытайлық", "қытайлық"))


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("concept,lang,term\nchina,kk,Қытай\n", 1),
        (HEADER + GOOD + "china,kk,Қытай\n", 3),
        (HEADER + "china,kk,=HYPERLINK(1),preferred,state,,,,,\n", 2),
        (HEADER + "china,kk,@SUM,preferred,state,,,,,\n", 2),
        (HEADER + "china,kk,+7,preferred,state,,,,,\n", 2),
        (HEADER + "china,kk,-(1),preferred,state,,,,,\n", 2),
        (HEADER + "china,kk,Қытай,preferred,state,,,,,-2+3\n", 2),
        (HEADER + "china,kk_KZ,Қытай,preferred,state,,,,,\n", 2),
        (HEADER + "china,kk,Қытай,liked,state,,,,,\n", 2),
        (HEADER + "china,kk,Қытай,preferred,country,,,,,\n", 2),
        (HEADER + GOOD + "china,ru,Китай,preferred,place,,,,,\n", 3),
        (HEADER + "china,kk,,preferred,state,,,,,\n", 2),
        (HEADER + "Great China,kk,Қытай,preferred,state,,,,,\n", 2),
        (HEADER + "china,kk,(,preferred,state,regex,,,,\n", 2),
        (HEADER + "china,kk,Қытай\x1b[31m,preferred,state,,,,,\n", 2),
        (HEADER + "china,kk,Қытай,preferred,state,,,,,note,more\n", 2),
    ],
)
def test_a_row_that_cannot_be_taken_is_named(content: str, line: int) -> None:
    """Missing columns, formulas, unknown words, controls: the error says the line."""
    with pytest.raises(InputError) as caught:
        parse_terms(content, "glossary/places.csv")
    assert caught.value.line == line
    assert str(caught.value).startswith(f"glossary/places.csv:{line}: ")


def test_a_hyphen_before_a_letter_is_no_formula() -> None:
    """Endings such as -нің may stand in a note."""
    assert parse_terms(HEADER + "china,kk,Қытай,preferred,state,,,,,-нің\n", "p")


def test_files_of_the_glossary_are_in_the_form_that_is_written() -> None:
    """Sorted, quoted as needed: reading and writing changes no byte."""
    for path in (ROOT / "glossary").glob("*.csv"):
        content = path.read_text(encoding="utf-8")
        assert format_terms(parse_terms(content, path.name)) == content


def test_every_concept_of_the_glossary_is_there_in_eight_languages() -> None:
    """Sixty concepts or more, each with a usable term in each language, at most one preferred, one kind."""
    termbase = Workspace(ROOT).termbase()
    assert len(termbase.concepts()) >= 60
    for concept in termbase.concepts():
        assert len({term.kind for term in termbase.terms if term.concept == concept}) == 1
        for tag in ("en", "zh", "ru", "kk", "ky", "tg", "tk", "uz"):
            statuses = [term.status.value for term in termbase.of(concept, tag)]
            assert {"preferred", "admitted", "proposed"} & set(statuses), (concept, tag)
            assert statuses.count("preferred") <= 1, (concept, tag)


def test_every_row_says_where_it_is_from() -> None:
    """`source` is filled, if only with "usage"."""
    assert [term for term in Workspace(ROOT).termbase().terms if not term.source] == []
