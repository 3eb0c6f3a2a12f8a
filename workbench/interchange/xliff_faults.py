"""What is wrong with a unit of XLIFF 2 though it can be read: told as warnings, since the texts are taken all the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from workbench.interchange.safe_xml import local

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAME = re.compile(r"[\w.:-]+")  # NMTOKEN
_EDITING = frozenset({"canCopy", "canDelete", "canReorder", "copyOf", "id", "subType", "type"})
_CODE = _EDITING | {"disp", "equiv", "dataRef", "subFlows"}
_MARKER = frozenset({"id", "translate", "type", "ref", "value"})
_PAIRED = frozenset({"dispEnd", "dispStart", "equivEnd", "equivStart", "dataRefEnd", "dataRefStart"})
_ATTRIBUTES = {
    "unit": frozenset({"id", "name", "canResegment", "translate", "srcDir", "trgDir", "type"}),
    "notes": frozenset[str](),
    "note": frozenset({"id", "appliesTo", "category", "priority"}),
    "data": frozenset({"id", "dir"}),
    "segment": frozenset({"id", "canResegment", "state", "subState"}),
    "ignorable": frozenset({"id"}),
    "source": frozenset[str](),
    "target": frozenset({"order"}),
    "cp": frozenset({"hex"}),
    "ph": _CODE,
    "pc": _EDITING | _PAIRED | {"canOverlap", "subFlowsEnd", "subFlowsStart", "dir"},
    "sc": _CODE | {"canOverlap", "dir", "isolated"},
    "ec": _CODE | {"canOverlap", "dir", "isolated", "startRef"},
    "mrk": _MARKER,
    "sm": _MARKER,
    "em": frozenset({"startRef"}),
}
_STATES = frozenset({"initial", "translated", "reviewed", "final"})
_CLOSES = {"sc": "ec", "sm": "em"}
_HOLDS_ID = frozenset({"ph", "pc", "sc", "mrk", "sm"})


def faults(unit: Any, pivot: str, tag: str) -> Iterator[str]:
    """Yield what the specification forbids in a unit, in words; `pivot` and `tag` are the file's languages as it writes them."""
    parts = [child for child in unit if local(child) in ("segment", "ignorable")]
    if not any(local(part) == "segment" for part in parts):
        yield "it has no segment"
    if not _NAME.fullmatch(unit.get("id", "")):
        yield "its id is none"
    yield from _attributes(unit)
    yield from _parts(parts, pivot, tag)
    yield from _ids(unit, parts)
    for side in ("source", "target"):
        yield from _pairs([each for part in parts for found in part.findall(f"{{*}}{side}") for each in found.iter()])


def _attributes(unit: Any) -> Iterator[str]:
    namespace = unit.tag.rpartition("}")[0]
    for element in unit.iter(f"{namespace}}}*" if namespace else "*"):
        name = local(element)
        for attribute in element.attrib if name in _ATTRIBUTES else ():
            foreign = attribute.startswith("{")
            held = name in ("segment", "source", "target") and foreign and "XML/1998" not in attribute
            if held or (not foreign and attribute not in _ATTRIBUTES[name]):
                yield f"{name} has an attribute {attribute.rpartition('}')[2]}"
        if name == "segment" and element.get("state", "initial") not in _STATES:
            yield f"no state is called {element.get('state')}"
        for one, other in (("subState", "state"), ("subType", "type")):
            if element.get(one) is not None and element.get(other) is None:
                yield f"{name} has {one} without {other}"
        if name in ("notes", "originalData") and not len(element):
            yield f"{name} is empty"
        comment = name in ("mrk", "sm") and element.get("type") == "comment"
        if comment and (element.get("value") is None) == (element.get("ref") is None):
            yield "a comment has either value or ref"


def _parts(parts: list[Any], pivot: str, tag: str) -> Iterator[str]:
    orders: list[str] = []
    for place, part in enumerate(parts, start=1):
        for side, language in (("source", pivot), ("target", tag)):
            found = part.findall(f"{{*}}{side}")
            if len(found) > 1 or (side == "source" and not found):
                yield f"{local(part)} has {len(found) or 'no'} {side}"
            for each in found:
                said = _language(each)
                if not language:
                    yield f"{side} of a file that tells no language of it"
                elif said and said.lower() != language.lower():
                    yield f"{side} is in {said}, the file in {language}"
            if side == "target":
                orders += [each.get("order", str(place)) for each in found]
    if len(set(orders)) < len(orders) or any(not one.isdecimal() or not 0 < int(one) <= len(parts) for one in orders):
        yield "targets have no order of their own"


def _language(element: Any) -> str:
    """Return the language that an element or what it stands in tells of itself; "" for none."""
    held = (each.get(_LANG) for each in (element, *element.iterancestors()))
    return next((language for language in held if language), "")


def _ids(unit: Any, parts: list[Any]) -> Iterator[str]:
    coded = [each for part in parts for source in part.findall("{*}source") for each in source.iter()]
    held = [each.get("id", "") for each in coded if local(each) in _HOLDS_ID]
    data = [each.get("id", "") for each in unit.findall("{*}originalData/{*}data")]
    notes = [each.get("id") for each in unit.findall("{*}notes/{*}note") if each.get("id")]
    ids = [part.get("id") for part in parts if part.get("id")] + held
    for what, several in (("id", ids), ("id of data", data), ("id of a note", notes)):
        for one, count in Counter(several).items():
            if count > 1 or not _NAME.fullmatch(one or ""):
                yield f"the {what} {one!r} is there {count} times" if count > 1 else f"the {what} {one!r} is none"
    for each in (each for part in parts for each in part.iter()):
        for attribute in ("dataRef", "dataRefStart", "dataRefEnd"):
            if each.get(attribute) is not None and each.get(attribute) not in data:
                yield f"{attribute} names data that is not there: {each.get(attribute)!r}"
        if each.get("copyOf") is not None and each.get("copyOf") not in held:
            yield f"copyOf names a code that is not there: {each.get('copyOf')!r}"


def _pairs(elements: list[Any]) -> Iterator[str]:
    """Yield the codes and markers that begin without an end, or end without a beginning."""
    for opens, closes in _CLOSES.items():
        begun: list[str] = []
        for each in elements:
            name, isolated = local(each), each.get("isolated") == "yes"
            if name == opens and not isolated:
                begun.append(each.get("id", ""))
            elif name == closes and isolated == (each.get("startRef") is not None):
                yield f"{closes} is isolated, or has startRef"
            elif name == closes and not isolated:
                if each.get("startRef") in begun:
                    begun.remove(each.get("startRef"))
                else:
                    yield f"{closes} ends what did not begin: {each.get('startRef')!r}"
        for one in begun:
            yield f"{opens} {one!r} does not end"
