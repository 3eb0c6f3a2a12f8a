"""Documents in: from a file of any format to an export without a step by hand, said and asked about on the way."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.statement import NAME, files
from tests.conftest import ROOT
from tests.interchange.documents_in.packages import packed
from tests.interchange.documents_in.saved import SAVED
from tests.interchange.documents_in.statement import LANGUAGES, STATEMENT, as_read
from workbench.cli.main import main
from workbench.workspace.folder import Workspace

pytestmark = pytest.mark.usefixtures("in_workspace")


@pytest.fixture
def saved(folder: Path) -> dict[str, list[str]]:
    """The second statement in three languages, as files of every format in the folder; their names by format."""
    names: dict[str, list[str]] = {}
    for form, save in SAVED.items():
        for tag in LANGUAGES:
            name = f"osh-{tag}.{form}"
            (folder / name).write_bytes(save(tag))
            names.setdefault(form, []).append(name)
    return names


@pytest.mark.parametrize("form", SAVED)
def test_from_new_to_tmx_without_a_step_by_hand(form: str, folder: Path, saved: dict[str, list[str]]) -> None:
    """Twelve paragraphs a version whatever the format; clause n of one version is clause n of the others; all in one TMX."""
    assert main(["new", "osh-2025", *saved[form], "--date", "2025-05-14"]) == 0
    document = Workspace(folder).load("osh-2025").document
    assert tuple(document.versions) == LANGUAGES
    for tag in LANGUAGES:
        text = document.versions[tag].text
        read = [" ".join(segment.text for segment in text.segments[one.start : one.stop]) for one in text.paragraphs()]
        assert read == as_read(tag)
    assert main(["export", "osh-2025", "--format", "tmx", "--output", "osh.tmx"]) == 0
    units = etree.parse("osh.tmx").findall(".//tu")
    clauses: dict[str, dict[str, str]] = {}
    for unit in units:
        clause = next((prop.text or "" for prop in unit.findall("prop") if "clause" in (prop.get("type") or "")), "")
        for tuv in unit.findall("tuv"):
            tag = tuv.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
            said = clauses.setdefault(clause, {})
            said[tag] = f"{said.get(tag, '')} {tuv.findtext('seg')}".strip()
    for clause, *_ in (part for part in STATEMENT["en"] if part[0]):
        for tag in LANGUAGES:
            assert clauses[str(clause)][tag] == dict(STATEMENT[tag])[clause]


def test_languages_are_recognised_and_said(
    folder: Path, saved: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """One that was said is not questioned; an encoding that is not UTF-8 is named."""
    assert main(["new", "osh-2025", "osh-en.docx", "osh-ru.txt", "kk=osh-kk.html"]) == 0
    out, err = capsys.readouterr()
    assert "osh-en.docx: recognised as English (en)\n" in err
    assert "osh-ru.txt: read as windows-1251\nosh-ru.txt: recognised as Russian (ru)\n" in err
    assert "osh-kk.html" not in err
    assert out.split("\n")[:3] == [
        "en: 16 segments in 12 paragraphs (pivot)",
        "  from osh-en.docx: DOCX, English (en), recognised",
        "  labels: 1. 2. 3. 4. 5.",
    ]
    assert "  from osh-ru.txt: plain text, windows-1251, Russian (ru), recognised\n" in out
    assert "  from osh-kk.html: HTML, UTF-8, Kazakh (kk)\n" in out
    assert "  left out: the page around the article (" in out


def test_many_labels_are_told_by_the_first_and_the_last(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Eleven clauses."""
    text = "\n\n".join(f"{number}. The Parties will do this." for number in range(1, 12))
    (folder / "a.txt").write_text(text, encoding="utf-8")
    assert main(["new", "second", "a.txt"]) == 0
    assert "  labels: 1. 2. 3. … 11.\n" in capsys.readouterr().out


