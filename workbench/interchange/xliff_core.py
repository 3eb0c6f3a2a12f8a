"""What XLIFF 2 allows: elements in elements, attributes, their values. What is broken is said in words, and read all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.interchange.locales import tag_of
from workbench.interchange.safe_xml import local
from workbench.model.text import forbidden_control

CORE = "urn:oasis:names:tc:xliff:document:2."
XML = "{http://www.w3.org/XML/1998/namespace}"
_INLINE = "cp ph pc sc ec mrk sm em"
_CODE = "canCopy canDelete canOverlap canReorder copyOf subType type"
_DATA = "dataRef disp equiv subFlows"
_PLACE = "canResegment translate srcDir trgDir xml:space"


@dataclass(frozen=True, slots=True)
class Shape:
    """What an element holds: attributes (those it must have too), elements by their names with their places, and others'.

    `foreign` says whether elements of modules and extensions may stand in it, before its own; `open` whether attributes may.
    """

    attributes: frozenset[str]
    required: frozenset[str] = frozenset()
    places: Mapping[str, int] = field(default_factory=dict)
    foreign: bool = False
    open: bool = False


def _shape(attributes: str, children: str = "", *, foreign: bool = False, open: bool = False) -> Shape:  # noqa: A002
    names = attributes.split()
    required = frozenset(name.rstrip("!") for name in names if name.endswith("!"))
    places = {one: place for place, group in enumerate(children.split()) for one in group.split("|")}
    return Shape(frozenset(name.rstrip("!") for name in names), required, places, foreign, open)


SHAPES: Mapping[str, Shape] = {
    "xliff": _shape("version! srcLang! trgLang xml:space", "notes file", foreign=True, open=True),
    "file": _shape(f"id! original {_PLACE}", "skeleton notes unit|group", foreign=True, open=True),
    "group": _shape(f"id! name type {_PLACE}", "notes unit|group", foreign=True, open=True),
    "unit": _shape(f"id! name type {_PLACE}", "notes originalData segment|ignorable", foreign=True, open=True),
    "skeleton": _shape("href", foreign=True),
    "notes": _shape("", "note"),
    "note": _shape("id appliesTo category priority ref", open=True),
    "originalData": _shape("", "data"),
    "data": _shape("id! dir xml:space", "cp"),
    "segment": _shape("id canResegment state subState", "source target"),
    "ignorable": _shape("id", "source target"),
    "source": _shape("xml:lang xml:space", _INLINE.replace(" ", "|")),
    "target": _shape("xml:lang xml:space order", _INLINE.replace(" ", "|")),
    "cp": _shape("hex!"),
    "ph": _shape(f"id! {_CODE.replace('canOverlap ', '')} {_DATA}", open=True),
    "pc": _shape(
        f"id! {_CODE} dir dataRefStart dataRefEnd dispStart dispEnd equivStart equivEnd subFlowsStart subFlowsEnd",
        _INLINE.replace(" ", "|"),
        open=True,
    ),
    "sc": _shape(f"id! {_CODE} {_DATA} dir isolated", open=True),
    "ec": _shape(f"id startRef {_CODE} {_DATA} dir isolated", open=True),
    "mrk": _shape("id! translate type ref value", _INLINE.replace(" ", "|"), open=True),
    "sm": _shape("id! translate type ref value", open=True),
    "em": _shape("startRef!"),
}
_ONCE = frozenset({"skeleton", "notes", "originalData", "source", "target"})
_NEEDED = {"unit": "segment", "segment": "source", "ignorable": "source", "notes": "note", "originalData": "data"}

_NAME = r"[\w:.\-\u00b7]+"
_CODE_TYPES = "fmt|ui|quote|link|image|other"
_OWN = r"[^\s:]+:[^\s:]+"
# How a fragment may be written: a file, groups or a unit, then one thing in it, which may be named by a prefix of its module.
_REF = re.compile(rf"#(?:/?(?:f={_NAME}|(?:f={_NAME}/)?[gu]={_NAME}))?/?(?:(?P<prefix>[^=/]+)=)?{_NAME}")
_PREFIXES = frozenset("fgundt") | {"gls", "mtc", "res", "mda", "fs", "slr", "val", "ctr", "its", "itsm", "xlf", "tbx"}
_VALUES: tuple[tuple[str, str], ...] = (
    ("canResegment translate canCopy canDelete canOverlap isolated", "yes|no"),
    ("canReorder", "yes|firstNo|no"),
    ("dir srcDir trgDir", "ltr|rtl|auto"),
    ("state", "initial|translated|reviewed|final"),
    ("appliesTo", "source|target"),
    ("priority", "[1-9]|10"),
    ("order", "0*[1-9][0-9]*"),
    ("id startRef copyOf dataRef dataRefStart dataRefEnd", _NAME),
    ("subFlows subFlowsStart subFlowsEnd", rf"\s*{_NAME}(?:\s+{_NAME})*\s*"),
    ("hex", "[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}"),
    ("subType subState", _OWN),
    ("xml:space", "default|preserve"),
)
_PATTERNS = {name: re.compile(pattern) for names, pattern in _VALUES for name in names.split()}
_TYPES = {
    **dict.fromkeys(("ph", "pc", "sc", "ec"), re.compile(_CODE_TYPES)),
    **dict.fromkeys(("mrk", "sm"), re.compile(f"generic|comment|term|{_OWN}")),
    **dict.fromkeys(("unit", "group"), re.compile(_OWN)),
}
# What the core itself calls its subtypes; no other may begin so.
_SUBTYPES = {
    "fmt": frozenset(["xlf:b", "xlf:i", "xlf:u", "xlf:lb", "xlf:pb"]),
    "ui": frozenset({"xlf:var"}),
}

Foreign = Callable[[str, int], None]


def broken(element: Any, foreign: Foreign, *, deep: bool = True) -> Iterator[str]:
    """Yield what is not allowed in an element and, where `deep`, in all of the core that stands in it.

    What is of a module or an extension is told to `foreign`, by its namespace and line.
    """
    name = local(element)
    shape = SHAPES.get(name)
    if shape is None:
        yield f"no element is called {name}"
        return
    yield from _attributes(element, name, shape, foreign)
    yield from _children(element, name, shape, foreign)
    if deep:
        for child in element:
            if is_core(child):
                yield from broken(child, foreign)


def is_core(element: Any) -> bool:
    """Return whether an element is of XLIFF's core, not of a module or an extension."""
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{CORE}")


