"""Ladders of other aligners and Moses pairs, in and out."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interchange.drawn import documents, segments
from workbench.interchange import hunalign, moses, vecalign
from workbench.interchange.documents_of import document_of
from workbench.interchange.export import Export, FilesExporter, export_date
from workbench.interchange.incoming import PairImporter
from workbench.model.document import Document
from workbench.model.errors import InputError, NotFoundError, UsageError, WorkbenchError
from workbench.model.ladder import Bead, BeadStatus, Ladder, crossings


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to write in."""
    return tmp_path_factory.mktemp("ladders")


def written(exporter: FilesExporter, document: Document, folder: Path, version: str = "") -> Mapping[str, Path]:
    """Write the files of an export, and return their paths by what stands behind the last full stop but `.txt`."""
    found = {}
    for ending, write in exporter.files(Export(document, export_date(document, {}), version)).items():
        out = io.BytesIO()
        write(out)
        path = folder / f"d{ending}"
        path.write_bytes(out.getvalue())
        found[ending.removesuffix(".txt").rpartition(".")[2]] = path
    return found


def plain(ladder: Ladder) -> Ladder:
    """Return what the formats hold of a ladder: counts, and the scores of beads with two sides."""
    return Ladder(
        tuple(
            Bead(bead.pivot, bead.version, score=bead.score if bead.pivot and bead.version else None)
            for bead in ladder.beads
        )
    )


@pytest.mark.parametrize("aligner", [vecalign, hunalign])
@settings(max_examples=50)
@given(document=documents())
def test_ladders_come_back_equal(aligner: PairImporter, folder: Path, document: Document) -> None:
    """Segments, counts and scores."""
    assert hasattr(aligner, "files")
    tag = document.others()[0]
    paths = written(aligner, document, folder, tag)
    if not document.version(tag).text.segments:
        return
    texts = {one: paths[one] for one in (document.pivot, tag)}
    found = document_of(aligner.read_with(paths[aligner.NAME], texts), "drawn")
    assert segments(found) == {one: document.version(one).segments() for one in (document.pivot, tag)}
    assert found.ladders[tag] == plain(document.ladders[tag])


@settings(max_examples=50)
@given(document=documents())
def test_moses_pairs_come_back_equal(folder: Path, document: Document) -> None:
    """A line for each bead with two sides, and for each crossing."""
    tag = document.others()[0]
    ladder = document.ladders[tag]
    count = sum(bool(bead.pivot and bead.version) for bead in ladder.beads) + len(crossings(ladder))
    paths = written(moses, document, folder, tag)
    incoming = moses.read_with(None, {one: paths[one] for one in (document.pivot, tag)})
    if not count:
        with pytest.raises(InputError):
            document_of(incoming, "d")
        return
    found = document_of(incoming, "d")
    assert found.ladders[tag] == Ladder((Bead(1, 1),) * count)


def test_the_ladder_of_vecalign_is_its_own(folder: Path, statement: Document) -> None:
    """Lists of lines with a colon between, and the cost behind another."""
    beads = (Bead(2, 1, score=0.97), Bead(0, 1), Bead(1, 0, BeadStatus.REVIEWED, 0.5))
    document = replace(statement, ladders={**statement.ladders, "kk": Ladder(beads)})
    text = written(vecalign, document, folder, "kk")["vecalign"].read_text(encoding="utf-8")
    assert text == "[0, 1]:[0]:0.030000\n[]:[1]\n[2]:[]:0.500000\n"


def test_the_ladder_of_hunalign_is_its_own(folder: Path, statement: Document) -> None:
    """Where each bead begins, and behind the last where both texts end."""
    document = replace(statement, ladders={**statement.ladders, "kk": Ladder((Bead(2, 1, score=0.97), Bead(0, 1)))})
    text = written(hunalign, document, folder, "kk")["hunalign"].read_text(encoding="utf-8")
    assert text == "0\t0\t0.9700\n2\t1\t0\n2\t2\t0\n"


def files(folder: Path, **contents: str) -> dict[str, Path]:
    """Write texts and return their paths."""
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
    return {name: folder / name for name in contents}


def test_what_hunalign_says_of_paragraphs_is_read(folder: Path) -> None:
    """Its own output on a text with <p>: marks are no segments, qualities beyond 0 to 1 are kept within."""
    texts = files(
        folder,
        en="The parties met.\nSix countries agreed.\n<p>\nTrade grows.\n",
        kk="Тараптар кездесті. Алты ел келісті.\r\n<p>\r\nСауда өсуде.\r\nЖаңа.\r\n",
    )
    ladder = files(folder, ladder="0\t0\t-0.0375\n2\t1\t0\n3\t2\t1.175\n4\t3\t-0.3\n4\t4\t0.3\n")["ladder"]
    document = document_of(hunalign.read_with(ladder, texts), "d")
    assert document.ladders["kk"] == Ladder((Bead(2, 1, score=0.0), Bead(1, 1, score=1.0), Bead(0, 1)))
    assert document.version("en").text.starts() == (0, 2)
    assert document.version("kk").text.starts() == (0, 1)


