"""PO: what goes out, what other tools say of it, and what comes in from them, sound or not."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import TAGS
from tests.interchange.bilingual import DATE, exported, taken
from tests.interchange.test_tmx import OMEGAT_PROJECT
from workbench.interchange import po, tmx
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming, IncomingUnit
from workbench.interchange.locales import locale_of, tag_of
from workbench.model.document import Document, Version
from workbench.model.errors import EncodingError, InputError, NotFoundError, UsageError, WorkbenchError
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.segment import text_of_paragraphs

POFILTER = shutil.which("pofilter")
HEAD = 'msgid ""\nmsgstr ""\n"Language: kk\\n"\n"Content-Type: text/plain; charset={}\\n"\n\n'
ENTRY = 'msgctxt "a-1"\nmsgid "The Parties"\nmsgstr "Тараптар"\n'


def small() -> Document:
    """Return three English segments, an omission and an addition in Kazakh."""
    versions = {
        "en": Version("en", text_of_paragraphs([["1. One.", "Two."], ["Three."]])),
        "kk": Version("kk", text_of_paragraphs([["1. Бір.", "Артық."], ["Үш."]])),
    }
    return Document(
        "d", "en", versions=versions, ladders={"kk": Ladder((Bead(1, 1), Bead(1, 0), Bead(0, 1), Bead(1, 1)))}
    )


def entries(content: bytes) -> list[polib.POEntry]:
    """Return the entries of a file."""
    return list(polib.pofile(content.decode()))


def written(folder: Path, content: str | bytes) -> Path:
    """Return a file with a content."""
    path = folder / "kk.po"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(folder: Path, content: str | bytes) -> tuple[Incoming, list[IncomingUnit]]:
    """Return what a content is read as."""
    incoming = po.read(written(folder, content))
    return incoming, list(incoming.units)


def test_an_entry_is_a_bead() -> None:
    """Labels go out of the texts; an omission is an empty entry; an addition is told in a comment of the entry before it."""
    one, two, three = entries(exported(po, small()))
    assert [(entry.msgid, entry.msgstr) for entry in (one, two, three)] == [
        ("One.", "Бір."),
        ("Two.", ""),
        ("Three.", "Үш."),
    ]
    assert one.comment.split("\n")[:2] == ["clause 1, row 1", "label of en: 1."]
    assert "behind this, kk alone says: Артық." in two.comment
    assert [entry.fuzzy for entry in (one, two, three)] == [True, False, True]


def test_what_is_reviewed_is_not_fuzzy() -> None:
    """Confirmed is: nobody accepted the wording yet."""
    document = small()
    beads = document.ladders["kk"].beads
    statuses = (BeadStatus.CONFIRMED, BeadStatus.AUTO, BeadStatus.AUTO, BeadStatus.REVIEWED)
    ladder = Ladder(tuple(replace(bead, status=status) for bead, status in zip(beads, statuses, strict=True)))
    assert [entry.fuzzy for entry in entries(exported(po, document.with_ladder("kk", ladder)))] == [True, False, False]


def test_a_note_is_the_translators_comment() -> None:
    """It stands apart from what Workbench says."""
    document = small()
    beads = document.ladders["kk"].beads
    noted = document.with_ladder("kk", Ladder((replace(beads[0], note="ask Astana"), *beads[1:])))
    assert [entry.tcomment for entry in entries(exported(po, noted))] == ["ask Astana", "", ""]


def test_exports_are_reproducible(statement: Document) -> None:
    """The dates are the document's."""
    assert exported(po, statement, "kk") == exported(po, statement, "kk")
    assert b"POT-Creation-Date: 2024-12-01 00:00+0000" in exported(po, statement, "kk")


def test_a_version_must_be_named(statement: Document) -> None:
    """And be another than the pivot."""
    with pytest.raises(UsageError, match="name it with --version"):
        exported(po, statement)
    with pytest.raises(UsageError, match="en is the pivot"):
        exported(po, statement, "en")


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_msgfmt_is_content(statement: Document, tag: str, tmp_path: Path) -> None:
    """With all checks, fuzzy entries among them, and without a word of complaint."""
    path = written(tmp_path, exported(po, statement, tag))
    for options in (("-c",), ("-c", "-f")):
        run = subprocess.run(["msgfmt", *options, "-o", "/dev/null", path], capture_output=True, text=True, check=True)
        assert run.stderr == ""


@pytest.mark.parametrize("tag", ["kk", "zh"])
@pytest.mark.skipif(POFILTER is None, reason="translate-toolkit is not installed")
def test_pofilter_takes_it(statement: Document, tag: str, tmp_path: Path) -> None:
    """All its checks run over every entry; as fuzzy it reports the ones that are."""
    path = written(tmp_path, exported(po, statement, tag))
    found = tmp_path / "found.po"
    command = [str(POFILTER), "--progress=none", "-t", "isfuzzy", str(path), str(found)]
    subprocess.run(command, check=True, capture_output=True)
    subprocess.run([*command[:2], str(path), str(tmp_path / "all.po")], check=True, capture_output=True)
    assert len(polib.pofile(str(found))) == len(entries(path.read_bytes()))


