"""What XLIFF 2 asks beyond its elements: identifiers that are one of a kind, references that lead somewhere, codes in pairs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

from workbench.interchange.safe_xml import local
from workbench.interchange.xliff_core import XML, broken, is_core

_CODES = ("ph", "pc", "sc", "ec")
_NOTE = re.compile(r"#(?:/?(?:f=[^/]+/)?u=[^/]+/)?n=(?P<id>[^/=]+)")
# Codes and markers that may stand for one another: a pair in one piece or in two.
_KINDS = {"pc": "pair", "sc": "pair", "mrk": "marker", "sm": "marker", "ph": "ph", "ec": "ec"}
_HELD_BACK = frozenset({"no", "firstNo"})


class Rules:
    """Looks at the units of one file in their order; what it finds is read all the same."""

    def __init__(self, root: Any) -> None:
        """Take the root with its attributes."""
        self._pivot, self._tag = root.get("srcLang", ""), root.get("trgLang")
        self._open: list[Any] = []  # the elements that the last unit stood in
        self._ids: dict[str, set[str]] = {"file": set(), "group": set(), "unit": set()}
        self._foreign: dict[str, int] = {}
        self._flows: set[str] = set()  # units that codes say their text is in

    def of_unit(self, unit: Any) -> Iterator[str]:
        """Yield what is wrong with a unit, and with what it stands in where it is the first there."""
        around = [each for each in unit.iterancestors() if is_core(each)][::-1]
        for element in around:
            if not any(element is other for other in self._open):
                yield from self._begun(element)
        self._open = around
        yield from broken(unit, self._told)
        yield from self._doubled("unit", unit)
        for key in ("subFlows", "subFlowsStart", "subFlowsEnd"):
            for code in unit.iterfind(f".//*[@{key}]"):
                self._flows |= set(code.get(key).split())
        yield from _in_unit(unit, self._pivot, self._tag)
        yield from self._news()

    def of_file(self, file: Any) -> Iterator[str]:
        """Yield what is wrong behind the last unit of a file."""
        names = [local(child) if is_core(child) else "" for child in file if isinstance(child.tag, str)]
        if "" in names[next((place for place, name in enumerate(names) if name in ("unit", "group")), len(names)) :]:
            yield "an element of another namespace behind the units of a file"
        for name in sorted(self._flows - self._ids["unit"]):
            yield f"subFlows={name!r}, and no such unit"
        self._flows = set()

    def _begun(self, element: Any) -> Iterator[str]:
        name = local(element)
        if name == "file":
            self._ids["group"], self._ids["unit"] = set(), set()
        yield from broken(element, self._told, deep=False)
        if name in self._ids:
            yield from self._doubled(name, element)
        for child in element:
            if is_core(child) and local(child) in ("notes", "skeleton"):
                yield from broken(child, self._told)
                yield from _notes(child)
                if local(child) == "skeleton" and ("href" in child.attrib) == bool(
                    len(child) or (child.text or "").strip()
                ):
                    yield "a skeleton with both href and content, or with neither"
        yield from _foreign_ids(element)

    def _doubled(self, name: str, element: Any) -> Iterator[str]:
        key = element.get("id", "")
        if key and key in self._ids[name]:
            yield f"a second {name} {key!r}"
        self._ids[name].add(key)

    def _told(self, namespace: str, line: int) -> None:
        self._foreign.setdefault(namespace, line)

    def _news(self) -> Iterator[str]:
        for namespace, line in self._foreign.items():
            if line >= 0:
                self._foreign[namespace] = -1
                yield f"what stands in {namespace or 'no namespace'} is not read"


def _in_unit(unit: Any, pivot: str, tag: str | None) -> Iterator[str]:
    parts = [part for part in unit if is_core(part) and local(part) in ("segment", "ignorable")]
    sources = [part.find("{*}source") for part in parts]
    targets = [part.find("{*}target") for part in parts]
    yield from _languages(sources, targets, pivot, tag)
    yield from _repeated("part or code", chain(parts, (code for each in sources for code in _inline(each))))
    yield from _repeated("data", unit.findall("{*}originalData/{*}data"))
    for notes in unit.findall("{*}notes"):
        yield from _notes(notes)
    yield from _foreign_ids(unit)
    if any(text is not None and len(text) for text in chain(sources, targets)):
        yield from _codes(unit, sources, targets)
    yield from _orders(parts, targets)


def _codes(unit: Any, sources: list[Any], targets: list[Any]) -> Iterator[str]:
    data = {each.get("id") for each in unit.findall("{*}originalData/{*}data")}
    notes_there = {each.get("id") for each in unit.findall("{*}notes/{*}note")}
    for side in (sources, targets):
        codes = [code for each in side for code in _inline(each)]
        yield from _references(codes, data, notes_there)
        yield from _pairs(codes)
        yield from _reordering(codes)
    yield from _unlike(sources, targets)
    yield from _lost(sources, targets)


def _unlike(sources: list[Any], targets: list[Any]) -> Iterator[str]:
    """Yield codes of the targets that correspond, by their identifiers, to something else in the sources."""
    there = {code.get("id"): code for each in sources for code in _inline(each) if code.get("id")}
    for code in (code for each in targets for code in _inline(each)):
        source = there.get(code.get("id"))
        if source is None:
            continue
        if _KINDS.get(local(code)) != _KINDS.get(local(source)):
            yield f"{local(code)} {code.get('id')!r} in a target for {local(source)} in its source"
            continue
        for key in ("type", "translate"):
            if code.get(key) != source.get(key):
                yield f"{key} of {local(code)} {code.get('id')!r} in a target, which differs from its source's"


def _inline(text: Any) -> Iterator[Any]:
    return (each for each in (text.iter() if text is not None else ()) if each is not text and is_core(each))


def _repeated(what: str, elements: Any) -> Iterator[str]:
    counts = Counter(each.get("id") for each in elements if each.get("id"))
    for key, count in counts.items():
        if count > 1:
            yield f"the id {key!r} of {count} of its kind: {what}"


def _notes(notes: Any) -> Iterator[str]:
    yield from _repeated("note", notes.findall("{*}note"))


def _foreign_ids(element: Any) -> Iterator[str]:
    for child in element:
        if isinstance(child.tag, str) and not is_core(child):
            inside = (each for each in child.iter() if isinstance(each.tag, str) and not is_core(each))
            yield from _repeated("element of another namespace", inside)


def _languages(sources: list[Any], targets: list[Any], pivot: str, tag: str | None) -> Iterator[str]:
    for texts, told, name in ((sources, pivot, "source"), (targets, tag or "", "target")):
        for text in texts:
            said = _told("lang", text) if text is not None else ""
            if said and told and said.lower() != told.lower():
                yield f"a {name} in {said!r}, where the file says {told!r}"
    if tag is None and any(text is not None for text in targets):
        yield "a target, and no trgLang in the file"
    for pair in zip(sources, targets, strict=True):
        spaces = {_told("space", text) or "default" for text in pair if text is not None}
        if len(spaces) > 1:
            yield "xml:space of a source and of its target, which differ"


def _told(name: str, text: Any) -> str:
    """Return what a text, or what it stands in, says of its language or its white space; "" for nothing."""
    held = (each.get(f"{XML}{name}") for each in (text, *text.iterancestors()))
    return next((said for said in held if said), "")


def _references(codes: list[Any], data: set[str | None], notes: set[str | None]) -> Iterator[str]:
    known = {code.get("id"): code for code in codes if local(code) in _CODES}
    for code in codes:
        for key in ("dataRef", "dataRefStart", "dataRefEnd"):
            if code.get(key) is not None and code.get(key) not in data:
                yield f"{key}={code.get(key)!r}, and no such data"
        copied = code.get("copyOf")
        if copied is not None and (copied not in known or known[copied].get("canCopy") == "no" or code.get("dataRef")):
            yield f"copyOf={copied!r} of what is not there, may not be copied, or has data of its own"
        if code.get("type") == "comment" and local(code) in ("mrk", "sm"):
            reference = _NOTE.fullmatch(code.get("ref", ""))
            whole = "value" in code.attrib if "ref" not in code.attrib else reference and reference["id"] in notes
            if not whole or ("ref" in code.attrib and "value" in code.attrib):
                yield "a comment with neither or both of value and a note of its unit"


def _pairs(codes: list[Any]) -> Iterator[str]:
    starts: dict[str, Any] = {}
    ends: set[str] = set()
    for code in codes:
        name, key, start = local(code), code.get("id", ""), code.get("startRef")
        if name in ("sc", "sm"):
            starts[key] = code
        elif name == "ec" and ((code.get("isolated") == "yes") == (start is not None) or (start and key)):
            yield "an ec that is isolated and has startRef, or is not and has none"
        elif name in ("ec", "em"):
            if start is not None and start not in starts:
                yield f"{name} of {start!r}, which did not begin"
            elif start is not None and name == "ec":
                yield from _alike(starts[start], code)
            ends.add(start or "")
    for key, code in starts.items():
        if (code.get("isolated") == "yes") == (key in ends):
            yield f"{local(code)} {key!r} that does not end, or is isolated and ends"


def _alike(start: Any, end: Any) -> Iterator[str]:
    for key in ("canCopy", "canDelete", "canOverlap"):
        if start.get(key, "yes") != end.get(key, "yes"):
            yield f"{key} of an sc and of its ec, which differ"
    for key in ("copyOf", "dir", "subType", "type"):
        if key in end.attrib and start.get(key) != end.get(key):
            yield f"{key} of an sc and of its ec, which differ"
    if (start.get("canReorder", "yes") in _HELD_BACK) != (end.get("canReorder", "yes") in _HELD_BACK):
        yield "canReorder of an sc and of its ec, which differ"


def _reordering(codes: list[Any]) -> Iterator[str]:
    before = ""
    for code in codes:
        held = code.get("canReorder", "yes")
        if held in _HELD_BACK and (code.get("canCopy") != "no" or code.get("canDelete") != "no"):
            yield "a code that may not be reordered, and may be copied or deleted"
        if held == "no" and before not in _HELD_BACK:
            yield "canReorder='no' without a firstNo before it"
        before = held if local(code) in _CODES else before


def _lost(sources: list[Any], targets: list[Any]) -> Iterator[str]:
    for source, target in zip(sources, targets, strict=True):
        if source is None or target is None:
            continue
        there = [code.get("id") for code in _inline(target)]
        for code in _inline(source):
            if (
                code.get("canDelete") == "no"
                and local(code) in _CODES
                and code.get("id")
                and code.get("id") not in there
            ):
                yield f"the code {code.get('id')!r}, which may not be deleted, is not in the target"
        if _sequences(source) != _sequences(target) and _sequences(target):
            yield "codes that may not be reordered in another order"


def _sequences(text: Any) -> list[list[str | None]]:
    found: list[list[str | None]] = []
    for code in _inline(text):
        held = code.get("canReorder", "yes")
        if held == "firstNo" or (held == "no" and not found):
            found.append([])
        if held in _HELD_BACK:
            depth = sum(local(each) == "pc" for each in code.iterancestors())
            found[-1].append(f"{depth} {code.get('id') or code.get('startRef')}")
        elif found and found[-1] and local(code) in _CODES:
            found[-1].append(None)  # something between
    return [
        sequence[: len(sequence) - sequence[::-1].index(next(i for i in sequence[::-1] if i))] for sequence in found
    ]


def _orders(parts: list[Any], targets: list[Any]) -> Iterator[str]:
    said = [target.get("order") if target is not None else None for target in targets]
    if not any(said):
        return
    places = [int(order) if order and order.isdecimal() else place for place, order in enumerate(said, start=1)]
    if len(set(places)) < len(places) or max(places) > len(parts):
        yield "the order of targets, of which two are at one place or one is at none"
