"""Language tags as gettext and its kin write them: `uz_UZ@cyrillic` is `uz-Cyrl-UZ`."""

from __future__ import annotations

import re

from workbench.languages.tags import parse_tag
from workbench.model.errors import TagError

UNKNOWN = "und"  # the tag of a language that nobody tells (BCP 47)
_MODIFIERS = {"Cyrl": "cyrillic", "Latn": "latin", "Arab": "arabic", "Deva": "devanagari"}
_LOCALE = re.compile(r"(?P<language>[^._@]+)(?:_(?P<region>[^.@]+))?(?:\.[^@]*)?(?:@(?P<modifier>.+))?")


def locale_of(tag: str) -> str:
    """Return the name of a locale that is nearest to a language tag; raises TagError for a malformed one."""
    parts = parse_tag(tag)
    region = f"_{parts.region}" if parts.region else ""
    modifier = f"@{_MODIFIERS.get(parts.script, parts.script.lower())}" if parts.script else ""
    return f"{parts.language}{region}{modifier}"


def apart(pivot: str, tag: str) -> str:
    """Return the tag of a version beside a pivot: one of its own where a file has both in one language."""
    return f"{tag}-x-target" if tag == pivot else tag


def tag_of(locale: str) -> str:
    """Return the language tag that a locale's name, or a tag with `_` for `-`, means; "" for what is neither."""
    try:
        return str(parse_tag(locale.strip().replace("_", "-")))
    except TagError:
        pass
    match = _LOCALE.fullmatch(locale.strip())
    if match is None:
        return ""
    scripts = {name: script for script, name in _MODIFIERS.items()}
    modifier = (match["modifier"] or "").lower()
    parts = (match["language"], scripts.get(modifier, ""), match["region"] or "")
    try:
        return str(parse_tag("-".join(part for part in parts if part)))
    except TagError:
        return ""
