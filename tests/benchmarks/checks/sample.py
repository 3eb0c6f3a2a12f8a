"""A long document made of the statement: its rows again and again, each time with other years, names and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from workbench.glossary.term import TermKind
from workbench.glossary.termbase import TermBase
from workbench.languages.knowledge import knowledge
from workbench.model.document import Document, Version
from workbench.model.ladder import ladder_of
from workbench.model.row import rows
from workbench.model.segment import text_of_paragraphs

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIRST_YEAR, _YEARS = 1950, 100


def long_document(statement: Document, termbase: TermBase, size: int, name: str = "long") -> Document:
    """Return a document of `size` rows in the versions of the statement, each row one bead and no row twice.

    Repetition `n` of the statement moves its years by `n`, and a row ends with a name of the glossary and a number of its
    own in brackets, the same in all versions.
    """
    whole = [row for row in rows(statement) if row.pivot and all(cell.segments for cell in row.cells.values())]
    names = _names(statement, termbase)
    starts = set(statement.versions[statement.pivot].text.starts())
    paragraphs: dict[str, list[list[str]]] = {tag: [] for tag in statement.versions}
    for number in range(size):
        again, at = divmod(number, len(whole))
        row = whole[at]
        named = names[number % len(names)]
        for tag, version in statement.versions.items():
            between = knowledge(tag).joiner
            texts = [version.text.segments[segment].text for segment in row.segments(tag, statement.pivot)]
            text = f"{_moved(between.join(texts), again)}{between}({named[tag]}, {1000 + number})"
            if row.pivot[0] in starts or not paragraphs[tag]:
                paragraphs[tag].append([])
            paragraphs[tag][-1].append(text)
    versions = {tag: Version(tag, text_of_paragraphs(made)) for tag, made in paragraphs.items()}
    ladders = {tag: ladder_of([(1, 1)] * size) for tag in statement.others()}
    return Document(name, statement.pivot, versions=versions, ladders=ladders)


def _moved(text: str, by: int) -> str:
    return _YEAR.sub(lambda match: str(_FIRST_YEAR + (int(match.group()) + by) % _YEARS), text)


def _names(statement: Document, termbase: TermBase) -> list[dict[str, str]]:
    """Return the persons and states that have a name in every version, by tag."""
    kinds = (TermKind.PERSON, TermKind.STATE)
    found = [
        {tag: terms[0].term for tag in statement.versions if (terms := termbase.of(concept, tag))}
        for concept in termbase.concepts()
        if termbase.kind(concept) in kinds
    ]
    return [named for named in found if len(named) == len(statement.versions)]


def write_po(path: Path, tag: str, source: Sequence[str], target: Sequence[str]) -> None:
    """Write the pairs of a version as a PO file."""
    header = f"Language: {tag}\\nMIME-Version: 1.0\\nContent-Type: text/plain; charset=UTF-8\\nContent-Transfer-Encoding: 8bit\\n"
    units = [f'msgid ""\nmsgstr "{header}"\n']
    units += [f"msgid {_quoted(one)}\nmsgstr {_quoted(other)}\n" for one, other in zip(source, target, strict=True)]
    path.write_text("\n".join(units), encoding="utf-8")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
