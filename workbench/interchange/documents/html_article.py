"""The article of a web page: where most of its running text stands, less what is there for those who browse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.interchange.documents.html_page import is_one

if TYPE_CHECKING:
    from lxml.etree import _Element

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHOLE = 0.5  # share of the page's running text that makes an element the article where the page says so
_MOST = 0.6  # share of an element's text that one part must hold to be looked into
_REST = 0.25  # share of the other parts beside it, above which they belong together
_TITLE = 300  # characters


@dataclass(frozen=True, slots=True)
class Article:
    """The element that holds the article, headings of it that stand outside, and what was left out of the page, in words."""

    element: _Element
    titles: tuple[str, ...]
    left_out: tuple[str, ...]


def article(page: _Element) -> Article:
    """Return the article of a page, which loses what is around it and what is hidden."""
    before = _length(page)
    mass = _mass(page)
    for element in [one for one in page.iter() if _is_dropped(one, mass, page)]:
        _remove(element)
    root = _root(page, _mass(page))
    titles = () if root.find(".//h1") is not None or root.tag == "h1" else _titles_before(page, root)
    left = before - _length(root) - sum(len("".join(title.split())) for title in titles)
    return Article(root, titles, (f"the page around the article ({left} characters)",) if left > 0 else ())


def _titles_before(page: _Element, root: _Element) -> tuple[str, ...]:
    """Return the last heading of the first level before an element, none where there is none."""
    title = ""
    for element in page.iter():
        if element is root:
            break
        if element.tag == "h1":
            title = " ".join("".join(map(str, element.itertext())).split())[:_TITLE] or title
    return (title,) if title else ()


def _length(element: _Element) -> int:
    """Return how many letters and figures of text an element holds, scripts and the like aside."""
    total = 0
    for one in element.iter():
        if one.tag not in ("script", "style", "noscript", "template", "head", "title", "meta", "link"):
            total += len("".join((one.text or "").split()))
        total += len("".join((one.tail or "").split())) if one is not element else 0
    return total


def _is_dropped(element: _Element, mass: dict[_Element, int], page: _Element) -> bool:
    """Return whether an element is there for those who browse, or hidden; never one with most of the page's running text."""
    tag = str(element.tag)
    if is_one(tag, "never") or mass.get(element, 0) > _WHOLE * max(1, mass.get(page, 0)):
        return is_one(tag, "never")
    if "hidden" in element.attrib or element.get("aria-hidden", "").lower() == "true" or _is_hidden(element):
        return True
    if is_one(tag, "around") or is_one(element.get("role", "").lower(), "roles"):
        return tag != "figure" or element.find(".//table") is None
    if tag == "header":
        return element.find(".//h1") is None or element.getparent() is page.find("body")
    return not is_one(tag, "own") and _is_called_so(f"{element.get('class', '')} {element.get('id', '')}")


def _is_hidden(element: _Element) -> bool:
    return _HIDDEN.search(element.get("style", "")[:1000]) is not None


def _is_called_so(names: str) -> bool:
    """Return whether class and id say that something is not the article."""
    for name in names[:1000].split():
        if is_one(name.lower(), "names"):
            return True
        parts = (part.lower() for run in re.split(r"[-_:]+", name) for part in (run, *_PART.findall(run)))
        if any(is_one(part, "parts_of_names") for part in parts):
            return True
    return False


def _remove(element: _Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + element.tail
        else:
            previous.tail = (previous.tail or "") + element.tail
    parent.remove(element)


def _mass(page: _Element) -> dict[_Element, int]:
    """Return for every element how much running text it holds: letters outside links, of blocks that are more than a word."""
    from lxml import etree

    mass: dict[_Element, int] = {}
    stack: list[int] = []
    links = 0
    for event, element in etree.iterwalk(page, events=("start", "end")):
        links += (element.tag == "a") * (1 if event == "start" else -1)
        if event == "start":
            stack.append(0 if links or is_one(str(element.tag), "never") else _letters(element.text))
        else:
            mass[element] = stack.pop()
            if stack:
                stack[-1] += mass[element] + (0 if links else _letters(element.tail))
    return mass


def _letters(text: str | None) -> int:
    """Return how long a stretch of text is, nothing for one of a word or two: a button, a date."""
    if not text:
        return 0
    length = sum(2 if sign >= "\u3000" else 1 for sign in text if not sign.isspace())
    return length if length > 12 else 0


def _root(page: _Element, mass: dict[_Element, int]) -> _Element:
    """Return the smallest element that holds the running text: what the page itself calls so, or where most of it stands."""
    whole = mass.get(page, 0)
    said = [element for element in _said(page) if mass.get(element, 0) >= _WHOLE * max(1, whole)]
    root = said[-1] if said else page
    while root.tag != "article" and root.get("itemprop") != "articleBody":
        inner = max(root, key=lambda element: mass.get(element, 0), default=None) if len(root) else None
        if inner is None or not is_one(str(inner.tag), "boxes"):
            return root
        rest = (element for element in root if element is not inner)
        if mass.get(inner, 0) < _MOST * mass[root] or _belongs(rest, mass, _REST * mass[inner]):
            return root
        root = inner
    return root


def _said(page: _Element) -> Iterator[_Element]:
    """Give what the page calls its article, from the outside in."""
    for element in page.iter("main", "article", "div", "section"):
        if (
            element.tag in ("main", "article")
            or element.get("role") == "main"
            or element.get("itemprop") == "articleBody"
        ):
            yield element


def _belongs(rest: Iterable[_Element], mass: dict[_Element, int], most: float) -> bool:
    """Return whether the elements beside the one with most text belong to the article: paragraphs, or much text."""
    held = 0
    for element in rest:
        held += mass.get(element, 0)
        if is_one(str(element.tag), "running") and mass.get(element, 0):
            return True
    return held > most
