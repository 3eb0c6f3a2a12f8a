"""Glossaries and texts of great size."""

import random

import pytest

from workbench.glossary.matching import Matcher
from workbench.glossary.term import Term, TermKind, TermMatching, TermStatus
from workbench.languages import vocabulary
from workbench.languages.knowledge import knowledge
from workbench.languages.vocabulary import Vocabulary

SENTENCES = {
    "en": ("foreign minister", "The foreign ministers met in Chengdu.", ["foreign ministers"]),
    "zh": ("外交部长", "各国外交部长在成都举行会晤。", ["外交部长"]),
    "ru": ("министр иностранных дел", "Встреча министров иностранных дел прошла.", ["министров иностранных дел"]),
    "kk": ("Сыртқы істер министрі", "Сыртқы істер министрлерінің кездесуі өтті.", ["Сыртқы істер министрлерінің"]),
    "ky": ("тышкы иштер министри", "Тышкы иштер министринин сөзү.", ["Тышкы иштер министринин"]),
    "tg": ("кишвар", "Кишварҳои Осиёи Марказӣ.", ["Кишварҳои"]),
    "tk": ("daşary işler ministri", "Daşary işler ministriniň sözi.", ["Daşary işler ministriniň"]),
    "uz": ("tashqi ishlar vaziri", "Tashqi ishlar vazirining soʻzi.", ["Tashqi ishlar vazirining"]),
}


def term(wording: str, lang: str, concept: str = "c", match: str = "word") -> Term:
    """Return a term for a test."""
    return Term(concept, lang, wording, TermStatus.PREFERRED, TermKind.TERM, TermMatching(match))


def made_up(tag: str, count: int) -> list[Term]:
    """Return terms of one to three made-up words of the language's own letters."""
    draw = random.Random(4)  # noqa: S311
    letters = knowledge(tag).letters or "机制合作国家中亚部长外交"

    def word() -> str:
        return "".join(draw.choice(letters) for _ in range(draw.randint(4, 9)))

    return [term(" ".join(word() for _ in range(1 + number % 3)), tag, f"made-{number}") for number in range(count)]


@pytest.mark.parametrize("tag", SENTENCES)
def test_fifty_thousand_terms_change_nothing_that_is_found(tag: str) -> None:
    """The one true term is found in its form among them."""
    wording, text, expected = SENTENCES[tag]
    matcher = Matcher([*made_up(tag, 50_000), term(wording, tag)], knowledge(tag))
    assert [text[found.start : found.end] for found in matcher.find(text)] == expected


def test_a_form_is_compared_with_few_words_of_a_large_vocabulary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of fifty thousand words only those that the form begins like are looked at, and each form only once."""
    asked: list[str] = []
    real = vocabulary.is_form
    monkeypatch.setattr(vocabulary, "is_form", lambda form, word, forms: asked.append(word) or real(form, word, forms))
    words = {word for made in made_up("kk", 50_000) for word in made.term.split()} | {"министр"}
    known = Vocabulary(words, knowledge("kk").wordforms)
    assert known.words_of("министрлердің") == ("министр",)
    assert len(asked) <= 5
    asked.clear()
    assert known.words_of("министрлердің") == ("министр",)
    assert asked == []


@pytest.mark.parametrize(("tag", "phrase"), [("ru", "Встреча в Китае и Китай. "), ("zh", "中国和中国。")])
def test_a_segment_of_a_megabyte_is_read_to_its_end(tag: str, phrase: str) -> None:
    """Every occurrence is found, the last one too."""
    text = phrase * (1_000_000 // len(phrase))
    found = Matcher([term("中国" if tag == "zh" else "Китай", tag)], knowledge(tag)).find(text)
    assert len(found) == 2 * (1_000_000 // len(phrase))
    assert len(text) - found[-1].end == (1 if tag == "zh" else 2)


@pytest.mark.parametrize("wording", [".*", "a+b", "[China]", "(a|b)", "\\d", "^$", "?", "C++", "*"])
@pytest.mark.parametrize("match", ["word", "exact", "substring"])
def test_metacharacters_are_letters(wording: str, match: str) -> None:
    """A term of nothing but signs is found as it is, and finds nothing else."""
    matcher = Matcher([term(wording, "en", match=match)], knowledge("en"))
    assert [found.start for found in matcher.find(f"see {wording} here")] in ([4], [5], [6])
    assert matcher.find("see xyz here") == ()


def test_an_empty_form_finds_nothing() -> None:
    """It stands nowhere, rather than everywhere."""
    for match in ("word", "exact", "substring"):
        empty = Term("c", "en", "China", TermStatus.PREFERRED, TermKind.TERM, TermMatching(match), ("", " "))
        assert len(Matcher([empty], knowledge("en")).find("the word China here")) == 1