@pytest.mark.skipif(not shutil.which("msgcat"), reason="gettext is not installed")
def test_gettexts_own_writing_is_read_alike(statement: Document, tmp_path: Path) -> None:
    """msgcat wraps otherwise and sorts: the units are the same."""
    ours = written(tmp_path, exported(po, statement, "kk"))
    theirs = tmp_path / "theirs.po"
    subprocess.run(["msgcat", "--sort-output", "-w", "40", "-o", theirs, ours], check=True, capture_output=True)
    units = [{unit.key: replace(unit, line=0) for unit in po.read(path).units} for path in (ours, theirs)]
    assert units[0] == units[1]


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("kk", "kk"),
        ("uz-Cyrl", "uz@cyrillic"),
        ("zh-Hant-TW", "zh_TW@hant"),
        ("uz-Latn-UZ", "uz_UZ@latin"),
        ("pt-BR", "pt_BR"),
    ],
)
def test_locales_mean_tags(tag: str, locale: str) -> None:
    """As gettext writes languages."""
    assert locale_of(tag) == locale
    assert tag_of(locale) == tag.replace("-Hant", "")


@pytest.mark.parametrize(
    ("locale", "tag"), [("kk_KZ.UTF-8", "kk-KZ"), ("en-x-official", "en-x-official"), ("", ""), ("C'est", "")]
)
def test_locales_of_other_tools(locale: str, tag: str) -> None:
    """What is no language is none."""
    assert tag_of(locale) == tag


def test_a_header_that_lies_is_seen_through(tmp_path: Path) -> None:
    """It says ISO-8859-1, which takes any bytes, but it is UTF-8."""
    incoming, (unit,) = read(tmp_path, HEAD.format("ISO-8859-1") + ENTRY)
    assert unit.wordings["kk"].segments == ("Тараптар",)
    assert "it is UTF-8, and is read so" in incoming.warnings[0]


def test_vertical_tabs_are_spaces(tmp_path: Path) -> None:
    """gettext's own catalogues hold them; it is said."""
    incoming, (unit,) = read(tmp_path, HEAD.format("UTF-8") + 'msgid "Six\vcountries"\nmsgstr "Алты\fел"\n')
    assert [wording.segments for wording in unit.wordings.values()] == [("Six countries",), ("Алты ел",)]
    assert "2 vertical tabs and form feeds are read as spaces" in incoming.warnings[0]


@pytest.mark.parametrize("charset", ["windows-1251", " windows-1251", "UTF-8", "CHARSET"])
def test_encodings_of_the_header(tmp_path: Path, charset: str) -> None:
    """What the header names; where it names none, UTF-8."""
    encoding = "utf-8" if charset == "CHARSET" else charset.strip()
    _, (unit,) = read(tmp_path, (HEAD.format(charset) + ENTRY).encode(encoding))
    assert unit.wordings["kk"].segments == ("Тараптар",)