def test_lines_that_no_bead_names_are_kept(folder: Path) -> None:
    """As beads of one side, with a warning."""
    texts = files(folder, en="a\nb\nc\n", zh="甲\n乙\n丙\n")
    ladder = files(folder, ladder="[0]:[0]:0.1\n[2]:[1]:0.2\n")["ladder"]
    incoming = vecalign.read_with(ladder, texts)
    document = document_of(incoming, "d")
    assert [(bead.pivot, bead.version) for bead in document.ladders["zh"].beads] == [(1, 1), (1, 0), (1, 1), (0, 1)]
    assert [warning.partition(": ")[2] for warning in incoming.warnings] == [
        "line 2 of en are in no bead: taken as beads of one side",
        "line 3 of zh are in no bead: taken as beads of one side",
    ]


@pytest.mark.parametrize(
    ("ladder", "said"),
    [
        ("[0]:[0]:x\n", "1: '[0]:[0]:x' is no bead"),
        ("[0]:[0]\n\n[0]:[1]\n", "3: the lines of en do not count on"),
        ("[0, 2]:[0]\n", "1: the lines of en do not count on"),
        ("[0]:[3]\n", "1: line 4 of zh, which has 3"),
        ("[9999999999]:[]\n", "1: [9999999999] are no lines"),
        ("[0,]:[]\n", "1: [0,] are no lines"),
        ("[0]:[0]:1e\n", "1: '1e' is no number"),
    ],
)
def test_a_ladder_of_vecalign_that_is_none_is_refused(folder: Path, ladder: str, said: str) -> None:
    """With its line."""
    texts = files(folder, en="a\nb\nc\n", zh="甲\n乙\n丙\n")
    with pytest.raises(InputError) as caught:
        document_of(vecalign.read_with(files(folder, ladder=ladder)["ladder"], texts), "d")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("ladder", "said"),
    [
        ("0\t0\t0.3\nx\n", "2: 'x' is no rung"),
        ("0\t0\t0.3.\n1\t1\t0\n", "1: '0\\t0\\t0.3.' is no rung"),
        ("0\t0\t0\n2\t1\t0\n1\t1\t0\n", "3: the rungs do not count on"),
        ("0\t0\t0\n4\t1\t0\n", "1: line 4 of en, which has 3"),
        ("a ~~~ b\t甲\t0.3\n", "is no rung"),
    ],
)
def test_a_ladder_of_hunalign_that_is_none_is_refused(folder: Path, ladder: str, said: str) -> None:
    """With its line."""
    texts = files(folder, en="a\nb\nc\n", zh="甲\n乙\n丙\n")
    with pytest.raises(InputError) as caught:
        document_of(hunalign.read_with(files(folder, ladder=ladder)["ladder"], texts), "d")
    assert said in str(caught.value)


def test_moses_reads_many_languages(folder: Path) -> None:
    """Line n belongs to line n; an empty line says nothing."""
    texts = files(folder, en="a\nb\nc\n", zh="甲\n\n丙", kk="а\nб\n\n")
    document = document_of(moses.read_with(None, texts), "d")
    assert segments(document) == {"en": ("a", "b", "c"), "zh": ("甲", "丙"), "kk": ("а", "б")}
    assert [(bead.pivot, bead.version) for bead in document.ladders["zh"].beads] == [(1, 1), (1, 0), (1, 1)]


def test_files_of_moses_that_do_not_belong_together_are_refused(folder: Path) -> None:
    """Both are named, with where they end."""
    with pytest.raises(InputError, match=r"zh: ends at line 1, .*en at line 3"):
        moses.read_with(None, files(folder, en="a\nb\nc\n", zh="甲\n"))


def test_what_is_missing_is_named(folder: Path, statement: Document) -> None:
    """The version, the ladder, a text."""
    with pytest.raises(UsageError, match="--version"):
        vecalign.files(Export(statement, export_date(statement)))
    for aligner in (vecalign, hunalign):
        with pytest.raises(UsageError, match="ladder is missing"):
            aligner.read_with(None, {})
        with pytest.raises(UsageError, match="ties two texts"):
            aligner.read_with(folder / "ladder", {"en": folder / "en"})
    with pytest.raises(UsageError, match="two files or more"):
        moses.read_with(None, {"en": folder / "en"})
    with pytest.raises(NotFoundError, match="nothing"):
        moses.read_with(None, {"en": folder / "nothing", "kk": folder / "nothing"})


@pytest.mark.parametrize("aligner", [vecalign, hunalign])
@settings(max_examples=50)
@given(content=st.text("[]0123,: \t\n.-e\0", max_size=40) | st.text(max_size=20))
def test_any_ladder_is_read_or_refused(aligner: PairImporter, folder: Path, content: str) -> None:
    """Nothing but a document or an error of the house."""
    texts = files(folder, en="a\nb\nc\n", zh="甲\n乙\n丙\n")
    (folder / "ladder").write_bytes(content.encode("utf-8", "replace"))
    said = ""
    try:
        document_of(aligner.read_with(folder / "ladder", texts), "d")
    except WorkbenchError as error:
        said = str(error)
    assert "\n" not in said
