"""How uniform renderings are, as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence

from workbench.cli.printing import table
from workbench.model.document import Document
from workbench.model.terminal import plain
from workbench.scoring.consistency import Recurring, Uniformity

_NOTHING = "∅"
_FORMULA = ("=", "+", "-", "@", "\t")  # what spreadsheets take for the beginning of a formula


def as_text(document: Document, found: Sequence[Uniformity], top: int) -> str:
    """Return scores, and of each version the `top` recurring segments that are rendered least uniformly, for people."""
    return "\n".join(_lines(document, found, top)) + "\n"


def _lines(document: Document, found: Sequence[Uniformity], top: int) -> Iterator[str]:
    yield plain(f"{document.name}: how often what {document.pivot} says twice in the same words is rendered alike")
    yield ""
    lines = [["", "recurring", "rendered alike"]]
    for one in found:
        score = "–" if one.score is None else f"{one.score:.1f} %"
        lines.append([one.version, str(len(one.recurring)), score])
    yield table(lines)
    for one in found:
        for recurring in _varied(one)[:top]:
            yield ""
            yield f"{one.version}: {recurring.count} × {plain(recurring.text)}"
            for rendering in recurring.renderings:
                where = ", ".join(rendering.clauses)
                yield f"    {len(rendering.clauses)} × {plain(rendering.text) or _NOTHING} ({where})"


def _varied(one: Uniformity) -> Sequence[Recurring]:
    return [recurring for recurring in one.recurring if len(recurring.renderings) > 1]


def as_json(document: Document, found: Sequence[Uniformity], top: int) -> str:
    """Return scores as JSON, of each version with `top` recurring segments."""
    versions = {
        one.version: {
            "score": None if one.score is None else round(one.score, 4),
            "recurring": [
                {
                    "text": recurring.text,
                    "count": recurring.count,
                    "renderings": [
                        {"text": rendering.text, "clauses": list(rendering.clauses)}
                        for rendering in recurring.renderings
                    ],
                }
                for recurring in one.recurring[:top]
            ],
        }
        for one in found
    }
    data = {"document": document.name, "pivot": document.pivot, "versions": versions}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_csv(document: Document, found: Sequence[Uniformity], top: int) -> str:
    """Return a line for each rendering of the `top` recurring segments of each version; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["version", document.pivot, "rendering", "times", "clauses"])
    for one in found:
        for recurring in one.recurring[:top]:
            for rendering in recurring.renderings:
                cells = (recurring.text, rendering.text)
                where = " ".join(rendering.clauses)
                writer.writerow([one.version, *map(_harmless, cells), len(rendering.clauses), where])
    return out.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
