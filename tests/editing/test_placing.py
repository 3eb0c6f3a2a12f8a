"""Where the units of a file stand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from workbench.editing.placing import PlacesOfRows, placed
from workbench.interchange.incoming import IncomingUnit, IncomingWording
from workbench.interchange.wording import Keys
from workbench.model.document import Document
from workbench.workspace.folder import Workspace

STATEMENT = Workspace(ROOT).load("chengdu-2024").document
ROWS = len(PlacesOfRows(STATEMENT))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, ROWS - 1), max_size=20))
def test_places_are_the_same_in_any_order(asked: list[int]) -> None:
    """Who asks for them in order has them faster, and no others."""
    places, in_order = PlacesOfRows(STATEMENT), tuple(PlacesOfRows(STATEMENT))
    assert [places[index] for index in asked] == [in_order[index] for index in asked]


def test_every_id_finds_its_place() -> None:
    """The ids are those that formats write."""
    places, keys = PlacesOfRows(STATEMENT), Keys()
    written = [keys.key(place.wordings[STATEMENT.pivot].text) for place in places]
    assert [places.find(key) for key in written] == list(range(ROWS))


def units(document: Document) -> list[IncomingUnit]:
    """Return the units that a file of a document holds, with the pivot's texts alone."""
    keys, found = Keys(), []
    for place in PlacesOfRows(document):
        text = place.wordings[document.pivot].text
        found.append(IncomingUnit({document.pivot: IncomingWording((text,))}, keys.key(text)))
    return found


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(ROWS)), st.sets(st.integers(0, ROWS - 1)))
def test_units_find_their_places_wherever_they_stand(order: list[int], gone: set[int]) -> None:
    """Rows of the file may be in another order, and some may be missing."""
    coming = units(STATEMENT)
    arriving = [coming[at] for at in order if at not in gone]
    places = tuple(PlacesOfRows(STATEMENT))
    found = sorted(placed(STATEMENT, PlacesOfRows(STATEMENT), arriving), key=lambda one: one.at)
    assert [(one.unit, one.place) for one in found] == list(
        zip(arriving, (places[at] for at in order if at not in gone), strict=True)
    )


def test_units_are_come_to_by_their_places() -> None:
    """In two rounds at most, however the rows of a file stand: who reads texts in order reads them fast."""
    arriving = units(STATEMENT)
    number = {unit.key: at for at, unit in enumerate(arriving)}
    found = placed(STATEMENT, PlacesOfRows(STATEMENT), (*arriving[1::2], *arriving[::2]))
    order = [number[one.unit.key] for one in found]
    assert (sorted(order), sum(later < one for one, later in pairwise(order))) == (list(range(ROWS)), 1)


@pytest.mark.parametrize("lost", [0, 7, ROWS - 1])
def test_a_unit_without_its_id_takes_no_other_units_place(lost: int) -> None:
    """It comes last, when all ids have found theirs, and takes the free place that says its text."""
    arriving = units(STATEMENT)
    arriving[lost] = IncomingUnit(arriving[lost].wordings)
    found = list(placed(STATEMENT, PlacesOfRows(STATEMENT), arriving))
    assert (found[-1].at, found[-1].place, found[-1].known) == (lost, PlacesOfRows(STATEMENT)[lost], False)


def test_an_id_that_stands_in_a_file_twice_has_one_place() -> None:
    """The second unit has none."""
    first, *_ = units(STATEMENT)
    assert [one.place is None for one in placed(STATEMENT, PlacesOfRows(STATEMENT), (first, first))] == [False, True]
