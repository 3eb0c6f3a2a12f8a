"""`workbench align` of a document and of files."""

import json
from pathlib import Path

import pytest

from tests.cli.statement import NAME, accept
from tests.conftest import TAGS
from workbench.cli.main import main

pytestmark = pytest.mark.usefixtures("in_workspace")


def test_align_repairs_after_hand_edits(folder: Path) -> None:
    """A segment cut in two by hand: the ladder does not add up, `align` brings it in step."""
    path = folder / "texts" / NAME / "kk.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(". ", ".\n", 1), encoding="utf-8")
    path.write_text("Жаңа сөйлем.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["status", NAME]) == 2
    assert main(["align", NAME, "kk"]) == 0
    assert main(["status", NAME]) == 0


def test_a_crossing_that_is_found_can_be_read_again(folder: Path) -> None:
    """A paragraph that moved: both halves bear a mark as ladders have them, and the document opens."""
    path = folder / "texts" / NAME / "ru.txt"
    first, *others = path.read_text(encoding="utf-8").strip().split("\n\n")
    path.write_text("\n\n".join([*others, first]) + "\n", encoding="utf-8")
    assert main(["align", NAME, "ru"]) == 0
    assert (folder / "texts" / NAME / "ru.ladder").read_text(encoding="utf-8").count("\t@moved1\n") == 2
    assert main(["status", NAME]) == 0


def test_align_stamps_beads_that_were_confirmed_by_hand(folder: Path) -> None:
    """`confirmed` written into the ladder without a digest gets that of the texts as they stand."""
    path = folder / "texts" / NAME / "kk.ladder"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    lines[at] = "\t".join(lines[at].split("\t")[:2]) + "\tconfirmed"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["align", NAME, "kk"]) == 0
    cells = path.read_text(encoding="utf-8").splitlines()[at].split("\t")
    assert cells[2] == "confirmed"
    assert len(cells[4]) == 8


def test_what_was_confirmed_stays_when_all_are_aligned_together(folder: Path) -> None:
    """A confirmed bead is a fixed point of the engine for many versions too; the other ladders are left alone."""
    accept(folder, "confirmed", 3)
    before = {tag: (folder / "texts" / NAME / f"{tag}.ladder").read_bytes() for tag in TAGS}
    assert main(["align", NAME, "kk", "--encoder", "words"]) == 0
    assert "\tconfirmed\t" in (folder / "texts" / NAME / "kk.ladder").read_text(encoding="utf-8")
    after = {tag: (folder / "texts" / NAME / f"{tag}.ladder").read_bytes() for tag in TAGS}
    assert [tag for tag in TAGS if before[tag] != after[tag] and tag != "kk"] == []


def test_align_prints_a_ladder_of_two_files(capsys: pytest.CaptureFixture[str]) -> None:
    """Stateless: no document is touched."""
    folder = f"texts/{NAME}"
    assert main(["align", "--segmented", f"en={folder}/en.txt", f"zh={folder}/zh.txt", "--format", "ladder"]) == 0
    assert capsys.readouterr().out.startswith("# 0¶1\n1\t1\tauto\t")


def test_align_prints_json_of_many_files(capsys: pytest.CaptureFixture[str]) -> None:
    """Pivot, segments and ladders; every segment in exactly one bead."""
    folder = f"texts/{NAME}"
    assert main(["align", "--segmented", *(f"{tag}={folder}/{tag}.txt" for tag in ("en", "kk", "ru"))]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["pivot"] == "en"
    for tag, ladder in data["ladders"].items():
        assert [i for bead in ladder for i in bead["pivot"]] == list(range(34))
        assert [i for bead in ladder for i in bead["version"]] == list(range(len(data["versions"][tag]["segments"])))


def test_files_that_may_be_exchanged_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    """The Russian text under kk and the Kazakh one under ru: a line for each, and ladders all the same."""
    folder = f"texts/{NAME}"
    files = [f"en={folder}/en.txt", f"ru={folder}/kk.txt", f"kk={folder}/ru.txt"]
    assert main(["align", "--segmented", *files]) == 0
    out, err = capsys.readouterr()
    assert [line for line in err.splitlines() if line.startswith("workbench: ")] == [
        "workbench: ru: its words are rather those of kk — is it the right file?",
        "workbench: kk: its words are rather those of ru — is it the right file?",
    ]
    assert set(json.loads(out)["ladders"]) == {"ru", "kk"}


def test_identical_files_are_one_to_one(capsys: pytest.CaptureFixture[str]) -> None:
    """A text against itself under another tag."""
    path = f"texts/{NAME}/ru.txt"
    assert main(["align", "--segmented", f"ru={path}", f"ru-x-second={path}"]) == 0
    (ladder,) = json.loads(capsys.readouterr().out)["ladders"].values()
    assert all(bead["pivot"] == bead["version"] for bead in ladder)


def test_a_text_in_the_wrong_order_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The Russian sentences from the last to the first: one line, and every segment in a bead all the same."""
    lines = (folder / "texts" / NAME / "ru.txt").read_text(encoding="utf-8").split("\n")
    (folder / "ru.txt").write_text("\n".join(reversed(lines)), encoding="utf-8")
    assert main(["align", "--segmented", f"en=texts/{NAME}/en.txt", "ru=ru.txt"]) == 0
    out, err = capsys.readouterr()
    assert err.splitlines()[1:] == [
        "workbench: ru: hardly any of it corresponds to en — are both the right files, in the right order?"
    ]
    (ladder,) = json.loads(out)["ladders"].values()
    assert sorted(i for bead in ladder for i in bead["version"]) == list(range(sum(bool(line) for line in lines)))
