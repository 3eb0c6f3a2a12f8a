"""`workbench align --corpus`."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.alignment.corpora import write_corpus
from workbench.cli.main import main

DISTRIBUTED = find_spec("distributed") is not None


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test stands in a folder of its own, with a corpus of three documents and no workspace."""
    write_corpus(tmp_path, 3)
    monkeypatch.chdir(tmp_path)


def test_a_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three results, exit code 0, one line on standard error; a second run finds all there."""
    command = [
        "align",
        "--corpus",
        "manifest.jsonl",
        "--output",
        "out",
        "--jobs",
        "1",
        "--segmented",
        "--encoder",
        "none",
    ]
    assert main(command) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "3 documents aligned with encoder none\n")
    assert len(json.loads((tmp_path / "out" / "d2.json").read_text(encoding="utf-8"))["ladders"]) == 2
    assert main(command) == 0
    assert "0 documents aligned with encoder none, 3 were there already" in capsys.readouterr().err


def test_results_of_files_that_were_cut_otherwise_are_made_anew(capsys: pytest.CaptureFixture[str]) -> None:
    """First as running text, then one segment a line."""
    command = ["align", "--corpus", "manifest.jsonl", "--output", "out", "--jobs", "1", "--encoder", "none"]
    assert main(command) == 0
    assert main([*command, "--segmented"]) == 0
    assert capsys.readouterr().err == "3 documents aligned with encoder none\n" * 2


def test_a_broken_document_is_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named, and the others are there."""
    (tmp_path / "d1.kk.txt").write_bytes(b"\xff\xfe\x00")
    assert main(["align", "--corpus", "manifest.jsonl", "--output", "out", "--jobs", "1", "--encoder", "none"]) == 1
    err = capsys.readouterr().err
    assert "d1.kk.txt:1: not UTF-8" in err
    assert "2 documents aligned with encoder none, 1 broken" in err
    assert {path.name for path in (tmp_path / "out").glob("*.json")} == {"d0.json", "d2.json"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--output", "out", "--corpus", "none.jsonl"], "no such file"),
        (["--output", "out", "--corpus", "d0.kk.txt"], "d0.kk.txt:1: no JSON"),
        (["--corpus", "manifest.jsonl"], "--output FOLDER"),
        (["--output", "out", "--corpus", "manifest.jsonl", "--jobs", "0"], "one at least"),
        (["--output", "out", "--corpus", "manifest.jsonl", "--jobs", "2", "--scheduler", "x"], "beside --scheduler"),
        (["--output", "out", "--corpus", "manifest.jsonl", "--encoder", "labse"], "no encoder is called"),
        (["--output", "out", "--corpus", "manifest.jsonl", "--encoder", "sentence-transformers:."], "no model folder"),
        (["--output", "out", "--corpus", "manifest.jsonl", "--format", "tmx"], "results are JSON"),
        (["--output", "d0.kk.txt", "--corpus", "manifest.jsonl", "--encoder", "none"], "cannot be written"),
        (
            ["--output", "out", "--corpus", "manifest.jsonl", "--encoder", "none", "--scheduler", "tcp://127.0.0.1:9"],
            "does not answer" if DISTRIBUTED else "pip install '.[cluster]'",
        ),
    ],
)
def test_bad_input_is_one_line(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 2, and what to do."""
    monkeypatch.setattr("workbench.alignment.executors._ANSWER", 1)
    assert main(["align", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1
