"""TBX, TermBase eXchange: writes TBX-Basic of ISO 30042:2019 (version 3, DCA style); reads it in both styles, and version 2.

What TBX-Basic has a place for stands there: a concept's kind is its subject field, the scope of a term a project subset; a
proposed term has no status. `match` and `forms` have none, and stand in notes that begin with `Workbench`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from workbench.glossary.csv_format import sort_key, term_of
from workbench.glossary.term import Term, TermKind, TermMatching, TermStatus
from workbench.interchange.safe_xml import elements, local, root_of
from workbench.model.errors import InputError
from workbench.model.text import normalised

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_XML = "http://www.w3.org/XML/1998/namespace"
_XML_LANG = f"{{{_XML}}}lang"
_STATUSES = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.SUPERSEDED: "supersededTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
}
# What tools write for a status, less its ending; version 2 has the last three.
_READ = {
    "preferred": TermStatus.PREFERRED,
    "admitted": TermStatus.ADMITTED,
    "superseded": TermStatus.SUPERSEDED,
    "deprecated": TermStatus.FORBIDDEN,
    "standardized": TermStatus.ADMITTED,
    "legal": TermStatus.ADMITTED,
    "regulated": TermStatus.ADMITTED,
}
_OWN_NOTE = re.compile(r"Workbench (match|forms|note): (.*)", re.DOTALL)
_ENTRIES = ("conceptEntry", "termEntry")
_LANGUAGES, _TERMS = {"langSec", "langSet"}, {"termSec", "tig", "ntig"}


def write_terms(terms: Iterable[Term], out: BinaryIO) -> None:
    """Write terms as TBX-Basic, one entry a concept, as a stream; the same bytes every time. `terms` must not be empty."""
    from lxml import etree

    ordered = sorted(terms, key=sort_key)
    root = {"type": "TBX-Basic", "style": "dca", _XML_LANG: "en"}
    with etree.xmlfile(out, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(f"{{{NAMESPACE}}}tbx", root, nsmap={None: NAMESPACE, "xml": _XML}):
            header = _element("tbxHeader")
            source = _element("sourceDesc", parent=_element("fileDesc", parent=header))
            _element("p", "A glossary of Workbench", parent=source)
            file.write("\n", header, "\n")
            with file.element(f"{{{NAMESPACE}}}text"), file.element(f"{{{NAMESPACE}}}body"):
                for concept, held in groupby(ordered, key=lambda term: term.concept):
                    file.write("\n", _entry(concept, list(held)))
                file.write("\n")
            file.write("\n")
    out.write(b"\n")


def _element(name: str, text: str = "", parent: _Element | None = None, **attributes: str) -> _Element:
    from lxml import etree

    tag = f"{{{NAMESPACE}}}{name}"
    if parent is None:
        made = etree.Element(tag, attributes, nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    else:
        made = etree.SubElement(parent, tag, attributes)
    made.text = text or None
    return made


def _entry(concept: str, terms: list[Term]) -> _Element:
    # An identifier of XML begins with no digit.
    entry = _element("conceptEntry", id=concept if concept[0].isalpha() else f"_{concept}")
    _element("descrip", terms[0].kind.value, parent=entry, type="subjectField")
    for lang, held in groupby(terms, key=lambda term: term.lang):
        section = _element("langSec", parent=entry)
        section.set(_XML_LANG, lang)
        for term in held:
            _add(term, _element("termSec", parent=section))
    return entry


def _add(term: Term, section: _Element) -> None:
    _element("term", term.term, parent=section)
    if term.status in _STATUSES:
        _element("termNote", _STATUSES[term.status], parent=section, type="administrativeStatus")
    if term.scope:
        _element("admin", term.scope, parent=section, type="projectSubset")
    if term.source:
        _element("admin", term.source, parent=section, type="source")
    if term.match is not TermMatching.WORD:
        _element("note", f"Workbench match: {term.match.value}", parent=section)
    if term.forms:
        _element("note", f"Workbench forms: {'|'.join(term.forms)}", parent=section)
    if term.note:
        own = "Workbench note: " if term.note.startswith("Workbench ") else ""
        _element("note", own + term.note, parent=section)


def read_terms(path: Path, kinds: Mapping[str, TermKind]) -> Iterator[Term]:
    """Yield the terms of a TBX file, read as a stream: version 3 in DCA or DCT style, or version 2 (MARTIF).

    A concept is called by the identifier of its entry; one whose entry gives no kind has that of `kinds`, else `term`.
    Nothing is fetched, no DTD is loaded and no entity resolved. Raises NotFoundError, and InputError with the line for what
    is no TBX, broken XML, an entry or term without language, wording or identifier, and what the glossary cannot hold.
    """
    root = root_of(path)
    if local(root) not in ("tbx", "martif"):
        raise InputError(
            f"no TBX: its root is {local(root)!r}",
            path=str(path),
            line=root.sourceline or 0,
            advice="name a file whose root is tbx or martif",
        )
    for entry in elements(path, _ENTRIES):
        yield from _terms(entry, str(path), kinds)


def _category(element: Any) -> str:
    """Return what an element says: its `type` (DCA, version 2), else its name (DCT, core)."""
    return str(element.get("type") or local(element))


def _text(element: Any) -> str:
    return re.sub(r"\s+", " ", normalised("".join(element.itertext())))


def _terms(entry: Any, path: str, kinds: Mapping[str, TermKind]) -> Iterator[Term]:
    from lxml import etree

    line = entry.sourceline or 0
    for entity in entry.iter(etree.Entity):
        raise InputError(f"{entity.text} is not read", path=path, line=entity.sourceline or line, advice="write it out")
    concept = re.sub(r"[^a-z0-9]+", "-", (entry.get("id") or "").lower()).strip("-")
    if not concept:
        raise InputError("an entry without an identifier", path=path, line=line, advice='give it one: id="some-name"')
    outside = [child for child in entry if local(child) not in _LANGUAGES]
    said = [_text(one) for child in outside for one in child.iter() if _category(one) == "subjectField"]
    known = next((name for name in said if name in set(TermKind)), None)
    kind = known or kinds.get(concept, TermKind.TERM)
    for section in (child for child in entry if local(child) in _LANGUAGES):
        lang = section.get(_XML_LANG) or section.get("lang") or ""
        for held in (child for child in section if local(child) in _TERMS):
            yield _term(held, {"concept": concept, "lang": lang, "kind": str(kind)}, path)


def _term(section: Any, row: dict[str, str], path: str) -> Term:
    row |= {"term": "", "status": "proposed", "match": "", "forms": "", "scope": "", "source": "", "note": ""}
    notes: list[str] = []
    for element in section.iter():
        text = _text(element)
        match _category(element):
            case "term":
                row["term"] = text
            case "administrativeStatus" | "normativeAuthorization":
                row["status"] = _status(text, path, element.sourceline or 0)
            case "projectSubset":
                row["scope"] = text
            case "source":
                row["source"] = text
            case "note" if own := _OWN_NOTE.fullmatch(text):
                if own[1] == "note":
                    notes.append(own[2])
                else:
                    row[own[1]] = own[2]
            case "note":
                notes.append(text)
    row["note"] = "; ".join(note for note in notes if note)
    return term_of(row, path, section.sourceline or 0)


def _status(text: str, path: str, line: int) -> str:
    status = _READ.get(re.sub(r"(Term)?(-admn-sts)?$", "", text))
    if status is None:
        allowed = ", ".join(_STATUSES.values())
        raise InputError(f"{text!r} is no status of a term", path=path, line=line, advice=f"write one of {allowed}")
    return status.value
