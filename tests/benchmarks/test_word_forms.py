"""How many word forms and decoys of the table are taken for the word: here, by exact match, by memoQ's half prefix."""

from collections.abc import Callable

import pytest

from tests.languages.test_word_forms import TAGS, belongs, pairs


def exact(_tag: str, word: str, form: str) -> bool:
    """Return whether the form is the word, ignoring case (in Chinese: whether it holds the word)."""
    return word in form if _tag == "zh" else word.lower() == form.lower()


def half_prefix(tag: str, word: str, form: str) -> bool:
    """Return whether the form begins with the first half of the word: memoQ's matching of terms by "50% prefix"."""
    return word in form if tag == "zh" else form.lower().startswith(word.lower()[: (len(word) + 1) // 2])


RULES: dict[str, Callable[[str, str, str], bool]] = {"here": belongs, "exact": exact, "half prefix": half_prefix}


@pytest.mark.benchmark
def test_forms_and_decoys_by_rule() -> None:
    """Prints both rates of every rule; only ours has more than 98 of 100 forms and at most 2 of 100 decoys."""
    rates = {}
    for name, rule in RULES.items():
        taken = [[rule(tag, *pair) for tag in TAGS for pair in pairs(tag, kind)] for kind in ("forms", "decoys")]
        rates[name] = [sum(found) / len(found) for found in taken]
        print(f"{name:12} forms {rates[name][0]:6.1%}  decoys {rates[name][1]:6.1%}")
    assert [name for name, (forms, decoys) in rates.items() if forms >= 0.98 and decoys <= 0.02] == ["here"]
