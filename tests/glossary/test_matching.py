"""Where terms stand in texts."""

import pytest

from workbench.glossary.matching import Matcher
from workbench.glossary.term import Term, TermKind, TermMatching, TermStatus
from workbench.glossary.termbase import TermBase
from workbench.languages.knowledge import knowledge


def term(
    wording: str, *, concept: str = "c", forms: tuple[str, ...] = (), match: str = "word", lang: str = "en"
) -> Term:
    """Return a term for a test."""
    return Term(concept, lang, wording, TermStatus.PREFERRED, TermKind.TERM, TermMatching(match), forms)


def found(tag: str, text: str, *terms: Term) -> list[str]:
    """Return the words that are found, in order."""
    return [text[match.start : match.end] for match in Matcher(terms, knowledge(tag)).find(text)]


@pytest.mark.parametrize(
    ("tag", "wording", "text", "words"),
    [
        ("ru", "Центральная Азия", "странам Центральной Азии", "Центральной Азии"),
        ("ru", "министр иностранных дел", "министром иностранных дел", "министром иностранных дел"),
        ("kk", "Орталық Азия", "Орталық Азияның бес мемлекеті", "Орталық Азияның"),
        (
            "kk",
            "«Орталық Азия – Қытай» форматы",
            "«Орталық Азия - Қытай» форматының",
            "«Орталық Азия - Қытай» форматының"[1:],
        ),
        ("ky", "Кытай", "Кытайдын Сычуань провинциясы", "Кытайдын"),
        ("tg", "Осиёи Марказӣ", "кишварҳои Осиёи Марказиро", "Осиёи Марказиро"),
        ("tk", "Merkezi Aziýa", "Merkezi Aziýanyň bäş ýurdy", "Merkezi Aziýanyň"),
        ("uz", "Oʻzbekiston Respublikasi", "O’zbekiston Respublikasining", "O’zbekiston Respublikasining"),
        ("zh", "中国-中亚机制", "落实中国—中亚机制共识", "中国—中亚机制"),
        ("en", "Xi'an", "held in Xi’an in May", "Xi’an"),
    ],
)
def test_a_term_is_found_in_its_forms(tag: str, wording: str, text: str, words: str) -> None:
    """Inflected, with other apostrophes, dashes and quotation marks."""
    assert found(tag, text, term(wording, lang=tag)) == [words]


def test_the_longest_term_wins() -> None:
    """Inside "China-Central Asia Summit" neither China nor the summit is found alone."""
    terms = [term("China", concept="a"), term("summit", concept="b"), term("China-Central Asia Summit", concept="c")]
    assert found("en", "the China-Central Asia Summit and China", *terms) == ["China-Central Asia Summit", "China"]


def test_nested_terms_are_there_when_all_are_asked_for() -> None:
    """`all` gives those inside longer ones too."""
    matcher = Matcher([term("China", concept="a"), term("China-Central Asia Summit", concept="c")], knowledge("en"))
    assert [match.term.concept for match in matcher.all("the China-Central Asia Summit")] == ["c", "a"]


def test_one_wording_stands_for_two_concepts() -> None:
    """副总理 is both Deputy Prime Minister and Deputy Chairman of the Cabinet."""
    matcher = Matcher([term("副总理", concept="a", lang="zh"), term("副总理", concept="b", lang="zh")], knowledge("zh"))
    assert sorted(match.term.concept for match in matcher.find("副总理兼外长")) == ["a", "b"]


def test_a_word_inside_another_is_not_found() -> None:
    """China is not in chinaware, a minister not in a ministry."""
    assert found("en", "chinaware", term("China")) == []
    assert found("kk", "министрлік", term("министр", lang="kk")) == []


def test_listed_forms_are_found() -> None:
    """A form that no rule gives."""
    assert found("ru", "сианьская встреча", term("Сиань", forms=("сианьская",), lang="ru")) == ["сианьская"]


def test_exact_terms_keep_their_letter_case() -> None:
    """`exact` finds IT and not it."""
    assert found("en", "it is IT.", term("IT", match="exact")) == ["IT"]


def test_metacharacters_are_letters() -> None:
    """Only `regex` terms are patterns."""
    assert found("en", "China-Europe (Asia) freight trains", term("China-Europe (Asia) freight trains")) != []
    assert found("en", "a.b and acb", term("a.b", match="substring")) == ["a.b"]


def test_a_language_is_looked_up_by_tag_and_script() -> None:
    """uz-Cyrl never finds rows of uz, en-x-official finds those of en."""
    base = TermBase([term("Xitoy", lang="uz"), term("Хитой", lang="uz-Cyrl"), term("China", lang="en")])
    assert [t.term for t in base.in_language("uz-Cyrl", "d")] == ["Хитой"]
    assert [t.term for t in base.in_language("en-x-official", "d")] == ["China"]


def test_scope_limits_a_term_to_documents() -> None:
    """A pattern of document names."""
    scoped = Term("c", "en", "Parties", TermStatus.PREFERRED, TermKind.TERM, scope="chengdu-*")
    base = TermBase([scoped])
    assert base.in_language("en", "chengdu-2024") == (scoped,)
    assert base.in_language("en", "astana-2025") == ()


def test_an_empty_term_base_finds_nothing() -> None:
    """No terms, no matches, no error."""
    assert found("kk", "Қытай") == []


def test_a_chinese_term_cuts_no_word() -> None:
    """中国 is not named by 发展中国家, developing countries."""
    assert found("zh", "发展中国家和中国", term("中国", lang="zh")) == ["中国"]


def test_russian_forms_that_no_rule_gives_are_found() -> None:
    """Рынок loses its vowel: the dictionary finds рынка and рынков."""
    assert found("ru", "доступ к рынкам и рынка", term("рынок", lang="ru")) == ["рынкам", "рынка"]


def test_one_term_in_two_of_its_wordings_is_found_once() -> None:
    """A listed form that the rules give too."""
    assert found("kk", "Қытайдың", term("Қытай", lang="kk", forms=("Қытайдың",))) == ["Қытайдың"]
