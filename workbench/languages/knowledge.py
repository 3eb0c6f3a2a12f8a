"""What is known of a language, as data: read from `data/<tag>.toml` and the frozen month names of CLDR."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from workbench.languages.tags import parse_tag
from workbench.model.errors import InputError


@dataclass(frozen=True, slots=True)
class Counts:
    """Nouns that a number may count, each with all its forms, in lower case.

    `gap` is the greatest number of words between number and noun; `defines` what says that the list before it is what
    a name stands for ("hereinafter referred to as").
    """

    members: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    ministers: tuple[str, ...] = ()
    gap: int = 0
    defines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class WordForms:
    """How words of a language inflect: see `workbench.languages.wordforms`. Equal is only what is the same: it is read once.

    `behind` says after which letters an ending may stand (any, where it is not there). The vowels of an ending are of the
    group of `harmony` of the last vowel before it, unless a `neutral` letter comes later, or the ending is `free`.
    `elided` gives the words that lose their last vowel before an ending with what is left of them (Uzbek shahar, shahri);
    `fused` gives ends of words with the end that word and ending make together (Turkmen mesele, meselä).
    `dictionary`: pymorphy3 knows the words. `compounds` (without spaces) are words that a term may not cut. `little` words
    begin and end no term, `linking` ones of them stand within names (of, the); `cases` are the endings that a phrase loses to
    stand in a glossary.
    """

    unspaced: bool = False
    strip: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    soften: Mapping[str, str] = field(default_factory=dict)
    elided: Mapping[str, str] = field(default_factory=dict)
    fused: Mapping[str, str] = field(default_factory=dict)
    chain: int = 0
    behind: Mapping[str, str] = field(default_factory=dict)
    harmony: tuple[str, ...] = ()
    neutral: str = ""
    free: tuple[str, ...] = ()
    dictionary: bool = False
    compounds: tuple[str, ...] = ()
    little: tuple[str, ...] = ()
    linking: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """What a language says beside its number words (see `workbench.languages.quantities`), in lower case.

    `decimal` is the decimal mark. `scales` multiply the number before them, and so do `multiples` (decades, dozen);
    `compounds` are number words that mean something else when they stand alone; `joints` may stand inside a number
    (two hundred and five). `percent` and `currencies` (by ISO 4217) name units in any form of the word, or as they
    stand where a language has no spaces; `qualifiers` may stand before a currency (US dollars); `through` stands
    between the ends of a range. `years` are what a year is a number before (2024-ýyl); `not_numbers` are phrases
    whose number words count nothing (во-первых), `counting_suffixes` follow the digits of a cardinal (2-х), `implied`
    are beginnings of words and phrases that say a number without being one (quarter, decade, полгода). `counters`
    (Chinese) are what a number in characters stands before, beside `measures`; `ordering` are those that make it an
    ordinal.
    """

    decimal: str = ""
    scales: Mapping[str, int] = field(default_factory=dict)
    multiples: Mapping[str, int] = field(default_factory=dict)
    compounds: Mapping[str, int] = field(default_factory=dict)
    joints: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    currencies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    qualifiers: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    not_numbers: tuple[str, ...] = ()
    counting_suffixes: tuple[str, ...] = ()
    implied: Mapping[str, int] = field(default_factory=dict)
    counters: tuple[str, ...] = ()
    ordering: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language is written (see `workbench.languages.writing`); empty values are no rule.

    `quotes` are the pairs of quotation marks, outer then inner, `other_quotes` those that are right too. `apostrophes` may
    stand inside a word, the best first; `letter_apostrophes` gives the sign that is one letter with the letter before it.
    `ends` end a sentence, `marks` part clauses. `fullwidth` and `wrong_letters` map what is a slip to what is right.
    A word said twice in a row is a slip from `doubled_from` letters on and when it is in `never_doubled`, but not when it
    is in `may_double`.
    """

    quotes: tuple[tuple[str, str], ...] = ()
    other_quotes: tuple[tuple[str, str], ...] = ()
    apostrophes: str = ""
    letter_apostrophes: Mapping[str, str] = field(default_factory=dict)
    brackets: tuple[tuple[str, str], ...] = (("(", ")"), ("[", "]"))
    ends: str = ""
    marks: str = ""
    fullwidth: Mapping[str, str] = field(default_factory=dict)
    wrong_letters: Mapping[str, str] = field(default_factory=dict)
    doubled_from: int = 8
    never_doubled: tuple[str, ...] = ()
    may_double: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """What is known of one language. The default values are what is neutral of language.

    It is read once, so that equal is only what is the same: what is kept by it is found without a look into it.

    `library` is the code that sentencex is asked for; `abbreviations` (lower case, with their full stop) end no sentence,
    but those of `closing_abbreviations` may before a capital letter;
    `measures` (Chinese) are what a number must stand before to be one;
    `own_text` are the phrases by which a text names itself beside a reference ("of this statement");
    `label_patterns` and `date_patterns` hold `{n}`, or `{day}`, `{month}`, `{year}`; `months` twelve tuples of names,
    those of `months_that_are_words` (English may) name one without a year only where they begin with a capital.
    `locale` is the tag by which word processors find its dictionary (kk-KZ), `font` one that they have for characters that
    their usual fonts lack. `tokenizers` are those that sacreBLEU's BLEU is computed with.
    """

    tag: str = "und"
    name: str = ""
    autonym: str = ""
    script: str = ""
    letters: str = ""
    joiner: str = " "
    library: str = "en"
    abbreviations: tuple[str, ...] = ()
    closing_abbreviations: tuple[str, ...] = ()
    label_patterns: tuple[str, ...] = ()
    own_text: tuple[str, ...] = ()
    cardinals: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_suffixes: tuple[str, ...] = ()
    ordinal_prefixes: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    date_patterns: tuple[str, ...] = ()
    months: tuple[tuple[str, ...], ...] = ((),) * 12
    months_that_are_words: tuple[str, ...] = ()
    wordforms: WordForms = field(default_factory=WordForms)
    counts: Counts = field(default_factory=Counts)
    writing: Writing = field(default_factory=Writing)
    quantities: QuantityWords = field(default_factory=QuantityWords)
    locale: str = ""
    font: str = ""
    tokenizers: tuple[str, ...] = ("13a", "char")


