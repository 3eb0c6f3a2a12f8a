"""`workbench search`."""

import json

import pytest

from tests.conftest import TAGS
from workbench.cli.main import main

pytestmark = pytest.mark.usefixtures("in_workspace")


def test_search_shows_all_versions_of_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    """A Chinese word brings up the rows with all languages; apostrophes fold."""
    assert main(["search", "西安", "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert set(row["versions"]) == {"en", *TAGS}
    assert main(["search", "xi'an"]) == 0
    assert "Xi’an" in capsys.readouterr().out
