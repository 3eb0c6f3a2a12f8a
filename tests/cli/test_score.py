"""`workbench score`."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.statement import NAME, files
from tests.conftest import ROOT
from tests.scoring.second import SECOND
from workbench.cli.main import main

pytestmark = pytest.mark.usefixtures("in_workspace")


@pytest.fixture
def second(folder: Path) -> Path:
    """A file with clauses 6 to 11 in a second English translation."""
    path = folder / "second.txt"
    path.write_text("\n\n".join(" ".join(paragraph) for paragraph in SECOND["en"]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def versions(folder: Path, in_workspace: None) -> Path:
    """The statement with two further English versions: the English text with other words, and the file as a whole."""
    text = (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8")
    (folder / "a.txt").write_text(text.replace("All parties", "The Parties"), encoding="utf-8")
    (folder / "b.txt").write_text(text.replace("cooperation", "collaboration"), encoding="utf-8")
    for tag, name in (("en-x-a", "a.txt"), ("en-x-b", "b.txt")):
        assert main(["add", NAME, f"{tag}={name}", "--segmented", "--encoder", "none"]) == 0
    return folder


def test_a_file_is_aligned_first(second: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Clauses stand beside theirs; the clause that is the same is the last, with no difference; nothing is written."""
    before = files(folder)
    assert main(["score", NAME, "--version", "en", "--against", "second.txt", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["document"], found["against"]) == (NAME, "second.txt")
    clauses = {one["clause"]: one["versions"]["en"] for one in found["clauses"]}
    assert clauses["10"]["scores"] == {"BLEU-13a": 100.0, "chrF2": 100.0, "chrF2++": 100.0, "TER": 0.0}
    (line,) = clauses["8"]["lines"]
    assert line["against"] == SECOND["en"][2][0].removeprefix("8. ")
    assert line["difference"][0] == ["-", "The"]
    assert {one["name"]: one["signature"].split("|")[0] for one in found["metrics"]} == {
        "BLEU-13a": "BLEU",
        "chrF2": "chrF2",
        "chrF2++": "chrF2++",
        "TER": "TER",
    }
    assert files(folder) == before


def test_the_file_may_be_a_word_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What export wrote of the Kazakh version is as good as that: every clause a hundred."""
    pytest.importorskip("docx", reason="the extra documents is not installed")
    assert main(["export", NAME, "--format", "docx", "--version", "kk", "--output", "kk.docx"]) == 0
    assert main(["score", NAME, "--version", "kk", "--against", "kk.docx", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {one["versions"]["kk"]["scores"]["chrF2"] for one in found["clauses"]} == {100.0}
    assert found["versions"]["kk"]["scores"]["TER"] == 0


@pytest.mark.usefixtures("versions")
def test_differences_are_marked_without_colours_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """What the other says, then what the version says."""
    assert main(["score", NAME, "--version", "en-x-a", "--against", "en", "--top", "1"]) == 0
    out = capsys.readouterr().out
    assert "[-All parties-]{+The Parties+} " in out
    assert "\x1b" not in out
    assert out.count("  en-x-a  BLEU-13a ") == 1


@pytest.mark.usefixtures("versions")
def test_on_a_terminal_marks_have_colours_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Colour is beside the marks, never in their place."""
    monkeypatch.setattr("workbench.cli.scores.comparing.in_colour", lambda _: True)
    assert main(["score", NAME, "--version", "en-x-a", "--against", "en", "--top", "1"]) == 0
    assert "\x1b[31;9m[-All parties-]\x1b[0m\x1b[32;4m{+The Parties+}\x1b[0m" in capsys.readouterr().out


@pytest.mark.usefixtures("versions")
def test_two_candidates_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    """Each score has its interval, the second its p; the same every time."""
    command = ["score", NAME, "--version", "en-x-a", "--version", "en-x-b", "--against", "en"]
    assert main([*command, "--top", "0"]) == 0
    first = capsys.readouterr().out
    assert first.count("±") == 9
    assert first.count(" p=") == 4
    assert main([*command, "--top", "0"]) == 0
    assert capsys.readouterr().out == first
    assert main([*command, "--format", "json"]) == 0
    versions = json.loads(capsys.readouterr().out)["versions"]
    assert versions["en-x-a"]["bootstrap"]["TER"]["p"] is None
    assert 0 < versions["en-x-b"]["bootstrap"]["TER"]["p"] <= 1


@pytest.mark.usefixtures("versions")
def test_csv_has_numbers_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """A line for the whole, and one for each clause."""
    assert main(["score", NAME, "--version", "en-x-a", "--against", "en", "--format", "csv"]) == 0
    whole, *clauses = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (whole["clause"], whole["version"], whole["lines"]) == ("", "en-x-a", "34")
    assert len(clauses) == 23
    assert float(whole["TER"]) > 0


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_consistency_says_how_uniformly_what_recurs_is_rendered(
    folder: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """One sentence twice in English, twice alike in Russian and in other words in Kazakh."""
    for tag, lines in {
        "en": ["1. China welcomes the summit.", "2. China welcomes the summit."],
        "ru": ["1. Китай приветствует саммит.", "2. Китай приветствует саммит."],
        "kk": ["1. Қытай саммитті құптайды.", "2. =Қытай саммитке қуанышты."],
    }.items():
        (folder / f"{tag}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    assert main(["new", "small", "en=en.txt", "ru=ru.txt", "kk=kk.txt", "--encoder", "none"]) == 0
    capsys.readouterr()
    assert main(["score", "small", "--consistency", "--format", form]) == 0
    out = capsys.readouterr().out
    if form == "json":
        versions = json.loads(out)["versions"]
        assert {tag: one["score"] for tag, one in versions.items()} == {"ru": 100.0, "kk": 0.0}
        assert [len(one["renderings"]) for one in versions["kk"]["recurring"]] == [2]
    elif form == "csv":
        lines = list(csv.DictReader(io.StringIO(out)))
        assert [(line["version"], line["times"], line["clauses"]) for line in lines] == [
            ("ru", "2", "1 2"), ("kk", "1", "1"), ("kk", "1", "2"),
        ]  # fmt: skip
        assert lines[2]["rendering"] == "'=Қытай саммитке қуанышты."
    else:
        assert "kk: 2 × China welcomes the summit." in out
        assert "1 × Қытай саммитті құптайды. (1)" in out
        assert "ru: 2 ×" not in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "which versions?"),
        (["--version", "en"], "which versions?"),
        (["--version", "fr", "--against", "en"], "no version 'fr'"),
        (["--version", "en", "--against", "en-x-official"], "no version 'en-x-official', and there is no such file"),
        (["--version", "en", "--against", "official.txt"], "no such file"),
        (["--version", "en", "--against", "kk"], "en and kk are not in the same language"),
        (["--version", "en", "--against", "en"], "against itself"),
        (
            ["--version", "en", "--version", "kk", "--against", "second.txt"],
            "kk and en-x-file are not in the same language",
        ),
        (["--version", "en", "--against", "empty.txt"], "no text in it"),
        (["--version", "en", "--against", "texts"], "cannot be read"),
        (["--version", "en", "--against", "noise.txt"], "noise.txt: a picture"),
        (["--version", "en", "--against", "kk", "--top", "-1"], "--top -1"),
        (["--consistency", "--against", "en"], "take --against out"),
        (["--consistency", "--version", "en"], "en is the pivot"),
    ],
)
def test_bad_usage_and_bad_input_is_one_line(
    arguments: list[str], words: str, second: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, one line that says what to do, nothing on standard output, nothing written."""
    (folder / "empty.txt").write_bytes(b" \n\n")
    (folder / "noise.txt").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe\xfd" * 40)
    before = files(folder)
    assert main(["score", NAME, *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert [line for line in err.splitlines() if not line.startswith("aligning with")] == [err.splitlines()[-1]]
    assert files(folder) == before


def test_help_does_not_wait_for_sacrebleu() -> None:
    """It is imported where scores are computed."""
    code = (
        "import sys; from workbench.cli.main import parser; parser(); print({'sacrebleu', 'numpy'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    assert found.stdout == "set()\n"
