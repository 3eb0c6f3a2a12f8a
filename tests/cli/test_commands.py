"""The command line, from the words that are typed to what is printed."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.alignment.encoders.samples import Letters
from tests.conftest import ROOT, TAGS, gold_ladder
from workbench.cli.main import main
from workbench.cli.printing import table
from workbench.model.errors import InputError
from workbench.model.terminal import plain, width

NAME = "chengdu-2024"


class Broken(Letters):
    """An encoder that gives no numbers."""

    def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:  # noqa: ARG002
        """Return NaN."""
        return np.full((len(texts), self.dimensions), np.nan, dtype=np.float32)


@pytest.fixture(autouse=True)
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test stands in a workspace of its own."""
    monkeypatch.chdir(folder)


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


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


def test_reports_go_to_files_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--output writes a report beside the one on standard output."""
    main(["check", NAME, "--output", "json=report.json", "--output", "github=annotations.txt"])
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["summary"]
    assert (folder / "annotations.txt").read_text(encoding="utf-8").startswith("::error ")
    assert "numbering-style" in capsys.readouterr().out


def test_export_writes_tmx(folder: Path) -> None:
    """A file with a unit for each row."""
    assert main(["export", NAME, "--format", "tmx", "--output", "s.tmx"]) == 0
    assert (folder / "s.tmx").read_bytes().count(b"<tu ") > 20


def test_export_writes_one_version(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Clean Kazakh text to standard output."""
    assert main(["export", NAME, "--format", "txt", "--version", "kk"]) == 0
    assert "Қытай".encode() in capfdbinary.readouterr().out


def test_status_counts_segments_and_beads(capsys: pytest.CaptureFixture[str]) -> None:
    """34 English segments, the pivot without beads."""
    assert main(["status", NAME, "--format", "json"]) == 0
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    english, chinese = document["versions"][:2]
    assert (english["segments"], english["beads"], english["pivot"]) == (34, None, True)
    assert sum(chinese["beads"].values()) > 30


def test_without_a_terminal_status_and_findings_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """`workbench` in a pipe exits 0, though there are errors."""
    assert main([]) == 0
    out = capsys.readouterr().out
    assert "unofficial" in out
    assert "numbering-style" in out


def test_edit_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """In a pipe `edit` says what to use instead."""
    assert main(["edit"]) == 2
    assert "workbench status" in capsys.readouterr().err


class Terminal(StringIO):
    """Input and output as a terminal has them."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_on_a_dumb_terminal_edit_says_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot move its cursor, so that the editor would fill it with escapes."""
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    assert main(["edit"]) == 2
    assert "TERM=xterm-256color, or use: workbench status" in capsys.readouterr().err


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


