"""`workbench new` and `workbench add`."""

from pathlib import Path

import pytest

from tests.cli.statement import NAME, accept
from tests.conftest import TAGS
from workbench.cli.main import main

pytestmark = pytest.mark.usefixtures("in_workspace")


def test_new_makes_a_document_of_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Plain texts are cut, labelled, aligned and written; the checks run on them."""
    main(["export", NAME, "--format", "txt", "--version", "en", "--output", "en.txt"])
    main(["export", NAME, "--format", "txt", "--version", "zh", "--output", "zh.txt"])
    assert main(["new", "second", "en=en.txt", "zh=zh.txt", "--date", "2024-12-01"]) == 0
    assert (folder / "texts" / "second" / "en.txt").read_bytes() == (folder / "texts" / NAME / "en.txt").read_bytes()
    assert main(["check", "second", "--only", "numbering-mismatch"]) == 0


def test_new_works_in_an_empty_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first document makes texts/."""
    folder = tmp_path_factory.mktemp("empty")
    monkeypatch.chdir(folder)
    (folder / "a.txt").write_text("1. Бир.\n\n2. Эки.\n", encoding="utf-8")
    (folder / "b.txt").write_text("一、一。\n\n二、二。\n", encoding="utf-8")
    assert main(["new", "first", "ky=a.txt", "zh=b.txt"]) == 0
    assert (folder / "texts" / "first" / "zh.ladder").read_text(encoding="utf-8").startswith("# 1\n1\t1\tauto")


def test_a_language_of_which_nothing_is_known_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the tag of the one that its words are in: kz is a country."""
    kazakh = f"texts/{NAME}/kk.txt"
    assert main(["new", "second", f"kz={kazakh}"]) == 0
    said = f"  kz: a language of which nothing is known here — its words are Kazakh (kk): write kk={kazakh}\n"
    assert said in capsys.readouterr().out


def test_an_encoding_can_be_named(folder: Path) -> None:
    """--encoding windows-1251 takes what UTF-8 refuses, and writes UTF-8."""
    (folder / "ru.txt").write_bytes("1. Стороны договорились.".encode("windows-1251"))
    assert main(["new", "second", "ru=ru.txt", "--encoding", "windows-1251"]) == 0
    assert (folder / "texts" / "second" / "ru.txt").read_text(encoding="utf-8") == "1. Стороны договорились.\n"


def test_add_replaces_a_draft(folder: Path) -> None:
    """An official text in the place of a draft: status, source and lock are recorded, ladders fit."""
    text = (folder / "texts" / NAME / "kk.txt").read_text(encoding="utf-8").replace("Тараптар", "Қатысушы тараптар")
    (folder / "official.txt").write_text(text, encoding="utf-8")
    arguments = [
        "add",
        NAME,
        "kk=official.txt",
        "--replace",
        "--segmented",
        "--status",
        "official",
        "--source",
        "gov.kz",
        "--lock",
    ]
    assert main(arguments) == 0
    assert 'status = "official"' in (folder / "texts" / NAME / "document.toml").read_text(encoding="utf-8")
    assert main(["status", NAME]) == 0


def test_a_locked_version_is_not_replaced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`add --replace` refuses, and says how to unlock."""
    path = folder / "texts" / NAME / "document.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("[versions.kk]", "[versions.kk]\nlocked = true"), encoding="utf-8"
    )
    assert main(["add", NAME, f"kk=texts/{NAME}/kk.txt", "--replace", "--segmented"]) == 2
    assert "locked = false" in capsys.readouterr().err


def test_add_takes_a_second_translation(folder: Path) -> None:
    """en-x-official beside en."""
    (folder / "b.txt").write_bytes((folder / "texts" / NAME / "en.txt").read_bytes())
    assert main(["add", NAME, "en-x-official=b.txt", "--segmented"]) == 0
    beads = (folder / "texts" / NAME / "en-x-official.ladder").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[:2] for line in beads if not line.startswith("#")] == [["1", "1"]] * 34


def test_another_text_of_equal_length_keeps_nothing_confirmed(folder: Path) -> None:
    """`add --replace` with other wordings: what was confirmed no longer fits."""
    accept(folder, "confirmed", 1)
    path = folder / "texts" / NAME / "kk.txt"
    other = path.read_text(encoding="utf-8").replace("Тараптар", "Мүше мемлекеттер")
    (folder / "other.txt").write_text(other, encoding="utf-8")
    assert main(["add", NAME, "kk=other.txt", "--replace", "--segmented"]) == 0
    assert "confirmed" not in (folder / "texts" / NAME / "kk.ladder").read_text(encoding="utf-8")


def test_add_leaves_the_other_ladders_alone(folder: Path) -> None:
    """A ninth version: the seven ladders that are there stay to the byte."""
    before = {tag: (folder / "texts" / NAME / f"{tag}.ladder").read_bytes() for tag in TAGS}
    assert main(["add", NAME, f"kk-x-second=texts/{NAME}/kk.txt", "--segmented"]) == 0
    assert {tag: (folder / "texts" / NAME / f"{tag}.ladder").read_bytes() for tag in TAGS} == before
    assert main(["status", NAME]) == 0
