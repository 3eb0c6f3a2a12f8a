"""Contradictions inside a glossary: what no reader of it could follow.

One wording may rightly stand for two concepts of a language: Chinese 副总理 is the Deputy Prime Minister and Turkmenistan's
Deputy Chairman. What tells that from a slip is that somebody meant it, so one of the two rows has to say so: its note quotes
the wording, or names the other concept. Everything else that is found here has no such excuse.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import combinations

from workbench.glossary.csv_format import rows_of, term_of
from workbench.glossary.matching import Matcher
from workbench.glossary.term import USABLE, Term, TermKind, TermMatching, TermStatus
from workbench.languages.knowledge import knowledge, language_key
from workbench.languages.wordforms import fold, words
from workbench.model.errors import InputError

_SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Hans": "CJK", "Hant": "CJK", "Hani": "CJK", "Arab": "ARABIC"}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What is wrong, with the place of the row that says it and, where there is one, of the row that it contradicts."""

    rule: str
    path: str
    line: int
    message: str
    related: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    term: Term
    path: str
    line: int

    def wordings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.term.term, *self.term.forms)))


def contradictions(files: Mapping[str, str]) -> tuple[Contradiction, ...]:
    """Return what is wrong in the contents of a glossary's files (by path), by place.

    Concepts of which every term is proposed are left out: nobody claims anything of them yet. Raises InputError for a file
    that is no table of terms; a row that cannot be taken is a finding.
    """
    rows: list[_Row] = []
    found: list[Contradiction] = []
    for path, content in files.items():
        for line, cells in rows_of(content, path):
            try:
                rows.append(_Row(term_of(cells, path, line), path, line))
            except InputError as error:
                found.append(Contradiction("row", path, line, f"{error.message} — {error.advice}"))
    accepted = {row.term.concept for row in rows if row.term.status is not TermStatus.PROPOSED}
    rows = [row for row in rows if row.term.concept in accepted]
    found += _kinds(rows)
    by_language: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in rows:
        by_language[language_key(row.term.lang)].append(row)
    for listed in by_language.values():
        found += [*_preferred_twice(listed), *_wordings(listed), *_inflected(listed), *_scripts(listed)]
    return tuple(sorted(found, key=lambda one: (one.path, one.line, one.rule, one.message)))


def _against(rule: str, row: _Row, other: _Row, message: str) -> Contradiction:
    first, second = sorted((other, row), key=lambda one: (one.path, one.line))
    return Contradiction(rule, second.path, second.line, message, (first.path, first.line))


def _kinds(rows: Iterable[_Row]) -> Iterator[Contradiction]:
    first: dict[str, _Row] = {}
    for row in rows:
        other = first.setdefault(row.term.concept, row)
        if other.term.kind is not row.term.kind:
            kinds: tuple[TermKind, TermKind] = row.term.kind, other.term.kind
            yield _against(
                "kind", row, other, f"{row.term.concept} is a {kinds[0].value} here and a {kinds[1].value} there"
            )


def _overlap(one: Term, other: Term) -> bool:
    """Return whether two scopes may take in one document; two patterns that differ are taken to do so if one fits the other."""
    scopes = one.scope, other.scope
    return not all(scopes) or scopes[0] == scopes[1] or fnmatchcase(*scopes) or fnmatchcase(*scopes[::-1])


def _preferred_twice(rows: Sequence[_Row]) -> Iterator[Contradiction]:
    preferred: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        if row.term.status is TermStatus.PREFERRED:
            preferred[row.term.concept].append(row)
    for concept, held in preferred.items():
        for one, other in combinations(held, 2):
            if _overlap(one.term, other.term):
                said = f"“{one.term.term}” and “{other.term.term}”"
                yield _against(
                    "preferred-twice", one, other, f"{concept} has two preferred terms in {one.term.lang}: {said}"
                )


