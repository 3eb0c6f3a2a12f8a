"""What the index is asked for, so that it leads to every text in which a pattern may be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.memory.literals import literals
from workbench.memory.pattern import Pattern
from workbench.memory.store import Store
from workbench.memory.terms import LONG, LONGEST, folded, pairs, runs
from workbench.model.text import normalised

_TOGETHER = 400  # words that are asked for at a time
_MANY = 2_000  # words that hold some letters: from there on it is better to ask for what stands beside them
_TRIPLE = 3  # letters that the index of letters needs to know


@dataclass(frozen=True, slots=True)
class _Part:
    """A run of what is looked for: its letters, and whether the word in the text may go on before and behind."""

    text: str
    before: bool = False
    behind: bool = False


def questions(store: Store, pattern: Pattern) -> tuple[str, ...]:
    """Return what FTS5 is to be asked, one after the other, to be led to all texts that a pattern may be found in.

    Empty where every text has to be looked at: for a pattern without letters.
    """
    said = literals(pattern.words) if pattern.is_regex else (normalised(pattern.words),)
    fixed: list[str] = []
    loose: list[list[str]] = []
    for stretch in said:
        for part in _parts(folded(stretch), whole=pattern.whole and not pattern.is_regex):
            if len(part.text) > LONGEST:
                return (f'"{LONG}"',)
            if part.before:
                loose.append(_words(store, part))
            else:
                fixed.append(f'"{part.text}"' + (" *" if part.behind else ""))
    loose.sort(key=len)
    fixed += [f"({_any(words)})" for words in loose[1:] if len(words) <= _MANY]
    if loose and (len(loose[0]) <= _MANY or not fixed):
        first = loose[0]
        groups = [first[at : at + _TOGETHER] for at in range(0, len(first), _TOGETHER)] or [[LONG]]
        return tuple(f'({" AND ".join([f"({_any(group)})", *fixed])}) OR "{LONG}"' for group in groups)
    return (f'({" AND ".join(fixed)}) OR "{LONG}"',) if fixed else ()


def _parts(text: str, *, whole: bool) -> Iterator[_Part]:
    for run, start, unspaced in runs(text):
        last = start + len(run) == len(text) and not whole
        if not unspaced:
            yield _Part(run, start == 0 and not whole, last)
        elif len(run) == 1:
            yield _Part(run, behind=start + 1 == len(text))
        else:
            yield from map(_Part, pairs(run)[:-1])


def _any(words: list[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)


def _words(store: Store, part: _Part) -> list[str]:
    """Return the words of the store that hold the letters of a part, where it may."""
    if len(part.text) >= _TRIPLE:
        triples = " AND ".join(f'"{part.text[at : at + _TRIPLE]}"' for at in range(len(part.text) - _TRIPLE + 1))
        found = store.rows(
            "SELECT word.word FROM letters JOIN word ON word.id = letters.rowid WHERE letters MATCH ?", (triples,)
        )
    else:
        found = store.rows("SELECT word FROM word WHERE instr(word, ?)", (part.text,))
    words = [word for (word,) in found]
    return [word for word in words if (part.text in word if part.behind else word.endswith(part.text))]
