"""What may be the wrong file is said."""

from dataclasses import replace

import pytest

from tests.conftest import TAGS
from workbench.alignment.documents import align_document
from workbench.alignment.doubts import doubts, is_improbable, likely_language
from workbench.alignment.encoders.registry import encoder
from workbench.model.document import Document, Version
from workbench.model.ladder import Bead, Ladder
from workbench.model.segment import text_of_paragraphs


def test_the_statement_raises_no_doubts(statement: Document) -> None:
    """Seven drafts, each in its language, each a translation."""
    assert list(doubts(align_document(statement, encoder("words")))) == []


@pytest.mark.parametrize(("tag", "text"), [("ru", "kk"), ("kk", "ru"), ("en", "zh"), ("uz", "en"), ("ky", "kk")])
def test_a_text_under_the_wrong_tag(statement: Document, tag: str, text: str) -> None:
    """The language that knows its words is named."""
    assert likely_language(statement.version(text).segments(), tag, ("en", *TAGS)) == text


def test_a_language_that_no_version_has_is_found_too(statement: Document) -> None:
    """A Chinese text given as Turkmen, beside English alone."""
    assert likely_language(statement.version("zh").segments(), "tk", ("en", "tk")) == "zh"


def test_of_a_language_without_words_nothing_is_said(statement: Document) -> None:
    """French has no table."""
    assert likely_language(statement.version("ru").segments(), "fr", ("en", "ru")) is None


@pytest.mark.parametrize("name", ["words", "none"])
def test_a_text_in_the_wrong_order(statement: Document, name: str) -> None:
    """The Russian text backwards: hardly any of it corresponds."""
    russian = statement.version("ru")
    turned = replace(russian, text=text_of_paragraphs([russian.segments()[::-1]]))
    document = Document("d", "en", versions={"en": statement.version("en"), "ru": turned})
    (line,) = doubts(align_document(document, encoder(name)))
    assert line.startswith("ru: hardly any of it corresponds to en")


def test_another_text(statement: Document) -> None:
    """The Kazakh half of a statement against English of another subject."""
    english = [f"Recipe {n}: boil the potatoes, add salt and butter, and serve with {n} eggs." for n in range(20)]
    versions = {"en": Version("en", text_of_paragraphs([english])), "kk": statement.version("kk")}
    (line,) = doubts(align_document(Document("d", "en", versions=versions), encoder("words")))
    assert line.startswith("kk: hardly any")


def test_a_few_lines_tell_nothing() -> None:
    """Three omissions are no ladder to judge by."""
    assert not is_improbable(Ladder((Bead(1, 0, score=0.9),) * 3 + (Bead(0, 1, score=0.9),) * 3))


def test_one_segment_against_a_thousand_is_no_doubt() -> None:
    """An excerpt is aligned with the whole: the shorter text is what counts."""
    ladder = Ladder((*[Bead(1, 1, score=0.9)] * 10, *[Bead(0, 1, score=0.9)] * 1000))
    assert not is_improbable(ladder)
