"""What the checks of numbers say of a disagreement: in plain English, at the number that is wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from workbench.checks.check import Draft, Spot
from workbench.checks.mentions import Facet, Mention, words
from workbench.checks.odd_one_out import Disagreement, disagreements
from workbench.checks.reading import Reading
from workbench.languages.knowledge import knowledge

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number_drafts(reading: Reading, facets: Collection[Facet]) -> Iterator[Draft]:
    """Yield a draft for every number of the given facets that the versions do not share.

    What is wrong with several parts of one date is said in one draft, of the first of them; what a version misses in
    one row is said in one draft.
    """
    said: set[tuple[str | None, Spot, Spot]] = set()
    missing: dict[tuple[str, int], list[Disagreement]] = defaultdict(list)
    for one in disagreements(reading):
        if one.facet not in facets:
            continue
        if one.version is not None and not one.wrong:
            missing[one.version, one.row.index].append(one)
            continue
        made = draft(reading, one)
        key = (made.version, made.spot, (one.right or one.wrong)[0].spot)
        if key not in said:
            said.add(key)
            yield made
    for several in missing.values():
        yield _missing(reading, several)


def draft(reading: Reading, one: Disagreement) -> Draft:
    """Return what is to be said of one disagreement."""
    if one.version is None:
        return _undecided(reading, one)
    if not one.wrong:
        return _missing(reading, [one])
    texts = reading.cell_texts(one.version, one.row)
    related = tuple(mention.spot for mention in one.right)
    if not one.right:
        (wrong,) = one.wrong
        message = f"{_has(reading, wrong)}, and {_listed(one.without)} {_verb(one.without)} no such {_noun(wrong)}"
        return Draft(one.version, one.row.index, wrong.spot, message, texts=texts)
    right = one.right[0]
    (wrong,) = one.wrong
    message = f"{_has(reading, wrong)} where {_usual(reading, one)}"
    return Draft(
        one.version, one.row.index, wrong.spot, message, _suggestion(reading, wrong, right), related, texts=texts
    )


def _missing(reading: Reading, several: Sequence[Disagreement]) -> Draft:
    """Return what is to be said of the numbers that one version misses in one row."""
    first = several[0]
    version = first.without[0]
    mentions = [one.right[0] for one in several]
    values = list(dict.fromkeys(value(mention) for mention in mentions))
    at = next((mention.spot.segment for mention in first.right if mention.spot.version == reading.pivot), None)
    if len(values) == 1:
        message = f"the {_noun(mentions[0])} {values[0]} is missing here: {_usual(reading, first)}"
    else:
        message = f"{', '.join(values[:-1])} and {values[-1]} are missing here: {_quoted(reading, mentions)}"
    return Draft(
        version=version,
        row=first.row.index,
        spot=reading.counterpart(version, first.row, at),
        message=message,
        related=tuple(dict.fromkeys(mention.spot for one in several for mention in one.right)),
        words=", ".join(values),
        texts=reading.cell_texts(version, first.row),
    )


def _usual(reading: Reading, one: Disagreement) -> str:
    return f"{_number_of(one)} {value(one.right[0])} ({_quoted(reading, one.right[:2])})"


def _undecided(reading: Reading, one: Disagreement) -> Draft:
    at, *others = one.right
    if one.wrong:
        message = f"the versions have different {_noun(at)}s here: {_quoted(reading, (*one.right, *one.wrong))}"
    else:
        message = f"the {_noun(at)} {value(at)} is in {_listed(_tags(one.right))}, and not in {_listed(one.without)}"
    without = [Spot(tag, reading.segments(tag, one.row)[0]) for tag in one.without]
    tags = (*_tags(one.right), *_tags(one.wrong), *one.without)
    return Draft(
        version=None,
        row=one.row.index,
        spot=at.spot,
        message=message,
        related=(*(mention.spot for mention in (*others, *one.wrong)), *without),
        texts=tuple(text for tag in tags for text in reading.cell_texts(tag, one.row)),
    )


def value(mention: Mention) -> str:
    """Return a mention's value as English writes it: `1,500,000`, `12%`, `5 USD`, `December`."""
    number = mention.value
    match mention.facet:
        case Facet.MONTH:
            return knowledge("en").months[int(number) - 1][0].capitalize()
        case Facet.YEAR:
            return str(number)
        case Facet.PERCENT:
            return f"{number.normalize():f}%"
        case Facet.MONEY:
            return f"{number:,f} {mention.unit}"
    return f"{number:f}" if number < 10_000 else f"{number:,f}"


def _has(reading: Reading, mention: Mention) -> str:
    written, meant = words(reading, mention), value(mention)
    if written == meant:
        return f"“{written}” stands here"
    return f"“{written}” has the {_noun(mention)} {meant}" if _is_dated(mention) else f"“{written}” is {meant}"


def _is_dated(mention: Mention) -> bool:
    return mention.facet in (Facet.YEAR, Facet.MONTH, Facet.DAY)


def _noun(mention: Mention) -> str:
    return mention.facet.value


def _number_of(one: Disagreement) -> str:
    total = len(one.right) + len(one.wrong) + len(one.without)
    return f"{_count(len(one.right))} of {_count(total)} versions {'has' if len(one.right) == 1 else 'have'}"


def _count(number: int) -> str:
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


def _quoted(reading: Reading, mentions: Sequence[Mention]) -> str:
    return ", ".join(f"{mention.spot.version} “{words(reading, mention)}”" for mention in mentions)


def _tags(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(mention.spot.version for mention in mentions)


def _listed(tags: Sequence[str]) -> str:
    return ", ".join(tags)


def _verb(tags: Sequence[str]) -> str:
    return "has" if len(tags) == 1 else "have"


def _suggestion(reading: Reading, wrong: Mention, right: Mention) -> str | None:
    """Return the wrong words with the right digits, or None where they are not in digits."""
    if wrong.facet is Facet.MONTH or right.value != right.value.to_integral_value():
        return None
    written = words(reading, wrong)
    places = re.findall(rf"(?<![\d.,]){_plain(wrong.value)}(?![\d.,]*\d)", written)
    return written.replace(_plain(wrong.value), _plain(right.value)) if len(places) == 1 else None


def _plain(number: Decimal) -> str:
    return f"{number:f}"
