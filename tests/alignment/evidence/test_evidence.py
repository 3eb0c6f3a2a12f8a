"""What single kinds of evidence see in the eight languages."""

import numpy as np
import pytest

from workbench.alignment.evidence.association import Association
from workbench.alignment.evidence.cognates import Cognates
from workbench.alignment.evidence.labels import ClauseLabels
from workbench.alignment.evidence.length import Length, information
from workbench.alignment.evidence.numbers import Numbers
from workbench.alignment.evidence.paragraphs import Paragraphs
from workbench.alignment.side import Side
from workbench.languages.knowledge import knowledge
from workbench.languages.romanise import romanised, skeleton
from workbench.model.ladder import ladder_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kulubayev", "Кулубаев"), ("Qozogʻiston", "Казахстан"), ("Nurtleu", "Нұртілеу"), ("Bakhtiyor", "Baxtiyor")],
)
def test_a_name_has_one_skeleton_in_all_spellings(one: str, other: str) -> None:
    """Consonants' classes bridge Latin and Cyrillic, and the spellings of both."""
    assert skeleton(romanised(one)) == skeleton(romanised(other))


def test_names_are_found_across_scripts() -> None:
    """A minister's name is a sign that both segments share, an unrelated segment has none."""
    signs = Cognates().signs(Side(("Murat Nurtleu said",)), Side(("сказал Мурат Нуртлеу", "стороны согласны")))
    assert signs.pivot[0] & signs.version[0]
    assert not signs.version[1]


def test_arabic_script_is_read_too() -> None:
    """Uyghur "freedom" and "respect" are spelled as their Turkic cognates in Latin letters, vowels and all."""
    for one, other in (("ئەركىنلىك", "erkinlik"), ("ھۆرمەت", "hörmet")):
        assert romanised(one) == romanised(other)


def test_labels_are_compared_by_value() -> None:
    """`IV.`, `四、` and `4.` are the same clause."""
    signs = ClauseLabels().signs(
        Side(("IV. Areas",), (0,), knowledge("en")), Side(("四、领域",), (0,), knowledge("zh"))
    )
    assert signs.pivot == signs.version


def test_numbers_are_compared_in_words_and_digits() -> None:
    """Six is шесть is 6; a label is no number of the text."""
    signs = Numbers().signs(
        Side(("3. The six parties",), (0,), knowledge("en")), Side(("6 сторон",), (0,), knowledge("ru"))
    )
    assert signs.pivot == signs.version


def test_a_character_weighs_what_it_tells() -> None:
    """A Chinese character weighs some Latin letters, though nobody says so."""
    english = Side(("All parties have confirmed that the second summit will be held in Astana in June.",))
    chinese = Side(("各方确认，第二届峰会将于六月在阿斯塔纳举行。",))
    assert information(chinese)[0] > 0.3 * information(english)[0]


def test_equal_lengths_speak_for_a_bead() -> None:
    """Of two beads the one whose lengths fit the texts' ratio scores higher."""
    side = Side(("короткий текст", "текст, который намного длиннее всех других текстов здесь"))
    fits, not_so = Length().table(side, side)(np.array([0, 0]), np.array([0, 1]), 1, 1)
    assert fits > not_so


def test_paragraphs_count_only_where_both_sides_have_them() -> None:
    """A side that is one paragraph says nothing."""
    one, many = Side(("a", "b", "c", "d"), (0,)), Side(("a", "b", "c", "d"), (0, 2))
    at = np.array([1, 2]), np.array([2, 2])
    silent, speaking = Paragraphs().table(one, many)(*at, 1, 1), Paragraphs().table(many, many)(*at, 1, 1)
    assert silent[0] > speaking[0]
    assert speaking[1] > 0


def test_words_that_share_beads_are_linked() -> None:
    """After a first ladder a word and its translation are one sign, in a script without spaces too."""
    pivot = Side(tuple(f"{'summit' if n % 3 else 'treaty'} {n:x}{n:x}{n:x}" for n in range(24)))
    version = Side(tuple("峰会开幕" if n % 3 else "条约生效" for n in range(24)))
    learned = Association().learned(pivot, version, ladder_of([(1, 1)] * 24))
    assert learned.signs(pivot, version).pivot[0] & learned.signs(pivot, version).version[0]
    assert not learned.signs(pivot, version).pivot[0] & learned.signs(pivot, version).version[1]
