"""The glossary on disk: one term a row, a table that any spreadsheet opens."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from workbench.glossary.term import Term, TermKind, TermMatching, TermStatus
from workbench.languages.tags import parse_tag
from workbench.model import separated
from workbench.model.errors import InputError, TagError
from workbench.model.text import forbidden_control, normalised

COLUMNS = ("concept", "lang", "term", "status", "kind", "match", "forms", "scope", "source", "note")

# What a spreadsheet would run: a formula, or a command behind a tab or a line feed.
_FORMULA = re.compile(r"\s*[=+@]|\s*-\s*[\d(]|[\t\r]")
_CONCEPT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def parse_terms(content: str, path: str, kinds: Mapping[str, TermKind] | None = None) -> tuple[Term, ...]:
    """Return the terms of a glossary file's content, in its order.

    `path` is named in errors; `kinds` are those that other files give to concepts. Raises InputError, with the line, for a
    missing or unknown column, a row with too few or too many cells, an empty concept or term, an unknown status, kind or
    match, a concept of two kinds, a malformed language tag, a control character, and a cell that a spreadsheet would run.
    """
    terms: list[Term] = []
    known = dict(kinds or {})
    for line, row in rows_of(content, path):
        term = term_of(row, path, line)
        if known.setdefault(term.concept, term.kind) is not term.kind:
            raise InputError(
                f"{term.concept} is a {term.kind.value} here and a {known[term.concept].value} in another row",
                path=path,
                line=line,
                advice="give all rows of a concept one kind",
            )
        terms.append(term)
    return tuple(terms)


def rows_of(content: str, path: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line and cells by column of every row of a glossary file's content; raise InputError where it is no such table."""
    reader = separated.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""))
    try:
        header = next(reader, [])
        _check_header(header, path)
        line = reader.line_num + 1
        for cells in reader:
            if cells:
                _check_width(cells, len(header), path, line)
                yield line, dict(zip(header, cells, strict=True))
            line = reader.line_num + 1
    except csv.Error as error:
        message, advice = separated.reason(error)
        raise InputError(message, path=path, line=reader.line_num, advice=advice) from None


def _check_header(header: list[str], path: str) -> None:
    for column in COLUMNS:
        if column not in header:
            raise InputError(
                f"the column {column!r} is missing", path=path, line=1, advice=f"the columns are {', '.join(COLUMNS)}"
            )
    for column in header:
        if column not in COLUMNS or header.count(column) > 1:
            raise InputError(
                f"the column {column!r} is not expected",
                path=path,
                line=1,
                advice=f"the columns are {', '.join(COLUMNS)}",
            )


def _check_width(cells: list[str], width: int, path: str, line: int) -> None:
    if len(cells) != width:
        what = "a column is missing" if len(cells) < width else "a cell too many"
        raise InputError(f"{what}: {len(cells)} cells in place of {width}", path=path, line=line, advice="mend the row")


def term_of(row: Mapping[str, str], path: str, line: int) -> Term:
    """Return the term of a row that has every column; what other formats hold comes through here too.

    Raises InputError, with path and line, for what `parse_terms` does in one row.
    """
    for column, cell in row.items():
        if not cell:
            continue
        if _FORMULA.match(cell):
            raise InputError(
                f"the cell {cell!r} of column {column!r} would be run by a spreadsheet",
                path=path,
                line=line,
                advice="begin it with another character than = + @ or - before a digit",
            )
        if not cell.isprintable() and (forbidden_control(cell.replace("\n", " ")) or "\n" in cell):
            raise InputError(
                f"the column {column!r} holds a control character", path=path, line=line, advice="take it out"
            )
    row = {column: normalised(cell) for column, cell in row.items()}
    if not _CONCEPT.fullmatch(row["concept"]):
        raise InputError(
            f"{row['concept']!r} is no name of a concept",
            path=path,
            line=line,
            advice="write lower-case letters, digits and hyphens",
        )
    if not row["term"]:
        raise InputError("the term is empty", path=path, line=line, advice="write it or take the row out")
    try:
        lang = str(parse_tag(row["lang"]))
    except TagError as error:
        raise TagError(error.message, path=path, line=line, advice=error.advice) from None
    forms = tuple(form for part in row["forms"].split("|") if (form := part.strip()))
    matching = _choice(TermMatching, row["match"] or "word", "match", path, line)
    if matching is TermMatching.REGEX:
        _check_pattern(row["term"], path, line)
    return Term(
        concept=row["concept"],
        lang=lang,
        term=row["term"],
        status=_choice(TermStatus, row["status"], "status", path, line),
        kind=_choice(TermKind, row["kind"], "kind", path, line),
        match=matching,
        forms=forms,
        scope=row["scope"],
        source=row["source"],
        note=row["note"],
    )


_Choice = TypeVar("_Choice", TermStatus, TermKind, TermMatching)


def _choice(enum: type[_Choice], value: str, column: str, path: str, line: int) -> _Choice:
    try:
        return enum(value)
    except ValueError:
        allowed = ", ".join(member.value for member in enum)
        raise InputError(f"{value!r} is no {column}", path=path, line=line, advice=f"write one of {allowed}") from None


def _check_pattern(pattern: str, path: str, line: int) -> None:
    try:
        matches_nothing = re.compile(pattern).match("") is None
    except re.error as error:
        raise InputError(
            f"the pattern {pattern!r} cannot be read: {error}", path=path, line=line, advice="mend it"
        ) from None
    if not matches_nothing:
        raise InputError(f"the pattern {pattern!r} matches empty text", path=path, line=line, advice="make it longer")


def sort_key(term: Term) -> tuple[str, str, int, str]:
    """Return the key that glossary files are sorted by: concept, language, status, term."""
    return term.concept, term.lang, list(TermStatus).index(term.status), term.term


def format_terms(terms: Iterable[Term]) -> str:
    """Return the content of a glossary file with the given terms, sorted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for term in sorted(terms, key=sort_key):
        matching = "" if term.match is TermMatching.WORD else term.match.value
        writer.writerow(
            [
                term.concept,
                term.lang,
                term.term,
                term.status,
                term.kind,
                matching,
                "|".join(term.forms),
                term.scope,
                term.source,
                term.note,
            ]
        )
    return out.getvalue()
