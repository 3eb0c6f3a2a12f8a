"""Sentences in the eight languages."""

import pytest

from workbench.languages.knowledge import knowledge
from workbench.languages.paragraphs import segment_text
from workbench.languages.sentences import sentences
from workbench.model.document import Document


@pytest.mark.parametrize(
    ("tag", "text", "count"),
    [
        ("ky", "2023-ж. май айында саммит өттү. Тараптар макулдашты.", 2),
        ("ru", "Т.е. Стороны согласны. Встреча состоялась.", 2),
        ("ru", "Встреча прошла в 2024 г. Стороны выразили готовность.", 2),
        ("ru", "Встреча прошла в г. Чэнду.", 1),
        ("ru", "С. Мухриддин выступил.", 1),
        ("en", "IV. Based on the needs. All parties agree.", 2),
        ("en", "Mr. Wang agreed. All parties thanked him.", 2),
        ("zh", "一、各方一致认为。六方落实了共识。", 2),
        ("uz", "1. Tomonlar qayd etdilar. Ular tayyor.", 2),
        ("tk", "1. Taraplar bellediler. Olar taýýar.", 2),
        ("kk", "1. Тараптар келісті. Олар дайын.", 2),
        ("tg", "1. Ҷонибҳо қайд карданд. Онҳо омодаанд.", 2),
    ],
)
def test_sentences_are_cut_where_they_end(tag: str, text: str, count: int) -> None:
    """Labels, abbreviations and initials end no sentence."""
    assert len(sentences(text, knowledge(tag))) == count


@pytest.mark.parametrize("tag", ["en", "zh", "ru", "kk", "ky", "tg", "tk", "uz"])
def test_the_statement_is_cut_as_its_translator_cut_it(statement: Document, tag: str) -> None:
    """Joined to paragraphs and cut again, every version of the statement has the sentences of its file."""
    version = statement.version(tag)
    joiner = knowledge(tag).joiner
    texts = version.segments()
    for paragraph in version.text.paragraphs():
        own = [texts[index] for index in paragraph]
        assert list(sentences(joiner.join(own), knowledge(tag))) in (own, *_with_headings_joined(own, joiner))


def _with_headings_joined(own: list[str], joiner: str) -> list[list[str]]:
    """A heading that ends with a colon or stands alone may be one with what follows: no sentence ends there."""
    return [[joiner.join(own[:2]), *own[2:]]] if len(own) > 1 else []


def test_lines_broken_for_width_are_one_paragraph() -> None:
    """Where blank lines part paragraphs, a line break inside is a space; in Chinese nothing."""
    assert segment_text("All parties\nagree.\n\nThey met.", knowledge("en")) == (
        ("All parties agree.",),
        ("They met.",),
    )
    assert segment_text("各方\n同意。\n\n会晤。", knowledge("zh")) == (("各方同意。",), ("会晤。",))


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    """A text saved with one paragraph a line."""
    assert segment_text("1. Бир.\n2. Эки.", knowledge("ky")) == (("1. Бир.",), ("2. Эки.",))


def test_a_label_inside_a_block_begins_a_paragraph() -> None:
    """A list whose items are not parted by blank lines."""
    found = segment_text("Стороны договорились:\nа) торговать;\nб) строить.\n\nВсё.", knowledge("ru"))
    assert [paragraph[0] for paragraph in found] == ["Стороны договорились:", "а) торговать;", "б) строить.", "Всё."]


@pytest.mark.parametrize("tag", ["en", "zh", "kk"])
@pytest.mark.parametrize("letters", ["中", "1", "б.", "1.1."])
def test_a_word_of_a_hundred_thousand_letters_is_one_sentence(tag: str, letters: str) -> None:
    """And no burden: it is looked at once, not once a letter."""
    word = letters * (100_000 // len(letters))
    assert sentences(word, knowledge(tag)) == (word,)
