"""Languages that a text may be in instead of its own: those with a table of words, by their script."""

from __future__ import annotations

from functools import lru_cache

from workbench.alignment.encoders.word_table import table_tags
from workbench.languages.knowledge import knowledge

SCRIPT_NAMES = {"Latn": "Latin", "Cyrl": "Cyrillic", "Hani": "Chinese", "Arab": "Arabic", "Grek": "Greek"}


@lru_cache(maxsize=64)
def rivals(tag: str, script: str) -> tuple[str, ...]:
    """Return the languages with a table of words that are written in a script, but that of `tag`."""
    others = (other for other in sorted(table_tags()) if knowledge(other).tag != knowledge(tag).tag)
    return tuple(other for other in others if script in equal_scripts(knowledge(other).script))


def equal_scripts(script: str) -> tuple[str, ...]:
    """Return the scripts that letters of a language's script count as: Hans and Hant are written in Hani."""
    return ("Hani", "") if script in ("Hans", "Hant") else (script, "")


def language_name(tag: str) -> str:
    """Return the English name of a language, or its tag where none is known."""
    return knowledge(tag).name or tag
