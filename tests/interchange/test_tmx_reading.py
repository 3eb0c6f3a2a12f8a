"""TMX comes in as a document: what the format holds is equal, what is broken or hostile is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.interchange.drawn import documents, exported, imported, segments, taken
from tests.interchange.test_tables import held, told, without_crossings
from tests.interchange.test_tmx import DTD
from workbench.interchange import tmx
from workbench.interchange.documents_of import document_of
from workbench.model.document import Document, Version
from workbench.model.errors import InputError, NotFoundError
from workbench.model.ladder import Bead, BeadStatus, Ladder, ladder_of
from workbench.model.segment import text_of_paragraphs


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to write in."""
    return tmp_path_factory.mktemp("tmx") / "d.tmx"


def file(body: str, srclang: str = "en", encoding: str = "utf-8") -> bytes:
    """Return a TMX file."""
    head = f'<?xml version="1.0" encoding="{encoding}"?><tmx version="1.4"><header srclang="{srclang}"/><body>'
    return f"{head}{body}</body></tmx>".encode(encoding)


def unit(**texts: str) -> str:
    """Return a unit of some languages."""
    return "<tu>" + "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in texts.items()) + "</tu>"


@settings(max_examples=100)
@given(documents())
def test_rows_come_back_equal(path: Path, document: Document) -> None:
    """The segments of each version in each row with their labels, their statuses and their notes."""
    document = without_crossings(document)
    assume(all(version.text.segments for version in document.versions.values()))  # the others are in no unit
    found = imported(tmx, path, exported(tmx, document))
    assert held(found) == held(document)
    assert told(found) == told(document)


@settings(max_examples=50)
@given(documents())
@pytest.mark.skipif(not DTD.exists(), reason="the DTD is not beside the checkout")
def test_every_export_is_valid(document: Document) -> None:
    """Against the DTD of TMX 1.4, whatever is in the texts."""
    with DTD.open("rb") as content:
        dtd = etree.DTD(content)
    assert dtd.validate(etree.fromstring(exported(tmx, document))), dtd.error_log


def test_the_statement_comes_back(statement: Document, path: Path) -> None:
    """Row by row in eight languages, its pivot with all its paragraphs."""
    found = imported(tmx, path, exported(tmx, statement))
    assert held(found) == held(statement)
    assert found.version("en").text == statement.version("en").text


def test_the_header_names_pivot_and_document(statement: Document, path: Path) -> None:
    """The file tells where it came from."""
    path.write_bytes(exported(tmx, statement))
    incoming = tmx.read(path)
    assert (incoming.pivot, incoming.document) == ("en", "chengdu-2024")


def test_one_version_alone(statement: Document, path: Path) -> None:
    """With its pivot, in rows of its own."""
    assert list(segments(imported(tmx, path, exported(tmx, statement, "kk")))) == ["en", "kk"]


def test_labels_and_statuses_come_back(path: Path) -> None:
    """Also of segments that share a row, and where a space stands in Chinese."""
    texts = {"en": [["IV. Trade", "a) Grain"]], "zh": [["1. 贸易"], ["（甲） 粮食"]]}
    versions = {tag: Version(tag, text_of_paragraphs(paragraphs)) for tag, paragraphs in texts.items()}
    ladders = {"zh": Ladder((Bead(2, 2, BeadStatus.REVIEWED, note="see Annex"),))}
    content = exported(tmx, Document("d", "en", versions=versions, ladders=ladders))
    assert b'<prop type="x-label">1. </prop>' in content
    found = imported(tmx, path, content)
    assert segments(found) == {"en": ("IV. Trade", "a) Grain"), "zh": ("1. 贸易", "（甲） 粮食")}
    (bead,) = found.ladders["zh"].beads
    assert (bead.status, bead.note, len(bead.digest)) == (BeadStatus.REVIEWED, "see Annex", 8)


def test_segments_that_a_tool_changed_are_one(path: Path) -> None:
    """Where the lengths do not fit the text any more it is not cut."""
    versions = {tag: Version(tag, text_of_paragraphs([["1. One.", "Two."]])) for tag in ("en", "kk")}
    content = exported(tmx, Document("d", "en", versions=versions, ladders={"kk": ladder_of([(2, 2)])}))
    found = imported(
        tmx, path, content.replace(b"<seg>One. Two.</seg></tuv></tu>", b"<seg>One and two.</seg></tuv></tu>")
    )
    assert segments(found) == {"en": ("1. One.", "Two."), "kk": ("1. One and two.",)}


