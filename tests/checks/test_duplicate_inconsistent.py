"""duplicate-inconsistent."""

from __future__ import annotations

from tests.checks.conftest import Run, made_of

TWICE = "1. All parties agree.\n\n2. China is willing.\n\n3. All parties agree."


def test_other_words_the_second_time_are_found(run: Run) -> None:
    """The first rendering is the measure, the label is not compared, and the suggestion leaves it in place."""
    document = made_of({"en": TWICE, "kk": "1. Тараптар келісті.\n\n2. Қытай ниетті.\n\n3. Жақтар келісім берді."})
    (found,) = run(document, "duplicate-inconsistent")
    assert (found.version, found.location.words, found.suggestion) == (
        "kk",
        "Жақтар келісім берді.",
        "Тараптар келісті.",
    )


def test_the_most_frequent_rendering_is_the_measure(run: Run) -> None:
    """One of three is odd, though it stands first."""
    english = "All parties agree.\n\n" * 3
    document = made_of({"en": english.strip(), "ru": "Стороны согласны.\n\nСтороны едины.\n\nСтороны едины."})
    assert [one.location.words for one in run(document, "duplicate-inconsistent")] == ["Стороны согласны."]


def test_labels_case_and_punctuation_are_not_compared(run: Run) -> None:
    """The numerals differ, and so may the end."""
    document = made_of({"en": TWICE, "zh": "一、各方同意。\n\n二、中方愿意。\n\n三、各方同意；"})
    assert list(run(document, "duplicate-inconsistent")) == []


def test_one_word_may_be_rendered_in_many_ways(run: Run) -> None:
    """“Article” or “Agreed.” tell nothing."""
    document = made_of({"en": "Agreed.\n\nAgreed.", "ru": "Согласовано.\n\nПринято."})
    assert list(run(document, "duplicate-inconsistent")) == []


def test_where_sentences_are_cut_does_not_matter(run: Run) -> None:
    """Two segments say the same as one."""
    from workbench.model.ladder import ladder_of

    document = made_of(
        {
            "en": "All parties agree, and so it is.\n\nAll parties agree, and so it is.",
            "ru": "Стороны едины. Это так.\n\nСтороны едины.\nЭто так.",
        },
        {"ru": ladder_of([(1, 1), (1, 2)])},
    )
    assert list(run(document, "duplicate-inconsistent")) == []
