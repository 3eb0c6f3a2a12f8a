"""fullwidth: marks and letters of the wrong width."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of


@pytest.mark.parametrize(
    ("tag", "text", "words", "suggestion"),
    [
        ("zh", "友好,相互尊重", ",", "，"),
        ("zh", "各方商定: 启动", ": ", "："),
        ("kk", "ашық，достық", "，", ", "),
        ("ru", "в ２０２５ году", "２０２５", "2025"),
        ("uz", "Yevropa（Osiyo)", "（", " ("),
        ("tk", "Taraplar ylalaşdylar。", "。", "."),
        ("fr", "l’accord：", "：", ":"),
    ],
)
def test_the_wrong_width_is_found_and_safe_to_mend(run: Run, tag: str, text: str, words: str, suggestion: str) -> None:
    """A narrow mark needs its space, a wide one brings it."""
    (found,) = run(made_of({tag: text}), "fullwidth")
    assert (found.location.words, found.suggestion, found.safe) == (words, suggestion, True)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("zh", "增长3.5%，10:30在WTO (Geneva) 见https://mfa.gov.cn/a,b"),
        ("zh", "四. 各方..."),
        ("kk", "Қытайша: 中国，中亚。"),
        ("ja", "中国、中央アジア。"),
        ("ko", "중국（중앙아시아）"),
    ],
)
def test_marks_that_belong_are_left_alone(run: Run, tag: str, text: str) -> None:
    """Among digits and Latin words marks are narrow; beside East Asian characters they are wide."""
    assert list(run(made_of({tag: text}), "fullwidth")) == []
