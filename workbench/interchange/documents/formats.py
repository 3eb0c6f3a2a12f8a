"""Which formats of documents there are, and which one a file is of."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from pathlib import PurePath
from typing import cast

import workbench.interchange.documents
from workbench.interchange.documents.content import Format
from workbench.model.errors import InputError


@lru_cache(maxsize=1)
def formats() -> tuple[Format, ...]:
    """Return the formats in the order in which they are asked: every module of this package that has `NAME` and `read`."""
    found: list[Format] = []
    for info in pkgutil.iter_modules(workbench.interchange.documents.__path__):
        module = importlib.import_module(f"{workbench.interchange.documents.__name__}.{info.name}")
        if hasattr(module, "NAME") and hasattr(module, "read"):
            found.append(cast("Format", module))
    return tuple(sorted(found, key=lambda form: (form.ORDER, form.NAME)))


def format_of(content: bytes, path: str) -> Format:
    """Return the format of a file, by its content rather than by its name.

    Raises InputError where its name says a format that its content is not, and no other either.
    """
    suffix = PurePath(path).suffix.lower()
    form = next(form for form in formats() if form.recognises(content, suffix))
    named = next((one for one in formats() if suffix in one.SUFFIXES), form)
    if named is not form and form.ORDER == formats()[-1].ORDER:
        raise InputError(
            f"no {named.NAME} by its content, whatever its name says",
            path=path,
            advice="open it in the program that made it and save it again",
        )
    return form
