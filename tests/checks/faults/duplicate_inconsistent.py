"""A paragraph that stands twice in all versions, once in other words."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, rewritten, with_beads, with_text
from workbench.model.document import Document
from workbench.model.ladder import Bead
from workbench.model.segment import Segment

_SENTENCE = {
    "en": ("The Parties will continue their cooperation.", ""),
    "zh": ("各方将继续开展合作。", "各方将继续加强合作。"),
    "ru": ("Стороны продолжат сотрудничество.", "Стороны продолжат взаимодействие."),
    "kk": ("Тараптар ынтымақтастықты жалғастырады.", "Тараптар өзара іс-қимылды жалғастырады."),
    "ky": ("Тараптар кызматташууну улантат.", "Тараптар кызматташтыкты улантышат."),
    "tg": ("Ҷонибҳо ҳамкориро идома медиҳанд.", "Ҷонибҳо ҳамкориро давом медиҳанд."),
    "tk": ("Taraplar hyzmatdaşlygy dowam etdirerler.", "Taraplar hyzmatdaşlygy dowam ederler."),
    "uz": ("Tomonlar hamkorlikni davom ettiradilar.", "Tomonlar hamkorlik ishlarini davom ettiradilar."),
}


def faults(statement: Document) -> Iterator[Fault]:
    """Yield every version but the pivot with other words in one of three places."""
    document = statement
    for tag in statement.versions:
        added = [Segment(_SENTENCE[tag][0], "\n")] * 3
        document = with_text(document, tag, (*statement.versions[tag].text.segments, *added))
    for tag in statement.others():
        document = with_beads(document, tag, (*statement.ladders[tag].beads, *[Bead(1, 1)] * 3))
    for tag in statement.others():
        last = len(document.versions[tag].segments()) - 1
        for segment in (last, last - 1, last - 2):
            other = _SENTENCE[tag][1]
            yield rewritten(document, "duplicate-inconsistent", tag, segment, other, f"{other!r} in segment {segment}")
