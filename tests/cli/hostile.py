"""A file of every format that is read, with whatever text and DOCTYPE stands in it, and the command that reads it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.interchange.documents_in.packages import abstract, docx, level, numbered, odt, packed, paragraph
from tests.interchange.documents_in.pdfs import pdf, typeset
from tests.interchange.test_xliff import HEAD1, HEAD2

DOCUMENT = "osh"
SIX = "Алты ел."
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True, slots=True)
class Form:
    """How a format is made and read: `make` puts a text into it as it is written there, `text` what a person wrote."""

    suffix: str
    command: tuple[str, ...]
    make: Callable[[str], str | bytes]
    written: Callable[[str], str] = str
    part: str = ""
    deep: tuple[str, str] = ("", "")
    beside: Mapping[str, str] | None = None

    def content(self, text: str, before: str = "") -> bytes:
        """Return a file that holds a text, as this format writes it, with `before` (a DOCTYPE) before its root."""
        return self.raw(self.written(text), before)

    def raw(self, markup: str, before: str = "") -> bytes:
        """Return a file that holds markup."""
        made = self.make(markup)
        whole = made.encode() if isinstance(made, str) else made
        return self.with_part(whole, lambda inner: before.encode() + inner) if before else whole

    def with_part(self, content: bytes, change: Callable[[bytes], bytes]) -> bytes:
        """Return a file whose text is changed: that of a ZIP file stands in one of its members."""
        if not self.part:
            return change(content)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
        members[self.part] = change(bytes(members[self.part]))  # type: ignore[arg-type]
        return packed(members)


def _cell(text: str) -> str:
    return f'"{text.replace(chr(34), chr(34) * 2)}"'


def xlsx(text: str) -> bytes:
    """Return a workbook of two columns and one row."""
    rows = (
        "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) for row in (("en", "kk"), (text, SIX))
    )
    cells = "".join(f"<row>{row}</row>" for row in rows)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return packed(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
                f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>'
            ),
            "_rels/.rels": (
                f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
                f'Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
            ),
            "xl/workbook.xml": (
                f'<workbook xmlns="{_SHEET}" xmlns:r="{_RELATION}"><sheets><sheet name="s" sheetId="1" r:id="r1"/>'
                "</sheets></workbook>"
            ),
            "xl/_rels/workbook.xml.rels": (
                f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_RELATION}/worksheet" '
                'Target="worksheets/sheet1.xml"/></Relationships>'
            ),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{cells}</sheetData></worksheet>',
        }
    )


def _docx(markup: str) -> bytes:
    numbering = abstract(0, level(0, "decimal", "%1.")) + numbered(1, 0)
    plain = paragraph("@", 1).replace("@", markup)
    return docx(plain + paragraph("The Parties agree on trade.", 1), numbering, " ")


_NEW = ("new", DOCUMENT, "en={}")
_IMPORT = ("import", "{}", DOCUMENT)
_PO = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: kk\\n"\n\n'
    'msgid "@"\nmsgstr "' + SIX + '"\n'
)
_TBX = (
    '<martif type="TBX" xml:lang="en"><text><body><termEntry id="osh"><langSet xml:lang="en"><tig><term>@</term></tig></langSet>'
    '<langSet xml:lang="kk"><tig><term>Ош</term></tig></langSet></termEntry></body></text></martif>'
)
_TMX = (
    '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>@</seg></tuv>'
    f'<tuv xml:lang="kk"><seg>{SIX}</seg></tuv></tu></body></tmx>'
)
_XLIFF2 = f'{HEAD2}<unit id="u1"><segment><source>@</source><target>{SIX}</target></segment></unit></file></xliff>'
_XLIFF1 = f'{HEAD1}<trans-unit id="u1"><source>@</source><target>{SIX}</target></trans-unit></body></file></xliff>'


def _in(frame: str) -> Callable[[str], str]:
    return lambda text: frame.replace("@", text)


FORMS: dict[str, Form] = {
    "txt": Form("txt", _NEW, _in("@\n\nThe Parties agree on trade.\n")),
    "md": Form("md", _NEW, _in("# Head\n\n@\n\nThe Parties agree on trade.\n")),
    "html": Form(
        "html",
        _NEW,
        _in("<html><body><p>@</p><p>The Parties agree on trade.</p></body></html>"),
        escape,
        deep=("<div>", "</div>"),
    ),
    "docx": Form(
        "docx",
        _NEW,
        _docx,
        escape,
        "word/document.xml",
        ("</w:t></w:r><w:sdt><w:r><w:t>", "</w:t></w:r></w:sdt><w:r><w:t>"),
    ),
    "odt": Form(
        "odt",
        _NEW,
        lambda text: odt(f"<text:p>{text}</text:p><text:p>The Parties agree on trade.</text:p>"),
        escape,
        "content.xml",
        ("<text:span>", "</text:span>"),
    ),
    "pdf": Form("pdf", _NEW, lambda text: pdf(typeset([text, "The Parties agree on trade."], "Osh"))),
    "tmx": Form("tmx", _IMPORT, _in(_TMX), escape, deep=("<hi>", "</hi>")),
    "po": Form("po", _IMPORT, _in(_PO)),
    "xliff": Form("xlf", _IMPORT, _in(_XLIFF2), escape, deep=("<mrk id='a'>", "</mrk>")),
    "xliff-1.2": Form("xlf", _IMPORT, _in(_XLIFF1), escape, deep=("<g id='a'>", "</g>")),
    "csv": Form("csv", _IMPORT, lambda text: f"en,kk\r\n{_cell(text)},{_cell(SIX)}\r\n"),
    "tsv": Form("tsv", _IMPORT, lambda text: f"en\tkk\n{text}\t{SIX}\n"),
    "xlsx": Form("xlsx", _IMPORT, xlsx, escape, "xl/worksheets/sheet1.xml", ("<r>", "</r>")),
    "jsonl": Form(
        "jsonl",
        _IMPORT,
        lambda text: f'{{"en": "{text}", "kk": "{SIX}"}}\n',
        lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    ),
    "moses": Form(
        "en",
        ("import", "en={}", "kk=pair.kk", DOCUMENT, "--format", "moses"),
        _in("@\n"),
        beside={"pair.kk": f"{SIX}\n"},
    ),
    "tbx": Form("tbx", ("glossary", "import", "{}"), _in(_TBX), escape, deep=("<hi>", "</hi>")),
    "glossary csv": Form("csv", ("glossary", "import", "{}"), lambda text: f"concept,en,kk\nosh,{_cell(text)},Ош\n"),
}