def _attributes(element: Any, name: str, shape: Shape, foreign: Foreign) -> Iterator[str]:
    held = {key.replace(XML, "xml:"): value for key, value in element.items()}
    known = shape.attributes | {"xml:lang", "xml:space"} if shape.open else shape.attributes
    for key in sorted(shape.required - held.keys()):
        yield f"{name} without {key}"
    for key, value in held.items():
        if key.startswith("{"):
            foreign(key[1:].partition("}")[0], element.sourceline or 0)
            if not shape.open:
                yield f"{name} with {local_name(key)} of another namespace"
        elif key not in known:
            yield f"{name} with {key}, which it does not have"
        else:
            yield from _value(name, key, value)
    for key, other in (("subType", "type"), ("subState", "state")):
        if key in held and other not in held:
            yield f"{key} without {other}"
    allowed = _SUBTYPES.get(held.get("type", ""), frozenset())
    if held.get("subType", "").startswith("xlf:") and held["subType"] not in allowed:
        yield f"the subtype {held['subType']!r} of the type {held.get('type', '')!r}"


def local_name(key: str) -> str:
    """Return an attribute's name without its namespace."""
    return key.rpartition("}")[2]


def _value(name: str, key: str, value: str) -> Iterator[str]:
    pattern = _TYPES.get(name) if key == "type" else _PATTERNS.get(key)
    wrong = pattern is not None and not pattern.fullmatch(value)
    if key in ("srcLang", "trgLang", "xml:lang"):
        wrong = not tag_of(value)
    elif key == "ref" and value.startswith("#"):
        found = _REF.fullmatch(value)
        wrong = found is None or (found["prefix"] is not None and found["prefix"] not in _PREFIXES)
    elif key == "hex" and not wrong:
        wrong = not forbidden_control(chr(min(int(value, 16), 0x10FFFF)))
    if wrong:
        yield f"{name} with {key}={value!r}"


def _children(element: Any, name: str, shape: Shape, foreign: Foreign) -> Iterator[str]:
    if not len(element) and name not in _NEEDED:
        return
    places, last, seen = shape.places, -1, set()
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if not is_core(child):
            foreign(child.tag[1:].partition("}")[0] if child.tag.startswith("{") else "", child.sourceline or 0)
            if not shape.foreign or last > places.get("skeleton", -1):
                yield f"an element of another namespace in {name}, or behind its own"
            continue
        one = local(child)
        place = places.get(one)
        if place is None:
            yield f"{one} in {name}"
        elif place < last or (one in _ONCE and one in seen):
            yield f"{one} in {name} in the wrong place, or once too often"
        last = max(last, place if place is not None else -1)
        seen.add(one)
    needed = _NEEDED.get(name, "")
    if needed and needed not in seen:
        yield f"{name} without {needed}"
