"""How Chinese characters sound: whether a run of them spells a foreign name, or is the name that others spell.

Read in Mandarin (`data/syllables.tsv`), 梅列多夫 is mei lie duo fu, and its consonants are those of Meredov; 成都 is cheng du,
letter by letter Chengdu.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from itertools import product

from rapidfuzz.distance import Levenshtein

from workbench.languages.romanise import romanised, skeleton

_DATA = files("workbench.glossary") / "data" / "syllables.tsv"
_READINGS = 8  # of a run: more ways to read it tell nothing
_MOST = 12  # characters of a name
_LETTERS = 0.35  # how much letters count beside consonants
_VOWELS = {"er": "l", "wu": ""}  # 乌 is the u of Nurtleu
_VELARS = str.maketrans({"j": "k", "q": "k", "x": "k"})  # ji, qi, xi spell foreign gi, ki, hi


@lru_cache(maxsize=1)
def _syllables() -> dict[str, tuple[str, ...]]:
    read: dict[str, tuple[str, ...]] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        syllable, characters = line.split("\t")
        for character in characters:
            read[character] = (*read.get(character, ()), syllable)
    return read


def readings(han: str) -> list[tuple[str, ...]]:
    """Return the ways to read a run of characters, each as its syllables; none where one of them is not known."""
    if not 0 < len(han) <= _MOST:
        return []
    ways = [_syllables().get(character, ()) for character in han]
    count = 1
    for index, own in enumerate(ways):
        count *= len(own)
        if count > _READINGS:
            ways[index:] = [one[:1] for one in ways[index:]]
            break
    return list(product(*ways)) if all(ways) else []


@lru_cache(maxsize=65536)
def sounds_like(han: str, name: str) -> float:
    """Return how much a run of Chinese characters sounds like a name in letters, from 0 to 1."""
    roman = romanised(name)
    if not roman:
        return 0.0
    return max((_alike(syllables, roman) for syllables in readings(han)), default=0.0)


def _alike(syllables: tuple[str, ...], roman: str) -> float:
    spoken = "".join(syllables)
    if spoken == roman:
        return 1.0
    own = skeleton(roman).replace("r", "l")
    if len(own) < 2:
        return 0.0
    heard = [
        "".join(_consonants(syllable.translate(table) if table else syllable) for syllable in syllables)
        for table in (None, _VELARS)
    ]
    consonants = max(Levenshtein.normalized_similarity(own, _once(one)) for one in heard)
    letters = Levenshtein.normalized_similarity(roman, spoken)
    return (1 - _LETTERS) * consonants + _LETTERS * letters


@lru_cache(maxsize=1024)
def _consonants(syllable: str) -> str:
    """Return the classes of consonants that a syllable may stand for: er is an r or l, w before a and e a v, y nothing."""
    if syllable in _VOWELS:
        return _VOWELS[syllable]
    return skeleton(syllable.removesuffix("g") if syllable.endswith("ng") else syllable).replace("r", "l")


def _once(classes: str) -> str:
    return "".join(c for at, c in enumerate(classes) if at == 0 or classes[at - 1] != c)
