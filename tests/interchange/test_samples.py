"""Peers' own test files are read: set WORKBENCH_SAMPLES to the folder that holds them."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tests.interchange.samples import Outcome, Sample, samples
from tests.interchange.test_xliff import schema

FOLDER = os.environ.get("WORKBENCH_SAMPLES", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="WORKBENCH_SAMPLES names no folder of samples")
# What a valid file may be refused for: it holds nothing to take.
NOTHING = ("no text in it", "no text in und, the pivot")
# The OASIS suite's own slip: a prefix that its file does not declare, which no XML parser takes.
SLIPS = ("Good-pgs_plural.xlf",)


@cache
def results() -> tuple[Sample, ...]:
    """Return what became of every file."""
    return tuple(samples(Path(FOLDER)))


def parted(kind: str) -> list[Sample]:
    """Return the files of the suites' folders of a kind: valid or invalid."""
    return [sample for sample in results() if sample.path.parent.name == kind and "test" in str(sample.path).lower()]


def test_nothing_breaks() -> None:
    """Every file is taken or refused in one line, within a minute and a gigabyte."""
    assert [sample for sample in results() if sample.outcome is Outcome.BROKEN] == []


def test_what_is_valid_is_taken() -> None:
    """But for what holds no text."""
    refused = [one for one in parted("valid") if one.outcome is Outcome.REFUSED and one.path.name not in SLIPS]
    assert [one for one in refused if not any(said in one.said for said in NOTHING)] == []


def test_what_is_invalid_is_refused_or_told() -> None:
    """Taken in silence is none."""
    assert [one for one in parted("invalid") if one.outcome is Outcome.TAKEN] == []


def test_what_oasis_ships_with_xliff_12_is_taken_without_a_word() -> None:
    """Its two files with almost everything in them, strict and transitional."""
    shipped = [one for one in results() if one.path.name.startswith("Sample_AlmostEverything_1.2_")]
    if not shipped:
        pytest.skip("they are not in WORKBENCH_SAMPLES")
    assert [one for one in shipped if one.outcome is not Outcome.TAKEN] == []


def test_a_file_of_xliff_12_is_taken_without_a_word_where_the_schema_allows_it() -> None:
    """And never where it does not, as far as what is read is concerned."""
    allowed = schema("xliff-core-1.2-transitional.xsd")
    wrong = []
    for one in results():
        if one.outcome in (Outcome.TAKEN, Outcome.WARNED) and one.path.suffix.lower() in (".xlf", ".xliff"):
            tree = etree.parse(str(one.path))
            valid = one.outcome is Outcome.TAKEN
            if tree.getroot().get("version") == "1.2" and allowed.validate(tree) != valid:
                wrong.append(one)
    assert wrong == []
