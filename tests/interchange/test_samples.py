"""Peers' own test files are read: set WORKBENCH_SAMPLES to the folder that holds them."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from tests.interchange.samples import Outcome, Sample, samples

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