def test_the_second_wording_of_a_language_is_told(path: Path) -> None:
    """The first stands."""
    path.write_bytes(
        file(unit(en="summit", zh="峰会").replace("</tu>", '<tuv xml:lang="zh"><seg>会议</seg></tuv></tu>'))
    )
    incoming = tmx.read(path)
    assert segments(document_of(incoming, "d"))["zh"] == ("峰会",)
    assert incoming.warnings == [f"{path}:1: a second wording of zh is left out: '会议'"]


@pytest.mark.parametrize(
    ("srclang", "pivot"), [("en", "en"), ("*all*", "zh"), ("EN-us", "en"), ("kk", "kk"), ("", "zh"), ("!", "zh")]
)
def test_the_source_language_is_the_pivot(path: Path, srclang: str, pivot: str) -> None:
    """`*all*` and what is no language leave it to the first version; of another region the language is taken."""
    body = unit(zh="峰会", en="summit", kk="саммит")
    assert imported(tmx, path, file(body, srclang)).pivot == pivot


def test_a_pivot_can_be_chosen(path: Path) -> None:
    """Whatever the file says."""
    assert imported(tmx, path, file(unit(en="summit", kk="саммит")), "kk").pivot == "kk"


def test_inline_codes_become_markers(path: Path) -> None:
    """`{1}` and `{/1}` around, `{2/}` alone."""
    body = unit(en='<bpt i="1">x</bpt>Six<ept i="1">x</ept><ph x="2">y</ph> states', zh="六国")
    assert segments(imported(tmx, path, file(body)))["en"] == ("{1}Six{/1}{2/} states",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-r"])
def test_a_document_in_every_encoding(path: Path, encoding: str) -> None:
    """As it is declared."""
    found = imported(tmx, path, file(unit(en="summit", ru="встреча"), encoding=encoding))
    assert segments(found) == {"en": ("summit",), "ru": ("встреча",)}


def test_segtype_paragraph_makes_paragraphs(path: Path) -> None:
    """Units that tell no clause begin a paragraph each."""
    found = imported(tmx, path, file(unit(en="One.", kk="Бір.") + unit(en="Two.", kk="Екі.")))
    assert found.version("kk").text.starts() == (0, 1)


def test_versions_that_come_late_lack_what_was_before(path: Path) -> None:
    """Their ladders begin with omissions."""
    found = imported(tmx, path, file(unit(en="One.") + unit(en="Two.", kk="Екі.")))
    assert found.ladders["kk"] == ladder_of([(1, 0), (1, 1)])


def test_units_of_one_key_are_all_kept(path: Path) -> None:
    """An identifier that comes twice says nothing."""
    body = unit(en="One.", kk="Бір.").replace("<tu>", '<tu tuid="1">') * 2
    assert len(imported(tmx, path, file(body)).version("en").segments()) == 2


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", "no text in it"),
        ("<tu><tuv xml:lang='en'/></tu>", "no text in it"),
        (unit(kk="саммит"), "no text in en, the pivot — it has: kk"),
        (unit(en="x", kk=" "), ""),
        (unit(en="a\x85b"), ""),
        (unit(en="a&#x2028;b"), ""),
        (unit(en="&bomb;"), "1: "),
        (unit(en="x" * 11_000_000), ""),
    ],
)
def test_bodies_that_say_nothing_or_too_much(path: Path, body: str, said: str) -> None:
    """A document, or one line that says why not."""
    if not said:
        assert taken(tmx, path, file(body)) is None or body
        return
    with pytest.raises(InputError) as caught:
        imported(tmx, path, file(body))
    assert said in str(caught.value)


def test_a_file_cut_off_anywhere_is_refused(path: Path, statement: Document) -> None:
    """At every place: the line is named where one was begun."""
    content = exported(tmx, statement)
    for end in (*range(0, 2000, 7), *range(2000, len(content) - 10, 997)):
        with pytest.raises(InputError) as caught:
            imported(tmx, path, content[:end])
        assert "\n" not in str(caught.value)


@settings(max_examples=100)
@given(
    st.integers(0, 10**6),
    st.sampled_from([b"<", b">", b"&", b"\0", b"\xff", b'"', b"]]>", b"<seg>", b"</tu>", b"<!--"]),
)
def test_a_file_with_a_slip_is_read_or_refused(path: Path, statement: Document, at: int, slip: bytes) -> None:
    """Whatever stands in its midst."""
    content = exported(tmx, statement)
    at %= len(content)
    taken(tmx, path, content[:at] + slip + content[at:])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """It is not found, and its name is said."""
    with pytest.raises(NotFoundError, match=r"none\.tmx"):
        tmx.read(tmp_path / "none.tmx")
