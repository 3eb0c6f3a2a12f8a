"""TMX: what goes out."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from workbench.interchange import tmx
from workbench.interchange.export import Export, export_date
from workbench.model.document import Document, Version
from workbench.model.errors import InputError, UsageError
from workbench.model.ladder import Bead, Ladder, ladder_of
from workbench.model.row import rows
from workbench.model.segment import Segment, Text, text_of_paragraphs

DATE = datetime(2024, 12, 1, tzinfo=UTC)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# The specification's DTD, where the checkout lies beside the shared data; it is not ours to ship.
DTD = Path(__file__).parents[3] / "shared" / "data" / "schemas" / "tmx14.dtd"

OMEGAT_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><source_dir_excludes/><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>EN</source_lang><target_lang>KK</target_lang>
<source_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</source_tok><target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
<sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>
</project></omegat>
"""


def exported(document: Document) -> bytes:
    """Return a document as TMX."""
    out = io.BytesIO()
    tmx.write(Export(document, DATE, folder="texts/d"), out)
    return out.getvalue()


def small(texts: dict[str, list[str]], **ladders: Ladder) -> Document:
    """Return a document of one paragraph a version."""
    versions = {tag: Version(tag, text_of_paragraphs([segments])) for tag, segments in texts.items()}
    return Document("d", next(iter(texts)), versions=versions, ladders=ladders)


def units(content: bytes) -> list[etree._Element]:
    """Return the units of a TMX file."""
    return list(etree.fromstring(content).iter("tu"))


def test_one_unit_a_row(statement: Document) -> None:
    """As many units as rows, a variant for each of the eight versions."""
    found = units(exported(statement))
    assert len(found) == len(rows(statement))
    assert all(len(unit.findall("tuv")) == 8 for unit in found)


@pytest.mark.skipif(not DTD.exists(), reason="the DTD is not beside the checkout")
def test_the_statement_is_valid(statement: Document) -> None:
    """Valid against the DTD of TMX 1.4."""
    with DTD.open("rb") as file:
        dtd = etree.DTD(file)
    assert dtd.validate(etree.fromstring(exported(statement))), dtd.error_log


def test_the_same_bytes_every_time(statement: Document) -> None:
    """An export is reproducible."""
    assert exported(statement) == exported(statement)


def test_labels_are_properties(statement: Document) -> None:
    """Clause four: IV., 四、 and 4. stand in properties, and in no segment."""
    unit = next(u for u in units(exported(statement)) if u.findtext("prop[@type='x-clause']") == "4")
    written = {tuv.get(LANG): tuv.findtext("prop[@type='x-label']") for tuv in unit.findall("tuv")}
    assert written == {
        "en": "IV.",
        "zh": "四、",
        "ru": "4.",
        "kk": "4.",
        "ky": "4.",
        "tg": "4.",
        "tk": "4.",
        "uz": "4.",
    }
    assert (unit.findtext("tuv/seg") or "").startswith("Based on")


def test_a_variant_has_the_least_status_of_its_beads() -> None:
    """One bead confirmed and one automatic in a row: the variant is automatic."""
    beads = Ladder((Bead(1, 1, replace(Bead(1, 1)).status.__class__("confirmed")), Bead(1, 1)))
    document = small({"en": ["A.", "B."], "kk": ["А.", "Б."], "zh": ["甲。"]}, kk=beads, zh=ladder_of([(2, 1)]))
    (unit,) = units(exported(document))
    assert [tuv.findtext("prop[@type='x-status']") for tuv in unit.findall("tuv")] == [None, "auto", "auto"]


def test_a_version_without_text_has_no_variant() -> None:
    """An omission is no empty segment."""
    document = small({"en": ["A.", "B."], "kk": ["А."]}, kk=ladder_of([(1, 1), (1, 0)]))
    assert [len(unit.findall("tuv")) for unit in units(exported(document))] == [2, 1]


