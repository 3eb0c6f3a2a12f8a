"""A unit of TMX as it stands in its file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from workbench.interchange.tmx_told import Props, Told, told_by
from workbench.languages.tags import parse_tag
from workbench.model.errors import TagError

# All that ends a line: in TMX a break that a tool could not keep is often U+2028.
_LINE_BREAK = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")


@dataclass(frozen=True)
class TmxHead:
    """What stands before the text of a variant, which many variants share: its language, properties, notes and attributes.

    `props` are pairs of a type and its text, in order; a type may come twice. `attributes` are those of the `tuv` but its
    language.
    """

    tag: str
    props: Props = ()
    notes: tuple[str, ...] = ()
    attributes: Mapping[str, str] | None = None

    @cached_property
    def told(self) -> Told:
        """What the properties and notes tell, where Workbench wrote them."""
        return told_by(self.props, self.notes)


class TmxVariant(NamedTuple):
    """A unit in one language: a `tuv`.

    `text` has no inline codes; `marked` has a marker in the place of each: `{1}` opens, `{/1}` closes, `{2/}` stands alone.
    What `hi` and `sub` hold is text in both. `was` is the property that tells the digest of the text as it was exported,
    which stands nowhere else; "" where there is none.
    """

    head: TmxHead
    text: str
    marked: str
    was: str = ""


class TmxUnit(NamedTuple):
    """A `tu`: its line (1-based), identifier ("" where it has none), and variants, of which several may be of one language."""

    line: int
    tuid: str
    variants: tuple[TmxVariant, ...]
    props: Props = ()
    notes: tuple[str, ...] = ()
    attributes: Mapping[str, str] | None = None


def one_line(text: str) -> str:
    """Return a text without the line breaks that its file has in it."""
    return text if text.isprintable() else _LINE_BREAK.sub(" ", text)


@lru_cache(maxsize=256)
def language_tag(written: str) -> str:
    """Return a language code as BCP 47 writes it; "" for what is none."""
    try:
        return str(parse_tag(written.strip().replace("_", "-")))
    except TagError:
        return ""
