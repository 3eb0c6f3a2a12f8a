"""name-variant: a spelling close to a listed name that is not listed."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.alignment.encoders.words import known_share
from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.near_names import NearNames
from workbench.checks.reading import Reading


class NameVariant(Check):
    """A name is spelt as the glossary lists it."""

    name = "name-variant"
    family = "names"
    severity = Severity.WARNING
    help = (
        "This is spelt nearly like a person, state or place of the glossary, and no such spelling is listed: Nurtileu beside "
        "Nurtleu. Write the name as it is listed, or list this spelling too (as an admitted term or among the forms)."
    )

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the near misses of listed names in every version."""
        for tag in reading.tags:
            terms = reading.termbase.in_language(tag, reading.document.name)
            if not terms:
                continue
            near = NearNames(terms, reading.knowledge(tag))
            for segment, text in enumerate(reading.texts(tag)):
                taken = [(match.start, match.end) for match in reading.matches(tag, segment)]
                for found in near.find(text, taken):
                    written = text[found.start : found.end]
                    if not (found.alone and _is_ordinary(reading, tag, written)):
                        yield Draft(
                            version=tag,
                            row=reading.row_of(tag, segment),
                            spot=Spot(tag, segment, found.start, found.end),
                            message=f"“{written}” is spelt nearly like “{found.term.term}”, and the glossary does not list it",
                            texts=(text, found.term.term),
                        )


def _is_ordinary(reading: Reading, tag: str, written: str) -> bool:
    """Return whether the text writes the word small elsewhere, or the aligner's table of the language's words has it."""
    small = written.lower()
    return any(small in text for text in reading.texts(tag)) or known_share([small], tag) == 1
