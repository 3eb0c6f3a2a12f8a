"""PDFs made by hand: fonts that are nowhere, and a table that says which letters they hold, so that any machine reads them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, LEFT, TOP, SIZE, LEADING = 595, 842, 72, 770, 12, 15


@dataclass(frozen=True)
class Printed:
    """A line on a page: where it begins, how large its letters are, and its text."""

    left: float
    bottom: float
    text: str
    size: float = SIZE


def width(text: str, size: float = SIZE) -> float:
    """Return how wide the made-up font sets a text: Chinese twice as wide as the rest."""
    return sum((1.0 if sign >= "\u2e80" else 0.5) * size for sign in text)


def pdf(pages: Sequence[Iterable[Printed]], *, with_letters: bool = True) -> bytes:
    """Return a PDF of lines; `with_letters` False leaves out what says which letters the font holds."""
    held = [list(page) for page in pages]
    signs = sorted({sign for page in held for line in page for sign in line.text})
    codes = {sign: number for number, sign in enumerate(signs, start=1)}
    wide = " ".join(f"{codes[sign]} [1000]" for sign in signs if sign >= "\u2e80")
    table = "".join(f"<{codes[sign]:04x}> <{sign.encode('utf-16-be').hex()}>\n" for sign in signs)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(signs)} beginbfchar\n{table}endbfchar endcmap end end"
    )
    numbers = [6 + 2 * number for number in range(len(held))]
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(held)} /Kids [{' '.join(f'{n} 0 R' for n in numbers)}] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /Nowhere /Encoding /Identity-H /DescendantFonts [4 0 R]"
        + (b" /ToUnicode 5 0 R >>" if with_letters else b" >>"),
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nowhere /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        b"/Supplement 0 >> /DW 500 /W ["
        + wide.encode()
        + b"] /FontDescriptor << /Type /FontDescriptor /FontName /Nowhere "
        b"/Flags 4 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /ItalicAngle 0 /FontBBox [0 -200 1000 800] >> >>",
        5: _stream(cmap.encode()),
    }
    for number, page in zip(numbers, held, strict=True):
        drawn = "".join(
            f"BT /F {line.size} Tf 1 0 0 1 {line.left} {line.bottom} Tm "
            f"<{''.join(f'{codes[sign]:04x}' for sign in line.text)}> Tj ET\n"
            for line in page
        )
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        ).encode()
        objects[number + 1] = _stream(drawn.encode())
    return assembled(objects)


def assembled(objects: dict[int, bytes]) -> bytes:
    """Return the file of numbered objects; the first is the catalogue."""
    out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{places[number]:010d} 00000 n \n" for number in sorted(places))
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream"


def typeset(
    paragraphs: Sequence[str], head: str, lines_a_page: int = 14, *, indent: float = 0.0, gap: float = 9.0
) -> list[list[Printed]]:
    """Return pages as a word processor sets them: lines full of words, some cut, a running head, a page number at the foot.

    `indent` is that of first lines, `gap` what stands between paragraphs beside the distance of lines.
    """
    pages: list[list[Printed]] = [[]]
    bottom = float(TOP)
    for paragraph in paragraphs:
        for number, line in enumerate(_wrapped(paragraph, indent)):
            if len(pages[-1]) == lines_a_page:
                pages.append([])
                bottom = TOP
            pages[-1].append(Printed(LEFT + (indent if number == 0 else 0), bottom, line))
            bottom -= LEADING
        bottom -= gap
    return [
        [Printed(200, 805, head, 9), *page, Printed(290, 40, str(number), 9)]
        for number, page in enumerate(pages, start=1)
    ]


def _wrapped(paragraph: str, indent: float) -> list[str]:
    room = WIDTH - 2 * LEFT
    lines: list[str] = []
    line = ""
    left = room - indent
    for word in paragraph.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer) <= left:
            line = longer
            continue
        cut = next((at for at in range(len(word) - 3, 3, -1) if width(f"{line} {word[:at]}-") <= left), 0)
        if cut and re.fullmatch(r"[^\W\d_]{9,}[.,;]?", word):
            lines.append(f"{line} {word[:cut]}-")
            line = word[cut:]
        else:
            lines.append(line)
            line = word
        left = room
    return [*lines, line]
