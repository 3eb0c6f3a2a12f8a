"""What stands somewhere in a version, though its unit has no place."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from workbench.editing.nowhere import standing
from workbench.model.document import Version
from workbench.model.segment import Segment, Text

COUNT = 2500  # segments: more than are looked through at once


def version(tag: str) -> Version:
    """Return a version of many segments."""
    return Version(
        tag, Text(tuple(Segment(f"第{number}段" if tag == "zh" else f"Segment {number}.") for number in range(COUNT)))
    )


@given(st.sampled_from(("zh", "en")), st.integers(0, COUNT - 1), st.integers(1, 30))
def test_texts_over_several_segments_stand_there(tag: str, start: int, count: int) -> None:
    """Wherever they begin, joined as the language joins."""
    held = version(tag).segments()[start : start + count]
    text = ("" if tag == "zh" else " ").join(held)
    assert standing(version(tag), (text, text[1:-1], f"{text}!")) == {text, text[1:-1]}


def test_what_is_longer_than_the_text_stands_nowhere() -> None:
    """All of it and one segment more."""
    whole = list(accumulate(version("zh").segments()))[-1]
    assert standing(version("zh"), (whole, whole + "第")) == {whole}
