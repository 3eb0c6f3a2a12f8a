"""wrong-language: a segment in another language than its version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.alignment.doubts import likely_language
from workbench.alignment.encoders.words import LONGEST, known_share, known_share_of
from workbench.checks.check import Check, Draft, Spot
from workbench.checks.finding import Severity
from workbench.checks.foreign_runs import foreign_run
from workbench.checks.reading import Reading
from workbench.checks.rivals import SCRIPT_NAMES, equal_scripts, language_name, rivals
from workbench.checks.wordings import is_lower, same_language, wording
from workbench.languages.answers import Answers
from workbench.languages.knowledge import NEUTRAL, knowledge
from workbench.languages.look_alikes import is_mostly_in, script_of
from workbench.languages.wordforms import fold, word_texts
from workbench.languages.writing import foreign_letters

# The libraries that tell languages offline (langid, lingua, langdetect) know no Tajik, no Turkmen and hardly Uzbek;
# the words of the aligner's own tables know them all.
_FEWEST = 5  # ordinary words that a segment must have: less tells nothing
_KNOWN = 0.4  # share of a segment's words that the other language must know
_CLEARLY = 1.8  # times the share that its own language knows
_MORE = 3  # words more than its own language knows
_ENOUGH = _KNOWN + 0.16  # of its own: no other language can know 1.8 times as many
_FEWEST_STRANGE, _STRANGE = 2, 0.2  # words with letters that the language has not: how many, and their share
_EXPECTED = 4.0  # letters of the version's own that a text of its length would have
_FEWEST_LETTERS = 12  # ordinary letters of another script
_MOST_LETTERS = 0.8  # their share


class WrongLanguage(Check):
    """Every segment is in the language and script of its version."""

    name = "wrong-language"
    local = True
    family = "structure"
    severity = Severity.ERROR
    help = (
        "The words of this segment, or its letters, are those of another language than the version's, or several words in a "
        "row are. It may have come from the wrong file. Short segments, names and what stands in quotation marks or "
        "brackets are not looked at; languages that nothing is known of are passed over."
    )
    example = ("Тараптар ынтымақтастықты жалғастырады. in the Kyrgyz version", "Тараптар кызматташтыкты улантышат.")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the segments in another language; one finding for a version that is in another language as a whole."""
        for tag in reading.tags:
            if not reading.knowledge(tag).script:
                continue
            other = _likely_language(reading, tag)
            if other is not None and reading.texts(tag):
                if 0 in reading.looked_at(tag):
                    yield _draft(
                        reading,
                        tag,
                        0,
                        f"the words of {tag} are those of {language_name(other)}: is it the right file?",
                    )
                continue
            for segment in reading.looked_at(tag):
                if said := _other_language(reading, tag, segment):
                    yield _draft(
                        reading, tag, segment, f"this segment is {said}, and the version is in {language_name(tag)}"
                    )
                elif run := foreign_run(reading, tag, segment):
                    message = f"these words are {run.what}, and the version is in {language_name(tag)}"
                    yield _draft(reading, tag, segment, message, Spot(tag, segment, run.start, run.end))


def _likely_language(reading: Reading, tag: str) -> str | None:
    return reading.once(("likely language", tag), lambda: likely_language(reading.texts(tag), tag, reading.tags))


def _usual(reading: Reading, tag: str) -> Counter[str]:
    """Return how often each letter stands in the whole version."""

    def compute() -> Counter[str]:
        found: Counter[str] = Counter()
        for text in reading.texts(tag):
            found.update(text.lower())
        return Counter({character: count for character, count in found.items() if character.isalpha()})

    return reading.once(("usual letters", tag), compute)


