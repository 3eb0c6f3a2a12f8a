"""`workbench memory`, and what `workbench search` finds in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import TAGS
from workbench.cli.main import main
from workbench.memory.memory import FILES
from workbench.workspace.state import NAME

pytestmark = pytest.mark.usefixtures("in_workspace")

TABLE = "id,en,zh\n7,Six countries agree.,六国一致同意。\n8,A summit in Xi’an,西安峰会\n"


@pytest.fixture
def table(folder: Path) -> Path:
    """A table of two units, beside the texts."""
    path = folder / "un.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    """The rows that a search prints as JSON."""
    capsys.readouterr()
    assert main(["search", *arguments, "--format", "json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["rows"]
    return found


def test_what_is_imported_is_found_and_marked(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Behind the document's rows; a Chinese word of two letters."""
    assert main(["memory", "import", "un.csv"]) == 0
    assert capsys.readouterr().out == "un.csv: 2 units\n"
    document, imported = rows(capsys, "西安")
    assert (document["document"], imported["document"]) == ("chengdu-2024", "")
    origins = [row["origin"] for row in (document, imported)]
    assert [(one["kind"], one["name"]) for one in origins] == [("document", "chengdu-2024"), ("file", "un.csv")]  # type: ignore[index]
    assert (imported["clause"], imported["row"]) == ("8", 1)
    assert imported["versions"] == {"en": "A summit in Xi’an", "zh": "西安峰会"}
    main(["search", "西安峰会"])
    assert "memory: un.csv 8" in capsys.readouterr().out


def test_documents_and_memory_can_be_searched_alone(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each by its option; both at once leave nothing."""
    main(["memory", "import", str(table)])
    assert [row["document"] for row in rows(capsys, "西安", "--memory-only")] == [""]
    assert [row["document"] for row in rows(capsys, "西安", "--document", "chengdu-2024")] == ["chengdu-2024"]
    assert main(["search", "西安", "--document", "chengdu-2024", "--memory-only"]) == 2


def test_a_version_that_nothing_has_is_refused(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says which there are."""
    assert main(["search", "x", "--in", "fr"]) == 2
    assert "there are: en, kk" in capsys.readouterr().err
    assert main(["search", "x", "--document", "none"]) == 2


def test_what_is_over_the_limit_is_told(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error."""
    main(["memory", "import", "un.csv"])
    assert len(rows(capsys, "a", "--memory-only", "--limit", "1")) == 1
    main(["search", "a", "--memory-only", "--limit", "1"])
    assert "more than 1 units match" in capsys.readouterr().err


def test_a_file_that_comes_again_replaces_its_units(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The list has it once, with its count."""
    main(["memory", "import", "un.csv"])
    table.write_text("en\nOne\n", encoding="utf-8")
    main(["memory", "import", "un.csv"])
    capsys.readouterr()
    assert main(["memory", "list", "--format", "json"]) == 0
    document, imported = json.loads(capsys.readouterr().out)["origins"]
    assert (document["kind"], document["name"], document["versions"]) == ("document", "chengdu-2024", ["en", *TAGS])
    assert (imported["name"], imported["units"], imported["versions"]) == ("un.csv", 1, ["en"])


def test_a_file_is_forgotten_by_the_name_that_it_was_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A path from where one stands, which the memory holds in whole."""
    (folder.parent / "above.csv").write_text("en,kk\nOsh,Ош\n", encoding="utf-8")
    monkeypatch.chdir(folder / "texts")
    assert main(["memory", "import", "../../above.csv"]) == 0
    assert main(["memory", "remove", "../../above.csv"]) == 0
    assert "1 units forgotten" in capsys.readouterr().out


def test_a_file_is_forgotten(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By its name; one that is not there, and a document, are refused."""
    main(["memory", "import", "un.csv"])
    assert main(["memory", "remove", "chengdu-2024"]) == 2
    assert main(["memory", "remove", "none.csv"]) == 2
    assert main(["memory", "remove", "un.csv"]) == 0
    assert rows(capsys, "西安", "--memory-only") == []


def test_what_was_exported_comes_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """TMX of the statement: the clause is found as it stands in the document."""
    main(["export", "chengdu-2024", "--format", "tmx", "--output", "statement.tmx"])
    main(["memory", "import", "statement.tmx"])
    document, imported = rows(capsys, "阿斯塔纳")
    assert imported["clause"] == document["clause"] == "10"
    assert set(imported["versions"]) == {"en", *TAGS}  # type: ignore[call-overload]


def test_what_is_odd_is_told_a_few_times(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Five lines, then how many more."""
    (folder / "odd.jsonl").write_text('{"en": " "}\n' * 20 + '{"en": "One"}\n', encoding="utf-8")
    assert main(["memory", "import", "odd.jsonl"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "workbench: odd.jsonl:1: a unit without text is passed over"
    assert (len(told), told[-1]) == (6, "workbench: odd.jsonl: and 15 more like these")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bad.csv", "en,zh\nOne,\nTwo\n"),
        ("bad.jsonl", '{"en": "One"}\n{'),
        ("bad.tmx", '<tmx><body><tu><tuv lang="en"><seg>One</seg></tuv></tu><tu>'),
        ("bad.tmx", '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx><body/></tmx>'),
        ("bad.exe", "x"),
    ],
)
def test_a_file_that_cannot_be_taken_leaves_the_memory_as_it_was(
    table: Path, name: str, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, exit code 2, and nothing of it is found."""
    main(["memory", "import", "un.csv"])
    (table.parent / name).write_text(content, encoding="utf-8")
    capsys.readouterr()
    assert main(["memory", "import", name]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert rows(capsys, "One", "--memory-only") == []
    assert len(rows(capsys, "西安", "--memory-only")) == 1


@pytest.mark.parametrize("begun", [False, True])
def test_a_refused_file_begins_no_memory(folder: Path, begun: bool) -> None:
    """The workspace is as it was, byte for byte; what other commands keep beside the memory stays."""
    if begun:
        main(["search", "西安"])
    (folder / "bad.tmx").write_text('<tmx><body><tu><tuv lang="en"><seg>One</seg></tuv></tu><tu>', encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    folders = sorted(path for path in folder.rglob("*") if path.is_dir())
    assert main(["memory", "import", "bad.tmx"]) == 2
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert sorted(path for path in folder.rglob("*") if path.is_dir()) == folders


def test_a_damaged_memory_is_told(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Imported units are nowhere else: it is never begun anew in silence."""
    main(["memory", "import", "un.csv"])
    path = table.parent / NAME / FILES
    path.write_bytes(b"no database at all" * 400)
    for command in (
        ["search", "西安"],
        ["memory", "import", "un.csv"],
        ["memory", "list"],
        ["memory", "remove", "un.csv"],
    ):
        capsys.readouterr()
        assert main(command) == 2
        err = capsys.readouterr().err
        assert (err.count("\n"), "memory.sqlite: is damaged" in err) == (1, True)
    assert path.read_bytes().startswith(b"no database")


def test_a_search_begins_no_memory(folder: Path) -> None:
    """Nothing was imported: there is no file of it."""
    main(["search", "西安"])
    assert not (folder / NAME / FILES).exists()
