"""What strangers send, by command: escapes in names and metadata, mixed line ends, clauses that come twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.cli.main import main

pytestmark = pytest.mark.usefixtures("in_workspace")

ESCAPE = "\x1b[31m\x1b]0;owned\x07"
OVERRIDE = "\u202e"
TMX = (
    '<tmx version="1.4"><header srclang="en"><prop type="x-document">{}</prop></header><body>'
    '<tu tuid="{}"><tuv xml:lang="en"><seg>Six countries.</seg></tuv><tuv xml:lang="kk"><seg>Алты ел.</seg></tuv></tu>'
    "</body></tmx>"
)


def harmless(said: str) -> bool:
    """Whether a terminal would only show it."""
    return not any(sign in said for sign in ("\x1b", "\x07", "\x9b", OVERRIDE))


@pytest.mark.parametrize("name", [f"a{ESCAPE}.tmx", f"a{OVERRIDE}xmt.tmx", "a\x9b2J.tmx"])
def test_a_name_of_a_file_sends_nothing_to_the_terminal(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whether the file is taken or refused, its name is shown with its signs made visible."""
    (folder / name).write_text(TMX.format("osh", "1"), encoding="utf-8")
    main(["import", name, "osh"])
    main(["memory", "import", name])
    main(["memory", "list"])
    main(["import", f"missing{name}"])
    said = capsys.readouterr()
    assert said.out
    assert harmless(said.out + said.err)


@pytest.mark.parametrize("document", ["&#x1b;[31mosh", "a&#x202e;b", "../../etc", "a\nb"])
def test_metadata_of_a_file_sends_nothing_to_the_terminal(
    folder: Path, document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What TMX calls its document is no name, or is shown as it can be shown; nothing is written outside texts/."""
    outside = {path.name for path in folder.parent.iterdir()}
    (folder / "a.tmx").write_text(TMX.format(document, document), encoding="utf-8")
    main(["import", "a.tmx"])
    said = capsys.readouterr()
    assert harmless(said.out + said.err)
    assert {path.name for path in folder.parent.iterdir()} == outside


def test_escapes_in_a_text_are_taken_out_or_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text with a terminal escape is no text: one line says where."""
    (folder / "en.txt").write_text(f"One.\n\nTwo {ESCAPE}.\n", encoding="utf-8")
    assert main(["new", "osh", "en=en.txt"]) == 2
    said = capsys.readouterr()
    assert "U+001B" in said.err
    assert harmless(said.err)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "en,kk\r\nOne.,Бір.\nTwo.,Екі.\r\nThree.,Үш.\n"),
        ("a.tsv", "en\tkk\nOne.\tБір.\r\nTwo.\tЕкі.\nThree.\tҮш."),
        ("a.jsonl", '{"en": "One.", "kk": "Бір."}\r\n{"en": "Two.", "kk": "Екі."}\n\r\n{"en": "Three.", "kk": "Үш."}'),
        (
            "a.po",
            'msgid "One."\r\nmsgstr "Бір."\n\r\nmsgid "Two."\nmsgstr "Екі."\r\n\nmsgid "Three."\r\nmsgstr "Үш."\n',
        ),
    ],
)
def test_mixed_line_ends_are_line_ends(folder: Path, name: str, content: str) -> None:
    """Three units, whatever ends the lines."""
    (folder / name).write_bytes(content.encode())
    assert main(["import", name, "osh", *(["--version", "kk", "--pivot", "en"] if name == "a.po" else [])]) == 0
    kept = (folder / "texts" / "osh" / "kk.txt").read_text(encoding="utf-8")
    assert [line for line in kept.split("\n") if line] == ["Бір.", "Екі.", "Үш."]


def test_a_text_with_mixed_line_ends_comes_in_by_its_paragraphs(folder: Path) -> None:
    """Blank lines part them, of either kind."""
    (folder / "en.txt").write_bytes(b"One.\r\n\r\nTwo.\n\nThree.\r\n\nFour.")
    assert main(["new", "osh", "en=en.txt"]) == 0
    kept = (folder / "texts" / "osh" / "en.txt").read_bytes()
    assert kept == b"One.\n\nTwo.\n\nThree.\n\nFour.\n"


def test_clauses_that_come_twice_come_in_and_are_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two clauses are numbered 2.: both are there, and the check of the sequence says so."""
    texts = {"en": "1. One.\n\n2. Two.\n\n2. Again.\n\n3. Three.\n", "kk": "1. Бір.\n\n2. Екі.\n\n2. Тағы.\n\n3. Үш.\n"}
    for tag, text in texts.items():
        (folder / f"{tag}.txt").write_text(text, encoding="utf-8")
    assert main(["new", "osh", "en=en.txt", "kk=kk.txt"]) == 0
    assert main(["export", "osh", "--format", "tmx", "--output", "osh.tmx"]) == 0
    capsys.readouterr()
    assert main(["check", "osh", "--only", "numbering-sequence"]) == 1
    assert "numbering-sequence" in capsys.readouterr().out
    assert main(["import", "osh.tmx", "again"]) == 0
    again = (folder / "texts" / "again" / "kk.txt").read_text(encoding="utf-8")
    assert again.split() == texts["kk"].split()


def test_a_variant_of_tmx_without_a_segment_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is there comes in, and a line says what is not; a file with no segment at all is refused in one line."""
    unit = '<tu><tuv xml:lang="en"><seg>{}.</seg></tuv><tuv xml:lang="kk">{}</tuv></tu>'
    head = '<tmx version="1.4"><header srclang="en"/><body>'
    (folder / "a.tmx").write_text(
        f"{head}{unit.format('One', '<seg>Бір.</seg>')}{unit.format('Two', '')}</body></tmx>", encoding="utf-8"
    )
    assert main(["import", "a.tmx", "osh"]) == 0
    assert "seg" in capsys.readouterr().err
    assert (folder / "texts" / "osh" / "en.txt").read_text(encoding="utf-8").split() == ["One.", "Two."]
    (folder / "b.tmx").write_text(f'{head}<tu><tuv xml:lang="en"/></tu></body></tmx>', encoding="utf-8")
    assert main(["import", "b.tmx", "none"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (folder / "texts" / "none").exists()


@pytest.mark.parametrize(
    ("charset", "encoding"), [("UTF-8", "cp1251"), ("koi8-r", "utf-8"), ("klingon", "cp1251"), ("ASCII", "utf-8")]
)
def test_po_with_a_wrong_charset_comes_in_right_or_not_at_all(
    folder: Path, charset: str, encoding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bytes that are UTF-8 are read as such, which is said; others are refused in one line."""
    content = (
        f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={charset}\\n"\n"Language: ru\\n"\n\n'
        'msgid "One."\nmsgstr "Раз."\n'
    )
    (folder / "a.po").write_bytes(content.encode(encoding))
    code = main(["import", "a.po", "osh", "--pivot", "en"])
    err = capsys.readouterr().err
    if encoding == "utf-8":
        assert code == 0
        assert (folder / "texts" / "osh" / "ru.txt").read_text(encoding="utf-8") == "Раз.\n"
        assert "it is UTF-8, and is read so" in err
    else:
        assert code == 2
        assert err.count("\n") == 1
        assert not (folder / "texts" / "osh").exists()
