"""Bad usage and bad input: one line, exit code 2, nothing written."""

from pathlib import Path

import pytest

from tests.cli.statement import NAME, files
from workbench.cli.main import main

pytestmark = pytest.mark.usefixtures("in_workspace")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "astana-2025"], "there is no document"),
        (["check", NAME, "--format", "xml"], "no report format"),
        (["check", NAME, "--only", "spelling"], "no check or family is called"),
        (["check", NAME, "--output", "json"], "FORMAT=FILE"),
        (["export", NAME, "--format", "pdf"], "no format is called"),
        (["export", NAME, "--format", "txt", "--version", "fr"], "no version 'fr'"),
        (["export", NAME, "--format", "tmx", "--output", "no/such/folder.tmx"], "cannot be written"),
        (
            ["export", NAME, "--format", "txt", "--version", "kk", "--output", f"texts/{NAME}/kk.txt"],
            "name a file elsewhere",
        ),
        (["export", NAME, "--format", "txt", "--output", f"texts/{NAME}"], "a place of the documents themselves"),
        (["export", NAME, "--format", "csv", "--output", "glossary/states.csv"], "name a file elsewhere"),
        (["import", "names.txt", "--format", "po", "second"], "names stand before the options"),
        (["new", NAME, "en=x.txt"], "exists already"),
        (["new", "second", "en=missing.txt"], "no such file"),
        (["new", "second", "en_GB=x.txt"], "not a language tag"),
        (["new", "second", "x.txt"], "no such file"),
        (["new", "second", "en="], "LANG=FILE"),
        (["new", "second", "en=empty.txt"], "no text in it"),
        (["new", "second", "greek.txt"], "say what it is with --encoding"),
        (["new", "second", "names.txt"], "write LANG=FILE"),
        (["new", "second", "ru=junk.txt"], "this is no text"),
        (["new", "second", f"texts/{NAME}/ru.txt", f"texts/{NAME}/ru.txt"], "ru-x-second="),
        (["new", "second", "en=escape.txt"], "U+001B"),
        (["new", "second", f"en=texts/{NAME}/en.txt", f"en=texts/{NAME}/en.txt"], "twice"),
        (["new", "../second", f"en=texts/{NAME}/en.txt"], "no name of a document"),
        (["add", NAME, f"kk=texts/{NAME}/kk.txt"], "already"),
        (["add", NAME, "fr=names.txt", "--replace"], "to replace"),
        (["align", NAME, "en"], "pivot"),
        (["align", f"en=texts/{NAME}/en.txt"], "one file alone"),
        (["align", NAME, "--encoder", "bert"], "no encoder is called"),
        (["new", "second", f"en=texts/{NAME}/en.txt", f"ru=texts/{NAME}/ru.txt", "--encoder", "bert"], "no encoder"),
        (["add", NAME, f"fr=texts/{NAME}/en.txt", "--encoder", "sentence-transformers:./texts"], "no model folder"),
        (["align", "en=empty.txt", f"ru=texts/{NAME}/ru.txt"], "no text in it"),
        (["align", "--segmented", f"en=texts/{NAME}/en.txt", "ru=empty.txt"], "no text in it"),
        (
            ["align", "en=texts", f"ru=texts/{NAME}/ru.txt"],
            "texts: cannot be read: it is a folder — a file is wanted there",
        ),
        (["align", NAME, "--encoder", "sentence-transformers:/nowhere"], "no model folder"),
        (["align", NAME, "--explain"], "workbench explain"),
        (["align", f"en=texts/{NAME}/en.txt", f"ru=texts/{NAME}/ru.txt", "--explain", "--format", "tmx"], "no room"),
        (["explain", NAME, "en"], "pivot"),
        (["explain", NAME, "--clause", "99"], "no clause '99'"),
        (["explain", NAME, "--row", "99"], "no row 99"),
        (["align", NAME, "--encoder", "sentence-transformers:nowhere"], "sentence-transformers"),
        (["glossary", "list", "nonsense"], "no concept"),
        (["search", "(", "--regex"], "cannot be read"),
        (["--root", "nowhere", "status"], "texts/"),
        (["frobnicate"], "invalid choice"),
    ],
)
def test_bad_usage_and_bad_input_is_one_line(
    arguments: list[str], words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, one line on standard error that says what to do, nothing on standard output, nothing written."""
    (folder / "empty.txt").write_bytes(b" \n\n")
    (folder / "escape.txt").write_bytes(b"All parties\x1b[2J agree.\n")
    (folder / "greek.txt").write_bytes("Τα μέρη συμφώνησαν.".encode("iso-8859-7"))
    (folder / "names.txt").write_text("Wang Yi. 4. 2024\n", encoding="utf-8")
    (folder / "junk.txt").write_bytes(b"PARTIES\0\0\0\x01\x02 agree")
    before = files(folder)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("workbench: ")
    assert words in err
    assert err.count("\n") == 1
    assert files(folder) == before
