"""`workbench glossary`, from the words that are typed to what is printed and written."""

import json
from pathlib import Path

import pytest

from tests.cli.statement import NAME
from tests.conftest import TAGS, gold_ladder
from workbench.cli.main import main
from workbench.glossary.csv_format import COLUMNS, parse_terms
from workbench.workspace.folder import Workspace
from workbench.workspace.ladder_format import format_ladder

HEADER = ",".join(COLUMNS) + "\n"


@pytest.fixture(autouse=True)
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test stands in a workspace of its own, aligned by hand."""
    monkeypatch.chdir(folder)
    for tag in TAGS:
        (folder / "texts" / "chengdu-2024" / f"{tag}.ladder").write_text(format_ladder(gold_ladder(tag), ()), "utf-8")
    return folder


def test_the_shipped_glossary_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0."""
    assert main(["glossary", "check"]) == 0
    assert "nothing contradicts" in capsys.readouterr().out


def test_a_contradiction_is_printed_with_file_and_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1; JSON has the same."""
    (here / "glossary" / "zz.csv").write_text(HEADER + "qq,tk,саммит,preferred,term,,,,x,\n", "utf-8")
    assert main(["glossary", "check"]) == 1
    assert "glossary/zz.csv:2: script: " in capsys.readouterr().out
    assert main(["glossary", "check", "--format", "json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["path"], finding["line"], finding["rule"]) == ("glossary/zz.csv", 2, "script")


@pytest.mark.parametrize("name", ["out.csv", "out.tbx"])
def test_export_and_import_change_nothing(here: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is exported is there as it is when it comes back."""
    before = {path: path.read_bytes() for path in (here / "glossary").glob("*.csv")}
    assert main(["glossary", "export", name]) == 0
    assert main(["glossary", "import", name]) == 0
    assert "0 new, 0 changed" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in (here / "glossary").glob("*.csv")} == before


def test_an_export_makes_the_glossary_anew(here: Path) -> None:
    """Imported into an empty glossary, the same terms stand in one file."""
    terms = Workspace(here).termbase().terms
    assert main(["glossary", "export", "all.tbx"]) == 0
    for path in (here / "glossary").glob("*.csv"):
        path.unlink()
    assert main(["glossary", "import", "all.tbx", "--topic", "all"]) == 0
    assert [path.name for path in (here / "glossary").glob("*.csv")] == ["all.csv"]
    assert Workspace(here).termbase().terms == terms


def test_a_table_of_another_tool_is_taken_in(here: Path) -> None:
    """A column a language; a row of a concept that is there goes to its file."""
    (here / "theirs.csv").write_text("concept,en,kk\nchina,Cathay,Хытай\nvisa,visa,виза\n", "utf-8")
    assert main(["glossary", "import", "theirs.csv"]) == 0
    assert "china,en,Cathay,proposed,state" in (here / "glossary" / "places.csv").read_text("utf-8")
    assert "visa,kk,виза,proposed,term" in (here / "glossary" / "theirs.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "concept,en\nvisa,=1+1\n"),
        ("a.csv", "en,no language at all\n"),
        ("a.tbx", "<tbx"),
        ("a.tbx", '<!DOCTYPE tbx [<!ENTITY a "aaaa">]><tbx>&a;</tbx>'),
        ("a.doc", "x"),
    ],
)
def test_what_cannot_be_imported_leaves_all_as_it_was(
    here: Path, name: str, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, exit code 2."""
    before = {path: path.read_bytes() for path in (here / "glossary").iterdir()}
    (here / name).write_text(content, "utf-8")
    assert main(["glossary", "import", name]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert name in err
    assert {path: path.read_bytes() for path in (here / "glossary").iterdir()} == before


def test_a_topic_outside_the_glossary_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--topic ../../x` writes nothing."""
    (here / "a.csv").write_text("concept,en\nvisa,visa\n", "utf-8")
    assert main(["glossary", "import", "a.csv", "--topic", "../x"]) == 2
    assert "no name of a topic" in capsys.readouterr().err
    assert not (here / "x.csv").exists()


def test_an_unwritable_export_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Another ending, a folder that is not there."""
    assert main(["glossary", "export", "out.doc"]) == 2
    assert main(["glossary", "export", "none/out.tbx"]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_suggestions_come_in_three_formats(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """CSV is rows of the glossary, all proposed; JSON and text have the evidence."""
    assert main(["glossary", "suggest", "--limit", "5", "--format", "csv"]) == 0
    terms = parse_terms(capsys.readouterr().out, "out")
    assert {(term.status.value, term.source) for term in terms} == {("proposed", "suggested by chengdu-2024")}
    assert len({term.concept for term in terms}) == 5
    assert main(["glossary", "suggest", "--limit", "5", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)["suggestions"]
    assert {one["concept"] for one in data} == {term.concept for term in terms}
    assert all(term["rows"] and term["clauses"] for one in data for term in one["terms"])
    assert main(["glossary", "suggest", "--limit", "5"]) == 0
    assert capsys.readouterr().out.startswith(f"1. {data[0]['concept']} (")


def test_suggestions_are_appended_as_proposed(here: Path) -> None:
    """A second time there is nothing more of them to suggest: they are listed now."""
    assert main(["glossary", "suggest", "--limit", "3", "--append", "glossary/new.csv"]) == 0
    first = (here / "glossary" / "new.csv").read_text("utf-8")
    assert {term.status.value for term in parse_terms(first, "p")} == {"proposed"}
    assert main(["glossary", "suggest", "--limit", "3", "--append", "glossary/new.csv"]) == 0
    second = parse_terms((here / "glossary" / "new.csv").read_text("utf-8"), "p")
    assert len({term.concept for term in second}) == 6


def test_suggest_refuses_what_it_cannot_do(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No limit, a file outside the glossary, an unknown document."""
    assert main(["glossary", "suggest", "--limit", "0"]) == 2
    assert main(["glossary", "suggest", "--append", str(here.parent / "new.csv")]) == 2
    assert main(["glossary", "suggest", "nothing"]) == 2
    assert capsys.readouterr().err.count("\n") == 3


def test_what_is_appended_changes_no_report(capsys: pytest.CaptureFixture[str]) -> None:
    """A proposal prescribes nothing until somebody accepts a term of it: the statement has its six errors, as before."""
    assert main(["glossary", "suggest", "chengdu-2024", "--append", "glossary/new.csv"]) == 0
    capsys.readouterr()
    assert main(["check"]) == 1
    assert capsys.readouterr().out.endswith("\n6 errors\n")
    assert main(["glossary", "check"]) == 0


def test_glossary_list_shows_a_concept_in_all_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """central-asia in eight languages."""
    assert main(["glossary", "list", "central-asia", "--format", "json"]) == 0
    concepts = {c["concept"]: c for c in json.loads(capsys.readouterr().out)["concepts"]}
    langs = {term["lang"] for term in concepts["central-asia"]["terms"]}
    assert {"en", *TAGS} <= langs


def test_glossary_scan_shows_where_terms_stand(capsys: pytest.CaptureFixture[str]) -> None:
    """Nurtleu is in the first paragraph of every version."""
    assert main(["glossary", "scan", NAME, "--concept", "nurtleu", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["concepts"]["nurtleu"]
    assert {tag: [place["clause"] for place in places] for tag, places in found.items()} == {
        tag: ["0¶1"] for tag in ("en", *TAGS)
    }
