"""Units of TMX files come in one after the other, whatever wrote them; what is broken or hostile is refused in one line."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import TAGS
from workbench.interchange.export import Export, export_date
from workbench.interchange.tmx import write
from workbench.interchange.tmx_units import TmxUnit, tmx_units
from workbench.model.document import Document
from workbench.model.errors import InputError, NotFoundError

HEAD = (
    '<?xml version="1.0" encoding="{encoding}"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header/><body>'
)
TAIL = "</body></tmx>"
PAIR = '<tu><tuv xml:lang="en"><seg>six countries</seg></tuv><tuv xml:lang="ru"><seg>шесть стран</seg></tuv></tu>'


def unheard(line: int, said: str) -> None:
    """Nothing is said of a file that is whole."""
    pytest.fail(f"{line}: {said}")


def units(tmp_path: Path, body: str, encoding: str = "UTF-8") -> tuple[list[TmxUnit], list[tuple[int, str]]]:
    """What a file with that body holds, and what was said of it."""
    path = tmp_path / "memory.tmx"
    path.write_bytes((HEAD.format(encoding=encoding) + body + TAIL).encode(encoding))
    said: list[tuple[int, str]] = []
    return list(tmx_units(path, lambda line, words: said.append((line, words)))), said


def refused(tmp_path: Path, content: bytes) -> str:
    """Why a file is refused."""
    path = tmp_path / "memory.tmx"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        list(tmx_units(path, unheard))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_what_is_exported_is_read(statement: Document, tmp_path: Path) -> None:
    """The statement's first unit in eight languages, with its clause."""
    path = tmp_path / "chengdu.tmx"
    out = io.BytesIO()
    write(Export(statement, export_date(statement)), out)
    path.write_bytes(out.getvalue())
    first, *rest = tmx_units(path, unheard)
    assert [variant.head.tag for variant in first.variants] == ["en", *TAGS]
    assert first.props == (("x-clause", "0¶1"),)
    assert len(rest) == 26


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "windows-1251", "KOI8-R", "GB18030"])
def test_every_declared_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    """Russian in the five encodings that it comes in."""
    ((unit,), _) = units(tmp_path, PAIR, encoding)
    assert [variant.text for variant in unit.variants] == ["six countries", "шесть стран"]


def test_old_files_say_lang(tmp_path: Path) -> None:
    """Without `xml:`, in capitals, with an underscore."""
    ((unit,), _) = units(tmp_path, '<tu><tuv lang="EN_us"><seg>summit</seg></tuv></tu>')
    assert unit.variants[0].head.tag == "en-US"


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "&#x2028;", " \n "])
def test_a_unit_is_one_line(tmp_path: Path, end: str) -> None:
    """Whatever ends a line in other tools is a space, in files that are written plainly and in others."""
    ((unit,), _) = units(tmp_path, f'<tu><tuv xml:lang="kk"><seg>алты{end}ел</seg></tuv></tu>')
    assert unit.variants[0].marked == "алты ел"


def test_a_language_may_come_twice(tmp_path: Path) -> None:
    """Two wordings of one sentence in one unit are two variants."""
    body = '<tu tuid="7"><tuv xml:lang="zh"><seg>峰会</seg></tuv><tuv xml:lang="zh"><seg>首脑会议</seg></tuv></tu>'
    ((unit,), _) = units(tmp_path, body)
    assert (unit.tuid, [variant.text for variant in unit.variants]) == ("7", ["峰会", "首脑会议"])


