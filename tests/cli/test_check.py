"""`workbench check`: what is explained, left out, written, refused."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from workbench.checks import parts
from workbench.checks.registry import checks
from workbench.cli.main import main
from workbench.workspace.configuration import read_settings

NAME = "chengdu-2024"
BASELINE = f"texts/{NAME}/baseline.txt"


@pytest.fixture(autouse=True)
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test stands in a workspace of its own."""
    monkeypatch.chdir(folder)


def mend(folder: Path, old: str, new: str) -> None:
    """Change the English text."""
    path = folder / "texts" / NAME / "en.txt"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_check_fails_on_the_statement(capsys: pytest.CaptureFixture[str]) -> None:
    """The English slips: exit code 1, and the findings in JSON and nothing else."""
    assert main(["check", NAME, "--format", "json"]) == 1
    out, err = capsys.readouterr()
    found = json.loads(out)["findings"]
    assert err == ""
    assert [f["suggestion"] for f in found if f["check"] == "numbering-style"] == ["4."]
    assert {(f["version"], f["clause"]) for f in found if f["check"] == "numbering-style"} == {("en", "4")}


def test_checks_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    """--only numbering-sequence finds nothing on the statement."""
    assert main(["check", NAME, "--only", "numbering-sequence"]) == 0


def test_fail_on_never_is_zero() -> None:
    """Findings are printed, the exit code is 0."""
    assert main(["check", NAME, "--fail-on", "never"]) == 0


