"""Tables of terms as other tools write them: CSV or TSV, whose columns are known by their headers.

Two shapes. A term a row has a column of language codes; a concept a row has a column for each language, whose header is its
code (`en`, `zh-CN`, `uz-Cyrl`). The house's own table is the first of them with all of its columns.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from workbench.glossary.csv_format import COLUMNS, term_of
from workbench.glossary.term import Term, TermKind
from workbench.languages.tags import parse_tag
from workbench.model import separated
from workbench.model.errors import InputError, TagError

# What other tools call the columns, in lower case.
_NAMES = {
    "concept": ("concept id", "conceptid", "id", "entry", "entry id", "entry_id", "termid"),
    "lang": ("language", "locale", "language code", "lang code"),
    "term": ("wording", "word", "text", "term text"),
    "status": ("term status", "usage status", "administrativestatus", "usage"),
    "kind": ("category", "type", "domain", "subject", "subject field", "subjectfield"),
    "forms": ("variants", "variant", "synonyms"),
    "scope": ("project",),
    "source": ("reference",),
    "note": ("notes", "comment", "comments", "description", "definition"),
}
_KNOWN = {other: column for column, others in _NAMES.items() for other in (column, *others)} | {"match": "match"}
_STATUSES = {"": "proposed", "approved": "preferred", "deprecated": "forbidden", "not recommended": "forbidden"}


def read_table(content: str, path: str, kinds: Mapping[str, TermKind]) -> Iterator[Term]:
    """Yield the terms of a table's content; `path` is named in errors.

    Missing columns are filled: a status is `proposed`, a kind is that of `kinds`, else `term`, a concept is called by its
    first term in letters a to z, else by its line. Raises InputError, with the line, for a header without terms or
    languages, a column of unknown meaning, a row of another width and what the glossary cannot hold.
    """
    text = content.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = max("\t,;", key=head.count)
    reader = separated.reader(io.StringIO(text, newline=""), delimiter)
    try:
        columns = [_column(cell.strip(), path) for cell in next(reader, [])]
        _check(columns, path)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) != len(columns):
                    raise InputError(
                        f"{len(cells)} cells in place of {len(columns)}", path=path, line=line, advice="mend the row"
                    )
                yield from _row(columns, [cell.strip() for cell in cells], path, line, kinds)
            line = reader.line_num + 1
    except csv.Error as error:
        message, advice = separated.reason(error)
        raise InputError(message, path=path, line=reader.line_num, advice=advice) from None


def _column(header: str, path: str) -> str:
    """Return a column's own name for its header, or the language tag that it is."""
    known = _KNOWN.get(header.lower().replace("_", " ")) or _KNOWN.get(header.lower())
    if known:
        return known
    try:
        return str(parse_tag(header.replace("_", "-")))
    except TagError:
        raise InputError(
            f"the column {header!r} is not known",
            path=path,
            line=1,
            advice=f"call it by a language code such as kk, or one of {', '.join(COLUMNS)}; or take it out",
        ) from None


def _check(columns: Sequence[str], path: str) -> None:
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice:
        raise InputError(f"two columns mean {twice!r}", path=path, line=1, advice="take one of them out")
    languages = [column for column in columns if column not in COLUMNS]
    if not languages and not {"lang", "term"} <= set(columns):
        raise InputError(
            "no terms in it",
            path=path,
            line=1,
            advice="it needs the columns lang and term, or a column for each language",
        )
    if languages and {"lang", "term", "forms"} & set(columns):
        raise InputError(
            f"the column {languages[0]!r} stands beside lang, term or forms", path=path, line=1, advice="keep one shape"
        )


def _row(
    columns: Sequence[str], cells: Sequence[str], path: str, line: int, kinds: Mapping[str, TermKind]
) -> Iterator[Term]:
    held = dict(zip(columns, cells, strict=True))
    terms = {lang: term for lang, term in held.items() if lang not in COLUMNS and term}
    wide = any(column not in COLUMNS for column in columns)
    own = dict.fromkeys(COLUMNS, "") | {column: cell for column, cell in held.items() if column in COLUMNS}
    own["concept"] = _slug(own["concept"]) or next(
        (name for term in (terms.values() if wide else [own["term"]]) if (name := _slug(term))), f"row-{line}"
    )
    own["kind"] = (
        own["kind"].lower() if own["kind"].lower() in set(TermKind) else str(kinds.get(own["concept"], "term"))
    )
    status = own["status"].lower()
    own["status"] = _STATUSES.get(status, status)
    for lang, term in terms.items() if wide else [(own["lang"].replace("_", "-"), own["term"])]:
        yield term_of(own | {"lang": lang, "term": term}, path, line)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
