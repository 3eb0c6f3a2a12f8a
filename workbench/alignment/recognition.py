"""Which language a text is in, by the words of the aligner's tables and the scripts that languages are written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.alignment.encoders.word_table import table_tags
from workbench.alignment.encoders.words import known_share, unspaced_vocabulary
from workbench.languages.knowledge import knowledge, known_tags
from workbench.languages.look_alikes import script_of

_SAMPLE = 6_000  # characters that are looked at
_KNOWN = 0.35  # share of the words that the language must know
_CLEARLY = 1.6  # times the share that any other knows
_FEWEST = 12  # letters of known words that a text must have: less tells nothing
_SHARE_OF_SCRIPT = 0.6  # of a text's letters


def recognised_language(texts: Sequence[str]) -> str | None:
    """Return the tag of the language that a text is in, of those that data is there for; None where that is not sure."""
    sample = sampled(texts)
    scripts = set(scripts_of(sample))
    shares = {tag: word_share(sample, tag) for tag in known_tags() if script_of_language(tag) in scripts}
    ranked = sorted(shares.items(), key=lambda item: -item[1])
    if not ranked:
        return None
    tag, share = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    letters = sum(script_of(character) == script_of_language(tag) for text in sample for character in text)
    enough = share * letters >= (_FEWEST if not knowledge(tag).wordforms.unspaced else _FEWEST / 3)
    return tag if enough and share >= _KNOWN and share >= _CLEARLY * second else None


def sampled(texts: Sequence[str]) -> list[str]:
    """Return the beginning of a text, long enough to tell its language."""
    sample: list[str] = []
    left = _SAMPLE
    for text in texts:
        sample.append(text[:left])
        left -= len(text)
        if left <= 0:
            break
    return sample


def scripts_of(texts: Sequence[str]) -> Iterator[str]:
    """Give the scripts (ISO 15924) that most letters of a text are of: one, or none."""
    letters: dict[str, int] = {}
    for text in texts:
        for character in text:
            if character.isalpha():
                script = script_of(character)
                letters[script] = letters.get(script, 0) + 1
    total = sum(letters.values())
    yield from (script for script, count in letters.items() if script and count >= _SHARE_OF_SCRIPT * total)


def script_of_language(tag: str) -> str:
    """Return the script of a language's letters: Hani for Hans."""
    script = knowledge(tag).script
    return "Hani" if script in ("Hans", "Hant") else script


def word_share(texts: Sequence[str], tag: str) -> float:
    """Return the share of a text's words that the table of a language knows, 0 where there is none.

    Without spaces it is the share of letters within known words of two letters and more: single ones prove nothing.
    """
    if not knowledge(tag).wordforms.unspaced:
        return known_share(texts, tag) or 0.0
    if knowledge(tag).tag not in table_tags():
        return 0.0
    words = unspaced_vocabulary(knowledge(tag).tag)
    held = total = 0
    for text in texts:
        start = 0
        while start < len(text):
            if not text[start].isalpha():
                start += 1
                continue
            letters = len(words.word_at(text, start))
            held += letters if letters > 1 else 0
            total += letters
            start += letters
    return held / max(1, total)
