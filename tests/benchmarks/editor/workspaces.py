"""Workspaces of many rows, the statement over and over: what the editor is measured on."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from tests.conftest import ROOT, gold_ladder
from workbench.model.document import Document
from workbench.model.ladder import Bead, Ladder
from workbench.model.segment import Segment, Text
from workbench.workspace.folder import Workspace

FOUR = ("en", "zh", "ru", "kk")
EIGHT = (*FOUR, "ky", "tg", "tk", "uz")
_LONGEST = 185  # so that a segment of English has some 140 characters
_DOUBTFUL = 17  # every so many beads have a low score


def write_workspace(folder: Path, count: int, tags: tuple[str, ...]) -> Path:
    """Write a workspace with one document, `long`, of at least `count` pivot segments; return the folder.

    Its segments are the statement's, the long ones cut, so that English has 140 characters in one, with a number behind
    each; its beads those made by hand, with scores. Nothing is written where the document is there already.
    """
    if (folder / "texts" / "long" / "document.toml").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "texts").mkdir(parents=True)
    shutil.copytree(ROOT / "glossary", folder / "glossary")
    statement = Workspace(ROOT).read("chengdu-2024").document
    times = -(-count // len(statement.version(statement.pivot).text.segments))
    versions = {tag: replace(statement.versions[tag], text=_text(statement, tag, times), locked=False) for tag in tags}
    ladders = {tag: _ladder(tag, times) for tag in tags if tag != statement.pivot}
    Workspace(folder).create(Document("long", statement.pivot, "Long", "2024-12-01", versions, ladders))
    return folder


def _text(statement: Document, tag: str, times: int) -> Text:
    segments = statement.versions[tag].text.segments
    return Text(
        tuple(
            Segment(
                f"{segment.text[:_LONGEST]} ({turn})",
                segment.before or ("\n" if turn and not at else ""),
            )
            for turn in range(times)
            for at, segment in enumerate(segments)
        )
    )


def _ladder(tag: str, times: int) -> Ladder:
    beads: list[Bead] = []
    for turn in range(times):
        for bead in gold_ladder(tag).beads:
            score = 0.3 if len(beads) % _DOUBTFUL == 0 else 0.8 + len(beads) % 20 / 100
            beads.append(Bead(bead.pivot, bead.version, score=score, mark=f"{bead.mark}{turn}" if bead.mark else ""))
    return Ladder(tuple(beads))
