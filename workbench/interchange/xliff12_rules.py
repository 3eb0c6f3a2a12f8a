"""What XLIFF 1.2 asks of files, units and their texts, beyond being XML. What breaks it is said in words, and read all the same.

It is looked at what concerns texts, states, and references between them; of `alt-trans`, which is not read, at its references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, takewhile
from typing import Any

from workbench.interchange.safe_xml import local

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")  # as XML Schema has it
_OWN = re.compile(r"x-\S+")
_OF_NEED = ("translation", "adaptation", "l10n")
_STATES = frozenset({"final", "new", "translated", "signed-off"}).union(
    *({f"needs-{need}", f"needs-review-{need}"} for need in _OF_NEED)
)
_ABOUT = {"context-group", "count-group", "prop-group", "note"}
_UNITS = {"group", "trans-unit", "bin-unit"}
_HOLDS = {
    "file": frozenset({"header", "body"}),
    "header": frozenset({"skl", "phase-group", "glossary", "reference", "tool", *_ABOUT}),
    "body": frozenset(_UNITS),
    "group": frozenset(_UNITS | _ABOUT),
}
_FIRST = {"source": 0, "seg-source": 1, "target": 2}  # what stands once in a unit, in this order
_BEHIND = frozenset(_ABOUT | {"alt-trans"})
# Inline elements, and what each must tell.
_INLINE = {
    **dict.fromkeys(("g", "x", "bx", "ex", "bpt", "ept", "ph"), ("id",)),
    "it": ("id", "pos"),
    "mrk": ("mtype",),
    "sub": (),
}
_PAIRS = {"ept": "bpt", "ex": "bx"}


class Rules:
    """Looks at the units of one file in their order."""

    def __init__(self, root: Any) -> None:
        """Take the root with its attributes; a file of another version than 1.2 is not looked at."""
        self._applies = root.get("version") == "1.2"
        self._open: list[Any] = []  # the elements that the last unit stood in
        self._ids: dict[str, set[str]] = {"group": set(), "trans-unit": set()}
        self._phases: set[str | None] = set()
        self._tools: set[str | None] = set()

    def of_unit(self, unit: Any) -> Iterator[str]:
        """Yield what is wrong with a unit, and with what it stands in where it is the first there."""
        if not self._applies:
            return
        around = list(unit.iterancestors())[::-1]
        for element in around:
            if not any(element is other for other in self._open):
                yield from self._begun(element)
        self._open = around
        yield from _strange(takewhile(lambda one: local(one) != "trans-unit", unit.itersiblings(preceding=True)))
        if "id" not in unit.attrib:
            yield "trans-unit without id"
        yield from self._doubled(unit)
        yield from _children(unit)
        yield from _values(unit)
        yield from self._references(unit)
        for text in (*unit.findall("{*}source"), *unit.findall("{*}seg-source"), *unit.findall("{*}target")):
            yield from _codes(text)

    def of_root(self, root: Any) -> Iterator[str]:
        """Yield what is wrong behind the last unit."""
        last = next((child for child in reversed(root) if isinstance(child.tag, str)), None)
        if self._applies and last is not None and _namespace(last) != _namespace(root):
            yield f"{local(last)} of another namespace behind the last file"

    def _begun(self, element: Any) -> Iterator[str]:
        name, parent = local(element), element.getparent()
        if name == "xliff" and element.tag != f"{{{NAMESPACE}}}xliff":
            yield f"XLIFF 1.2 in another namespace than {NAMESPACE}"
        if name == "file":
            yield from self._file(element)
        if name == "group":
            yield from self._doubled(element)
        within = {"file": ("xliff",), "body": ("file",), "group": ("body", "group")}.get(name, ())
        if within and (parent is None or local(parent) not in within):
            yield f"{name} in {local(parent) if parent is not None else 'nothing'}"

    def _file(self, file: Any) -> Iterator[str]:
        self._ids = {name: set() for name in self._ids}
        phases = file.findall("{*}header/{*}phase-group/{*}phase")
        self._phases = {phase.get("phase-name") for phase in phases}
        self._tools = {tool.get("tool-id") for tool in file.findall("{*}header/{*}tool")}
        yield from _strange(chain(file, file.iterfind("{*}header/*")))
        for key in ("original", "source-language", "datatype"):
            if key not in file.attrib:
                yield f"file without {key}"
        for key in ("source-language", "target-language"):
            if not _LANGUAGE.fullmatch(file.get(key, "en")):
                yield f"file with {key}={file.get(key)!r}"
        for element in (file, *phases):
            yield from self._leads(element, "tool-id", self._tools)

    def _references(self, unit: Any) -> Iterator[str]:
        yield from self._leads(unit, "phase-name", self._phases)
        for target in unit.iterfind(".//{*}target"):
            yield from self._leads(target, "phase-name", self._phases)
        parts = {mark.get("mid") for mark in unit.findall("{*}seg-source/{*}mrk")}
        for mark in (*unit.findall("{*}target/{*}mrk"), *unit.findall("{*}alt-trans")):
            yield from self._leads(mark, "mid", parts)
        for other in unit.iterfind("{*}alt-trans"):
            yield from self._leads(other, "tool-id", self._tools)

    @staticmethod
    def _leads(element: Any, key: str, there: set[str | None]) -> Iterator[str]:
        if key in element.attrib and element.get(key) not in there:
            yield f"{local(element)} with {key}={element.get(key)!r}, which leads nowhere"

    def _doubled(self, element: Any) -> Iterator[str]:
        key, ids = element.get("id"), self._ids[local(element)]
        if key is not None and key in ids:
            yield f"a second {local(element)} {key!r}"
        ids.add(key or "")


def _strange(elements: Iterable[Any]) -> Iterator[str]:
    """Yield elements of XLIFF that what they stand in does not hold."""
    for element in elements:
        parent = element.getparent()
        known = _HOLDS.get(local(parent))
        if local(element) and known and local(element) not in known and _namespace(element) == _namespace(parent):
            yield f"{local(element)} in {local(parent)}"


def _children(unit: Any) -> Iterator[str]:
    last = -1
    for child in unit:
        name = local(child)
        if not isinstance(child.tag, str) or _namespace(child) != _namespace(unit):
            continue
        place = _FIRST.get(name, len(_FIRST))
        if name not in _FIRST and name not in _BEHIND:
            yield f"{name} in trans-unit"
        elif place < last or (place == last and name in _FIRST):
            yield f"{name} in trans-unit in the wrong place, or once too often"
        last = max(last, place)
    if unit.find("{*}source") is None:
        yield "trans-unit without source"


def _namespace(element: Any) -> str:
    return str(element.tag).rpartition("}")[0]


def _values(unit: Any) -> Iterator[str]:
    for key in ("approved", "translate"):
        if unit.get(key, "yes") not in ("yes", "no"):
            yield f"trans-unit with {key}={unit.get(key)!r}"
    for target in unit.findall("{*}target"):
        state = target.get("state", "new")
        if state not in _STATES and not _OWN.fullmatch(state):
            yield f"target with state={state!r}"


def _codes(text: Any) -> Iterator[str]:
    began: dict[str, set[str | None]] = {"bpt": set(), "bx": set()}
    for code in text.iterdescendants():
        name = local(code)
        if not name or _namespace(code) != _namespace(text):
            continue
        if name not in _INLINE:
            yield f"{name} in {local(text)}"
            continue
        for key in _INLINE[name]:
            if key not in code.attrib:
                yield f"{name} without {key}"
        rid = code.get("rid")
        if name in began:
            began[name].add(rid)
        elif name in _PAIRS and rid is not None and rid not in began[_PAIRS[name]]:
            yield f"{name} of {rid!r}, which did not begin"
