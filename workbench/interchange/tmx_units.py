"""The units of a TMX file (versions 1.1 to 1.4, LISA OSCAR), read as a stream: memory does not grow with the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from workbench.interchange.safe_xml import elements, local, root_of
from workbench.interchange.tmx_plain import PlainUnits
from workbench.interchange.tmx_told import without_was
from workbench.interchange.tmx_unit import TmxHead, TmxUnit, TmxVariant, language_tag, one_line
from workbench.model.errors import InputError

__all__ = ["TmxUnit", "TmxVariant", "Warn", "parsed_units", "tmx_units"]

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})  # what they hold is code of the file that was translated, not text

Warn = Callable[[int, str], None]  # takes the line (1-based) and what was passed over there


def tmx_units(path: Path, warn: Warn) -> Iterator[TmxUnit]:
    """Yield the units of a TMX file that say something; whatever is passed over is told to `warn`.

    Passed over are variants without `seg`, without a language or with one that BCP 47 does not know, and units without
    variants. Both `xml:lang` and `lang` are read. Raises NotFoundError, and InputError with the line for what is no TMX, for
    broken XML (also what the parser's limits forbid) and for entities.
    """
    plain = PlainUnits(path)
    count = 0
    for count, unit in enumerate(plain, start=1):  # noqa: B007 - how many they were
        yield unit
    if not plain.whole:
        yield from islice(parsed_units(path, warn), count, None)


def parsed_units(path: Path, warn: Warn) -> Iterator[TmxUnit]:
    """Yield what `tmx_units` does and raise what it raises; all of it is read by the parser."""
    root = root_of(path)
    if local(root) != "tmx":
        raise InputError(
            f"no TMX: its root is {local(root)!r}",
            path=str(path),
            line=root.sourceline or 0,
            advice="name a file whose root is tmx",
        )
    for element in elements(path, ("tu",)):
        unit = _unit(element, path, warn)
        if unit.variants:
            yield unit
        else:
            warn(unit.line, "a unit without text is passed over")


def _unit(element: Any, path: Path, warn: Warn) -> TmxUnit:
    variants: list[TmxVariant] = []
    props: list[tuple[str, str]] = []
    notes: list[str] = []
    for child in element:
        name = local(child)
        if name == "tuv":
            variant = _variant(child, path, warn)
            if variant is not None:
                variants.append(variant)
        elif name == "prop":
            props.append((child.get("type", ""), child.text or ""))
        elif name == "note":
            notes.append(child.text or "")
    attributes = dict(element.items())
    tuid = attributes.pop("tuid", "")
    return TmxUnit(element.sourceline or 0, tuid, tuple(variants), tuple(props), tuple(notes), attributes)


def _variant(element: Any, path: Path, warn: Warn) -> TmxVariant | None:
    attributes = dict(element.items())
    other = attributes.pop("lang", "")
    written = attributes.pop(_XML_LANG, "") or other
    tag = language_tag(written)
    if not tag:
        said = f"of the language {written!r}, which is none" if written else "without a language"
        warn(element.sourceline or 0, f"a variant {said} is passed over")
        return None
    seg = None
    props: list[tuple[str, str]] = []
    notes: list[str] = []
    for child in element:
        name = local(child)
        if name == "seg":
            seg = child
        elif name == "prop":
            props.append((child.get("type", ""), child.text or ""))
        elif name == "note":
            notes.append(child.text or "")
    if seg is None:
        warn(element.sourceline or 0, f"a variant of {tag} without seg is passed over")
        return None
    text = marked = seg.text or ""
    if len(seg):
        text, marked = _texts(seg, path)
    was, others = without_was(tuple(props))
    head = TmxHead(tag, others, tuple(notes), attributes)
    return TmxVariant(head, one_line(text), one_line(marked), was)


def _texts(seg: Any, path: Path) -> tuple[str, str]:
    """Return the text of a `seg` that has elements in it, without codes and with markers."""
    from lxml import etree

    for entity in seg.iter(etree.Entity):
        raise InputError(
            f"{entity.text} is not read", path=str(path), line=entity.sourceline or 0, advice="write it out"
        )
    text, marked = [seg.text or ""], [seg.text or ""]
    shown = [True]  # for every element that is open: whether what stands in it is text
    numbers: dict[str, int] = {}  # of pairs, by their `i`
    count = 0
    for event, element in etree.iterwalk(seg, events=("start", "end")):
        if element is seg:
            continue
        name = local(element)
        if event == "start":
            if name in _CODES and shown[-1]:
                number = numbers.get(element.get("i", "")) if name == "ept" else None
                if number is None:
                    count += 1
                    number = count
                if name == "bpt":
                    numbers[element.get("i", "")] = number
                marked.append({"bpt": f"{{{number}}}", "ept": f"{{/{number}}}"}.get(name, f"{{{number}/}}"))
            shown.append(name not in _CODES and (name == "sub" or shown[-1]))
            said = element.text
        else:
            shown.pop()
            said = element.tail
        if said and shown[-1]:
            text.append(said)
            marked.append(said)
    return "".join(text), "".join(marked)
