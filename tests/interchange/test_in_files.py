"""What is exported of a document that stays in its files is what is exported of one that is held."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from workbench.alignment.side import digest_in
from workbench.interchange.export import Export, export_date, exporters
from workbench.model.beads import Beads
from workbench.model.document import Document, Version
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.segment import Segment, Text
from workbench.workspace.folder import Workspace

TIMES = 700
BEGINS = ("(h) ", "(i) ", "IV. ", "", "4.1. ", "", "V. ", "Article 4 ", "第四条 ", "", "")
# A crossing over the additions between its halves, an omission, several segments a bead, notes.
PART = (
    Bead(1, 1, score=0.97),
    Bead(1, 0, mark="@moved"),
    Bead(0, 2, note="бұл жерде ғана"),
    Bead(2, 1, BeadStatus.CONFIRMED, 0.5),
    Bead(0, 1, mark="@moved"),
    Bead(1, 0),
    Bead(1, 1, BeadStatus.REVIEWED, digest="0badcafe", note="see <annex> & map"),
    Bead(1, 2, BeadStatus.REVIEWED, digest="right", comments=("# somebody wrote",)),
)


def document() -> Document:
    """Return a document whose texts and ladders are long, with all that a ladder can hold."""
    texts = {"en": "Six countries", "kk": "Алты ел", "zh": "六国"}
    versions = {}
    for tag, text in texts.items():
        count = TIMES * sum(bead.pivot if tag == "en" else bead.version for bead in PART)
        said = (f"{BEGINS[at % 11]}{text * 5} {at % 5000}" for at in range(count))
        versions[tag] = Version(tag, Text(tuple(Segment(one, "\n" * (at % 3 == 2)) for at, one in enumerate(said))))
    beads = [
        replace(bead, mark=f"{bead.mark}{number}" if bead.mark else "") for number in range(TIMES) for bead in PART
    ]
    made = Document("long", "en", versions=versions, ladders={tag: Ladder(tuple(beads)) for tag in ("kk", "zh")})
    for tag in made.others():
        spans = made.ladders[tag].spans()
        right = (
            replace(span.bead, digest=digest_in(made, tag, span)) if span.bead.digest == "right" else span.bead
            for span in spans
        )
        made = made.with_ladder(tag, Ladder(tuple(right)))
    return made


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace that holds the document."""
    found = Workspace(tmp_path_factory.mktemp("in-files"))
    found.create(document())
    return found


def written(document: Document, form: str) -> bytes:
    """Return the file of a format, of the Kazakh version where it holds one."""
    version = "" if form in ("tmx", "csv", "jsonl") else "kk"
    out = BytesIO()
    exporters()[form].write(Export(document, export_date(document, {}), version, "texts/long"), out)
    return out.getvalue()


def test_texts_and_ladders_stay_in_their_files(workspace: Workspace) -> None:
    """Nothing of what is compared here is held."""
    assert all(isinstance(ladder.beads, Beads) for ladder in workspace.in_files("long").ladders.values())


@pytest.mark.parametrize("form", ["tmx", "csv", "jsonl", "po", "xliff", "txt"])
def test_the_same_is_written(form: str, workspace: Workspace) -> None:
    """Labels, clauses, ids, lapses, crossings and notes, byte for byte."""
    assert written(workspace.in_files("long"), form) == written(workspace.load("long").document, form)


def test_a_command_writes_the_same(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`workbench export` is the way it is reached."""
    from workbench.cli.main import main

    (Path(workspace.root) / "glossary").mkdir()
    monkeypatch.chdir(workspace.root)
    assert main(["export", "long", "--format", "jsonl", "--output", str(tmp_path / "long.jsonl")]) == 0
    assert (tmp_path / "long.jsonl").read_bytes() == written(workspace.load("long").document, "jsonl")
