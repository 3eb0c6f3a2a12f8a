"""Clauses: the outline that labels make."""

from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.model.clause import places


def names(texts: list[str], tag: str = "en") -> list[str]:
    """Return the names of the places of texts, each a paragraph of its own."""
    return [place.name for place in places(labels(texts, knowledge(tag)), range(len(texts)))]


def test_paragraphs_before_the_first_label_count_from_zero() -> None:
    """Without a label before it, a paragraph is 0¶1, 0¶2."""
    assert names(["On 1 December 2024", "All parties", "1. All parties agree"]) == ["0¶1", "0¶2", "1"]


def test_an_unlabelled_paragraph_is_counted_after_its_clause() -> None:
    """The paragraph behind the one that is labelled 3 is 3¶2."""
    assert names(["3. Стороны отметили", "Участвующие Стороны", "4. Исходя"], "ru") == ["3", "3¶2", "4"]


def test_a_roman_four_between_three_and_five_is_clause_four() -> None:
    """IV among 1, 2, 3, 5 is a slip of style and opens no level below."""
    assert names(["1. A", "2. B", "3. C", "IV. D", "E", "5. F"]) == ["1", "2", "3", "4", "4¶2", "5"]


def test_chinese_numerals_name_clauses_by_their_value() -> None:
    """四、 is clause 4, （二） below it is 4.2."""
    assert names(["四、各方同意", "（一）贸易", "（二）农业", "五、教育"], "zh") == ["4", "4.1", "4.2", "5"]


def test_letters_stand_in_parentheses() -> None:
    """A letter below clause 3 makes 3(a), and the next number returns to the level above."""
    assert names(["3. Trade", "a) goods", "b) services", "4. Transport"]) == ["3", "3(a)", "3(b)", "4"]


def test_a_label_of_two_values_names_its_path() -> None:
    """1.2 is its own path, and 2 comes back to the first level."""
    assert names(["1. A", "1.1. B", "1.2. C", "2. D"]) == ["1", "1.1", "1.2", "2"]


def test_sentences_inside_a_paragraph_share_its_place() -> None:
    """Only the segments that begin paragraphs are counted."""
    texts = ["1. A.", "B.", "C."]
    assert [place.name for place in places(labels(texts, knowledge("en")), [0, 2])] == ["1", "1", "1¶2"]
