"""money-mismatch: an amount or a currency that differs from the other versions'."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.mentions import Facet, Mention, mentions
from workbench.checks.number_drafts import draft, number_drafts
from workbench.checks.odd_one_out import Disagreement
from workbench.checks.reading import Reading
from workbench.model.row import Row


class MoneyMismatch(Check):
    """5 million US dollars are as much, and as many dollars, in all versions: $5 million, 500万美元, 5 млн долларов США."""

    name = "money-mismatch"
    local = True
    family = "numbers"
    severity = Severity.ERROR
    help = (
        "An amount of money here is not the one that the other versions have, or is in another currency, or is missing "
        "here. $1.5 billion, 15亿美元 and 1,5 млрд долларов are the same."
    )
    example = ("$1.5 billion in English, 1,5 млн долларов in Russian", "$1.5 billion, 1,5 млрд долларов")

    def findings(self, reading: Reading) -> Iterator[Draft]:
        """Yield the amounts that the versions of a row do not share, and those that they have in different currencies."""
        yield from number_drafts(reading, (Facet.MONEY,))
        for row in reading.rows:
            for one in _currencies(reading, row):
                yield draft(reading, one)


def _currencies(reading: Reading, row: Row) -> Iterator[Disagreement]:
    amounts: dict[Decimal, list[Mention]] = defaultdict(list)
    for tag in reading.tags:
        for mention in mentions(reading, tag, row):
            if mention.facet is Facet.MONEY and mention.unit:
                amounts[mention.value].append(mention)
    for same in amounts.values():
        units = Counter(mention.unit for mention in same)
        versions = {mention.spot.version for mention in same}
        if len(units) < 2 or len(same) > len(versions):  # a version that has the amount twice may well mean both
            continue
        unit, count = units.most_common(1)[0]
        right = tuple(mention for mention in same if mention.unit == unit)
        wrong = tuple(mention for mention in same if mention.unit != unit)
        if 2 * count > len(same):
            for mention in wrong:
                yield Disagreement(row, mention.spot.version, right, (mention,))
        else:
            yield Disagreement(row, None, right, wrong)
