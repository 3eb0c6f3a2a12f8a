"""XML from outside, read as a stream: nothing is fetched, no DTD is loaded, no entity resolved, no limit of the parser lifted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from workbench.model.errors import InputError
from workbench.workspace.bytes import unreadable

# What every parser of XML from outside is told.
SAFE: Mapping[str, Any] = MappingProxyType(
    {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "dtd_validation": False,
        "huge_tree": False,
        "remove_pis": True,
        "remove_comments": True,
    }
)
_TOO_DEEP = "Excessive depth"  # what libxml2 says, with the option that would lift its limit


def root_of(path: Path) -> Any:
    """Return the root of an XML file, with its attributes and nothing in it yet.

    Raises what `elements` raises, and InputError where the file declares entities.
    """
    for _, root in _parsed(path, ("start",), None):
        declared = root.getroottree().docinfo.internalDTD
        if declared is not None and any(True for _ in declared.iterentities()):
            raise InputError(
                "declares entities, which are not read",
                path=str(path),
                line=root.sourceline or 0,
                advice="take its DOCTYPE out",
            )
        return root
    raise InputError("no XML that can be read: nothing in it", path=str(path), advice="mend it")


def elements(path: Path, names: Sequence[str]) -> Iterator[Any]:
    """Yield every element of one of the names (in whatever namespace) once it was read, and let it go when the next is asked for.

    Raises NotFoundError where there is no such file, InputError, with the line, for what cannot be read or is broken.
    """
    for _, element in _parsed(path, ("end",), [f"{{*}}{name}" for name in names]):
        yield element
        # What is read is let go, so that memory does not grow with the file.
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def local(element: Any) -> str:
    """Return an element's name without its namespace; "" for what is no element (a reference to an entity)."""
    name = element.tag
    if not isinstance(name, str):
        return ""
    return name.rpartition("}")[2] if name[0] == "{" else name


def _parsed(path: Path, events: Sequence[str], names: Sequence[str] | None) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    context: Any = None
    try:
        with path.open("rb") as file:
            context = etree.iterparse(file, events=events, tag=names, **SAFE)
            yield from context
    except OSError as error:
        raise unreadable(path, error) from None
    except etree.XMLSyntaxError as error:
        # The first complaint is the cause; the error itself may be what came of it.
        cause = next(iter(context.error_log), None) if context is not None else None
        line, said = (cause.line, cause.message) if cause else (error.lineno or 0, error.msg or "nothing in it")
        said = said.strip().split("\n")[0]
        if said.startswith(_TOO_DEEP):
            said = "elements within each other without end"
        raise InputError(f"no XML that can be read: {said}", path=str(path), line=line, advice="mend it") from None
