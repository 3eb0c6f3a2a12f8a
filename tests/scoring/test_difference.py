"""What differs between two wordings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.second import SECOND
from workbench.languages.knowledge import knowledge
from workbench.scoring.difference import Kind, difference


def shown(old: str, new: str, tag: str) -> str:
    """Return a difference with its marks."""
    marks = {Kind.KEPT: "{}", Kind.OUT: "[-{}-]", Kind.IN: "{{+{}+}}"}
    return "".join(marks[one.kind].format(one.text) for one in difference(old, new, knowledge(tag)))


@pytest.mark.parametrize(
    ("tag", "old", "new", "wanted"),
    [
        ("en", "All parties agree.", "Both sides agree.", "[-All parties-]{+Both sides+} agree."),
        ("en", "China’s plan, too", "China plan too", "[-China’s-]{+China+} plan[-,-] too"),
        ("ru", "Стороны готовы", "Стороны не готовы", "Стороны {+не +}готовы"),
        ("kk", "Тараптар келісті.", "Тараптар", "Тараптар[- келісті.-]"),
        ("zh", "中方愿同有关国家合作。", "中方愿与有关国家合作。", "中方愿[-同-]{+与+}有关国家合作。"),
        ("zh", "于2025年6月", "于2026年6月", "于[-2025-]{+2026+}年6月"),
        ("zh", "", "各方", "{+各方+}"),
    ],
)
def test_words_are_compared_and_signs_in_chinese(tag: str, old: str, new: str, wanted: str) -> None:
    """A word is put in the place of a word; a mark behind it is none of it; a figure stays whole in Chinese."""
    assert shown(old, new, tag) == wanted


@given(
    st.sampled_from(sorted(SECOND)),
    st.lists(st.text(st.sampled_from("аб中文ab  ,.-'1"), max_size=12), min_size=2, max_size=2),
)
def test_both_wordings_come_back(tag: str, texts: list[str]) -> None:
    """What is kept and taken out is the old one, what is kept and put in the new one."""
    found = difference(texts[0], texts[1], knowledge(tag))
    assert "".join(one.text for one in found if one.kind is not Kind.IN) == texts[0]
    assert "".join(one.text for one in found if one.kind is not Kind.OUT) == texts[1]
