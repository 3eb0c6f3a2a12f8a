"""What is left of a form without its endings."""

from __future__ import annotations

import pytest

from workbench.languages.knowledge import knowledge
from workbench.languages.stems import Stems
from workbench.languages.wordforms import is_form


def _stems(tag: str, form: str) -> list[str]:
    return list(Stems(knowledge(tag).wordforms)(form, 3))


@pytest.mark.parametrize(
    ("tag", "form", "word"),
    [
        ("kk", "мемлекеттердің", "мемлекет"),
        ("kk", "халығының", "халық"),
        ("tk", "kitaby", "kitap"),
        ("ru", "государствами", "государство"),
        ("uz", "davlatlarining", "davlat"),
    ],
)
def test_a_form_leads_to_its_word(tag: str, form: str, word: str) -> None:
    """Endings are taken off, a softened letter is hardened, an ending of the word's own is put back."""
    assert word in _stems(tag, form)


@pytest.mark.parametrize(("tag", "form"), [("ky", "мамлекеттеринин"), ("ru", "страны"), ("tg", "кишварҳоро")])
def test_every_stem_is_one_of_which_the_form_is_a_form(tag: str, form: str) -> None:
    """`is_form` agrees with every word that is yielded."""
    stems = _stems(tag, form)
    assert stems
    assert all(is_form(form, stem, knowledge(tag).wordforms) for stem in stems)


def test_the_longest_stem_comes_first() -> None:
    """Uzbek davlatlarining is rather a form of davlatlari than of davlat."""
    stems = _stems("uz", "davlatlarining")
    assert stems.index("davlatlari") < stems.index("davlat")


def test_stems_are_not_too_short() -> None:
    """No stem has fewer letters than asked for, and a form that is too short has none."""
    assert _stems("ky", "эле") == []
