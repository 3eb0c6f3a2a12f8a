"""Import of long files: memory does not grow with them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.benchmarks.interchange.own import long_document
from tests.interchange.peaks import WRITTEN, peak_of_command
from workbench.interchange.export import Export, export_date, exporters
from workbench.workspace.folder import Workspace

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux how much memory was held")
FEW, MANY = 3_000, 12_000  # rows


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, Path]:
    """Return workspaces with the document `long`, by its rows, its exports beside it."""
    found = {}
    for rows in (FEW, MANY):
        found[rows] = folder = tmp_path_factory.mktemp(f"rows{rows}")
        document = long_document(rows)
        Workspace(folder).create(document)
        for form in WRITTEN:
            with (folder / f"long.{form}").open("wb") as file:
                exporters()[form].write(Export(document, export_date(document)), file)
    return found


@pytest.mark.parametrize("form", WRITTEN)
def test_a_new_document_is_not_held(form: str, folders: Mapping[int, Path]) -> None:
    """Four times the units take hardly more memory."""
    few, many = (peak_of_command(folder, "import", f"long.{form}", f"new-{form}") for folder in folders.values())
    assert many < few * 1.2


@pytest.mark.parametrize("form", WRITTEN)
def test_what_changes_nothing_is_not_held(form: str, folders: Mapping[int, Path]) -> None:
    """A file that comes back into its document with one other word: four times the units take hardly more memory."""
    for folder in folders.values():
        text = (folder / f"long.{form}").read_text(encoding="utf-8")
        changed = text.replace(" 1500<", " 1500!<").replace(' 1500"', ' 1500!"')
        assert changed != text
        (folder / f"changed.{form}").write_text(changed, encoding="utf-8", newline="")
    few, many = (peak_of_command(folder, "import", f"changed.{form}", "long") for folder in folders.values())
    assert many < few * 1.2