def test_chinese_segments_join_without_a_space() -> None:
    """Segments of one cell join as the language joins."""
    document = small(
        {"en": ["A."], "zh": ["甲。", "乙。"], "kk": ["А.", "Б."]}, zh=ladder_of([(1, 2)]), kk=ladder_of([(1, 2)])
    )
    (unit,) = units(exported(document))
    assert [seg.text for seg in unit.iter("seg")] == ["A.", "甲。乙。", "А. Б."]


def test_equal_segments_have_ids_of_their_own() -> None:
    """The number of the occurrence is part of the id."""
    document = small({"en": ["A.", "A."], "kk": ["А.", "Б."]}, kk=ladder_of([(1, 1), (1, 1)]))
    ids = [unit.get("tuid") for unit in units(exported(document))]
    assert [tuid[-2:] for tuid in ids if tuid] == ["-1", "-2"]


def test_a_heading_that_is_only_a_label_keeps_it() -> None:
    """`Article 4` is text where nothing else stands in the row."""
    document = small({"en": ["Article 4", "B."], "kk": ["4-бап", "Б."]}, kk=ladder_of([(1, 1), (1, 1)]))
    assert [seg.text for seg in units(exported(document))[0].iter("seg")] == ["Article 4", "4-бап"]


def test_markup_in_text_is_text() -> None:
    """< and & are escaped."""
    document = small({"en": ["a < b & c"], "kk": ["<seg>"]}, kk=ladder_of([(1, 1)]))
    assert [seg.text for seg in units(exported(document))[0].iter("seg")] == ["a < b & c", "<seg>"]


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\ufffe", "\ud800"])
def test_a_character_that_xml_forbids_is_an_error(bad: str) -> None:
    """The error names version and segment."""
    document = small({"en": ["A.", "B."], "kk": ["А.", "Б"]}, kk=ladder_of([(1, 1), (1, 1)]))
    document = document.with_version(Version("kk", Text((Segment("А."), Segment("Б" + bad)))))
    with pytest.raises(InputError, match="segment 2 of kk") as caught:
        exported(document)
    assert (caught.value.path, caught.value.line) == ("texts/d/kk.txt", 2)


def test_dates_are_the_documents(statement: Document) -> None:
    """1 December 2024, in the form of TMX; SOURCE_DATE_EPOCH wins."""
    assert b'creationdate="20241201T000000Z"' in exported(statement)
    assert export_date(statement, {}) == DATE
    assert export_date(statement, {"SOURCE_DATE_EPOCH": "0"}).year == 1970
    with pytest.raises(UsageError):
        export_date(statement, {"SOURCE_DATE_EPOCH": "today"})


@pytest.mark.skipif(not shutil.which("omegat"), reason="OmegaT is not installed")
def test_omegat_translates_with_it(statement: Document, tmp_path: Path) -> None:
    """With the file in tm/auto/, OmegaT puts the Kazakh of every unlabelled row of one segment into target/."""
    for name in ("source", "target", "omegat", "glossary", "dictionary", "tm/auto"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "omegat.project").write_text(OMEGAT_PROJECT, encoding="utf-8")
    pivot = statement.version("en").segments()
    (tmp_path / "source" / "en.txt").write_text("\n\n".join(pivot) + "\n", encoding="utf-8")
    (tmp_path / "tm" / "auto" / "statement.tmx").write_bytes(exported(statement))
    command = ["omegat", str(tmp_path), "--mode=console-translate", f"--config-dir={tmp_path / 'config'}"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    target = (tmp_path / "target" / "en.txt").read_text(encoding="utf-8")
    expected = []
    for unit in units(exported(statement)):
        english, *_ = [seg.text for seg in unit.iterfind("tuv[1]/seg")]
        kazakh = next(tuv.findtext("seg") for tuv in unit.findall("tuv") if tuv.get(LANG) == "kk")
        if english in pivot:
            expected.append(kazakh)
    assert len(expected) >= 10
    assert [text for text in expected if text not in target] == []
