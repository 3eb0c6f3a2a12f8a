"""The encoder `words`: what its vectors say, and what it does with words that it does not hold."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.alignment.encoders.respelling import respelling
from workbench.alignment.encoders.word_table import WordTable, load_space, load_table, table_tags
from workbench.alignment.encoders.words import Words, known_share, known_share_of
from workbench.languages.wordforms import fold, word_texts

ENGLISH = [
    "Prime minister",
    "Trade and investment between the two countries",
    "Water and energy",
    "Education, science and culture",
    "The fight against terrorism",
]
VERSIONS = {
    "zh": ["总理", "两国之间的贸易和投资", "水和能源", "教育、科学和文化", "打击恐怖主义"],
    "ru": [
        "Премьер-министр",
        "Торговля и инвестиции между двумя странами",
        "Вода и энергетика",
        "Образование, наука и культура",
        "Борьба с терроризмом",
    ],
    "kk": [
        "Премьер-министр",
        "Екі ел арасындағы сауда мен инвестиция",
        "Су және энергетика",
        "Білім, ғылым және мәдениет",
        "Терроризмге қарсы күрес",
    ],
    "uz": [
        "Bosh vazir",
        "Ikki mamlakat oʻrtasidagi savdo va investitsiyalar",
        "Suv va energetika",
        "Taʼlim, fan va madaniyat",
        "Terrorizmga qarshi kurash",
    ],
}


@pytest.fixture(scope="module")
def words() -> Words:
    """The encoder."""
    return Words()


@pytest.mark.parametrize("tag", sorted(VERSIONS))
def test_a_translation_is_nearer_than_other_texts(words: Words, tag: str) -> None:
    """Of five English phrases each one's translation is the most similar, once each side is centred."""
    ours, theirs = words.encode(ENGLISH, "en"), words.encode(VERSIONS[tag], tag)
    table = (ours - ours.mean(axis=0)) @ (theirs - theirs.mean(axis=0)).T
    assert table.argmax(axis=1).tolist() == [0, 1, 2, 3, 4]


def test_every_language_of_the_house_has_a_table() -> None:
    """There is a table for each of the eight languages."""
    assert table_tags() == {"en", "zh", "ru", "kk", "ky", "tg", "tk", "uz"}


def test_rows_have_length_one(words: Words) -> None:
    """A text with a word that is known has a float32 row of length one."""
    rows = words.encode(["Water and energy", "energy"], "en")
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_nothing_known_is_a_zero_row(words: Words) -> None:
    """Numbers, signs, other scripts, nothing at all, and languages without a table have zero rows."""
    assert not words.encode(["", "2024", "— …", "水和能源", "Հայաստան"], "en").any()
    assert not words.encode(["Ticaret ve yatırım"], "tr").any()
    assert words.encode([], "kk").shape == (0, words.dimensions)


def test_a_text_does_not_depend_on_its_neighbours(words: Words) -> None:
    """A text has the same row alone and among a thousand others."""
    many = words.encode([f"{text} {number}" for number in range(300) for text in ENGLISH], "en")
    assert np.allclose(many[-1], words.encode([ENGLISH[-1]], "en")[0], atol=1e-6)


def test_uzbek_cyrillic_is_read_as_uzbek(words: Words) -> None:
    """The same words in Uzbek Cyrillic and Latin letters have the same row."""
    cyrillic = words.encode(["Тошкент давлат университети", "ер"], "uz-Cyrl")
    assert np.allclose(cyrillic, words.encode(["Toshkent davlat universiteti", "yer"], "uz"), atol=1e-6)


@pytest.mark.parametrize(
    ("tag", "text", "respelled"), [("uz-Cyrl", "ер эса", "yer esa"), ("uz-Cyrl", "мен ва маориф", "men va maorif")]
)
def test_a_letter_is_respelled_by_what_stands_before_it(tag: str, text: str, respelled: str) -> None:
    """Uzbek Cyrillic е is ye where a word or a syllable begins, and e behind a consonant."""
    rules = respelling(tag)
    assert rules is not None
    assert rules(text) == respelled


