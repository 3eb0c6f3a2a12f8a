"""Files of alignments are read and written as streams."""

from pathlib import Path

import pytest

from tests.interchange.peaks import FILES, WRITTEN, long_workspace, peak, peak_of_export, peak_of_writing

linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux how much memory was held")


@linux
@pytest.mark.parametrize("name", FILES)
def test_memory_does_not_grow_with_the_file(name: str, tmp_path: Path) -> None:
    """Ten times as many units take hardly more memory."""
    few, many = (peak(name, count, tmp_path / "file") for count in (2_000, 20_000))
    assert many < few * 1.1


@pytest.fixture(scope="module")
def workspaces(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Workspaces with a document of so many rows."""
    return {rows: long_workspace(tmp_path_factory.mktemp("long") / "w", rows) for rows in (3_000, 12_000)}


@linux
@pytest.mark.parametrize("form", WRITTEN)
def test_memory_of_an_export_does_not_grow_with_the_document(form: str, workspaces: dict[int, Path]) -> None:
    """Four times the rows take no tenth more memory: the whole process, from the files of the workspace to the one written."""
    few, many = (peak_of_export(form, workspaces[rows]) for rows in (3_000, 12_000))
    assert many < few * 1.1


@linux
@pytest.mark.parametrize("form", WRITTEN)
def test_what_is_written_is_not_gathered(form: str, tmp_path: Path) -> None:
    """Eight times the rows take, beside the document, what says where they are: less than a third of what the file grows by."""
    few, many = tmp_path / "few", tmp_path / "many"
    grown = peak_of_writing(form, 10_000, many) - peak_of_writing(form, 1_250, few)
    assert grown * 1024 < (many.stat().st_size - few.stat().st_size) / 3
