"""Normal form, digests and forbidden controls."""

import pytest

from workbench.model.text import digest, digests, forbidden_control


def test_composed_and_decomposed_letters_have_one_digest() -> None:
    """й in one and in two code points is the same text."""
    assert digest("Китай") == digest("Китаи\u0306")


def test_many_digests_are_those_of_each() -> None:
    """Of Chinese, of Kazakh, of nothing, of half a character."""
    texts = ("六国", "Алты ел", "", "\ud800")
    assert digests(text.encode("utf-8", "surrogatepass") for text in texts) == [digest(text).encode() for text in texts]


def test_digests_keep_their_texts_apart() -> None:
    """Moving a letter from one text to the other changes the digest."""
    assert digest("аб", "в") != digest("а", "бв")


@pytest.mark.parametrize("bad", ["\x1b[31m", "\x00", "\x07", "\x9b", "\u2028", "\ud800", "\ufffe", "\x7f"])
def test_escapes_and_non_characters_are_forbidden(bad: str) -> None:
    """What a terminal would obey and XML would refuse is found where it stands."""
    found = forbidden_control("四、" + bad)
    assert found is not None
    assert found[0] == 2


def test_letters_of_all_scripts_are_allowed() -> None:
    """Joiners, tabs and supplementary characters are text."""
    assert forbidden_control("Oʻzbekiston\t中亚 \u200c Ӯзбекистон 𠀀") is None
