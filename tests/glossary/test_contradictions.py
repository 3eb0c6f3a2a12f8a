"""Contradictions inside a glossary."""

import pytest

from tests.conftest import ROOT
from workbench.glossary.contradictions import contradictions
from workbench.glossary.csv_format import COLUMNS
from workbench.model.errors import InputError

HEADER = ",".join(COLUMNS) + "\n"


def found(*rows: str) -> list[tuple[str, int]]:
    """Return rule and line of what is wrong in a file of the given rows."""
    return [(one.rule, one.line) for one in contradictions({"g.csv": HEADER + "".join(row + "\n" for row in rows)})]


def test_the_glossary_that_is_shipped_contradicts_itself_nowhere() -> None:
    """All of its files together."""
    files = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "glossary").glob("*.csv")}
    assert contradictions(files) == ()


@pytest.mark.parametrize(
    ("rows", "rule"),
    [
        (("a,kk,саммит,preferred,term,,,,,", "b,kk,Саммит,preferred,term,,,,,"), "two-concepts"),
        (("a,uz,oʻrta,preferred,term,,,,,", "b,uz,o'rta,admitted,term,,,,,"), "two-concepts"),
        (("a,ru,Китай,preferred,state,,,,,", "b,ru,КНР,preferred,state,,Китай,,,"), "two-concepts"),
        (("a,ky,саммит,preferred,term,,,,,", "a,ky,жыйын,preferred,term,,,,,"), "preferred-twice"),
        (("a,en-x-official,Parties,preferred,term,,,,,", "a,en,the Parties,preferred,term,,,,,"), "preferred-twice"),
        (("a,tg,Хитой,forbidden,state,,,,,", "b,tg,Хитой,preferred,state,,,,,"), "forbidden-and-used"),
        (("a,tg,Хитой,forbidden,state,,,,,", "a,tg,хитой,preferred,state,,,,,"), "forbidden-and-used"),
        (("a,kk,министр,preferred,title,,,,,", "b,kk,министрлер,preferred,title,,,,,"), "form-of-another"),
        (("a,ru,рынок,preferred,term,,,,,", "b,ru,рынки,preferred,term,,,,,"), "form-of-another"),
        (("a,tk,саммит,preferred,term,,,,,",), "script"),
        (("a,tk,sаmmit,preferred,term,,,,,",), "script"),
        (("a,ru,cаммит,preferred,term,,,,,",), "script"),
        (("a,kk,summit,preferred,term,,,,,",), "script"),
        (("a,zh,саммит,preferred,term,,,,,",), "script"),
        (("a,uz-Cyrl,sammit,preferred,term,,,,,",), "script"),
        (("a,en,China,preferred,state,,,,,", "a,ru,Китай,preferred,place,,,,,"), "kind"),
        (("a,en,China,liked,state,,,,,",), "row"),
        (("a,en,China,preferred,country,,,,,",), "row"),
        (("a,en,China,preferred,state,,,,,", "a,en,China,preferred,state,exact,,,,"), "preferred-twice"),
        (("a,en,China,preferred,state,,,,,", "a,en,China,admitted,state,,,,,"), "listed-twice"),
    ],
)
def test_a_contradiction_is_found_where_it_stands(rows: tuple[str, ...], rule: str) -> None:
    """At the later of two rows."""
    assert (rule, len(rows) + 1) in found(*rows)


@pytest.mark.parametrize(
    "rows",
    [
        ("a,zh,副总理,preferred,title,,,,,", "b,zh,副总理,preferred,title,,,,,Chinese texts write 副总理 for both"),
        ("a,zh,副总理,preferred,title,,,,,the same as b", "b,zh,副总理,preferred,title,,,,,"),
        ("a,kk,саммит,preferred,term,,,x-*,,", "b,kk,саммит,preferred,term,,,y-*,,"),
        ("a,kk,саммит,preferred,term,,,x-*,,", "a,kk,жиын,preferred,term,,,y-*,,"),
        ("a,ru,CASA-1000,preferred,term,,,,,", "b,kk,«C5+1» форматы,preferred,term,,,,,"),
        ("a,zh,C5+1机制,preferred,term,,,,,",),
        ("a,uz,Oʻzbekiston,preferred,state,,,,,", "a,uz-Cyrl,Ўзбекистон,preferred,state,,,,,"),
        ("a,kk,министр,preferred,title,,,,,", "b,kk,Сыртқы істер министрі,preferred,title,,,,,"),
        ("a,fr,Чин,preferred,state,,,,,",),
        ("a,en,\\d+ parties,preferred,term,regex,,,,", "b,en,six parties,preferred,term,,,,,"),
    ],
)
def test_what_is_meant_is_no_contradiction(rows: tuple[str, ...]) -> None:
    """A note says so, scopes part, abbreviations in Latin letters, terms inside longer ones, unknown languages, patterns."""
    assert found(*rows) == []


def test_a_file_that_is_no_table_of_terms_is_named() -> None:
    """Its header is wrong."""
    with pytest.raises(InputError, match=r"g\.csv:1: "):
        contradictions({"g.csv": "concept,lang\n"})


def test_a_concept_that_is_only_proposed_contradicts_nothing() -> None:
    """It does as soon as one of its terms is accepted."""
    listed, proposed = "a,ru,рынок,preferred,term,,,,,", "b,ru,рынок,proposed,term,,,,,"
    assert found(listed, proposed) == []
    assert found(listed, proposed, "b,en,market,preferred,term,,,,,") == [("two-concepts", 3)]
