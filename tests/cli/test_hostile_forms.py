"""Every kind of hostility in every format that is read, by command: taken sensibly, or one line and exit code 2.

Whatever is refused leaves the workspace as it was, byte for byte; whatever is taken leaves nothing outside it.
"""

from __future__ import annotations

import os
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.cli.hostile import DOCUMENT, FORMS
from tests.cli.statement import NAME, files
from tests.cli.test_hostile import harmless
from tests.interchange.documents_in.packages import packed
from tests.interchange.documents_in.pdfs import Printed, assembled, pdf
from workbench.cli.main import main

pytestmark = pytest.mark.usefixtures("in_workspace")

MARKUP = [name for name, form in FORMS.items() if form.written is not str and name != "jsonl"]  # XML, and HTML
NESTED = [name for name, form in FORMS.items() if form.deep[0]]
ZIPPED = [name for name, form in FORMS.items() if form.part]
PLAIN = [name for name, form in FORMS.items() if not form.part and name != "pdf"]  # lines of text
EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
BOMB = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {one} "{f"&{other};" * 10}">' for one, other in zip("bcdefghie", "abcdefghi", strict=True)
) + "]>"  # fmt: skip
TEXT = "The Parties met."
BLANK = b" " * (80 << 20)


@pytest.fixture
def taken(folder: Path, capsys: pytest.CaptureFixture[str]) -> Taken:
    """Return what becomes of a file."""
    return Taken(folder, capsys)


class Taken:
    """Reads a file of a format by its command."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys, self._first = folder, capsys, files(folder)

    def __call__(self, name: str, content: bytes) -> str:
        """Return what was taken of the text; "" where it was refused, after a look at how."""
        self._begin_anew()
        form = FORMS[name]
        path = self.folder / f"pair.{form.suffix}"
        path.write_bytes(content)
        for other, text in (form.beside or {}).items():
            (self.folder / other).write_text(text, encoding="utf-8")
        before = files(self.folder)
        outside = sorted(self.folder.parent.iterdir())
        code = main([word.replace("{}", path.name) for word in form.command])
        said = self._capsys.readouterr()
        assert harmless(said.out + said.err)
        assert sorted(self.folder.parent.iterdir()) == outside
        if code == 2:
            assert said.err.startswith(f"workbench: {path.name}")
            assert said.err.count("\n") == 1
            assert len(said.err) < 400
            assert files(self.folder) == before
            return ""
        assert code == 0
        texts = self.folder / "texts" / DOCUMENT / "en.txt"
        changed = [texts] if texts.exists() else [self.folder / one for one in files(self.folder) if one not in before]
        return "\n".join(one.read_text(encoding="utf-8") for one in changed if one.suffix in (".txt", ".csv"))

    def _begin_anew(self) -> None:
        for name in files(self.folder):
            if name not in self._first:
                (self.folder / name).unlink()
        for name, content in self._first.items():
            (self.folder / name).write_bytes(content)
        if (self.folder / "texts" / DOCUMENT).is_dir():
            (self.folder / "texts" / DOCUMENT).rmdir()


@pytest.mark.parametrize("name", FORMS)
def test_what_is_not_hostile_is_taken(name: str, taken: Taken) -> None:
    """So that the others are refused for what they are."""
    assert TEXT in taken(name, FORMS[name].content(TEXT))


@pytest.mark.parametrize("before", [EXTERNAL, BOMB], ids=["external", "bomb"])
@pytest.mark.parametrize("name", MARKUP)
def test_entities_are_refused(name: str, before: str, taken: Taken) -> None:
    """HTML has none of its own: there the reference stays as it is written."""
    found = taken(name, FORMS[name].raw("The &e; met.", before))
    assert found == "" if name != "html" else "The &e; met." in found


@pytest.mark.parametrize("name", NESTED)
def test_ten_thousand_elements_within_each_other_are_refused(name: str, taken: Taken) -> None:
    """In whatever part the text stands."""
    opening, closing = FORMS[name].deep
    assert taken(name, FORMS[name].raw(opening * 10_000 + "six" + closing * 10_000)) == ""


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml", "_rels/.rels"]
)
def test_a_part_of_a_workbook_may_be_as_deep(part: str, taken: Taken) -> None:
    """It is read or refused: nothing falls."""
    deep = b"<a>" * 10_000 + b"</a>" * 10_000
    taken("xlsx", with_member(FORMS["xlsx"].content(TEXT), part, deep))


def test_lists_within_lists_are_refused(taken: Taken) -> None:
    """Markdown and JSON have no elements; they nest as well."""
    assert taken("md", b"> " * 10_000 + b"x") == ""
    assert taken("jsonl", b'{"en": ' + b"[" * 10_000) == ""


def with_member(content: bytes, name: str, inner: bytes) -> bytes:
    """Return a ZIP file with one more member, or another."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        members: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    return packed(members | {name: inner})


