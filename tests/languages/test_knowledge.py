"""The data of the languages, and how it is looked up."""

import tomllib

import pytest

from workbench.languages.freeze_months import month_names
from workbench.languages.knowledge import _DATA, knowledge, known_tags
from workbench.languages.tags import parse_tag
from workbench.languages.wordforms import fold, is_form, word_texts
from workbench.model.errors import TagError


def test_eight_languages_and_uzbek_in_cyrillic_are_known() -> None:
    """The languages of the house."""
    assert known_tags() == ("en", "kk", "ky", "ru", "tg", "tk", "uz", "uz-Cyrl", "zh")


def test_months_are_those_of_babel() -> None:
    """The frozen table says what Babel's format context says, for every language that Babel has."""
    frozen = tomllib.loads((_DATA / "months.toml").read_text(encoding="utf-8"))
    assert frozen == {tag: names for tag in known_tags() if (names := month_names(tag))}


@pytest.mark.parametrize("tag", ["en", "kk", "ky", "ru", "tg", "tk", "uz", "uz-Cyrl", "zh"])
def test_every_language_names_twelve_months(tag: str) -> None:
    """No month is without a name, and no name stands for two months."""
    months = knowledge(tag).months
    names = [name for month in months for name in month]
    assert all(months)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("en-x-official", "en"),
        ("en-GB", "en"),
        ("uz-Latn", "uz"),
        ("uz-Cyrl", "uz-Cyrl"),
        ("zh-Hans", "zh"),
        ("ru-KZ", "ru"),
    ],
)
def test_language_and_script_decide(tag: str, found: str) -> None:
    """Region, variants and private use do not count."""
    assert knowledge(tag).tag == found


@pytest.mark.parametrize("tag", ["fr", "kk-Latn", "ug", "en-Cyrl"])
def test_an_unknown_language_gets_what_is_neutral(tag: str) -> None:
    """A well-formed tag without data is fine."""
    assert knowledge(tag).tag == "und"


@pytest.mark.parametrize("tag", ["", "e", "english", "en_GB", "en-", "../en", "uz-Cyrl-", "123", "x"])
def test_a_malformed_tag_is_refused(tag: str) -> None:
    """Unless BCP 47 takes it, a tag is an error; eight letters are a (reserved) language."""
    if tag == "english":
        assert parse_tag(tag).language == "english"
        return
    with pytest.raises(TagError):
        parse_tag(tag)


def test_a_tag_is_written_in_one_way() -> None:
    """Letter case is that of RFC 5646."""
    assert str(parse_tag("UZ-cyrl-uz-X-Official")) == "uz-Cyrl-UZ-x-official"


@pytest.mark.parametrize("text", ["Oʻzbekiston", "İstanbul", "«Орталық Азия – Қытай»", "ẞ", "中亚"])
def test_folding_keeps_the_length(text: str) -> None:
    """Positions in folded text are positions in the text."""
    assert len(fold(text)) == len(text)


def test_apostrophes_and_dashes_fold_together() -> None:
    """ʻ ’ ʼ and ' are one; so are – and -."""
    assert fold("Oʻzbekiston – O’zbekiston") == fold("o'zbekiston - Oʼzbekiston")


@pytest.mark.parametrize(
    ("tag", "form", "word"),
    [
        ("ru", "центральной", "центральная"),
        ("ru", "азии", "азия"),
        ("ru", "министром", "министр"),
        ("ru", "сторонами", "стороны"),
        ("kk", "қазақстанның", "қазақстан"),
        ("kk", "тараптардың", "тараптар"),
        ("kk", "хатшылығының", "хатшылық"),
        ("ky", "кытайдын", "кытай"),
        ("ky", "министрлери", "министр"),
        ("tg", "осиёи", "осиё"),
        ("tg", "ҷонибҳоро", "ҷонибҳо"),
        ("tk", "türkmenistanyň", "türkmenistan"),
        ("tk", "hytaýda", "hytaý"),
        ("uz", "xitoyning", "xitoy"),
        ("uz", "tomonlarning", "tomonlar"),
        ("en", "parties'", "parties"),
    ],
)
def test_inflected_forms_belong_to_their_word(tag: str, form: str, word: str) -> None:
    """Case, number, possession and izafet are forms of a word."""
    assert is_form(form, word, knowledge(tag).wordforms)


@pytest.mark.parametrize(
    ("tag", "form", "word"),
    [
        ("kk", "министрлік", "министр"),
        ("ky", "министрлик", "министр"),
        ("uz", "vazirlik", "vazir"),
        ("ru", "министерство", "министр"),
        ("ru", "китайский", "китай"),
        ("en", "chinaware", "china"),
    ],
)
def test_derived_words_are_other_words(tag: str, form: str, word: str) -> None:
    """A ministry is no form of a minister."""
    assert not is_form(form, word, knowledge(tag).wordforms)


@pytest.mark.parametrize("tag", ["en", "kk", "ky", "ru", "tg", "tk", "uz", "uz-Cyrl", "zh"])
def test_what_suggestions_leave_out_can_be_met(tag: str) -> None:
    """Cases are endings, a little word is one word, in the language's own letters, and said once."""
    own, letters = knowledge(tag).wordforms, set(fold(knowledge(tag).letters)) or None
    assert set(own.cases) <= set(own.endings)
    assert set(own.linking) <= set(own.little)
    assert len(set(own.little)) == len(own.little)
    assert all(word_texts(word) == [word] for word in own.little)
    assert letters is None or set("".join(map(fold, own.little))) <= letters
