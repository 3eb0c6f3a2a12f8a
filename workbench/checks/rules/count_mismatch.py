"""count-mismatch: a count that differs from the list that it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from workbench.checks.check import Check, Draft, Spot
from workbench.checks.counting import FEWEST, Count, Named, counts, definition, in_place, introduced
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading


class CountMismatch(Check):
    """Six parties are six: in the list that says who they are, too."""

    name = "count-mismatch"
    local = True
    yields_to = ("number-mismatch",)  # where the other versions say which number it should be
    family = "numbers"
    severity = Severity.ERROR
    help = (
        "A number counts the members of a list, and the list names more or fewer: “six parties”, where “hereinafter "
        "referred to as the Parties” stands behind five names. Either the number is wrong, or somebody is "
        "missing from the list. Where most other versions have another number, number-mismatch says so instead."
    )
    example = ("six parties, and a list that names five", "five parties, or the one who is missing named")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the counts that differ from the list that they introduce, or that defines what they count."""
        definitions = reading.once("definitions", lambda: {tag: definition(reading, tag) for tag in reading.tags})
        lists = {tag: found[0] for tag, found in definitions.items() if found}
        for tag in reading.tags:
            found = definitions[tag]
            for count in counts(reading, tag):
                own = introduced(reading, tag, count)
                if own is not None:
                    yield from _compared(reading, tag, count, own, {})
                elif found is not None and (count.segment, count.start) > found[1:]:
                    yield from _compared(reading, tag, count, found[0], lists)


def _compared(reading: Reading, tag: str, count: Count, named: Named, lists: Mapping[str, Named]) -> Iterator[Draft]:
    everybody = members = named.members()
    others = {other: one for other, one in lists.items() if other != tag}
    if count.place is not None:
        inside = in_place(named.states, count.place)
        if inside is None:
            return  # six countries of a region that nothing is known of are not the Parties
        members = inside
    if count.value == len(members) or (count.joined and count.value == len(everybody)):
        return
    # A number far greater counts something else: 150 countries that support an initiative.
    if len(members) < FEWEST - 1 or count.value > 2 * len(members):
        return
    text = reading.texts(tag)[count.segment]
    phrase = text[count.start : count.end]
    where = f"in {reading.name(tag, count.place)} " if count.place else ""
    message = f"“{phrase}” counts {count.value}, but the list names {len(members)} {where}".rstrip()
    message += f": {', '.join(reading.name(tag, concept) for concept in members)}"
    absent = _absent(reading, tag, named, others, count.place)
    if absent:
        message += f"; {absent} in the other versions"
    yield Draft(
        version=tag,
        row=reading.row_of(tag, count.segment),
        spot=Spot(tag, count.segment, count.start, count.end),
        message=message,
        related=(_place(reading, tag, named, members), *(one.spot for one in others.values() if absent)),
        texts=(text, reading.texts(tag)[named.spot.segment]),
    )


def _place(reading: Reading, tag: str, named: Named, members: tuple[str, ...]) -> Spot:
    """Return the place of the list: from the first of the members that are counted to the last."""
    found = [match for match in reading.all_matches(tag, named.spot.segment) if match.term.concept in members]
    if not found:
        return named.spot
    return named.spot._replace(start=min(match.start for match in found), end=max(match.end for match in found))


def _absent(reading: Reading, tag: str, named: Named, others: Mapping[str, Named], place: str | None) -> str:
    """Return who stands in the lists of most other versions and not in this one, as a clause, or ""."""
    people = _usual([one.people for one in others.values()], named.people)
    states = _usual([one.states for one in others.values()], named.states)
    if place is not None:
        states = list(in_place(states, place) or ())
    if len(people) == len(states) == 1:
        return f"{reading.name(tag, states[0])} ({reading.name(tag, people[0])}) is"
    names = [reading.name(tag, concept) for concept in states or people]
    return f"{', '.join(names)} {'is' if len(names) == 1 else 'are'}" if names else ""


def _usual(lists: list[tuple[str, ...]], own: tuple[str, ...]) -> list[str]:
    counted = Counter(concept for one in lists for concept in one)
    return [concept for concept, count in counted.items() if 2 * count > len(lists) and concept not in own]
