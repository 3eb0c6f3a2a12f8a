"""XML of strangers, as a stream of events: no entity is opened, no DTD allowed, no tree built, however deep it is nested."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, cast

from workbench.interchange.documents.archive import broken
from workbench.interchange.safe_xml import SAFE
from workbench.model.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import ParserTarget

_DEEPEST = 1000  # elements within elements: office programs nest a few dozen
_PIECE = 64 * 1024


class Handler(Protocol):
    """What hears the events of a file. Names are local names: two standards of one format differ in namespaces alone."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins; attributes have local names too."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A stretch of text."""


class _Target:
    def __init__(self, handler: Handler, path: str) -> None:
        self._handler = handler
        self._path = path
        self._depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InputError(
                f"more than {_DEEPEST} elements within each other",
                path=self._path,
                advice="do not open it: nobody writes so",
            )
        self._handler.start(local(tag), {local(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._handler.end(local(tag))

    def data(self, text: str) -> None:
        self._handler.text(text)

    def doctype(self, *_: object) -> None:
        raise InputError(
            "a DTD in it, which no office program writes",
            path=self._path,
            advice="do not open it: entities are hidden in it",
        )

    def close(self) -> None:
        pass


def local(tag: str) -> str:
    """Return a name without its namespace."""
    return tag.rpartition("}")[2]


def hear(content: bytes, handler: Handler, path: str) -> None:
    """Give the events of an XML file to `handler`; raise InputError where it is broken, has a DTD, or is nested without end."""
    from lxml import etree

    target = cast("ParserTarget", _Target(handler, path))
    parser = etree.XMLParser(target=target, attribute_defaults=False, **SAFE)
    try:
        for start in range(0, len(content), _PIECE):
            parser.feed(content[start : start + _PIECE])
        parser.close()
    except etree.LxmlError as error:
        raise broken(path, error) from None