BROKEN = {
    "bytes that are not what the header says": (HEAD.format("UTF-8") + ENTRY).encode("cp1251"),
    "an encoding that nobody knows": (HEAD.format("klingon") + ENTRY).encode("cp1251"),
    "UTF-16": (HEAD.format("UTF-8") + ENTRY).encode("utf-16-le"),
    "NUL": HEAD.format("UTF-8") + ENTRY.replace("Т", "\x00"),
    "a terminal escape": HEAD.format("UTF-8") + ENTRY.replace("Т", "\x1b[31m"),
    "cut off in a string": (HEAD.format("UTF-8") + ENTRY)[:-3],
    "cut off in a keyword": HEAD.format("UTF-8") + 'msgctxt "a-1"\nmsgi',
    "a quotation mark too much": HEAD.format("UTF-8") + ENTRY.replace("Тара", 'Та"ра'),
    "something else": "<html><body>msgid</body></html>",
    "nothing": "",
    "white space": " \n\n",
    "a line of a hundred megabytes": HEAD.format("UTF-8") + f'msgid "{"a" * 100_000_000}"\nmsgstr ""\n',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_broken_files_are_refused(tmp_path: Path, content: str | bytes) -> None:
    """With one line that names the file."""
    with pytest.raises(InputError) as caught:
        read(tmp_path, content)
    message = str(caught.value)
    assert message.startswith(f"{tmp_path / 'kk.po'}")
    assert "\n" not in message
    assert len(message) < 400


def test_the_line_is_named(tmp_path: Path) -> None:
    """Where the syntax is broken, and where bytes are not UTF-8."""
    with pytest.raises(InputError) as caught:
        read(tmp_path, HEAD.format("UTF-8") + ENTRY.replace("Тара", 'Та"ра'))
    assert caught.value.line == 8
    with pytest.raises(EncodingError) as wrong:
        read(tmp_path, (HEAD.format("UTF-8") + ENTRY).encode("cp1251"))
    assert wrong.value.line == 8


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Is another error than one that is broken."""
    with pytest.raises(NotFoundError):
        po.read(tmp_path / "none.po")


def test_a_file_cut_off_between_entries_is_read(tmp_path: Path) -> None:
    """What is there is there; an entry without msgstr is one that nobody translated."""
    _, units = read(tmp_path, HEAD.format("UTF-8") + ENTRY + '\nmsgctxt "b-1"\nmsgid "The mechanism"\n')
    assert [unit.wordings["kk"].segments for unit in units] == [("Тараптар",), ()]


def test_a_text_that_names_a_file_is_a_text(tmp_path: Path) -> None:
    """polib opens what looks like a path: nothing but the file itself is ever read."""
    secret = tmp_path / "secret.po"
    secret.write_text(HEAD.format("UTF-8") + ENTRY, encoding="utf-8")
    with pytest.raises(InputError):
        read(tmp_path, str(secret))


@pytest.mark.parametrize(
    ("name", "tag"), [("kk.po", "kk"), ("statement.uz-Cyrl.po", "uz-Cyrl"), ("messages.po", "und")]
)
def test_a_header_without_language(tmp_path: Path, name: str, tag: str) -> None:
    """The file's name may tell it; the pivot is English, as gettext has it."""
    (tmp_path / name).write_text(ENTRY, encoding="utf-8")
    incoming = po.read(tmp_path / name)
    assert (incoming.pivot, incoming.version, len(incoming.warnings)) == ("en", tag, int(tag == "und"))


def test_comments_without_a_space_and_domains(tmp_path: Path) -> None:
    """gettext takes them."""
    _, (unit,) = read(tmp_path, HEAD.format("UTF-8") + '#msgid "x"\ndomain "d"\n' + ENTRY)
    assert unit.key == "a-1"


def test_plural_forms_and_line_breaks(tmp_path: Path) -> None:
    """The first form is taken, with a warning; a text is one line."""
    content = 'msgid "One\\nparty"\nmsgid_plural "%d parties"\nmsgstr[0] "Бір\\nтарап"\nmsgstr[1] "%d тарап"\n'
    incoming, (unit,) = read(tmp_path, HEAD.format("UTF-8") + content)
    assert unit.wordings["kk"].segments == ("Бір тарап",)
    assert "the first form is taken" in incoming.warnings[0]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_comes_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Bytes, lines of PO in any order, and a file with pieces of it gone: units, or an error of Workbench."""
    whole = HEAD.format("UTF-8") + "#. clause 4, row 1\n#, fuzzy\n" + ENTRY + '#~ msgid "x"\n#~ msgstr "y"\n'
    lines = st.one_of(st.sampled_from(whole.split("\n")), st.text(max_size=20))
    at, gone = data.draw(st.integers(0, len(whole))), data.draw(st.integers(1, 9))
    kinds = (
        st.binary(max_size=200),
        st.lists(lines, max_size=20).map(lambda each: "\n".join(each).encode("utf-8", "ignore")),
        st.just((whole[:at] + whole[at + gone :]).encode()),
    )
    content = data.draw(st.one_of(kinds))
    folder = tmp_path_factory.mktemp("po")
    message = ""
    try:
        _, units = read(folder, content)
    except WorkbenchError as error:
        message = str(error)
    else:
        assert all(isinstance(unit, IncomingUnit) for unit in units)
    assert "\n" not in message


@pytest.mark.skipif(not shutil.which("omegat"), reason="OmegaT is not installed")
def test_omegat_gives_it_back(statement: Document, tmp_path: Path) -> None:
    """A project translated with a memory of what the Kazakh says, a word of it changed: the word comes back, and nothing else."""
    for name in ("source", "target", "omegat", "glossary", "dictionary", "tm/auto"):
        (tmp_path / name).mkdir(parents=True)
    project = OMEGAT_PROJECT.replace("<sentence_seg>true", "<sentence_seg>false")
    (tmp_path / "omegat.project").write_text(project, encoding="utf-8")
    (tmp_path / "source" / "kk.po").write_bytes(exported(po, statement, "kk"))
    memory = io.BytesIO()
    tmx.write(Export(statement, DATE, "kk").chosen(), memory)
    (tmp_path / "tm" / "auto" / "kk.tmx").write_bytes(
        memory.getvalue().replace("Чэнду қаласында".encode(), "Чэнду шаһарында".encode())
    )
    command = ["omegat", str(tmp_path), "--mode=console-translate", f"--config-dir={tmp_path / 'config'}"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    result = taken(po, tmp_path / "target" / "kk.po", statement)
    assert [change.clause for change in result.changes] == ["0¶1"]
    assert "Чэнду шаһарында" in result.document.version("kk").segments()[0]
    assert (result.conflicts, result.rest) == ([], [])


@pytest.mark.parametrize(
    "tail", ['#~msgid "Old"\n#~msgstr "Eski"\n', '#~msgctxt "a"\n#~ msgid "Old"\n#~msgstr ""\n#~"Eski"\n']
)
def test_obsolete_entries_without_a_space_are_passed_over(tmp_path: Path, tail: str) -> None:
    """As msgfmt does; what stands before them is read."""
    _, units = read(tmp_path, HEAD.format("UTF-8") + ENTRY + "\n" + tail)
    assert len(units) == 1
