"""`workbench import`."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import polib
import pytest

from tests.cli.statement import NAME, files
from tests.interchange import test_po as po_files
from tests.interchange import test_xliff as xliff_files
from workbench.cli.main import main
from workbench.workspace.lock import locked

pytestmark = pytest.mark.usefixtures("in_workspace")

Edit = Callable[[polib.POFile], None]
FORMATS = ("po", "xliff", "xliff-1.2")


class Terminal(StringIO):
    """Input and output as a terminal has them."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def po(folder: Path) -> Path:
    """The Kazakh statement as PO, a word of it changed elsewhere."""
    path = folder / "kk.po"
    main(["export", NAME, "--format", "po", "--version", "kk", "--output", str(path)])
    content = path.read_text(encoding="utf-8")
    assert content.count("Чэнду қаласында") == 1
    path.write_text(content.replace("Чэнду қаласында", "Чэнду шаһарында"), encoding="utf-8")
    return path


def kazakh(folder: Path) -> str:
    """Return the Kazakh text."""
    return (folder / "texts" / NAME / "kk.txt").read_text(encoding="utf-8")


def test_a_change_goes_to_its_segment(folder: Path, po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The document is the one that the file names; what it understood and what changed is printed."""
    assert main(["import", str(po)]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{po}: po, en, kk, 32 units\nchanged 0¶1 kk (line ")
    assert "1 wordings of kk changed, 0 conflicts, 0 not taken\n" in out
    assert "Чэнду шаһарында" in kazakh(folder)


def test_an_import_is_taken_back_byte_for_byte(folder: Path, po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a fix is; a second time there is none."""
    before = files(folder / "texts")
    main(["import", str(po)])
    assert files(folder / "texts") != before
    assert main(["import", "--undo-import", NAME]) == 0
    assert files(folder / "texts") == before
    assert main(["import", "--undo-import", NAME]) == 2
    assert "no import of chengdu-2024 is there to take back" in capsys.readouterr().err


def test_a_diff_is_shown_and_nothing_written(folder: Path, po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not even a folder for the state."""
    before = files(folder)
    assert main(["import", str(po), "--diff"]) == 0
    assert f"+++ b/texts/{NAME}/kk.txt" in capsys.readouterr().out
    assert files(folder) == before


def test_a_conflict_is_told_and_ours_stays(folder: Path, po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1; with --theirs the file's text is taken, and it is 0."""
    path = folder / "texts" / NAME / "kk.txt"
    path.write_text(kazakh(folder).replace("Чэнду қаласында", "Чэнду қ."), encoding="utf-8")
    before = files(folder / "texts")
    assert main(["import", str(po)]) == 1
    out = capsys.readouterr().out
    assert "conflict 0¶1 kk (line " in out
    assert "  here: 2024 жылғы 1 желтоқсанда Қытайдың Сычуань провинциясындағы Чэнду қ." in out
    assert "  file: 2024 жылғы 1 желтоқсанда Қытайдың Сычуань провинциясындағы Чэнду шаһарында" in out
    assert files(folder / "texts") == before
    assert main(["import", str(po), "--theirs"]) == 0
    assert "Чэнду шаһарында" in kazakh(folder)


def test_a_terminal_is_asked(folder: Path, po: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but yes writes; --yes does not ask."""
    monkeypatch.setattr("sys.stdout", Terminal())
    for answer, changes in (("\n", False), ("n\n", False), ("", False), ("y\n", True)):
        monkeypatch.setattr("sys.stdin", Terminal(answer))
        monkeypatch.setattr("builtins.input", lambda _, answer=answer: answer.strip() if answer else _end())
        assert main(["import", str(po)]) == 0
        assert ("Чэнду шаһарында" in kazakh(folder)) is changes


def _end() -> str:
    raise EOFError


def test_yes_does_not_ask(folder: Path, po: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal too."""
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("sys.stdout", Terminal())
    assert main(["import", str(po), "--yes"]) == 0
    assert "Чэнду шаһарында" in kazakh(folder)


def test_a_document_that_is_open_is_refused(folder: Path, po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody's edits are written over."""
    pytest.importorskip("fcntl")
    before = files(folder / "texts")
    with locked(folder / ".workbench" / "journal" / f"{NAME}.lock"):
        assert main(["import", str(po)]) == 2
    assert "is open in another editor" in capsys.readouterr().err
    assert files(folder / "texts") == before


@pytest.mark.parametrize("form", FORMATS)
def test_formats_are_recognised_by_what_they_begin_with(
    folder: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the file's name is."""
    path = folder / "delivery.bin"
    main(["export", NAME, "--format", form, "--version", "zh", "--output", str(path)])
    assert main(["import", str(path)]) == 0
    assert f": {form}, en, zh, 31 units\n" in capsys.readouterr().out


@pytest.mark.parametrize("form", FORMATS)
def test_a_new_document_is_made_of_a_file(folder: Path, form: str) -> None:
    """Both versions, their labels before their segments, a bead a unit; the pivot is what the file says."""
    path = folder / "kk.file"
    main(["export", NAME, "--format", form, "--version", "kk", "--output", str(path)])
    assert main(["import", str(path), "another"]) == 0
    made = folder / "texts" / "another"
    assert 'pivot = "en"' in (made / "document.toml").read_text(encoding="utf-8")
    english = (made / "en.txt").read_text(encoding="utf-8").split("\n")
    assert [line[:3] for line in english if line[:2] in ("1.", "2.", "IV")] == ["1. ", "2. ", "IV."]
    assert "4. Ынтымақтастықтың негізін" in (made / "kk.txt").read_text(encoding="utf-8")
    assert main(["check", "another", "--fail-on", "never"]) == 0


def test_languages_that_a_file_does_not_tell(folder: Path, po: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--version names them; without it the message says which versions there are."""
    kept = [line for line in po.read_text(encoding="utf-8").split("\n") if "X-" not in line and "Language:" not in line]
    path = folder / "delivery.po"
    path.write_text("\n".join(kept), encoding="utf-8")
    assert main(["import", str(path), NAME]) == 2
    assert "it is in und, and chengdu-2024 has beside its pivot: zh, ru, kk" in capsys.readouterr().err
    assert main(["import", str(path), NAME, "--version", "kk"]) == 0
    assert "Чэнду шаһарында" in kazakh(folder)


def test_a_file_finds_the_document_that_it_came_from(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table tells no document: its rows' ids do; where two documents have them, the message asks which."""
    main(["export", NAME, "--format", "csv", "--output", "table.csv"])
    assert main(["import", "table.csv"]) == 0
    assert f"{NAME}: nothing to change" in capsys.readouterr().out
    shutil.copytree(folder / "texts" / NAME, folder / "texts" / "copy")
    assert main(["import", "table.csv"]) == 2
    assert "its units are in chengdu-2024 and copy" in capsys.readouterr().err.replace(
        "copy and chengdu-2024", "chengdu-2024 and copy"
    )


def test_a_file_of_a_document_that_was_renamed_finds_it(folder: Path, po: Path) -> None:
    """Most of its units are there."""
    (folder / "texts" / NAME).rename(folder / "texts" / "chengdu")
    assert main(["import", str(po)]) == 0
    assert "Чэнду шаһарында" in (folder / "texts" / "chengdu" / "kk.txt").read_text(encoding="utf-8")
    assert not (folder / "texts" / NAME).exists()


def test_a_document_that_cannot_be_read_gets_no_second_beside_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table that may be of it is refused, with what is wrong there."""
    main(["export", NAME, "--format", "csv", "--output", "table.csv"])
    (folder / "texts" / NAME / "kk.ladder").write_text("1\tx\n", encoding="utf-8")
    assert main(["import", "table.csv"]) == 2
    assert f"texts/{NAME}/kk.ladder:1: 'x' is no count" in capsys.readouterr().err
    assert not (folder / "texts" / "table").exists()


def test_a_file_that_does_not_tell_its_language_makes_no_document_beside_its_own(
    folder: Path, po: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its units are known by their ids: the message asks for the version."""
    content = po.read_text(encoding="utf-8")
    path = folder / "theirs.po"
    path.write_text(content[content.index("\n\n") :], encoding="utf-8")
    assert main(["import", str(path)]) == 2
    assert f"it is in und, and {NAME} has beside its pivot: " in capsys.readouterr().err
    assert not (folder / "texts" / "theirs").exists()
    assert main(["import", str(path), "--version", "kk"]) == 0
    assert "Чэнду шаһарында" in kazakh(folder)


def test_each_version_goes_into_a_file_of_its_own(folder: Path) -> None:
    """Where --output is a folder."""
    (folder / "po").mkdir()
    assert main(["export", NAME, "--format", "po", "--output", "po"]) == 0
    assert sorted(path.name for path in (folder / "po").iterdir()) == [
        f"{tag}.po" for tag in ("kk", "ky", "ru", "tg", "tk", "uz", "zh")
    ]


@pytest.mark.parametrize("form", ["txt", "docx"])
def test_clean_versions_in_a_folder_are_all_of_them(folder: Path, form: str) -> None:
    """The pivot too, which stands beside no other there; of those named, these."""
    pytest.importorskip("docx")
    (folder / "out").mkdir()
    main(["export", NAME, "--format", form, "--output", "out", "--version", "ru", "--version", "en"])
    assert {path.name for path in (folder / "out").iterdir()} == {f"ru.{form}", f"en.{form}"}
    assert main(["export", NAME, "--format", form, "--output", "out"]) == 0
    assert len(list((folder / "out").iterdir())) == 8


def test_one_version_goes_into_a_folder_as_well(folder: Path) -> None:
    """Called by its tag."""
    (folder / "out").mkdir()
    assert main(["export", NAME, "--format", "po", "--version", "kk", "--output", "out"]) == 0
    assert [path.name for path in (folder / "out").iterdir()] == ["kk.po"]


@pytest.mark.parametrize("form", ["moses", "hunalign", "vecalign"])
def test_pairs_go_into_a_folder_side_by_side(folder: Path, form: str) -> None:
    """Each version with the pivot, its files called by both."""
    (folder / "out").mkdir()
    assert main(["export", NAME, "--format", form, "--output", "out"]) == 0
    names = {path.name for path in (folder / "out").iterdir()}
    assert {name.partition(".")[0] for name in names} == {
        f"en-{tag}" for tag in ("zh", "ru", "kk", "ky", "tg", "tk", "uz")
    }
    assert len(names) == (14 if form == "moses" else 21)


def test_findings_go_out_as_comments(po: Path) -> None:
    """The translator sees what the checks found, in the pivot too."""
    assert "#. en: error numbering-style: “IV.” among" in po.read_text(encoding="utf-8")


def test_an_edited_table_goes_back_to_its_rows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """CSV: two versions changed, a label among them."""
    main(["export", NAME, "--format", "csv", "--output", "s.csv"])
    path = folder / "s.csv"
    content = (
        path.read_text(encoding="utf-8-sig")
        .replace("Чэнду қаласында", "Чэнду шаһарында")
        .replace("IV. Based on", "4. Based on")
    )
    path.write_text(content, encoding="utf-8")
    assert main(["import", str(path), NAME]) == 0
    assert "1 wordings of kk changed, 1 wordings of en changed, 0 conflicts, 0 not taken" in capsys.readouterr().out
    assert "Чэнду шаһарында" in kazakh(folder)
    assert "\n4. Based on" in (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["csv", "jsonl", "tmx", "xlsx"])
def test_what_was_not_touched_changes_nothing(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In formats of rows too."""
    main(["export", NAME, "--format", form, "--output", "s.file"])
    before = files(folder / "texts")
    assert main(["import", "s.file", NAME, "--format", form]) == 0
    assert f"{NAME}: nothing to change" in capsys.readouterr().out
    assert files(folder / "texts") == before


@pytest.mark.parametrize("form", ["moses", "hunalign", "vecalign"])
def test_texts_with_what_ties_them_make_a_document(folder: Path, form: str) -> None:
    """Files side by side, as they went out."""
    main(["export", NAME, "--format", form, "--version", "kk", "--output", "pair"])
    ladders = [path.name for path in folder.glob(f"pair*.{form}")]
    texts = [
        f"{tag}={path.name}"
        for tag in ("en", "kk")
        for path in folder.glob(f"pair.{tag}*")
        if path.suffix in (f".{tag}", ".txt")
    ]
    assert main(["import", *ladders, *texts, "pair", "--format", form]) == 0
    assert "Қытай" in (folder / "texts" / "pair" / "kk.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.po"], "missing.po: there is no such file"),
        (["kk.po", NAME, "more"], "one file at a time"),
        (["kk.po", "--format", "pro"], "no format that can be read is called 'pro' — did you mean po?"),
        (
            ["kk.po", "a/b"],
            "kk.po: 'a/b' is no name of a document — write letters, digits, hyphens and full stops, as in: ",
        ),
        (["texts"], "texts: cannot be read: it is a folder — a file is wanted there"),
        (["missing", "en=kk.po", "kk=kk.po", "pair", "--format", "vecalign"], "missing: there is no such file"),
        (["texts/chengdu-2024/kk.txt"], "a whole text, and of which document?"),
        (["kk.po", "--format", "xliff"], "no XML that can be read"),
        (["kk.po", NAME, "--format", "moses"], "moses is texts with what ties them"),
    ],
)
@pytest.mark.usefixtures("po")
def test_bad_words_are_refused(
    folder: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, exit code 2, and nothing written."""
    before = files(folder)
    assert main(["import", *arguments]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert files(folder) == before


HOSTILE = {f"po: {what}": ("x.po", content) for what, content in po_files.BROKEN.items() if len(content) < 10_000} | {
    f"{form}: {what}": ("x.xlf", content.replace("{}", head))
    for form, head in (("xliff", xliff_files.HEAD2), ("xliff-1.2", xliff_files.HEAD1))
    for what, content in xliff_files.BROKEN.items()
}


def zipped(name: str, content: bytes) -> bytes:
    """A ZIP file with one member."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return held.getvalue()


_BOMB = (
    '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'
)
_TU = '<tu><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="kk"><seg>алты</seg></tuv></tu>'
HOSTILE |= {
    "tmx: an external entity": (
        "x.tmx",
        f'<!DOCTYPE tmx [<!ENTITY e SYSTEM "file:///etc/passwd">]><tmx><body>{_TU.format("&e;")}</body></tmx>',
    ),
    "tmx: an entity bomb": ("x.tmx", f"{_BOMB}<tmx><body>{_TU.format('&c;')}</body></tmx>"),
    "tmx: ten thousand deep": (
        "x.tmx",
        "<tmx><body>" + _TU.format("<hi>" * 10_000 + "six" + "</hi>" * 10_000) + "</body></tmx>",
    ),
    "tmx: cut off": ("x.tmx", f"<tmx><body>{_TU.format('six')}<tu><tuv"),
    "tmx: NUL": ("x.tmx", f"<tmx><body>{_TU.format(chr(0))}</body></tmx>"),
    "csv: cut off within quotes": ("x.csv", 'en,kk\n"six,алты\n'),
    "csv: a row of another width": ("x.csv", "en,kk\nsix,алты\nsix\n"),
    "csv: no language": ("x.csv", "source text,target text\nsix,алты\n"),
    "jsonl: cut off": ("x.jsonl", '{"en": "six", "kk": "алты"}\n{"en": "si'),
    "jsonl: ten thousand deep": ("x.jsonl", "[" * 100_000),
    "xlsx: cut off": ("x.xlsx", zipped("xl/workbook.xml", b"<workbook/>")[:60]),
    "xlsx: a bomb": ("x.xlsx", zipped("xl/workbook.xml", bytes(80 << 20))),
    "xlsx: a path out of it": ("x.xlsx", zipped("../../texts/evil.txt", b"evil")),
}


@pytest.mark.parametrize(("name", "content"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_change_nothing(
    folder: Path, name: str, content: str | bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line on standard error, exit code 2, and the workspace as it was, byte for byte."""
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    before = files(folder)
    assert main(["import", name, NAME]) == 2
    err = capsys.readouterr().err
    assert err.startswith("workbench: x.")
    assert err.count("\n") == 1
    assert files(folder) == before
