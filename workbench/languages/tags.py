"""Language tags (BCP 47, RFC 5646)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.model.errors import TagError

# The `langtag` production of RFC 5646, section 2.1, less the grandfathered tags. Shorter than any library's import.
_LANGTAG = re.compile(
    r"""(?P<language>[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})
        (?:-(?P<script>[a-z]{4}))?
        (?:-(?P<region>[a-z]{2}|\d{3}))?
        (?P<variants>(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*)
        (?P<extensions>(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*)
        (?P<private>-x(?:-[a-z0-9]{1,8})+)?""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A well-formed language tag, its parts in the letter case that RFC 5646 recommends; absent parts are empty."""

    language: str
    script: str
    region: str
    rest: str

    def __str__(self) -> str:
        return "-".join(part for part in (self.language, self.script, self.region) if part) + self.rest


@lru_cache(maxsize=256)
def parse_tag(tag: str) -> Tag:
    """Return the parts of a language tag; raise TagError if BCP 47 does not allow it. `en`, `uz-Cyrl`, `en-x-official`."""
    match = _LANGTAG.fullmatch(tag)
    if match is None:
        raise TagError(
            f"{tag!r} is not a language tag", advice="write one of BCP 47, such as en, zh, uz-Cyrl or en-x-official"
        )
    rest = (match["variants"] or "") + (match["extensions"] or "") + (match["private"] or "")
    return Tag(
        match["language"].lower(), (match["script"] or "").title(), (match["region"] or "").upper(), rest.lower()
    )
