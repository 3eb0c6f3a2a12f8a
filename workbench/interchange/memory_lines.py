"""Units from JSON Lines: an object a line, `{"en": "…", "zh": "…"}`, or with the texts in an object `versions` beside others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.interchange.long_lines import lines
from workbench.interchange.memory_units import PLACES, language_of, unit_of_texts
from workbench.interchange.tmx_units import Warn
from workbench.memory.unit import Unit
from workbench.model.errors import InputError


def read_lines(path: Path, warn: Warn) -> Iterator[Unit]:
    """Yield a unit a line; blank lines are passed over. `id` or `clause` says where it stands, `date` when it was written.

    Raises NotFoundError, and InputError with the line for what is no JSON, no object, or has a text that is none.
    """
    for number, line in enumerate(lines(path), start=1):
        if not line.strip():
            continue
        try:
            said = json.loads(line)
        except (ValueError, RecursionError) as error:
            why = error.msg if isinstance(error, json.JSONDecodeError) else "too deep, or a number too long"
            raise InputError(f"no JSON: {why}", path=str(path), line=number, advice="mend the line") from None
        if not isinstance(said, dict):
            raise InputError("no object", path=str(path), line=number, advice='write {"en": "…", "zh": "…"}')
        yield from unit_of_texts(
            _texts(said, path, number), _field(said, PLACES), _field(said, ("date",)), number, warn
        )


def _texts(said: dict[str, Any], path: Path, line: int) -> dict[str, str]:
    held = said.get("versions", said)
    if not isinstance(held, dict):
        raise InputError("`versions` is no object", path=str(path), line=line, advice="write a text for each language")
    texts: dict[str, str] = {}
    for name, text in held.items():
        if name in PLACES or name == "date" or not (tag := language_of(name)):
            continue
        if not isinstance(text, str):
            if held is said:
                continue  # a number or a list that tools keep beside the texts
            raise InputError(f"{name} is no text", path=str(path), line=line, advice="write it between quotes")
        texts[tag] = text
    return texts


def _field(said: dict[str, Any], names: tuple[str, ...]) -> str:
    found = next((said[name] for name in names if name in said), "")
    return str(found) if isinstance(found, str | int) else ""