def test_search_shows_all_versions_of_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    """A Chinese word brings up the rows with all languages; apostrophes fold."""
    assert main(["search", "西安", "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert set(row["versions"]) == {"en", *TAGS}
    assert main(["search", "xi'an"]) == 0
    assert "Xi’an" in capsys.readouterr().out


def test_new_makes_a_document_of_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Plain texts are cut, labelled, aligned and written; the checks run on them."""
    main(["export", NAME, "--format", "txt", "--version", "en", "--output", "en.txt"])
    main(["export", NAME, "--format", "txt", "--version", "zh", "--output", "zh.txt"])
    assert main(["new", "second", "en=en.txt", "zh=zh.txt", "--date", "2024-12-01"]) == 0
    assert (folder / "texts" / "second" / "en.txt").read_bytes() == (folder / "texts" / NAME / "en.txt").read_bytes()
    assert main(["check", "second", "--only", "numbering-mismatch"]) == 0


def test_new_works_in_an_empty_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first document makes texts/."""
    folder = tmp_path_factory.mktemp("empty")
    monkeypatch.chdir(folder)
    (folder / "a.txt").write_text("1. Бир.\n\n2. Эки.\n", encoding="utf-8")
    (folder / "b.txt").write_text("一、一。\n\n二、二。\n", encoding="utf-8")
    assert main(["new", "first", "ky=a.txt", "zh=b.txt"]) == 0
    assert (folder / "texts" / "first" / "zh.ladder").read_text(encoding="utf-8").startswith("# 1\n1\t1\tauto")


def test_add_replaces_a_draft(folder: Path) -> None:
    """An official text in the place of a draft: status, source and lock are recorded, ladders fit."""
    text = (folder / "texts" / NAME / "kk.txt").read_text(encoding="utf-8").replace("Тараптар", "Қатысушы тараптар")
    (folder / "official.txt").write_text(text, encoding="utf-8")
    arguments = [
        "add",
        NAME,
        "kk=official.txt",
        "--replace",
        "--segmented",
        "--status",
        "official",
        "--source",
        "gov.kz",
        "--lock",
    ]
    assert main(arguments) == 0
    assert 'status = "official"' in (folder / "texts" / NAME / "document.toml").read_text(encoding="utf-8")
    assert main(["status", NAME]) == 0


def test_a_locked_version_is_not_replaced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`add --replace` refuses, and says how to unlock."""
    path = folder / "texts" / NAME / "document.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("[versions.kk]", "[versions.kk]\nlocked = true"), encoding="utf-8"
    )
    assert main(["add", NAME, f"kk=texts/{NAME}/kk.txt", "--replace", "--segmented"]) == 2
    assert "locked = false" in capsys.readouterr().err


def test_add_takes_a_second_translation(folder: Path) -> None:
    """en-x-official beside en."""
    (folder / "b.txt").write_bytes((folder / "texts" / NAME / "en.txt").read_bytes())
    assert main(["add", NAME, "en-x-official=b.txt", "--segmented"]) == 0
    beads = (folder / "texts" / NAME / "en-x-official.ladder").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[:2] for line in beads if not line.startswith("#")] == [["1", "1"]] * 34


def test_align_repairs_after_hand_edits(folder: Path) -> None:
    """A segment cut in two by hand: the ladder does not add up, `align` brings it in step."""
    path = folder / "texts" / NAME / "kk.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(". ", ".\n", 1), encoding="utf-8")
    path.write_text("Жаңа сөйлем.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["status", NAME]) == 2
    assert main(["align", NAME, "kk"]) == 0
    assert main(["status", NAME]) == 0


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


def test_align_stamps_beads_that_were_confirmed_by_hand(folder: Path) -> None:
    """`confirmed` written into the ladder without a digest gets that of the texts as they stand."""
    path = folder / "texts" / NAME / "kk.ladder"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    lines[at] = "\t".join(lines[at].split("\t")[:2]) + "\tconfirmed"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["align", NAME, "kk"]) == 0
    cells = path.read_text(encoding="utf-8").splitlines()[at].split("\t")
    assert cells[2] == "confirmed"
    assert len(cells[4]) == 8


def accept(folder: Path, status: str, bead: int) -> None:
    """Write a status and the digest of today's texts to one bead of the Kazakh ladder, as a person who accepts it does."""
    path = folder / "texts" / NAME / "kk.ladder"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = [number for number, line in enumerate(lines) if not line.startswith("#")][bead]
    lines[at] = "\t".join(lines[at].split("\t")[:2]) + f"\t{status}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["align", NAME, "kk"]) == 0


@pytest.mark.parametrize(
    ("tag", "reason"), [("kk", "wording changed since review"), ("en", "pivot changed since review")]
)
def test_a_reviewed_bead_whose_text_changed_is_listed(
    folder: Path, capsys: pytest.CaptureFixture[str], tag: str, reason: str
) -> None:
    """`status` says which of its texts changed."""
    accept(folder, "reviewed", 2)
    path = folder / "texts" / NAME / f"{tag}.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("\n1. ", "\n1. X "), encoding="utf-8")
    capsys.readouterr()
    assert main(["status", NAME]) == 0
    assert f"kk 1: {reason}" in capsys.readouterr().out


def test_another_text_of_equal_length_keeps_nothing_confirmed(folder: Path) -> None:
    """`add --replace` with other wordings: what was confirmed no longer fits."""
    accept(folder, "confirmed", 1)
    path = folder / "texts" / NAME / "kk.txt"
    other = path.read_text(encoding="utf-8").replace("Тараптар", "Мүше мемлекеттер")
    (folder / "other.txt").write_text(other, encoding="utf-8")
    assert main(["add", NAME, "kk=other.txt", "--replace", "--segmented"]) == 0
    assert "confirmed" not in (folder / "texts" / NAME / "kk.ladder").read_text(encoding="utf-8")


def test_align_prints_a_ladder_of_two_files(capsys: pytest.CaptureFixture[str]) -> None:
    """Stateless: no document is touched."""
    folder = f"texts/{NAME}"
    assert main(["align", "--segmented", f"en={folder}/en.txt", f"zh={folder}/zh.txt", "--format", "ladder"]) == 0
    assert capsys.readouterr().out.startswith("# 0¶1\n1\t1\tauto\t")


@pytest.mark.parametrize("encoder", ["words", "none"])
def test_an_encoder_aligns_all_versions_together(capsys: pytest.CaptureFixture[str], encoder: str) -> None:
    """--encoder names what vectors are asked of; every segment is in exactly one bead, and most beads are the gold's."""
    folder = f"texts/{NAME}"
    files = [f"{tag}={folder}/{tag}.txt" for tag in ("en", *TAGS)]
    assert main(["align", "--segmented", "--encoder", encoder, *files]) == 0
    out, err = capsys.readouterr()
    assert err == f"aligning with encoder {encoder}\n"
    for tag, ladder in json.loads(out)["ladders"].items():
        assert sorted(i for bead in ladder for i in bead["pivot"]) == list(range(34))
        found = {(tuple(bead["pivot"]), tuple(bead["version"])) for bead in ladder}
        gold = {(tuple(span.pivot), tuple(span.version)) for span in gold_ladder(tag).spans()}
        assert len(found & gold) >= 0.85 * len(gold)


def test_the_best_encoder_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    """One line on standard error says which that is; JSON is alone on standard output."""
    folder = f"texts/{NAME}"
    assert main(["align", "--segmented", f"en={folder}/en.txt", f"kk={folder}/kk.txt"]) == 0
    out, err = capsys.readouterr()
    assert err == "aligning with encoder words, the best that is installed\n"
    assert json.loads(out)["pivot"] == "en"


@pytest.mark.parametrize("command", ["new", "add", "align"])
def test_the_settings_name_the_encoder(folder: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    """`encoder` in workbench.toml is what all commands take, unless --encoder says otherwise."""
    (folder / "workbench.toml").write_text('encoder = "none"\n', encoding="utf-8")
    text = f"texts/{NAME}/kk.txt"
    arguments = {
        "new": ["new", "second", f"en=texts/{NAME}/en.txt", f"kk={text}", "--segmented"],
        "add": ["add", NAME, f"kk-x-second={text}", "--segmented"],
        "align": ["align", NAME, "kk"],
    }[command]
    assert main(arguments) == 0
    assert "aligning with encoder none\n" in capsys.readouterr().err


def test_the_command_line_goes_before_the_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--encoder words, where the settings have none."""
    (folder / "workbench.toml").write_text('encoder = "none"\n', encoding="utf-8")
    assert main(["align", NAME, "--encoder", "words"]) == 0
    assert "aligning with encoder words\n" in capsys.readouterr().err


def test_add_leaves_the_other_ladders_alone(folder: Path) -> None:
    """A ninth version: the seven ladders that are there stay to the byte."""
    before = {tag: (folder / "texts" / NAME / f"{tag}.ladder").read_bytes() for tag in TAGS}
    assert main(["add", NAME, f"kk-x-second=texts/{NAME}/kk.txt", "--segmented"]) == 0
    assert {tag: (folder / "texts" / NAME / f"{tag}.ladder").read_bytes() for tag in TAGS} == before
    assert main(["status", NAME]) == 0


def test_files_that_may_be_exchanged_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    """The Russian text under kk and the Kazakh one under ru: a line for each, and ladders all the same."""
    folder = f"texts/{NAME}"
    files = [f"en={folder}/en.txt", f"ru={folder}/kk.txt", f"kk={folder}/ru.txt"]
    assert main(["align", "--segmented", *files]) == 0
    out, err = capsys.readouterr()
    assert [line for line in err.splitlines() if line.startswith("workbench: ")] == [
        "workbench: ru: its words are rather those of kk — is it the right file?",
        "workbench: kk: its words are rather those of ru — is it the right file?",
    ]
    assert set(json.loads(out)["ladders"]) == {"ru", "kk"}


def test_identical_files_are_one_to_one(capsys: pytest.CaptureFixture[str]) -> None:
    """A text against itself under another tag."""
    path = f"texts/{NAME}/ru.txt"
    assert main(["align", "--segmented", f"ru={path}", f"ru-x-second={path}"]) == 0
    (ladder,) = json.loads(capsys.readouterr().out)["ladders"].values()
    assert all(bead["pivot"] == bead["version"] for bead in ladder)


def test_a_cache_that_cannot_be_written_is_left_aside(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line says so, and the versions are aligned."""
    (folder / "file").write_text("")
    monkeypatch.setenv("WORKBENCH_CACHE", str(folder / "file" / "below"))
    monkeypatch.setattr("workbench.alignment.encoders.e5.E5", Letters)
    assert main(["align", NAME, "kk", "--encoder", "e5"]) == 0
    err = capsys.readouterr().err
    assert [line for line in err.splitlines() if "left aside" in line] == [err.splitlines()[1]]


def test_nan_from_an_encoder_is_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The encoder is named, nothing is written, exit code 2."""
    monkeypatch.setattr("workbench.alignment.encoders.e5.E5", Broken)
    assert main(["align", NAME, "--encoder", "e5"]) == 2
    assert capsys.readouterr().err.splitlines()[1:] == [
        "workbench: the encoder letters (1) gave numbers that are none (NaN or infinity) — choose another with --encoder"
    ]


def test_an_encoder_that_is_installed_and_broken_makes_way(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By default the next best takes its place, and one line says why; by name it is an error."""

    def broken() -> None:
        raise InputError("the encoder e5 does not work here")

    monkeypatch.setattr("workbench.alignment.encoders.registry.best", lambda: "e5")
    monkeypatch.setattr("workbench.alignment.encoders.e5.E5", broken)
    assert main(["align", NAME, "kk"]) == 0
    assert capsys.readouterr().err.splitlines()[:2] == [
        "workbench: the encoder e5 does not work here",
        "aligning with encoder words, the best that is installed",
    ]
    assert main(["align", NAME, "kk", "--encoder", "e5"]) == 2


def test_explain_tells_the_reasons_of_a_clause(capsys: pytest.CaptureFixture[str]) -> None:
    """The beads of clause 4, with what spoke for them; labels among it."""
    assert main(["explain", NAME, "kk", "--clause", "4", "--encoder", "none"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("kk 4 · 1–1 auto ")
    assert "kk 4¶2 · 1–2" in out
    assert "kk 5" not in out
    assert "clause labels" in out
    assert "other versions (6 of 6 bear it out)" in out


def test_explain_writes_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One row in all versions; the workspace is not touched."""
    before = files(folder)
    assert main(["explain", NAME, "--row", "0", "--encoder", "none", "--format", "json"]) == 0
    beads = json.loads(capsys.readouterr().out)["beads"]
    assert [bead["version"] for bead in beads] == list(TAGS)
    assert all(bead["reasons"] and bead["pivot_segments"] == [0] for bead in beads)
    assert files(folder) == before


def test_align_explains_files_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    """--explain puts the reasons beside each bead's score."""
    folder = f"texts/{NAME}"
    assert main(["align", "--segmented", "--explain", f"en={folder}/en.txt", f"ru={folder}/ru.txt"]) == 0
    (ladder,) = json.loads(capsys.readouterr().out)["ladders"].values()
    assert all(set(bead) == {"pivot", "version", "score", "reasons"} for bead in ladder)
    assert any(bead["reasons"].get("clause labels", 0) > 1 for bead in ladder)


def test_what_was_confirmed_stays_when_all_are_aligned_together(folder: Path) -> None:
    """A confirmed bead is a fixed point of the engine for many versions too; the other ladders are left alone."""
    accept(folder, "confirmed", 3)
    before = {tag: (folder / "texts" / NAME / f"{tag}.ladder").read_bytes() for tag in TAGS}
    assert main(["align", NAME, "kk", "--encoder", "words"]) == 0
    assert "\tconfirmed\t" in (folder / "texts" / NAME / "kk.ladder").read_text(encoding="utf-8")
    after = {tag: (folder / "texts" / NAME / f"{tag}.ladder").read_bytes() for tag in TAGS}
    assert [tag for tag in TAGS if before[tag] != after[tag] and tag != "kk"] == []


def test_align_prints_json_of_many_files(capsys: pytest.CaptureFixture[str]) -> None:
    """Pivot, segments and ladders; every segment in exactly one bead."""
    folder = f"texts/{NAME}"
    assert main(["align", "--segmented", *(f"{tag}={folder}/{tag}.txt" for tag in ("en", "kk", "ru"))]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["pivot"] == "en"
    for tag, ladder in data["ladders"].items():
        assert [i for bead in ladder for i in bead["pivot"]] == list(range(34))
        assert [i for bead in ladder for i in bead["version"]] == list(range(len(data["versions"][tag]["segments"])))


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
        (["new", NAME, "en=x.txt"], "exists already"),
        (["new", "second", "en=missing.txt"], "no such file"),
        (["new", "second", "en_GB=x.txt"], "not a language tag"),
        (["new", "second", "x.txt"], "LANG=FILE"),
        (["new", "second", "en=empty.txt"], "no text in it"),
        (["new", "second", "ru=cp1251.txt"], "looks like"),
        (["new", "second", "ru=utf16.txt"], "looks like utf-16-le"),
        (["new", "second", "en=escape.txt"], "U+001B"),
        (["new", "second", f"en=texts/{NAME}/en.txt", f"en=texts/{NAME}/en.txt"], "twice"),
        (["new", "../second", f"en=texts/{NAME}/en.txt"], "no name of a document"),
        (["add", NAME, f"kk=texts/{NAME}/kk.txt"], "already"),
        (["add", NAME, "fr=empty.txt", "--replace"], "to replace"),
        (["align", NAME, "en"], "pivot"),
        (["align", f"en=texts/{NAME}/en.txt"], "one file alone"),
        (["align", NAME, "--encoder", "bert"], "no encoder is called"),
        (["new", "second", f"en=texts/{NAME}/en.txt", f"ru=texts/{NAME}/ru.txt", "--encoder", "bert"], "no encoder"),
        (["add", NAME, f"fr=texts/{NAME}/en.txt", "--encoder", "sentence-transformers:./texts"], "no model folder"),
        (["align", "en=empty.txt", f"ru=texts/{NAME}/ru.txt"], "no text in it"),
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
    (folder / "empty.txt").write_bytes(b"\n\n")
    (folder / "escape.txt").write_bytes(b"All parties\x1b[2J agree.\n")
    (folder / "cp1251.txt").write_bytes(("Стороны договорились развивать сотрудничество. " * 9).encode("windows-1251"))
    (folder / "utf16.txt").write_bytes("Стороны договорились о сотрудничестве.\n".encode("utf-16-le"))
    before = files(folder)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("workbench: ")
    assert words in err
    assert err.count("\n") == 1
    assert files(folder) == before


def test_an_encoding_can_be_named(folder: Path) -> None:
    """--encoding windows-1251 takes what UTF-8 refuses, and writes UTF-8."""
    (folder / "ru.txt").write_bytes("1. Стороны договорились.".encode("windows-1251"))
    assert main(["new", "second", "ru=ru.txt", "--encoding", "windows-1251"]) == 0
    assert (folder / "texts" / "second" / "ru.txt").read_text(encoding="utf-8") == "1. Стороны договорились.\n"


def test_importing_the_command_line_imports_nothing_heavy() -> None:
    """All commands can be listed without textual, numpy, sacrebleu, lxml or the languages' data."""
    code = (
        "import sys; from workbench.cli.main import parser; parser();"
        "heavy = {'textual', 'rich', 'numpy', 'sacrebleu', 'lxml', 'sentencex', 'pymorphy3', 'babel', 'tomllib'};"
        "heavy |= {'tomlkit', 'asyncio'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


def test_a_closed_pipe_is_no_error(folder: Path) -> None:
    """`workbench glossary list | head -1`."""
    command = f"{sys.executable} -m workbench.cli.main glossary list | head -1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=folder, env=environment, check=True)  # noqa: S602
    assert run.stderr == ""


@pytest.mark.parametrize("bad", ["\x1b[31m", "\u202e", "\x07", "\n"])
def test_messages_cannot_harm_a_terminal(bad: str) -> None:
    """Controls and overrides in file names are shown, not sent."""
    assert bad not in plain(f"file{bad}name")


def test_tables_are_straight_in_every_script() -> None:
    """Chinese takes two cells a character."""
    lines = table([["中亚", "a"], ["Орта", "b"], ["x", "c"]]).split("\n")
    assert {width(line[:-1]) for line in lines} == {6}