@pytest.mark.parametrize("name", ["text", "github"])
def test_findings_are_printed_as_the_run_goes_on(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of one part of a long document stand there before the next is looked at; the whole is the same."""
    command = ["check", NAME, "--format", name, "--jobs", "1", "--fail-on", "never"]
    main(command)
    as_a_whole = capsys.readouterr().out
    look, printed = parts.look, []

    def heard(*given: Any) -> parts.Looked:
        printed.append(capsys.readouterr().out)
        return look(*given)

    monkeypatch.setattr(parts, "ROWS", 10)
    monkeypatch.setattr(parts, "look", heard)
    main(command)
    printed.append(capsys.readouterr().out)
    assert len(printed) > 3
    assert printed[1]
    assert "".join(printed) == as_a_whole


def test_reports_go_to_files_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--output writes a report beside the one on standard output."""
    main(["check", NAME, "--output", "json=report.json", "--output", "github=annotations.txt"])
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["summary"]
    assert (folder / "annotations.txt").read_text(encoding="utf-8").startswith("::error ")
    assert "numbering-style" in capsys.readouterr().out


def test_what_is_passed_over_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that document.toml does not know, a folder without one, a language that no document has."""
    (folder / "texts" / NAME / "fr.txt").write_text("Les parties.\n", encoding="utf-8")
    (folder / "texts" / "other").mkdir()
    (folder / "texts" / "other" / "en.txt").write_text("All parties.\n", encoding="utf-8")
    (folder / "workbench.toml").write_text('languages = ["en", "fr"]\n', encoding="utf-8")
    assert main(["check"]) == 1
    err = capsys.readouterr().err
    assert [line.split(":")[1].strip() for line in err.splitlines()] == [
        f"texts/{NAME}/fr.txt",
        "texts/other",
        "languages = fr",
    ]


def test_every_check_is_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """What it does comes from the check itself; how it is set and waived is said with its name."""
    assert main(["check", "--explain"]) == 0
    listed = capsys.readouterr().out
    for check in checks():
        assert f" {check.name} " in listed
        assert main(["check", "--explain", check.name]) == 0
        said = capsys.readouterr().out
        assert check.help in said
        assert f'checks = {{ {check.name} = "off" }}' in said
        assert f'check = "{check.name}"' in said


def test_a_family_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """All its checks, one behind the other."""
    assert main(["check", "--explain", "numbering"]) == 0
    out = capsys.readouterr().out
    assert "numbering-style: family numbering" in out
    assert "numbering-sequence: family numbering" in out


def test_a_family_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    """--only takes families as it takes checks."""
    assert main(["check", "--only", "numbering", "--format", "json"]) == 1
    assert {one["check"] for one in json.loads(capsys.readouterr().out)["findings"]} == {"numbering-style"}


def test_an_old_project_starts_clean(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After --write-baseline nothing is found, and what is new is."""
    assert main(["check", "--write-baseline"]) == 0
    assert capsys.readouterr().out == "no findings\n"
    assert "numbering-style en 4 IV." in (folder / BASELINE).read_text(encoding="utf-8")
    mend(folder, "6.", "VI.")
    assert main(["check", "--only", "numbering-style", "--format", "json"]) == 1
    assert [one["words"] for one in json.loads(capsys.readouterr().out)["findings"]] == ["VI."]


def test_what_is_mended_is_pruned_from_the_baseline(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that nothing bears is a hint at its place, in a whole run alone; written anew, the baseline lacks it."""
    main(["check", "--write-baseline"])
    capsys.readouterr()
    mend(folder, "IV. ", "4. ")
    assert main(["check", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    line = (folder / BASELINE).read_text(encoding="utf-8").splitlines()[found["line"] - 1]
    assert (found["check"], found["path"], line.split()[0]) == ("baseline-unused", BASELINE, found["words"])
    assert main(["check", "--only", "numbering", "--fail-on", "info"]) == 0
    main(["check", "--write-baseline"])
    assert "1 pruned" in capsys.readouterr().err
    assert "IV." not in (folder / BASELINE).read_text(encoding="utf-8")


def test_a_waived_finding_goes_into_no_baseline(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It has its reason already; and a waiver of what an old baseline holds is used all the same."""
    main(["check", "--write-baseline"])
    entry = next(
        line for line in (folder / BASELINE).read_text(encoding="utf-8").splitlines() if "numbering-style" in line
    )
    waiver = f'[[waiver]]\nfingerprint = "{entry.split()[0]}"\ncheck = "numbering-style"\nreason = "as published"\n'
    (folder / "texts" / NAME / "waivers.toml").write_text(waiver, encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "--fail-on", "info"]) == 0
    assert capsys.readouterr().out == "no findings, 1 waived\n"
    main(["check", "--write-baseline"])
    assert entry not in (folder / BASELINE).read_text(encoding="utf-8")


def test_scopes_hold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error of English that a scope calls a hint fails no build."""
    (folder / "workbench.toml").write_text('[[scope]]\nversions = ["en"]\nchecks = { numbering = "info" }\n')
    assert main(["check", "--only", "numbering"]) == 0
    assert " info numbering-style " in capsys.readouterr().out


def test_the_workflow_of_the_readme_does_what_it_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its command finds the errors of the statement, and the reports that it uploads are there."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"- run: workbench (check .*)", readme)
    (uploaded,) = re.findall(r"sarif_file: ([\w.]+)", readme)
    assert main(shlex.split(command)) == 1
    assert capsys.readouterr().out.startswith("::error file=texts/")
    assert json.loads((folder / uploaded).read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_the_settings_of_the_readme_can_be_read(folder: Path) -> None:
    """They are an example that works."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(\[tool\.workbench\].*?)```", readme, re.DOTALL)
    (folder / "pyproject.toml").write_text(block, encoding="utf-8")
    assert read_settings(folder).scopes[0].documents == "treaty-*"


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        (f"texts/{NAME}/baseline.txt", "c34b\n", f"texts/{NAME}/baseline.txt:1: 'c34b' is no fingerprint"),
        (f"texts/{NAME}/waivers.toml", "[[waiver]]\ncheck = 'IV'\n", f"texts/{NAME}/waivers.toml:1: a waiver without"),
        (f"texts/{NAME}/waivers.toml", None, f"texts/{NAME}/waivers.toml: cannot be read"),
        (f"texts/{NAME}/baseline.txt", None, f"texts/{NAME}/baseline.txt: cannot be read"),
        ("workbench.toml", 'checks = { spelling = "off" }\n', "no check or family is called 'spelling'"),
    ],
)
def test_files_that_cannot_be_taken_are_one_line(
    folder: Path, file: str, content: str | None, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, nothing on standard output, no report written; None stands for a folder of that name."""
    path = folder / file
    path.mkdir() if content is None else path.write_text(content, encoding="utf-8")
    assert main(["check", "--output", "json=report.json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1
    assert not (folder / "report.json").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--explain", "numbering-stile"], "did you mean numbering-style?"),
        (["--only", "numbering-stile"], "did you mean numbering-style?"),
        (["--format", "jsn"], "did you mean json?"),
        (["--write-baseline", "--only", "numbering"], "--only beside --write-baseline"),
        (["--output", "json=a", "--output", "sarif=a"], "twice"),
        (["--output", "json=no/such/folder/report"], "no/such/folder/report: cannot be written"),
        (["--output", "json=texts"], "is a folder"),
    ],
)
def test_what_is_mistyped_is_said_before_anything_runs(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, exit code 2, nothing on standard output."""
    assert main(["check", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1


def test_a_segment_of_a_megabyte_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is one line of a text among others; the report shows what is near."""
    mend(folder, "IV. ", "IV. " + "All parties agree on 5 points of 1 December 2024. " * 20_000)
    assert main(["check", "--only", "numbering", "--only", "numbers", "--only", "structure"]) == 1
    assert len(capsys.readouterr().out) < 100_000


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as on Unix")
def test_an_interrupt_ends_cleanly(folder: Path) -> None:
    """Ctrl-C: exit code 130, no traceback, no report half written."""
    path = folder / "texts" / NAME / "ru.txt"
    path.write_text(
        path.read_text(encoding="utf-8").replace("1. ", "1. " + "На пять пунктов в мае 2024 года. " * 60_000, 1)
    )
    run = subprocess.Popen(
        [sys.executable, "-c", "import signal, sys; from workbench.cli.main import main; print('on', flush=True); "
         "signal.signal(signal.SIGINT, signal.default_int_handler); "  # a shell's background job ignores it
         "sys.exit(main(['check', '--output', 'json=report.json']))"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    assert run.stdout is not None
    assert run.stdout.readline() == "on\n"
    time.sleep(0.7)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert err == ""
    assert not list(folder.glob("report.json*"))
