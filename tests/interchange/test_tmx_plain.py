"""TMX that is written plainly is read by cutting it at its tags: what comes out is what the parser gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.interchange.drawn import documents, exported
from workbench.interchange import tmx
from workbench.interchange.tmx_plain import PlainUnits
from workbench.interchange.tmx_units import TmxUnit, parsed_units, tmx_units
from workbench.model.document import Document
from workbench.model.errors import WorkbenchError

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    '<tmx version="1.4"><header srclang="en"/><body>'
)
TAIL = "</body></tmx>"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to write in."""
    return tmp_path_factory.mktemp("plain") / "d.tmx"


def unheard(line: int, said: str) -> None:
    """Nobody listens."""


def parsed(path: Path) -> list[TmxUnit] | None:
    """Return the units that the parser gives, None where it refuses the file."""
    try:
        return list(parsed_units(path, unheard))
    except WorkbenchError:
        return None


def read(path: Path) -> list[TmxUnit] | None:
    """Return the units that are read, None where the file is refused."""
    try:
        return list(tmx_units(path, unheard))
    except WorkbenchError:
        return None


@settings(max_examples=50)
@given(documents())
def test_exports_are_plain(path: Path, document: Document) -> None:
    """What Workbench writes is read to its end without the parser, and equal to what the parser reads."""
    path.write_bytes(exported(tmx, document))
    plain = PlainUnits(path)
    assert list(plain) == parsed(path)
    assert plain.whole


# Pieces of TMX, right and wrong, of which files are put together.
PIECES = (
    "<tu>",
    '<tu tuid="1">',
    '<tu tuid="" tuid="2">',
    '<tu lang="en" tuid="3">',
    "<tu\n tuid='2'>",
    "</tu>",
    '<tuv xml:lang="en">',
    '<tuv lang="KK">',
    '<tuv xml:lang="!">',
    "<tuv>",
    '<tuv xml:lang="en" xml:lang="kk">',
    "</tuv>",
    "<seg>",
    "</seg>",
    "<seg/>",
    '<tuv xml:lang="en"/>',
    '<tuv xml:lang="a>b">',
    "text",
    "1 > 2",
    "]]",
    "\u2028",
    "\u3000",
    " ",
    "\n",
    "\r\n",
    "\r",
    "a &lt; b",
    "&amp;lt;",
    "&x;",
    "&#65;",
    "&",
    "]]>",
    "<!-- <tu> -->",
    "<![CDATA[<seg>]]>",
    '<prop type="x-status">auto</prop>',
    '<prop type="x-was">5f70bf18</prop>',
    '<prop type="x-was">a&amp;b</prop>',
    '<prop type="x-was">a&lt;b]]&gt;</prop>',
    '<prop type="x-was"></prop>',
    '<prop type="x-was">',
    '<prop type="x-was">12345678</note>',
    '<prop type="x-was">12\n4567></prop>',
    '<prop type="x-was">123456&8</prop>',
    '<prop\x85type="x-label">4.</prop>',
    "<prop>p</prop>",
    "<p>n</p>",
    "<note>n</note>",
    '<ph x="1">x</ph>',
    "\x07",
    "\ufffe",
    "六国",
    "<",
    ">",
    '"',
    "</body>",
    "</tmx>",
    "<?pi?>",
)
WHOLE = ('<tuv xml:lang="en">', "<seg>", "text", "</seg>", "</tuv>")


@settings(max_examples=400)
@given(st.lists(st.one_of(st.sampled_from(PIECES).map(lambda piece: (piece,)), st.just(WHOLE)), max_size=14))
@example([("<tu>",), WHOLE, ("]]>",), ("</tu>",)])
@example([("<tu>",), WHOLE, ("</tu>", "\r", "\n"), ("<tu\n tuid='2'>",), WHOLE, ("</tu>",)])
@example([("<tu>", '<tuv xml:lang="en">', "<seg>", "a", ">", "</seg>", "</tuv>", "</tu>")])
@example([("<tu>",), WHOLE, ("</tu>", "</body>", "</tmx>", "<tu>"), WHOLE, ("</tu>",)])
@example([("<tu>",), (WHOLE[0], '<prop type="x-was">5f70bf18</prop>', *WHOLE[1:]), ("</tu>",)])
@example(
    [("<tu>",), (WHOLE[0], '<prop type="x-was">x</prop>', '<prop type="x-was">5f70bf18</prop>', *WHOLE[1:]), ("</tu>",)]
)
@example([("<tu>",), (WHOLE[0], '<prop type="x-was">5f70bf18</prop>', "<note>n</note>", *WHOLE[1:]), ("</tu>",)])
@example([("<tu>",), (WHOLE[0], '<prop type="x-was">', '<prop type="x-was">5f70bf18</prop>', *WHOLE[1:]), ("</tu>",)])
@example([("<tu>",), (WHOLE[0], '<prop\x85type="x-label">4.</prop>', *WHOLE[1:]), ("</tu>",)])
@example([("<tu>",), (WHOLE[0], '<prop type="x-was">123456&8</prop>', *WHOLE[1:]), ("</tu>",)])
@example([('<tu tuid="" tuid="2">',), WHOLE, ("</tu>",)])
@example([('<tu lang="en" tuid="3">',), WHOLE, ("</tu>",)])
def test_what_is_cut_is_what_is_parsed(path: Path, pieces: list[tuple[str, ...]]) -> None:
    """Whatever is in the file, right or wrong: the same units, with the same lines, or none at all."""
    body = "".join(piece for held in pieces for piece in held)
    path.write_bytes((HEAD + body + TAIL).encode())
    assert read(path) == parsed(path)


@settings(max_examples=200)
@given(st.lists(st.sampled_from((*PIECES, "".join(WHOLE))), max_size=6))
def test_what_is_cut_is_what_is_parsed_within_a_unit(path: Path, pieces: list[str]) -> None:
    """The same, where the pieces stand in a unit that is whole."""
    variant = "".join(WHOLE)
    path.write_bytes(f"{HEAD}<tu>{variant}{''.join(pieces)}{variant}</tu>{TAIL}".encode())
    assert read(path) == parsed(path)


@pytest.mark.parametrize("end", range(60))
def test_chunks_may_end_anywhere(path: Path, end: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within a tag, a letter, a line end: what is read is the same."""
    monkeypatch.setattr("workbench.interchange.tmx_plain._CHUNK", 400 + end)
    unit = f'\r\n<tu tuid="七">{"".join(WHOLE).replace("text", "六国 &amp; 外长")}</tu>\r\n'
    path.write_bytes((HEAD + unit * 20 + TAIL).encode("utf-8-sig"))
    plain = PlainUnits(path)
    assert list(plain) == parsed(path)
    assert plain.whole
