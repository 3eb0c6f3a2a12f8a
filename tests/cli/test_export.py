"""`workbench export`."""

from pathlib import Path

import pytest

from tests.cli.statement import NAME
from workbench.cli.main import main
from workbench.interchange.export import exporters, files_exporters

pytestmark = pytest.mark.usefixtures("in_workspace")


def test_export_writes_tmx(folder: Path) -> None:
    """A file with a unit for each row."""
    assert main(["export", NAME, "--format", "tmx", "--output", "s.tmx"]) == 0
    assert (folder / "s.tmx").read_bytes().count(b"<tu ") > 20


def test_export_writes_one_version(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Clean Kazakh text to standard output."""
    assert main(["export", NAME, "--format", "txt", "--version", "kk"]) == 0
    assert "Қытай".encode() in capfdbinary.readouterr().out


def test_versions_may_be_chosen_one_by_one(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A format that rests on the pivot has it beside those that were asked for."""
    assert main(["export", NAME, "--format", "tmx", "--version", "ru", "--version", "kk"]) == 0
    out = capfdbinary.readouterr().out
    assert {tag for tag in ("en", "ru", "kk", "zh", "uz") if f'xml:lang="{tag}"'.encode() in out} == {"en", "ru", "kk"}


def test_a_folder_gets_a_clean_document_for_each_version(folder: Path) -> None:
    """The pivot's too, which stands beside no other there; or those that were asked for."""
    pytest.importorskip("docx", reason="the extra documents is not installed")
    for name, arguments, wanted in (
        ("all", [], ["en", "kk", "ky", "ru", "tg", "tk", "uz", "zh"]),
        ("two", ["--version", "en", "--version", "kk"], ["en", "kk"]),
    ):
        (folder / name).mkdir()
        assert main(["export", NAME, "--format", "docx", *arguments, "--output", name]) == 0
        assert sorted(path.name for path in (folder / name).iterdir()) == [f"{tag}.docx" for tag in wanted]


@pytest.mark.parametrize("form", ["po", "xliff", "vecalign", "moses"])
@pytest.mark.parametrize("output", ["pairs", "."])
def test_a_document_of_one_version_has_no_pairs(form: str, output: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Said so, to a file and to a folder; its text goes out without --version."""
    assert main(["new", "alone", f"texts/{NAME}/ru.txt", "--encoder", "none"]) == 0
    capsys.readouterr()
    assert main(["export", "alone", "--format", form, "--output", output]) == 2
    assert capsys.readouterr().err.endswith(" — add one with: workbench add\n")
    assert main(["export", "alone", "--format", "txt", "--output", "alone.txt"]) == 0


def test_what_is_no_text_does_not_go_to_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A terminal would take its bytes for commands."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["export", NAME, "--format", "xlsx"]) == 2
    assert capsys.readouterr() == ("", "workbench: xlsx is nothing for a terminal — name a file with --output\n")


@pytest.mark.parametrize("name", ["tmx", "csv", "tsv", "xlsx", "jsonl", "html", "docx"])
def test_what_goes_to_a_file_goes_to_standard_output(
    folder: Path, name: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The same bytes, as a stream."""
    assert main(["export", NAME, "--format", name, "--output", f"s.{name}"]) == 0
    assert main(["export", NAME, "--format", name]) == 0
    assert capfdbinary.readouterr().out == (folder / f"s.{name}").read_bytes()


@pytest.mark.parametrize(
    ("name", "endings"),
    [
        ("moses", ["en", "kk"]),
        ("vecalign", ["en.txt", "kk.txt", "en.kk.vecalign"]),
        ("hunalign", ["en.txt", "kk.txt", "en.kk.hunalign"]),
    ],
)
def test_files_side_by_side(folder: Path, name: str, endings: list[str]) -> None:
    """Under one beginning, which `--output` names."""
    assert main(["export", NAME, "--format", name, "--version", "kk", "--output", "out/s"]) == 2  # no such folder
    assert main(["export", NAME, "--format", name, "--version", "kk", "--output", "s"]) == 0
    assert all((folder / f"s.{ending}").stat().st_size for ending in endings)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "moses", "--version", "kk"], "name their common beginning with --output"),
        (["--format", "moses", "--output", "s"], "name it with --version"),
        (["--format", "tmz"], "no format is called 'tmz'"),
        ([], "in which --format?"),
    ],
)
def test_what_is_missing_is_said(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In one line, with exit code 2."""
    assert main(["export", NAME, *arguments]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("name", ["tmx", "csv", "tsv", "xlsx", "jsonl", "moses", "vecalign"])
def test_an_error_leaves_nothing_half_written(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that was there stays as it was."""
    broken = next(iter((folder / "texts" / NAME).glob("kk.txt")))
    broken.write_text(broken.read_text(encoding="utf-8").replace("Қытай", "Қы\x07тай", 1), encoding="utf-8")
    (folder / "s").write_text("there", encoding="utf-8")
    assert main(["export", NAME, "--format", name, "--version", "kk", "--output", "s"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert [path.name for path in folder.iterdir() if path.name.startswith("s")] == ["s"]
    assert (folder / "s").read_text(encoding="utf-8") == "there"


def test_explain_lists_the_formats(capsys: pytest.CaptureFixture[str]) -> None:
    """A line each, with what it is."""
    assert main(["export", "--explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == sorted({**exporters(), **files_exporters()})


@pytest.mark.parametrize("name", sorted({**exporters(), **files_exporters()}))
def test_explain_says_what_a_format_loses(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each thing that it does not hold."""
    assert main(["export", "--explain", name]) == 0
    first, second, *losses = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{name}: ")
    assert second == "does not hold:"
    assert losses


@pytest.mark.parametrize("name", ["tmx", "csv", "tsv", "xlsx", "jsonl", "po", "xliff", "xliff-1.2"])
def test_explain_says_when_the_file_wins(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where what went out is dropped, import cannot know what changed here."""
    main(["export", "--explain", name])
    (said,) = [line for line in capsys.readouterr().out.splitlines() if "what went out" in line]
    assert said.endswith("texts win then")