@pytest.mark.parametrize("name", ZIPPED)
def test_a_bomb_is_refused(name: str, taken: Taken) -> None:
    """In the text's part, and behind a text that is whole."""
    content = FORMS[name].content(TEXT)
    assert taken(name, FORMS[name].with_part(content, lambda _: BLANK)) == ""
    assert taken(name, FORMS[name].with_part(content, lambda inner: inner + BLANK)) == ""


@pytest.mark.parametrize("name", ZIPPED)
def test_a_bomb_beside_the_text_is_never_unpacked(name: str, taken: Taken) -> None:
    """A workbook is refused for it; of a document only the text is read."""
    found = taken(name, with_member(FORMS[name].content(TEXT), "media/image1.png", BLANK))
    assert found == "" if name == "xlsx" else TEXT in found


@pytest.mark.parametrize("path", ["../../texts/evil.txt", "/evil.txt", "C:\\evil.txt", "a\x1b[31m.txt"])
@pytest.mark.parametrize("name", ZIPPED)
def test_paths_of_members_lead_nowhere(name: str, path: str, taken: Taken) -> None:
    """The text is taken; nothing else is written anywhere."""
    found = taken(name, with_member(FORMS[name].content(TEXT), path, b"evil"))
    assert TEXT in found
    assert not [one for one in files(taken.folder) if "evil" in one]
    assert not Path("/evil.txt").exists()


@pytest.mark.parametrize("name", ZIPPED)
def test_ten_gigabytes_in_a_directory_are_words(name: str, taken: Taken) -> None:
    """The directory of a ZIP file says so in its 64-bit extension; a document is read as far as it is there."""
    with zipfile.ZipFile(BytesIO(FORMS[name].content(TEXT))) as archive:
        members = {one.filename: archive.read(one) for one in archive.infolist()}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for one, inner in members.items():
            archive.writestr(one, inner)
        for info in archive.infolist():
            info.file_size = 10 << 30  # the directory is written at the end
    found = taken(name, out.getvalue())
    assert found == "" if name == "xlsx" else found == "" or TEXT in found


def test_ten_gigabytes_in_a_pdf_are_words(taken: Taken) -> None:
    """Of its streams, and of the places of its objects."""
    content = FORMS["pdf"].content(TEXT)
    assert TEXT in taken("pdf", content.replace(b"/Length ", b"/Length 10737418240 /Was "))


