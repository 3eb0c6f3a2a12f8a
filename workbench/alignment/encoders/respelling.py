"""Respelling: a script that no table is there for, written in one that has a table, as data in `data/respelling.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Respelling:
    """Rules that write a text of one language in other letters; `table` is the tag of the language to look words up in."""

    table: str
    rules: tuple[tuple[re.Pattern[str], str], ...]
    letters: dict[int, str]

    def __call__(self, text: str) -> str:
        """Return `text` (in lower case) respelled: first the rules, in their order, then letter by letter."""
        for pattern, replacement in self.rules:
            text = pattern.sub(replacement, text)
        return text.translate(self.letters)


@lru_cache(maxsize=1)
def _sections() -> dict[str, dict[str, dict[str, object]]]:
    path = files("workbench.alignment.encoders") / "data" / "respelling.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def respelling(tag: str, purpose: str = "lookup") -> Respelling | None:
    """Return how texts of a language are respelled, None if they are not.

    `purpose` is `lookup`, for texts before their words are looked up in the table, or `teacher`, for words of the table
    before the model that it is distilled from sees them.
    """
    section = _sections().get(purpose, {}).get(tag)
    if section is None:
        return None
    letters, rules = section["letters"], section.get("rules", [])
    assert isinstance(letters, dict) and isinstance(rules, list)  # noqa: S101, PT018 - it is the package's own file
    return Respelling(
        table=str(section.get("table", tag)),
        rules=tuple((re.compile(pattern), replacement) for pattern, replacement in rules),
        letters=str.maketrans(letters),
    )
