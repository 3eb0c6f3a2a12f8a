"""`--encoder`: which one aligns, and what happens where one fails."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.alignment.encoders.samples import Letters
from tests.cli.statement import NAME
from tests.conftest import TAGS, gold_ladder
from workbench.cli.main import main
from workbench.model.errors import InputError

pytestmark = pytest.mark.usefixtures("in_workspace")


class Broken(Letters):
    """An encoder that gives no numbers."""

    def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:  # noqa: ARG002
        """Return NaN."""
        return np.full((len(texts), self.dimensions), np.nan, dtype=np.float32)


@pytest.mark.parametrize("encoder", ["words", "none"])
def test_an_encoder_aligns_all_versions_together(capsys: pytest.CaptureFixture[str], encoder: str) -> None:
    """--encoder names what vectors are asked of; every segment is in exactly one bead, and most beads are the gold's."""
    folder = f"texts/{NAME}"
    files = [f"{tag}={folder}/{tag}.txt" for tag in ("en", *TAGS)]
    assert main(["align", "--segmented", "--encoder", encoder, *files]) == 0
    out, err = capsys.readouterr()
    assert err == f"aligning with encoder {encoder}\n"
    for tag, ladder in json.loads(out)["ladders"].items():
        assert sorted(i for bead in ladder for i in bead["pivot"]) == list(range(34))
        found = {(tuple(bead["pivot"]), tuple(bead["version"])) for bead in ladder}
        gold = {(tuple(span.pivot), tuple(span.version)) for span in gold_ladder(tag).spans()}
        assert len(found & gold) >= 0.85 * len(gold)


def test_the_best_encoder_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    """One line on standard error says which that is; JSON is alone on standard output."""
    folder = f"texts/{NAME}"
    assert main(["align", "--segmented", f"en={folder}/en.txt", f"kk={folder}/kk.txt"]) == 0
    out, err = capsys.readouterr()
    assert err == "aligning with encoder words, the best that is installed\n"
    assert json.loads(out)["pivot"] == "en"


@pytest.mark.parametrize("command", ["new", "add", "align"])
def test_the_settings_name_the_encoder(folder: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    """`encoder` in workbench.toml is what all commands take, unless --encoder says otherwise."""
    (folder / "workbench.toml").write_text('encoder = "none"\n', encoding="utf-8")
    text = f"texts/{NAME}/kk.txt"
    arguments = {
        "new": ["new", "second", f"en=texts/{NAME}/en.txt", f"kk={text}", "--segmented"],
        "add": ["add", NAME, f"kk-x-second={text}", "--segmented"],
        "align": ["align", NAME, "kk"],
    }[command]
    assert main(arguments) == 0
    assert "aligning with encoder none\n" in capsys.readouterr().err


def test_the_command_line_goes_before_the_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--encoder words, where the settings have none."""
    (folder / "workbench.toml").write_text('encoder = "none"\n', encoding="utf-8")
    assert main(["align", NAME, "--encoder", "words"]) == 0
    assert "aligning with encoder words\n" in capsys.readouterr().err


def test_a_cache_that_cannot_be_written_is_left_aside(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line says so, and the versions are aligned."""
    (folder / "file").write_text("")
    monkeypatch.setenv("WORKBENCH_CACHE", str(folder / "file" / "below"))
    monkeypatch.setattr("workbench.alignment.encoders.e5.E5", Letters)
    assert main(["align", NAME, "kk", "--encoder", "e5"]) == 0
    err = capsys.readouterr().err
    assert [line for line in err.splitlines() if "left aside" in line] == [err.splitlines()[1]]


def test_nan_from_an_encoder_is_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The encoder is named, nothing is written, exit code 2."""
    monkeypatch.setattr("workbench.alignment.encoders.e5.E5", Broken)
    assert main(["align", NAME, "--encoder", "e5"]) == 2
    assert capsys.readouterr().err.splitlines()[1:] == [
        "workbench: the encoder letters (1) gave numbers that are none (NaN or infinity) — choose another with --encoder"
    ]


def test_an_encoder_that_is_installed_and_broken_makes_way(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By default the next best takes its place, and one line says why; by name it is an error."""

    def broken() -> None:
        raise InputError("the encoder e5 does not work here")

    monkeypatch.setattr("workbench.alignment.encoders.registry.best", lambda: "e5")
    monkeypatch.setattr("workbench.alignment.encoders.e5.E5", broken)
    assert main(["align", NAME, "kk"]) == 0
    assert capsys.readouterr().err.splitlines()[:2] == [
        "workbench: the encoder e5 does not work here",
        "aligning with encoder words, the best that is installed",
    ]
    assert main(["align", NAME, "kk", "--encoder", "e5"]) == 2
