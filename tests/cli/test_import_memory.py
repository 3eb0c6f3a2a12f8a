"""Import of long files: memory does not grow with them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.interchange.peaks import WRITTEN, long_workspace, peak_of_command, peak_of_export, reworded

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux how much memory was held")
FEW, MANY = 3_000, 12_000  # rows


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, Path]:
    """Return workspaces with the document `long`, by its rows, its exports beside it."""
    found = {rows: long_workspace(tmp_path_factory.mktemp("long") / "w", rows) for rows in (FEW, MANY)}
    for folder in found.values():
        for form in WRITTEN:
            peak_of_export(form, folder)
    return found


@pytest.mark.parametrize("form", WRITTEN)
def test_a_new_document_is_not_held(form: str, folders: Mapping[int, Path]) -> None:
    """Four times the units take hardly more memory."""
    few, many = (peak_of_command(folder, "import", f"long.{form}", f"new-{form}") for folder in folders.values())
    assert many < few * 1.2


@pytest.mark.parametrize("form", WRITTEN)
def test_what_changes_nothing_is_not_held(form: str, folders: Mapping[int, Path]) -> None:
    """A file that comes back into its document with other words in ten rows: four times the units take hardly more memory."""
    for rows, folder in folders.items():
        reworded(folder / f"long.{form}", folder / f"back.{form}", rows)
    few, many = (peak_of_command(folder, "import", f"back.{form}", "long") for folder in folders.values())
    assert many < few * 1.2
