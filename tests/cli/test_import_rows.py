"""`workbench import` of files of rows: what changed there, here, on both sides, told by what the file says went out."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.cli.statement import NAME, files
from workbench.cli.main import main

pytestmark = pytest.mark.usefixtures("in_workspace")

FORMATS = ("tmx", "csv", "tsv", "xlsx", "jsonl")
forms = pytest.mark.parametrize("form", FORMATS)
WENT_OUT, THEIRS, OURS = "Чэнду қаласында", "Чэнду шаһарында", "Чэнду қ."
# A row of three Kazakh segments, and words of the last one.
LONG, LONGER = "Осы министрліктер", "Аталған министрліктер"
DELIMITERS = {"csv": ",", "tsv": "\t"}

Rows = list[list[str]]


def exported(folder: Path, form: str) -> Path:
    """Export the statement."""
    path = folder / f"statement.{form}"
    assert main(["export", NAME, "--format", form, "--output", str(path)]) == 0
    return path


def edit_there(path: Path, old: str, new: str) -> None:
    """Change words in a file, which has them once, as another tool does."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        (cell,) = [cell for row in book.active.iter_rows() for cell in row if old in (cell.value or "")]
        cell.value = cell.value.replace(old, new)
        book.save(path)
        return
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1
    path.write_text(content.replace(old, new), encoding="utf-8", newline="")


def edit_rows(path: Path, edit: Callable[[Rows], Rows]) -> None:
    """Change the rows of a table, its headers first, and save it as a spreadsheet does."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        rows = edit([[cell.value or "" for cell in row] for row in book.active.iter_rows()])
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
        return
    delimiter = DELIMITERS[path.suffix[1:]]
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = edit(list(csv.reader(file, delimiter=delimiter)))
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8", newline="")


def edit_here(folder: Path, old: str, new: str, tag: str = "kk") -> None:
    """Change words of a version here, which has them once."""
    path = folder / "texts" / NAME / f"{tag}.txt"
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1
    path.write_text(content.replace(old, new), encoding="utf-8")


def text(folder: Path, tag: str = "kk") -> str:
    """Return the text of a version."""
    return (folder / "texts" / NAME / f"{tag}.txt").read_text(encoding="utf-8")


@forms
def test_nobody_changed_it(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written."""
    path, before = exported(folder, form), files(folder / "texts")
    assert main(["import", str(path), NAME]) == 0
    assert f"no wording changed, 0 conflicts, 0 not taken\n{NAME}: nothing to change" in capsys.readouterr().out
    assert files(folder / "texts") == before


