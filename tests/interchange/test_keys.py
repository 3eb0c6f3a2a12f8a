"""The ids of units."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from workbench.interchange.wording import KEY_LENGTH, Keys
from workbench.model.text import digest


@given(st.lists(st.integers(0, 400).map("各方 {}".format), max_size=600))
def test_an_id_is_the_digest_of_a_text_and_the_number_of_its_occurrence(texts: list[str]) -> None:
    """Of what comes again the second is the second, whatever came between."""
    keys, seen = Keys(), Counter[str]()
    for text in texts:
        seen[text] += 1
        assert keys.key(text) == f"{digest(text, length=KEY_LENGTH)}-{seen[text]}"
