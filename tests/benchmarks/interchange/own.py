"""Writes a long document as TMX, and reads it; prints the processor's seconds of both as JSON: `python -m … ROWS FILE`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from tests.conftest import ROOT
from workbench.cli.main import tune
from workbench.interchange import tmx
from workbench.interchange.export import Export, export_date
from workbench.interchange.tmx_units import tmx_units
from workbench.model.document import Document, Version
from workbench.model.ladder import Bead, Ladder
from workbench.model.row import Rows
from workbench.model.segment import Segment, Text
from workbench.workspace.folder import Workspace


def long_document(rows: int) -> Document:
    """Return a document of so many rows: those of the statement again and again, each with its number."""
    statement = Workspace(ROOT).read("chengdu-2024").document
    cells = [
        {
            tag: " ".join(version.segments()[at] for at in row.segments(tag, statement.pivot))
            for tag, version in statement.versions.items()
        }
        for row in Rows(statement)
    ]
    cells = [cell for cell in cells if all(cell.values())]
    versions = {
        tag: Version(
            tag, Text(tuple(Segment(f"{cells[at % len(cells)][tag]} {at}", "\n" * (at > 0)) for at in range(rows)))
        )
        for tag in statement.versions
    }
    beads = (Bead(1, 1, score=0.97),) * rows
    return Document(
        "long", statement.pivot, versions=versions, ladders={tag: Ladder(beads) for tag in statement.others()}
    )


def main(rows: str, path: str) -> None:
    """Write, then read, in an interpreter that suits a command."""
    tune()
    document = long_document(int(rows))
    export = Export(document, export_date(document))
    start = time.process_time()
    with Path(path).open("wb") as file:
        tmx.write(export, file)
    written = time.process_time() - start
    tags = list(document.versions)
    del document, export
    start = time.process_time()
    characters = sum(len(variant.marked) for unit in tmx_units(Path(path), _fail) for variant in unit.variants)
    read = time.process_time() - start
    start = time.process_time()
    units = sum(1 for _ in tmx.read(Path(path)).units)
    taken = time.process_time() - start
    print(
        json.dumps(
            {"units": units, "characters": characters, "written": written, "read": read, "taken": taken, "tags": tags}
        )
    )


def _fail(line: int, said: str) -> None:
    raise AssertionError(f"{line}: {said}")


if __name__ == "__main__":
    main(*sys.argv[1:])
