"""References to numbered clauses that go elsewhere than in the other versions, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, rewritten
from workbench.model.document import Document
from workbench.model.row import rows

# What is put before or behind the last clause, with the number in digits or in Chinese ones.
_PHRASES = {
    "en": "The Parties recalled paragraph {n} of this statement.",
    "zh": "各方忆及本声明第{n}条。",
    "ru": "Стороны сослались на пункт {n} настоящего заявления.",
    "kk": "Тараптар осы мәлімдеменің {n}-тармағын еске салды.",
    "ky": "Тараптар ушул билдирүүнүн {n}-пунктун эске салышты.",
    "tg": "Ҷонибҳо банди {n} изҳороти мазкурро хотиррасон карданд.",
    "tk": "Taraplar şu beýannamanyň {n}-nji bendini ýatlatdylar.",
    "uz": "Tomonlar ushbu bayonotning {n}-bandini eslatdilar.",
}
_CHINESE = {4: "四", 5: "五", 7: "七", 14: "十四", 23: "二十三"}


def phrase(tag: str, number: int) -> str:
    """Return the sentence of a version that refers to a number."""
    return _PHRASES[tag].format(n=_CHINESE[number] if tag == "zh" else number)


def referring(statement: Document, number: int) -> Document:
    """Return the statement with a sentence in the last clause of every version that refers to a number."""
    document = statement
    for tag, segment in _last(statement).items():
        text = statement.versions[tag].segments()[segment]
        document = rewritten(document, "", tag, segment, f"{text} {phrase(tag, number)}", "").document
    return document


def _last(statement: Document) -> dict[str, int]:
    row = rows(statement)[-1]
    return {tag: row.segments(tag, statement.pivot)[-1] for tag in statement.versions}


def faults(statement: Document) -> Iterator[Fault]:
    """Yield, for every version, two references to other numbers than the other versions', and one to none."""
    document = referring(statement, 4)
    for tag, segment in _last(statement).items():
        text = statement.versions[tag].segments()[segment]
        for number in (5, 14):
            yield rewritten(
                document, "numbering-reference", tag, segment, f"{text} {phrase(tag, number)}", f"4 → {number}"
            )
        for number in (14, 23):
            yield rewritten(
                statement,
                "numbering-reference",
                tag,
                segment,
                f"{text} {phrase(tag, number)}",
                f"{number} is not there",
            )