def test_a_file_is_added_without_its_language(
    folder: Path, saved: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """`add` recognises it as `new` does."""
    assert main(["new", "osh-2025", "osh-en.pdf", "osh-kk.pdf"]) == 0
    assert main(["add", "osh-2025", "osh-ru.odt"]) == 0
    assert "ru: 16 segments in 12 paragraphs, 16 beads, draft\n" in capsys.readouterr().out
    assert list(Workspace(folder).load("osh-2025").document.versions) == ["en", "kk", "ru"]


def test_files_are_aligned_without_a_workspace(saved: dict[str, list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    """`align` takes documents too, with or without their languages; only JSON is on standard output."""
    assert main(["align", "osh-en.docx", "ru=osh-ru.pdf", "osh-kk.html"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith('{"pivot": "en"')
    assert "osh-kk.html: recognised as Kazakh (kk)" in err


def test_what_was_said_wins(folder: Path, saved: dict[str, list[str]]) -> None:
    """A Russian text can be given any tag."""
    assert main(["new", "osh-2025", "osh-en.txt", "ru-x-draft=osh-ru.txt", "ru=osh-ru.docx"]) == 0
    assert list(Workspace(folder).load("osh-2025").document.versions) == ["en", "ru-x-draft", "ru"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["new", "second", "osh-en.txt", "osh-en.docx"], "osh-en.txt and osh-en.docx are both English (en)"),
        (["new", "second", "names.txt"], "its language is not sure"),
        (["new", "second", "osh-en.txt", "cut.docx"], "broken, or cut off"),
        (["new", "second", "osh-en.txt", "ru=bomb.docx"], "a DTD in it"),
        (["add", NAME, "fr=old.doc"], "save it as DOCX"),
        (["align", "osh-en.txt", "fr=cut.pdf"], "cut.pdf: "),
        (["add", NAME, "fr=evil\x1b[31m.docx"], "evil\\x1b[31m.docx: "),
    ],
)
def test_what_cannot_be_taken_leaves_the_workspace_as_it_is(
    arguments: list[str], words: str, folder: Path, saved: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Byte for byte: one line, exit code 2, nothing written."""
    (folder / "names.txt").write_text("Wang Yi. 4. 2024\n", encoding="utf-8")
    for name in ("cut.docx", "evil\x1b[31m.docx"):
        (folder / name).write_bytes((folder / "osh-en.docx").read_bytes()[:9000])
    (folder / "cut.pdf").write_bytes((folder / "osh-en.pdf").read_bytes()[:700])
    hostile = '<!DOCTYPE x [<!ENTITY a "lol">]><x>&a;</x>'
    (folder / "bomb.docx").write_bytes(packed({"word/document.xml": hostile}))
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    before = files(folder)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1
    assert "\x1b" not in err
    assert files(folder) == before


def test_names_and_texts_cannot_harm_a_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name with an escape is shown; one in a page's text is taken out, and said."""
    name = "a\x1b[31m.html"
    page = "<html><p>1. The Parties \x1b[2J will exchange their records and agree on this.</p></html>"
    (folder / name).write_text(page, encoding="utf-8")
    assert main(["new", "second", name]) == 0
    captured = capsys.readouterr()
    assert "\x1b" not in captured.out + captured.err
    assert "a\\x1b[31m.html" in captured.out
    assert "1 control character" in captured.out
    assert "\x1b" not in (folder / "texts" / "second" / "en.txt").read_text(encoding="utf-8")


def on_terminal(arguments: list[str], answer: str, folder: Path) -> str:
    """Run a command on a terminal, give an answer, and return what the terminal showed."""
    here, there = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    command = [sys.executable, "-m", "workbench.cli.main", *arguments]
    os.write(here, f"{answer}\n".encode())
    with subprocess.Popen(command, stdin=there, stdout=there, stderr=there, cwd=folder, env=environment) as run:
        os.close(there)
        shown = b""
        try:
            while piece := os.read(here, 65536):
                shown += piece
        except OSError:  # the other side is closed
            pass
        run.wait(timeout=60)
    os.close(here)
    return shown.decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("answer", "options", "written"),
    [
        ("y", (), True),
        ("Yes", (), True),
        ("n", (), False),
        ("", (), False),
        ("what", (), False),
        ("n", ("--yes",), True),
    ],
)
def test_on_a_terminal_it_asks_before_it_writes(
    answer: str, options: tuple[str, ...], written: bool, folder: Path, saved: dict[str, list[str]]
) -> None:
    """What was understood stands above the question; all but y is no; --yes asks nothing."""
    before = files(folder)
    shown = on_terminal(
        ["new", "osh-2025", "osh-en.docx", "osh-kk.docx", "--encoder", "none", *options], answer, folder
    )
    assert "en: 16 segments in 12 paragraphs (pivot)" in shown
    assert ("(y/N)" in shown) == (not options)
    assert ("nothing was written" in shown) == (not written)
    assert (folder / "texts" / "osh-2025").exists() == written
    if not written:
        assert files(folder) == before


def test_add_asks_too(folder: Path, saved: dict[str, list[str]]) -> None:
    """A version that is refused leaves the document as it is."""
    assert main(["new", "osh-2025", "osh-en.txt", "osh-kk.txt"]) == 0
    before = files(folder)
    assert "(y/N)" in on_terminal(["add", "osh-2025", "osh-ru.docx", "--encoder", "none"], "n", folder)
    assert files(folder) == before