def _wordings(rows: Sequence[_Row]) -> Iterator[Contradiction]:
    """Yield one wording in two rows: for one concept, for two, and where one forbids what the other uses."""
    by_wording: dict[str, list[tuple[_Row, str]]] = defaultdict(list)
    for row in rows:
        if row.term.match is not TermMatching.REGEX:
            for wording in row.wordings():
                key = wording if row.term.match is TermMatching.EXACT else fold(wording)
                by_wording[key].append((row, wording))
    for held in by_wording.values():
        for (one, wording), (other, _) in combinations(held, 2):
            if one is not other and _overlap(one.term, other.term):
                yield from _two_rows(one, other, wording)


def _two_rows(one: _Row, other: _Row, wording: str) -> Iterator[Contradiction]:
    concepts, lang = (one.term.concept, other.term.concept), one.term.lang
    if (one.term.status in USABLE) != (other.term.status in USABLE):
        bad, good = (other, one) if one.term.status in USABLE else (one, other)
        what = f"{bad.term.status.value} for {bad.term.concept} and {good.term.status.value} for {good.term.concept}"
        yield _against("forbidden-and-used", one, other, f"“{wording}” ({lang}) is {what}")
    elif concepts[0] == concepts[1]:
        yield _against("listed-twice", one, other, f"{concepts[0]} lists “{wording}” ({lang}) twice")
    elif not _meant(one, other, wording):
        yield _against("two-concepts", one, other, f"“{wording}” ({lang}) stands for {concepts[0]} and {concepts[1]}")


def _meant(one: _Row, other: _Row, wording: str) -> bool:
    """Return whether a note of one of two rows says that both use the wording."""
    return any(
        fold(wording) in fold(row.term.note) or against.term.concept in row.term.note
        for row, against in ((one, other), (other, one))
    )


def _inflected(rows: Sequence[_Row]) -> Iterator[Contradiction]:
    """Yield wordings that a term of another concept takes for a form of its own."""
    matcher = Matcher((row.term for row in rows if row.term.match is TermMatching.WORD), knowledge(rows[0].term.lang))
    by_term = {id(row.term): row for row in rows}
    for row in rows:
        if row.term.match is TermMatching.REGEX:
            continue
        for wording in row.wordings():
            for match in matcher.all(wording):
                other = by_term[id(match.term)]
                same = any(fold(wording) == fold(theirs) for theirs in other.wordings())
                if (
                    match.end - match.start == len(wording)
                    and other.term.concept != row.term.concept
                    and not same
                    and _overlap(row.term, other.term)
                    and not _meant(row, other, wording)
                ):
                    said = f"“{wording}” of {row.term.concept} is taken for “{other.term.term}” of {other.term.concept}"
                    yield _against("form-of-another", row, other, f"{said} ({row.term.lang})")


def _scripts(rows: Sequence[_Row]) -> Iterator[Contradiction]:
    for row in rows:
        own = _SCRIPTS.get(knowledge(row.term.lang).script)
        if own and row.term.match is not TermMatching.REGEX:
            for wording in row.wordings():
                if foreign := _foreign(wording, own):
                    said = f"“{wording}” ({row.term.lang}) holds letters of another script: {foreign}"
                    yield Contradiction("script", row.path, row.line, said)


def _foreign(wording: str, own: str) -> str:
    """Return the letters of a wording that its language's script does not have.

    Latin letters may stand in other scripts as words of their own (CASA-1000, C5+1), but not as the whole of a wording with
    small letters in it, nor inside a word.
    """
    letters = [character for character in wording if character.isalpha()]
    scripts = {character: unicodedata.name(character, "").split(" ")[0] for character in letters}
    allowed = {own, "LATIN", "MODIFIER"} if own != "LATIN" else {own, "MODIFIER"}
    foreign = [c for c in letters if scripts[c] not in allowed]
    latin = [c for c in letters if scripts[c] == "LATIN"] if own != "LATIN" else []
    if latin:
        whole = len(latin) == len(letters) and not wording.isupper()
        mixed = own != "CJK" and any(
            {"LATIN", own} <= {scripts.get(c, "") for c in word.text} for word in words(wording)
        )
        if whole or mixed:
            foreign += latin
    return "".join(dict.fromkeys(foreign))
