"""Renumbering: the labels of a version in sequence, each level in the style that most of its labels have."""

from __future__ import annotations

from workbench.checks.outline import label_spot, levels, usual, written_like
from workbench.checks.reading import Reading
from workbench.editing.edits import edit_texts
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.model.operations import Operation


def renumber(document: Document, tag: str) -> Operation:
    """Return the operation that numbers the clauses of a version on from the first of each level, without gap or repetition.

    Labels of one level are written as most of them are: `IV.` among 1. 2. 3. becomes `4.`. Raises InputError where all are
    so already, and for a locked version.
    """
    reading = Reading(document, TermBase())
    texts: dict[tuple[str, int], str] = {}
    for run in levels(reading, tag):
        model = usual([item.label for item in run]) or run[0].label
        first = run[0].label.value
        for number, item in enumerate(run):
            written = written_like(model, (*item.label.values[:-1], first + number))
            if written is None or len(model.values) != len(item.label.values):
                continue
            spot = label_spot(reading, tag, item.segment)
            text = reading.texts(tag)[item.segment]
            if text[spot.start : spot.end] != written:
                texts[tag, item.segment] = text[: spot.start] + written + text[spot.end :]
    if not texts:
        raise InputError(f"the clauses of {tag} are numbered in sequence and in one style already")
    return edit_texts(document, texts)
