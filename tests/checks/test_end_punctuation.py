"""end-punctuation: how segments end, among all versions."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of

EN = "1. The Parties agreed on the following:\n\nTrade is promoted.\n\nThe Parties thank China."
RU = "1. Стороны договорились о следующем:\n\nТорговля развивается.\n\nСтороны благодарят Китай."
KK = "1. Тараптар мынаған келісті:\n\nСауда дамиды.\n\nТараптар Қытайға алғыс айтады."
ZH = "一、各方商定：\n\n促进贸易。\n\n各方感谢中方。"


@pytest.mark.parametrize(
    ("tag", "text", "old", "new", "words", "suggestion"),
    [
        ("kk", KK, "келісті:", "келісті.", ".", ":"),
        ("zh", ZH, "感谢中方。", "感谢中方；", "；", "。"),
        ("ru", RU, "развивается.", "развивается?", "?", "."),
        ("en", EN, "promoted.", "promoted", ".", "."),
        ("zh", ZH, "各方商定：", "各方商定", "：", "："),
    ],
)
def test_the_version_that_ends_otherwise_is_named(
    run: Run, tag: str, text: str, old: str, new: str, words: str, suggestion: str
) -> None:
    """The mark that it has, or lacks, and the one of its own script that the others have."""
    document = made_of({"en": EN, "ru": RU, "kk": KK, "zh": ZH, tag: text.replace(old, new)})
    (found,) = run(document, "end-punctuation")
    assert (found.version, found.location.words, found.suggestion) == (tag, words, suggestion)


def test_marks_of_one_kind_are_alike(run: Run) -> None:
    """A Chinese 。 is a full stop, within quotation marks or before them."""
    document = made_of({"en": "He said “yes.”", "ru": "Он сказал «да».", "zh": "他说“是。”"})
    assert list(run(document, "end-punctuation")) == []


def test_a_style_of_a_version_is_none_of_its_slips(run: Run) -> None:
    """A version that never ends its headings with a full stop means it."""
    lines = ["Trade.", "Transport.", "Customs.", "Culture."]
    dotted = "\n\n".join(lines)
    bare = "\n\n".join(line.rstrip(".") for line in lines)
    assert list(run(made_of({"en": dotted, "ru": dotted, "kk": bare}), "end-punctuation")) == []


def test_two_versions_do_not_say_which_is_odd(run: Run) -> None:
    """There is no majority of one."""
    assert list(run(made_of({"en": "Trade.", "kk": "Сауда"}), "end-punctuation")) == []


def test_a_sentence_within_a_paragraph_has_its_mark(run: Run) -> None:
    """Where nearly all have one, whatever the other versions do."""
    lines = [f"Тараптар {number} мәселеге келісті." for number in range(12)]
    lines[4] = lines[4].rstrip(".")
    (found,) = run(made_of({"kk": "\n".join(lines)}), "end-punctuation")
    assert (found.location.line, found.location.words, found.suggestion) == (5, ".", ".")