def test_regions_and_private_use_do_not_matter(words: Words) -> None:
    """`en-x-official` is looked up as `en`."""
    assert np.array_equal(words.encode(ENGLISH, "en-x-official"), words.encode(ENGLISH, "en"))


def test_apostrophes_fold(words: Words) -> None:
    """Uzbek oʻ may be written with any apostrophe."""
    rows = words.encode(["oʻzbek", "o'zbek", "o‘zbek", "O’ZBEK"], "uz")
    assert np.allclose(rows, rows[0], atol=1e-6)
    assert rows.any()


def _table(tag: str, held: list[str]) -> WordTable:
    """A table in which word n has the code n in every byte."""
    space = load_space()
    codes = np.array([[number] * len(space.values) for number in range(len(held))], dtype=np.uint8)
    return WordTable(tag, held, codes, np.full(len(held), 255, dtype=np.uint8), space)


def _cosine(table: WordTable, form: str, word: str) -> float:
    ours, theirs = (table.forms[row] for row in table.rows([form, word]))
    return float(ours @ theirs / (np.linalg.norm(ours) * np.linalg.norm(theirs)))


def test_an_inflected_form_has_its_words_vector() -> None:
    """Kazakh мемлекеттердің is a form of мемлекет by the language's endings, not of its neighbour мемлекеттік."""
    table = _table("kk", ["мемлекет", "мемлекеттік"])
    assert _cosine(table, "мемлекеттердің", "мемлекет") == pytest.approx(1, abs=1e-5)


def test_a_softened_stem_is_found() -> None:
    """Turkmen kitaby is a form of kitap."""
    table = _table("tk", ["kitap", "kitapça"])
    assert _cosine(table, "kitaby", "kitap") == pytest.approx(1, abs=1e-5)


def test_an_unknown_word_takes_after_its_neighbours() -> None:
    """A form that no ending explains has the vector of words that share its first letters, and is trusted less."""
    table = _table("ru", ["провозгласить", "сотрудничество"])
    neighbour, itself = (table.forms[row] for row in table.rows(["провозглашенными", "провозгласить"]))
    assert 0 < np.linalg.norm(neighbour) < np.linalg.norm(itself)


def test_too_few_letters_in_common_are_no_kin() -> None:
    """Three letters in common make no neighbours."""
    table = _table("ru", ["война", "сотрудничество"])
    assert not table.forms[table.rows(["войско", "свобода"])].any()


def test_chinese_is_cut_into_the_longest_words(words: Words) -> None:
    """国际合作 is the sum of 国际 and 合作, not of its signs."""
    whole = words.encode(["国际合作"], "zh")
    assert np.allclose(whole, words.encode(["国际 合作"], "zh"), atol=1e-6)
    assert "国际" in load_table("zh").known


def test_a_long_text_is_no_burden(words: Words) -> None:
    """A segment of 100 kB without a space has some row, finite."""
    assert np.isfinite(words.encode(["合作" * 50_000, "x" * 100_000], "zh")).all()


def test_the_tables_are_small() -> None:
    """All that the encoder reads is at most 16 MB."""
    from workbench.alignment.encoders import word_table

    sizes = [len(entry.read_bytes()) for entry in word_table._DATA.iterdir()]
    assert sum(sizes) <= 16_000_000


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Article 5: the Parties' co-operation in 2024 – don't wait"),
        ("uz", "Oʻzbekiston va Tojikiston 2024-yilda koʻp ishlaydi"),
        ("ru", "Стороны отметили 3 документа; COVID-19 и G20 ² не названы"),
        ("tg", ""),
    ],
)
def test_words_that_are_cut_already_are_known_as_in_their_text(tag: str, text: str) -> None:
    """The share of known words is the same, from the text or from its folded words; or it takes the text."""
    assert known_share_of(word_texts(fold(text)), tag) in (None, known_share([text], tag))


def test_most_texts_are_known_by_their_words() -> None:
    """Ordinary words, numbers and apostrophes take no second look at the text."""
    assert known_share_of(["the", "don't", "2024"], "en") is not None
    assert known_share_of(["g20"], "en") is None
