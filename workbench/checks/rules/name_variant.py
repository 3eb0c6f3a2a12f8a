"""name-variant: a spelling close to a listed name that is not listed."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.variants import variants


class NameVariant(Check):
    """A name is spelt as the glossary lists it."""

    name = "name-variant"
    local = True
    family = "names"
    severity = Severity.WARNING
    help = (
        "This is spelt nearly like a person, state or place of the glossary, and no such spelling is listed: Nurtileu beside "
        "Nurtleu. Write the name as it is listed, or list this spelling too (as an admitted term or among the forms)."
    )
    example = ("Murat Nurtileu", "Murat Nurtleu")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the near misses of listed names in every version."""
        for tag in reading.tags:
            texts = reading.texts(tag)
            for segment in reading.looked_at(tag):
                text = texts[segment]
                for found in variants(reading, tag, segment):
                    written, listed = text[found.start : found.end], found.term.term
                    yield Draft(
                        version=tag,
                        row=reading.row_of(tag, segment),
                        spot=Spot(tag, segment, found.start, found.end),
                        message=f"“{written}” is spelt nearly like “{listed}”, and the glossary does not list it",
                        suggestion=found.listed,
                        texts=(text, listed),
                    )