def test_a_pdf_of_no_pages_or_of_loops_is_refused(taken: Taken) -> None:
    """A tree of pages that holds itself."""
    loop = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"}
    assert taken("pdf", assembled(loop)) == ""


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b[31m", "\x9b"], ids=ascii)
@pytest.mark.parametrize("name", FORMS)
def test_controls_come_in_nowhere(name: str, sign: str, taken: Taken) -> None:
    """NUL, a bell, a terminal's escape in seven bits and in eight: refused, or taken out."""
    found = taken(name, FORMS[name].content(f"The Par{sign}ties met."))
    assert not any(control in found for control in ("\x00", "\x07", "\x1b", "\x9b"))
    assert found == "" or "ties met." in found


@pytest.mark.parametrize("name", [name for name in FORMS if name not in ("tbx", "glossary csv")])
def test_bidirectional_overrides_are_shown_and_reported(
    name: str, taken: Taken, capsys: pytest.CaptureFixture[str]
) -> None:
    """They may be meant: they come in, no terminal gets them, and a check says so."""
    found = taken(name, FORMS[name].content("The Par\u202eties\u202c met."))
    assert "\u202e" in found
    main(["check", DOCUMENT, "--fail-on", "never"])
    said = capsys.readouterr().out
    assert harmless(said)
    assert "U+202E" in said


@pytest.mark.parametrize("name", [*PLAIN, "docx", "odt", "xlsx"])
def test_a_line_of_a_megabyte_is_taken_or_refused(name: str, taken: Taken) -> None:
    """Of one word and of many."""
    for text in ("x" * 1_000_000, "The Parties met. " * 60_000):
        found = taken(name, FORMS[name].content(text))
        assert found == "" or len(found) > 900_000


def test_a_pdf_with_a_line_of_a_megabyte_is_read(taken: Taken) -> None:
    """A line that runs far out of its page, in the pieces that PDF allows."""
    line = [Printed(72 + 60_000 * number, 700, "x" * 10_000) for number in range(100)]
    assert len(taken("pdf", pdf([line]))) > 900_000


@pytest.mark.parametrize("name", FORMS)
def test_a_file_cut_off_anywhere_is_taken_or_refused(name: str, taken: Taken) -> None:
    """In ten places; what is taken of it is the beginning of the text."""
    content = FORMS[name].content(TEXT)
    for tenth in range(10):
        taken(name, content[: len(content) * tenth // 10])


@pytest.mark.parametrize("name", FORMS)
def test_junk_is_refused(name: str, taken: Taken) -> None:
    """Nothing, NUL bytes, and what chance gives."""
    assert taken(name, b"") == ""
    assert taken(name, bytes(10_000)) == ""
    assert taken(name, b"\xff\xfe\x00\x81" + os.urandom(5_000)) == "" or name in ("txt", "md", "html", "moses")


@pytest.mark.parametrize("name", PLAIN)
def test_line_ends_are_of_any_kind(name: str, taken: Taken) -> None:
    """Of Windows and of old Macintosh."""
    lines = FORMS[name].content(TEXT).replace(b"\r\n", b"\n")
    for end in (b"\r\n", b"\r"):
        assert TEXT in taken(name, lines.replace(b"\n", end))


@pytest.mark.parametrize("start", [b"=", b"+", b"-", b"@", b"\t="])
@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_a_formula_comes_in_as_text_and_goes_out_as_text(start: bytes, form: str, taken: Taken, folder: Path) -> None:
    """`=cmd|…` is what somebody wrote; a spreadsheet that opens the export works nothing out."""
    text = f"{start.decode().strip()}cmd|' /C calc'!A0"
    assert text in taken("jsonl", FORMS["jsonl"].content(text))
    assert main(["export", DOCUMENT, "--format", form, "--output", f"out.{form}"]) == 0
    written = (folder / f"out.{form}").read_bytes()
    if form == "xlsx":
        with zipfile.ZipFile(BytesIO(written)) as archive:
            assert b"<f>" not in b"".join(archive.read(one) for one in archive.namelist())
    else:
        cells = written.decode("utf-8-sig").replace("\t", ",").replace("\n", ",").split(",")
        assert not [cell for cell in cells if cell.strip('"').startswith(text)]


def test_sizes_in_local_headers_are_words_too(taken: Taken) -> None:
    """A member that promises four gigabytes in the directory and before itself."""
    for name in ("docx", "odt"):
        content = bytearray(FORMS[name].content(TEXT))
        for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
            at = content.find(mark)
            while at >= 0:
                struct.pack_into("<I", content, at + place, 0xFFFFFFF0)
                at = content.find(mark, at + 4)
        assert TEXT in taken(name, bytes(content))


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251"])
def test_a_table_that_was_opened_in_a_wrong_encoding_is_refused(
    encoding: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A spreadsheet that took UTF-8 for something else has put other letters in the place of all."""
    assert main(["export", NAME, "--format", "csv", "--output", "a.csv"]) == 0
    written = (folder / "a.csv").read_bytes()
    (folder / "b.csv").write_text(written.decode(encoding, "replace"), encoding="utf-8")
    before = files(folder)
    assert main(["import", "b.csv", NAME]) == 2
    assert "opened in a wrong encoding" in capsys.readouterr().err
    assert files(folder) == before