@forms
def test_they_changed_it(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is taken, in a row of one segment and in one of several, and no other line changes."""
    path, before = exported(folder, form), text(folder)
    edit_there(path, WENT_OUT, THEIRS)
    edit_there(path, LONG, LONGER)
    assert main(["import", str(path), NAME]) == 0
    assert "\n2 wordings of kk changed, 0 conflicts, 0 not taken\n" in capsys.readouterr().out
    assert text(folder) == before.replace(WENT_OUT, THEIRS).replace(LONG, LONGER)


@forms
def test_it_goes_where_its_ids_are(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody names the document, and a table does not tell it: the file is read for its ids, and then for its texts."""
    path = exported(folder, form)
    edit_there(path, WENT_OUT, THEIRS)
    capsys.readouterr()
    assert main(["import", str(path)]) == 0
    units, said = capsys.readouterr().out.split(" units\n", 1)
    assert not units.endswith(" 0")
    assert "1 wordings of kk changed" in said
    assert THEIRS in text(folder)


@forms
def test_we_changed_it(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The file still says what went out: ours stays, while what they changed elsewhere is taken."""
    path = exported(folder, form)
    edit_here(folder, WENT_OUT, OURS)
    edit_here(folder, LONG, LONGER)
    before = files(folder / "texts")
    assert main(["import", str(path), NAME]) == 0
    assert "no wording changed, 2 changed here alone and kept, 0 conflicts, 0 not taken" in capsys.readouterr().out
    assert files(folder / "texts") == before
    edit_there(path, "ашық, достық", "ашық та достық")
    assert main(["import", str(path), NAME]) == 0
    assert [words in text(folder) for words in (OURS, LONGER, "ашық та достық")] == [True, True, True]


@forms
def test_both_changed_it(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A conflict: both texts are told and ours stands; with --theirs theirs does, and can be taken back."""
    path = exported(folder, form)
    edit_here(folder, WENT_OUT, OURS)
    edit_there(path, WENT_OUT, THEIRS)
    before = files(folder / "texts")
    assert main(["import", str(path), NAME]) == 1
    out = capsys.readouterr().out
    assert re.search(rf"conflict 0¶1 kk .*: changed here and in the file\n  here: .*{OURS}.*\n  file: .*{THEIRS}", out)
    assert "no wording changed, 1 conflicts, 0 not taken" in out
    assert files(folder / "texts") == before
    assert main(["import", str(path), NAME, "--theirs"]) == 0
    assert THEIRS in text(folder)
    assert main(["import", "--undo-import", NAME]) == 0
    assert files(folder / "texts") == before


@forms
def test_both_changed_it_to_the_same(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """That is no conflict, and nothing to do."""
    path = exported(folder, form)
    edit_here(folder, WENT_OUT, THEIRS)
    edit_there(path, WENT_OUT, THEIRS)
    assert main(["import", str(path), NAME]) == 0
    assert "no wording changed, 0 conflicts, 0 not taken" in capsys.readouterr().out


@forms
def test_a_label_that_we_changed_stays(folder: Path, form: str) -> None:
    """Whether a format holds labels apart or before the text."""
    path = exported(folder, form)
    edit_here(folder, "IV. Based on", "4. Based on", "en")
    before = files(folder / "texts")
    assert main(["import", str(path), NAME]) == 0
    assert files(folder / "texts") == before


def without(form: str, path: Path) -> None:
    """Take out of a file what tells what went out, as a tool does that knows nothing of it."""
    if form in ("tmx", "jsonl"):
        told = {"tmx": r'<prop type="x-was">\w+</prop>', "jsonl": r', "was": "\w+"'}[form]
        content, count = re.subn(told, "", path.read_text(encoding="utf-8"))
        assert count > 100
        path.write_text(content, encoding="utf-8")
    else:
        edit_rows(path, lambda rows: [row[:-1] for row in rows])


@forms
def test_what_went_out_may_be_dropped(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Dropped is not empty: the file's text wins, and that it did so blindly is said."""
    path = exported(folder, form)
    without(form, path)
    edit_here(folder, WENT_OUT, OURS)
    assert main(["import", str(path), NAME]) == 0
    assert "1 wordings of kk changed, 1 without knowing what went out" in capsys.readouterr().out
    assert WENT_OUT in text(folder)


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_a_spreadsheet_may_sort_and_delete_and_add_rows(
    folder: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was changed on either side is known all the same; a row that is new finds no place and is told."""
    path, before = exported(folder, form), text(folder)

    def edit(rows: Rows) -> Rows:
        head, *rest = rows
        column = head.index("kk")
        kept = [row for row in rest if "ашық, достық" not in row[column]]
        assert len(kept) == len(rest) - 1
        for row in kept:
            row[column] = row[column].replace(WENT_OUT, THEIRS)
        new = [""] * len(head)
        new[head.index("en")], new[column] = "A new clause.", "Жаңа тармақ."
        return [head, *sorted(kept, key=lambda row: row[column]), new]

    edit_rows(path, edit)
    edit_here(folder, LONG, LONGER)
    assert main(["import", str(path), NAME]) == 1
    out = capsys.readouterr().out
    assert "\n1 wordings of kk changed, 1 changed here alone and kept, 0 conflicts, 2 not taken\n" in out
    assert "  file: Жаңа тармақ.\n" in out
    assert text(folder) == before.replace(WENT_OUT, THEIRS).replace(LONG, LONGER)


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_columns_may_stand_elsewhere(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Languages are found by their headers, and what went out of them by their tags; deleted ones say nothing."""
    path = exported(folder, form)
    edit_rows(path, lambda rows: [[row[-1], *row[2:-1][::-1], row[0]] for row in rows])
    edit_there(path, WENT_OUT, THEIRS)
    edit_here(folder, WENT_OUT, OURS)
    assert main(["import", str(path), NAME]) == 1
    assert "no wording changed, 1 conflicts, 0 not taken" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_cell_that_was_emptied_is_told(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A text is not taken away; that it is missing in the file is said."""
    path, before = exported(folder, form), files(folder / "texts")
    edit_rows(path, lambda rows: [["" if WENT_OUT in cell else cell for cell in row] for row in rows])
    assert main(["import", str(path), NAME]) == 0
    assert "no wording changed, 1 empty in the file and kept" in capsys.readouterr().out
    assert files(folder / "texts") == before


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_error_of_a_spreadsheet_is_no_text(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever language it speaks: it is said, and what stands here stays."""
    path, before = exported(folder, form), files(folder / "texts")
    edit_rows(path, lambda rows: [["#ИМЯ?" if WENT_OUT in cell else cell for cell in row] for row in rows])
    assert main(["import", str(path), NAME]) == 0
    out, err = capsys.readouterr()
    assert "#ИМЯ? is a spreadsheet's error, and no text of kk: left out" in err
    assert "no wording changed, 1 empty in the file and kept" in out
    assert files(folder / "texts") == before


@forms
def test_letters_that_were_lost_are_not_taken(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A program that saved the file in an encoding without them left question marks: what stands here stays, and exit code 1."""
    path, before = exported(folder, form), files(folder / "texts")
    edit_there(path, WENT_OUT, WENT_OUT.encode("cp1251", "replace").decode("cp1251"))
    assert main(["import", str(path), NAME]) == 1
    assert "question marks stand for its letters" in capsys.readouterr().out
    assert files(folder / "texts") == before


def test_what_went_out_is_hidden_in_a_workbook(folder: Path) -> None:
    """Its column is the last one, headed by no language."""
    sheet = openpyxl.load_workbook(exported(folder, "xlsx")).active
    headers = [cell.value for cell in sheet[1]]
    hidden = [cell.value for cell in sheet[1] if sheet.column_dimensions[cell.column_letter].hidden]
    assert (headers[-1], hidden) == ("exported", ["exported"])


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_libreoffice_keeps_what_went_out(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A table that it opened and saved: theirs is taken, ours kept, what both changed is a conflict, nothing else is touched."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    how = {"csv": "csv:Text - txt - csv (StarCalc):44,34,76", "xlsx": "xlsx"}[form]
    opened = ["--infilter=Text - txt - csv (StarCalc):44,34,76"] if form == "csv" else []
    command = ["soffice", profile, "--headless", *opened, "--convert-to", how, "--outdir", str(folder / "saved")]
    subprocess.run([*command, str(exported(folder, form))], check=True, capture_output=True, timeout=300)
    path = folder / "saved" / f"statement.{form}"
    edit_there(path, WENT_OUT, THEIRS)
    edit_there(path, "ашық, достық", "ашық та достық")
    edit_here(folder, WENT_OUT, OURS)
    edit_here(folder, LONG, LONGER)
    before = text(folder)
    assert main(["import", str(path), NAME]) == 1
    assert (
        "\n1 wordings of kk changed, 1 changed here alone and kept, 1 conflicts, 0 not taken\n"
        in capsys.readouterr().out
    )
    assert text(folder) == before.replace("ашық, достық", "ашық та достық")


FILLED = "Жаңа мәтін."


def fill_tmx(path: Path) -> None:
    """Add a variant to the unit that has none in Kazakh."""
    content = path.read_text(encoding="utf-8")
    unit = re.search(r'<tu [^\n]*<prop type="x-nothing">kk</prop>[^\n]*(?=</tu>)', content)
    assert unit is not None
    variant = f'<tuv xml:lang="kk"><seg>{FILLED}</seg></tuv>'
    path.write_text(content[: unit.end()] + variant + content[unit.end() :], encoding="utf-8")


def fill_table(path: Path) -> None:
    """Write into the cell that is empty in Kazakh."""

    def edit(rows: Rows) -> Rows:
        column = rows[0].index("kk")
        (row,) = [row for row in rows if not row[column]]
        row[column] = FILLED
        return rows

    edit_rows(path, edit)


def fill_jsonl(path: Path) -> None:
    """Give a segment to the object that has none in Kazakh."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    (line,) = [line for line in lines[1:] if not line["versions"]["kk"]["segments"]]
    line["versions"]["kk"]["segments"] = [FILLED]
    line["versions"]["kk"].pop("beads")
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")


FILL = {"tmx": fill_tmx, "csv": fill_table, "tsv": fill_table, "xlsx": fill_table, "jsonl": fill_jsonl}


@forms
@pytest.mark.parametrize("ours", [False, True])
def test_what_went_out_without_text(folder: Path, form: str, ours: bool, capsys: pytest.CaptureFixture[str]) -> None:
    """Where they alone wrote something it is taken; where we did too it is a conflict."""
    whole = files(folder / "texts")
    (line,) = [line for line in text(folder).split("\n") if "ашық, достық" in line]
    edit_here(folder, f"{line}\n", "")
    ladder = folder / "texts" / NAME / "kk.ladder"
    lines = ladder.read_text(encoding="utf-8").split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("1\t1\t"))
    lines[at] = lines[at].replace("1\t1\t", "1\t0\t", 1)
    ladder.write_text("\n".join(lines), encoding="utf-8")
    path = exported(folder, form)
    FILL[form](path)
    if ours:
        for name, content in whole.items():
            (folder / "texts" / name).write_bytes(content)
    before = files(folder / "texts")
    assert main(["import", str(path), NAME]) == int(ours)
    out = capsys.readouterr().out
    if ours:
        assert "no wording changed, 1 conflicts, 0 not taken" in out
        assert files(folder / "texts") == before
    else:
        assert "1 wordings of kk changed, 0 conflicts, 0 not taken" in out
        assert f"\n{FILLED}\n" in text(folder)
