"""Labels and cuts of a wording that came back."""

from __future__ import annotations

import pytest

from workbench.editing.arriving import Arrived, arrived
from workbench.editing.recutting import recut
from workbench.interchange.incoming import IncomingWording
from workbench.interchange.wording import Wording
from workbench.languages.knowledge import knowledge


def came(tag: str, prefix: str, sent: str, text: str = "x") -> Arrived:
    """Return what becomes of the one segment of a place that has a label."""
    held = Wording(tag, text, (0,), (text,), (prefix.strip(),))
    return arrived(IncomingWording((sent,)), held, (prefix,), knowledge(tag))


@pytest.mark.parametrize(
    ("tag", "prefix", "sent", "whole"),
    [
        ("en", "4. ", "The Parties agree.", "4. The Parties agree."),
        ("en", "4. ", "4. The Parties agree.", "4. The Parties agree."),
        ("en", "IV. ", "4. The Parties agree.", "4. The Parties agree."),
        ("en", "4. ", "4.5 percent was agreed.", "4. 4.5 percent was agreed."),
        ("en", "4. ", "5. The Parties agree.", "4. 5. The Parties agree."),
        ("zh", "四、", "各方同意。", "四、各方同意。"),
        ("zh", "四、", "四、各方同意。", "四、各方同意。"),
        ("zh", "4.", "4.5%的增长。", "4.4.5%的增长。"),
        ("kk", "4-бап. ", "4-бап. Тараптар келісті.", "4-бап. Тараптар келісті."),
        ("tk", "4-nji madda. ", "Taraplar ylalaşdylar.", "4-nji madda. Taraplar ylalaşdylar."),
    ],
)
def test_a_label_stands_once(tag: str, prefix: str, sent: str, whole: str) -> None:
    """It is put back where the file has none, and taken as the file writes it where it has the same number."""
    assert came(tag, prefix, sent).segments == (whole,)


OLD = (
    "Олар саммитке дайындықты дереу бастауға келісті.",
    "Осы министрліктер нәтижелерді жинақтайды.",
    "Тараптар оны қолдайды.",
)
WHOLE = " ".join(OLD)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (WHOLE, OLD),
        (WHOLE.replace("дереу ", ""), (OLD[0].replace("дереу ", ""), *OLD[1:])),
        (WHOLE.replace(f"{OLD[1]} ", ""), (OLD[0], "", OLD[2])),
        (OLD[2], ("", "", OLD[2])),
        (f"{WHOLE} Жаңа сөйлем.", (*OLD[:2], f"{OLD[2]} Жаңа сөйлем.")),
        (f"{OLD[1]} {OLD[0]} {OLD[2]}", (OLD[1], OLD[0], OLD[2])),
        ("Бәрі басқа. Мүлде басқа мәтін. Үшінші сөйлем.", ("Бәрі басқа.", "Мүлде басқа мәтін.", "Үшінші сөйлем.")),
        (
            WHOLE.replace("келісті. Осы", "уағдаласты; осы"),
            (OLD[0].replace("келісті.", "уағдаласты;"), OLD[1].replace("Осы", "осы"), OLD[2]),
        ),
    ],
)
def test_one_text_is_cut_as_the_segments_were(text: str, parts: tuple[str, ...]) -> None:
    """At ends of sentences where it can be; what was taken out leaves its segment empty."""
    assert recut(OLD, text, knowledge("kk")) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("各方高度评价会晤成果。六国将继续开展合作。", ("各方高度评价会晤成果。", "六国将继续开展合作。")),
        ("各方欢迎会晤成果，六国将开展合作。", ("各方欢迎会晤成果，", "六国将开展合作。")),
        ("六国将开展合作。", ("", "六国将开展合作。")),
    ],
)
def test_chinese_is_cut_without_spaces(text: str, parts: tuple[str, ...]) -> None:
    """Also inside a sentence."""
    assert recut(("各方欢迎会晤成果。", "六国将开展合作。"), text, knowledge("zh")) == parts
