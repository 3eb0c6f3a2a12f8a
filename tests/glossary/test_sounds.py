"""Chinese characters that spell names."""

from __future__ import annotations

import pytest

from workbench.glossary.sounds import sounds_like


@pytest.mark.parametrize(
    ("han", "name"),
    [
        ("梅列多夫", "Meredov"),
        ("赛义多夫", "Saidov"),
        ("努尔特列乌", "Nurtleu"),
        ("库鲁巴耶夫", "Kulubayev"),
        ("穆赫里丁", "Мухриддин"),
        ("阿斯塔纳", "Astana"),
        ("哈萨克斯坦", "Қазақстан"),
        ("成都", "Chengdu"),
        ("西安", "Xi’an"),
        ("霍尔果斯", "Khorgos"),
        ("王毅", "Wang Yi"),
    ],
)
def test_a_name_is_heard(han: str, name: str) -> None:
    """Its consonants are there in Mandarin, whichever alphabet it is written in."""
    assert sounds_like(han, name) >= 0.65


@pytest.mark.parametrize(
    ("han", "name"), [("外交部长", "Meredov"), ("副总理", "Saidov"), ("共同", "Chengdu"), ("", "Yi"), ("王", "")]
)
def test_other_words_are_not(han: str, name: str) -> None:
    """A title beside the name does not sound like it; nothing sounds like nothing."""
    assert sounds_like(han, name) < 0.5