@pytest.mark.parametrize(
    ("seg", "text", "marked"),
    [
        (
            'the <bpt i="1">&lt;b&gt;</bpt>summit<ept i="1">&lt;/b&gt;</ept>',
            "the summit",
            "the {1}summit{/1}",
        ),
        ('six<ph x="1">&lt;br/&gt;</ph> countries', "six countries", "six{1/} countries"),
        ("<hi>六国</hi>外长", "六国外长", "六国外长"),
        ('峰会<ph>note<sub>见注</sub>end</ph>。<it pos="begin">x</it>', "峰会见注。", "峰会{1/}见注。{2/}"),
        ('<bpt i="2">a</bpt><bpt i="1">b</bpt>x<ept i="1">b</ept><ept i="2">a</ept>', "x", "{1}{2}x{/2}{/1}"),
        ("two\n   lines", "two lines", "two lines"),
    ],
)
def test_inline_codes_are_no_text(tmp_path: Path, seg: str, text: str, marked: str) -> None:
    """They go, or a marker stands for them; highlighted words and footnotes are text."""
    ((unit,), _) = units(tmp_path, f'<tu><tuv xml:lang="zh"><seg>{seg}</seg></tuv></tu>')
    assert (unit.variants[0].text, unit.variants[0].marked) == (text, marked)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<tu>\n<tuv xml:lang="kk"/></tu>', [(4, "a variant of kk without seg"), (3, "a unit without text")]),
        ("<tu/>", [(3, "a unit without text")]),
        ("<tu><tuv><seg>x</seg></tuv></tu>", [(3, "a variant without a language"), (3, "a unit without text")]),
        ('<tu><tuv xml:lang="!"><seg>x</seg></tuv></tu>', [(3, "a variant of the language '!', which is none")]),
    ],
)
def test_what_says_nothing_is_passed_over_and_told(tmp_path: Path, body: str, said: list[tuple[int, str]]) -> None:
    """With its line; the other units are there."""
    found, told = units(tmp_path, body + PAIR)
    assert len(found) == 1
    for (line, words), (at, start) in zip(told, said, strict=False):
        assert (line, words[: len(start)]) == (at, start)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no XML"),
        (b"<xliff/>", "its root is 'xliff'"),
        (HEAD.format(encoding="UTF-8").encode() + PAIR.encode(), "no XML that can be read"),
        ((HEAD.format(encoding="UTF-8") + PAIR + TAIL).encode("windows-1251"), "no XML that can be read"),
        ((HEAD.format(encoding="UTF-8") + PAIR + TAIL).encode().replace(b"six", b"\0"), "no XML that can be read"),
        ((HEAD.format(encoding="UTF-8") + "<tu>" * 10_000).encode(), "no XML that can be read"),
        (b'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx/>', "declares entities"),
        (b'<!DOCTYPE tmx [<!ENTITY a "a"><!ENTITY b "&a;&a;">]><tmx><body/></tmx>', "declares entities"),
        ((HEAD.format(encoding="UTF-8") + PAIR.replace("six", "&six;") + TAIL).encode(), "&six; is not read"),
    ],
)
def test_what_is_no_tmx_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    """In one line: other roots, what is cut off, wrong encodings, NUL, ten thousand levels, entities."""
    assert said in refused(tmp_path, content)


def test_a_deep_highlight_is_read(tmp_path: Path) -> None:
    """As deep as the parser lets it be."""
    seg = "<hi>" * 200 + "六国" + "</hi>" * 200
    ((unit,), _) = units(tmp_path, f'<tu><tuv xml:lang="zh"><seg>{seg}</seg></tuv></tu>')
    assert unit.variants[0].text == "六国"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """It is not found, and its name is said."""
    with pytest.raises(NotFoundError, match=r"none\.tmx"):
        list(tmx_units(tmp_path / "none.tmx", unheard))


MEASURE = """
import sys
from pathlib import Path
from workbench.interchange.tmx_units import tmx_units
for unit in tmx_units(Path(sys.argv[1]), print):
    last = unit.line
(held,) = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(last, held.split()[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux how much memory was held")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """Thirty thousand units take hardly more than three thousand; lines are right behind 65,535 of them."""
    path = tmp_path / "memory.tmx"
    peaks = []
    for count in (3_000, 30_000):
        path.write_text(HEAD.format(encoding="UTF-8") + f"\n\n\n\n{PAIR}" * count + TAIL, encoding="utf-8")
        said = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, check=True).stdout
        line, peak = map(int, said.split())
        assert line == 3 + 4 * count
        peaks.append(peak)
    assert peaks[1] < peaks[0] + 4_000  # KiB; a tree of 27,000 units has 40,000
