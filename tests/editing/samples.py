"""A small document in three languages, and hypothesis strategies that change it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from workbench.editing.beads import link_crossing, merge_with_next, move_boundary, note, split_bead, unlink
from workbench.editing.segments import begin_paragraph, join_with_next, split_segment
from workbench.model.document import Document, Version
from workbench.model.errors import InputError
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.operations import Operation, ReplaceBeads, ReplaceText, Together
from workbench.model.segment import text_of_paragraphs
from workbench.model.text import forbidden_control, normalised

EN = (
    ("The Parties welcome the results of the meeting.",),
    ("1. The six countries will cooperate.", "They will meet every two years."),
    ("IV. The Parties thank the people of Chengdu.",),
)
ZH = (("各方欢迎会晤成果。",), ("一、六国将开展合作，每两年举行一次会晤。",), ("四、各方感谢成都人民。",))
KK = (
    ("Тараптар кездесудің нәтижелерін құптайды.",),
    ("1. Алты ел ынтымақтасады.", "Олар екі жылда бір рет кездеседі."),
    ("4. Тараптар Чэнду халқына алғыс айтады.",),
)


def sample() -> Document:
    """Three versions; a Chinese bead spans two English segments, and the Kazakh text is locked."""
    versions = {
        "en": Version("en", text_of_paragraphs(EN)),
        "zh": Version("zh", text_of_paragraphs(ZH)),
        "kk": Version("kk", text_of_paragraphs(KK), locked=True),
    }
    ladders = {
        "zh": Ladder((Bead(1, 1, score=0.9), Bead(2, 1, score=0.4), Bead(1, 1, score=0.9))),
        "kk": Ladder((Bead(1, 1), Bead(1, 1), Bead(1, 1), Bead(1, 1))),
    }
    return Document("sample", "en", versions=versions, ladders=ladders)


def wordings() -> st.SearchStrategy[str]:
    """Texts that a segment may hold, also such as are not in NFC."""
    letters = st.text("abc дқәй成都，。ʻ’«»1.-e\u0301\u0306", min_size=1, max_size=20)
    written = st.sampled_from(("Қазақстан", "成都", "e\u0301tat", "й", " Toʻgʻri ", "Й"))
    return st.one_of(letters, written).filter(lambda text: bool(normalised(text)) and forbidden_control(text) is None)


@st.composite
def operations(draw: st.DrawFn, document: Document) -> Operation:
    """Operations that fit any state which operations of this kind lead to: wordings, and statuses of single beads."""
    kind = draw(st.sampled_from(("text", "beads", "together")))
    if kind == "together":
        return Together(tuple(draw(st.lists(operations(document), min_size=1, max_size=3))))
    if kind == "text":
        tag = draw(st.sampled_from(("en", "zh")))
        return ReplaceText(tag, draw(st.integers(0, len(document.versions[tag].text.segments) - 1)), draw(wordings()))
    tag = draw(st.sampled_from(("zh", "kk")))
    beads = document.ladders[tag].beads
    index = draw(st.integers(0, len(beads) - 1))
    bead = replace(
        beads[index], status=draw(st.sampled_from(tuple(BeadStatus))), digest=draw(st.sampled_from(("", "0123abcd")))
    )
    return ReplaceBeads(tag, index, 1, (bead,))


@st.composite
def by_hand(draw: st.DrawFn, document: Document) -> Operation | None:
    """One thing that people do to beads, segments or paragraphs of a document; None where it is refused there."""
    tag = draw(st.sampled_from(("zh", "kk")))
    index = draw(st.integers(0, max(0, len(document.ladders[tag].beads) - 1)))
    other = draw(st.integers(0, max(0, len(document.ladders[tag].beads) - 1)))
    version = draw(st.sampled_from(("en", "zh", "kk")))
    segment = draw(st.integers(0, len(document.versions[version].text.segments) - 1))
    doing = draw(
        st.sampled_from(
            (
                lambda: merge_with_next(document, tag, index),
                lambda: split_bead(document, tag, index, draw(st.integers(0, 3))),
                lambda: move_boundary(document, tag, index, draw(st.sampled_from((1, -1)))),
                lambda: unlink(document, tag, index),
                lambda: link_crossing(document, tag, index, other),
                lambda: note(document, tag, index, draw(st.sampled_from(("", "ask Astana")))),
                lambda: split_segment(document, version, segment, draw(st.integers(1, 30))),
                lambda: join_with_next(document, version, segment),
                lambda: begin_paragraph(document, version, segment),
            )
        )
    )
    try:
        return doing()
    except InputError:
        return None