def _other_language(reading: Reading, tag: str, segment: int) -> str | None:
    """Return what a segment is in, in words, or None where it is in the version's language or nothing can be said."""
    own_script, whole = reading.knowledge(tag).script, reading.texts(tag)[segment]
    if not rivals(tag, equal_scripts(own_script)[0]) and is_mostly_in(whole, own_script):
        return None
    share = _share(reading.words(tag, segment), whole, tag)
    if share is None or (share >= _ENOUGH and _is_written_in(whole, own_script)):
        return None  # most segments, names and all
    spot = wording(reading, tag, segment)
    parts = [*map(_ORDINARY.__getitem__, whole[spot.start : spot.end].split(" "))]
    ordinary = [word for part, _ in parts for word in part]
    script, strange = _script("".join(ordinary), own_script)
    if len(ordinary) < _FEWEST and not strange:
        return None
    text, words = " ".join(ordinary), [word for _, part in parts for word in part]
    own = (not strange and _share(words, text, tag)) or 0.0
    if own >= _ENOUGH:
        return None
    shares = {
        other: _share(words, text, other) or 0.0
        for other in rivals(tag, script)
        if strange or not same_language(other, tag)
    }
    best = max(shares, key=lambda other: shares[other], default="")
    share = shares.get(best, 0.0)
    letters_too = share >= max(_KNOWN / 2, own + 1 / len(ordinary)) and (
        _has_strange_letters(ordinary, tag, best) or _lacks_usual_letters(ordinary, _usual(reading, tag), best)
    )
    if letters_too or (share >= max(_KNOWN, _CLEARLY * own) and (strange or (share - own) * len(ordinary) >= _MORE)):
        return f"in {language_name(best)}"
    return f"in {SCRIPT_NAMES.get(script, 'other')} letters" if strange else None


def _ordinary(part: str) -> tuple[list[str], list[str]]:
    """Return the ordinary words of what stands between two spaces, as they are and folded."""
    found = [word for word in word_texts(part) if is_lower(word)]
    return found, [word for one in found for word in word_texts(fold(one))]


_ORDINARY = Answers(_ordinary)


def _script(ordinary: str, own: str) -> tuple[str, bool]:
    """Return the script of most letters of ordinary words, and whether it is strange to a language: clearly another."""
    if is_mostly_in(ordinary, own):
        return equal_scripts(own)[0], False
    scripts = _scripts(ordinary)
    letters = sum(scripts.values())
    script, count = scripts.most_common(1)[0] if scripts else ("", 0)
    return script, script not in equal_scripts(own) and letters >= _FEWEST_LETTERS and count >= _MOST_LETTERS * letters


def _share(words: Sequence[str], text: str, tag: str) -> float | None:
    """Return the share of a text's words that a language knows; `words` are the folded words of the text."""
    share = known_share_of(words, tag) if len(text) <= LONGEST else None
    return known_share([text], tag) if share is None else share


def _is_written_in(text: str, script: str) -> bool:
    """Return whether the script of most of a text's letters is a language's own."""
    return is_mostly_in(text, script) or _scripts(text).most_common(1)[0][0] in equal_scripts(script)


def _scripts(text: str) -> Counter[str]:
    """Return how many letters of each script a text has."""
    found: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if script := script_of(character):
            found[script] += count
    return found


def _has_strange_letters(ordinary: list[str], tag: str, other: str) -> bool:
    """Return whether many words have letters that the language of `tag` has not, and that of `other` has."""
    own, theirs = knowledge(tag), knowledge(other) if other else NEUTRAL
    if not theirs.letters:
        return False
    strange = [letters for word in ordinary if (letters := foreign_letters(word, own))]
    held = [letters for letters in strange if not foreign_letters(letters, theirs)]
    return len(held) >= max(_FEWEST_STRANGE, _STRANGE * len(ordinary)) and len(held) > len(strange) / 2


def _lacks_usual_letters(ordinary: list[str], usual: Counter[str], other: str) -> bool:
    """Return whether words have none of the letters that the version has and `other` has not, though many were to be expected."""
    theirs = knowledge(other).letters if other else ""
    if not theirs:
        return False
    text = "".join(ordinary)
    own = [letter for letter in usual if letter not in theirs]
    expected = len(text) * sum(usual[letter] for letter in own) / max(1, usual.total())
    return expected >= _EXPECTED and not any(letter in text for letter in own)


def _draft(reading: Reading, tag: str, segment: int, message: str, spot: Spot | None = None) -> Draft:
    return Draft(
        version=tag,
        row=reading.row_of(tag, segment),
        spot=spot or wording(reading, tag, segment),
        message=message,
        texts=(reading.texts(tag)[segment],),
    )