NEUTRAL = Knowledge()
_DATA = files("workbench.languages") / "data"
_MONTHS = "months"


@lru_cache(maxsize=1)
def known_tags() -> tuple[str, ...]:
    """Return the tags of the languages that data is there for, sorted."""
    names = (entry.name for entry in _DATA.iterdir())
    stems = (name.removesuffix(".toml") for name in names if name.endswith(".toml"))
    return tuple(sorted(stem for stem in stems if stem != _MONTHS))


def _months(table: list[list[str]], frozen: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    merged = zip(frozen or [[]] * 12, table or [[]] * 12, strict=True)
    return tuple(tuple(dict.fromkeys(name.lower() for name in (*first, *more))) for first, more in merged)


@lru_cache(maxsize=1)
def _frozen_months() -> dict[str, list[list[str]]]:
    return tomllib.loads((_DATA / f"{_MONTHS}.toml").read_text(encoding="utf-8"))


def _pairs(listed: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((opening, closing) for opening, closing in listed)


def _writing(table: dict[str, Any]) -> Writing:
    pairs: dict[str, Any] = {
        name: _pairs(table[name]) for name in ("quotes", "other_quotes", "brackets") if name in table
    }
    listed: dict[str, Any] = {name: tuple(table[name]) for name in ("never_doubled", "may_double") if name in table}
    return Writing(**(table | pairs | listed))


def _wordforms(table: dict[str, Any]) -> WordForms:
    listed: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    behind = {ending: letters for endings, letters in table.get("behind", {}).items() for ending in endings.split()}
    return WordForms(**(listed | {"behind": behind}))


def _quantities(table: dict[str, Any]) -> QuantityWords:
    listed = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    currencies = {code: tuple(names) for code, names in table.get("currencies", {}).items()}
    return QuantityWords(**(listed | {"currencies": currencies}))


@lru_cache(maxsize=64)
def _read(tag: str) -> Knowledge:
    return _table((_DATA / f"{tag}.toml").read_text(encoding="utf-8"), _frozen_months().get(tag, []))


def read_table(path: Path) -> Knowledge:
    """Return what the table of a language in a file of its own says, with no month names but its own.

    Raises InputError for a file that is no TOML, or lacks a section or a field that every table has.
    """
    try:
        return _table(path.read_text(encoding="utf-8"), [])
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"not TOML: {error}", path=str(path), advice="mend it") from None
    except KeyError as error:
        raise InputError(
            f"the table lacks {error.args[0]!r}", path=str(path), advice="see workbench/languages/data/en.toml"
        ) from None
    except (TypeError, ValueError) as error:
        raise InputError(
            f"the table cannot be read: {error}", path=str(path), advice="see workbench/languages/data/en.toml"
        ) from None


def _table(content: str, frozen_months: list[list[str]]) -> Knowledge:
    data: dict[str, Any] = tomllib.loads(content)
    numerals, dates, forms, counts = data["numerals"], data["dates"], data["wordforms"], data["counts"]
    return Knowledge(
        tag=data["tag"],
        name=data["name"],
        autonym=data["autonym"],
        script=data["script"],
        letters=data["letters"],
        joiner=data["joiner"],
        library=data["sentences"]["library"],
        abbreviations=tuple(data["sentences"]["abbreviations"]),
        closing_abbreviations=tuple(data["sentences"].get("closing", ())),
        label_patterns=tuple(data["labels"]["patterns"]),
        own_text=tuple(data["labels"].get("own_text", ())),
        cardinals=numerals["cardinals"],
        ordinals=numerals["ordinals"],
        ordinal_suffixes=tuple(numerals["ordinal_suffixes"]),
        ordinal_prefixes=tuple(numerals.get("ordinal_prefixes", ())),
        measures=tuple(numerals.get("measures", ())),
        date_patterns=tuple(dates["patterns"]),
        months=_months(dates["months"], frozen_months),
        months_that_are_words=tuple(dates.get("words_too", ())),
        wordforms=_wordforms(forms),
        counts=Counts(
            tuple(counts["members"]),
            tuple(counts["states"]),
            tuple(counts["ministers"]),
            counts["gap"],
            tuple(counts["defines"]),
        ),
        writing=_writing(data.get("writing", {})),
        quantities=_quantities(data.get("quantities", {})),
        locale=data.get("locale", ""),
        font=data.get("font", ""),
        tokenizers=tuple(data.get("tokenizers", NEUTRAL.tokenizers)),
    )


@lru_cache(maxsize=256)
def language_key(tag: str) -> tuple[str, str]:
    """Return language and script of a BCP 47 tag: what data and glossary rows are looked up by.

    A tag without a script has that of its language's data; region, variants and private use do not count: `en-x-official`
    is (en, Latn), `uz-Latn` is `uz`, and `uz-Cyrl` never finds `uz`. Raises TagError for a malformed tag.
    """
    wanted = parse_tag(tag)
    if wanted.script or wanted.language not in known_tags():
        return wanted.language, wanted.script
    return wanted.language, _read(wanted.language).script


@lru_cache(maxsize=256)
def knowledge(tag: str) -> Knowledge:
    """Return what is known of the language of a BCP 47 tag (see `language_key`), or what is neutral of language."""
    key = language_key(tag)
    for candidate in known_tags():
        # What another language writes need not be read.
        if parse_tag(candidate).language == key[0] and language_key(candidate) == key:
            return _read(candidate)
    return NEUTRAL
