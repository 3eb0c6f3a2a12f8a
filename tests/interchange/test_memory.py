"""Files of alignments are read as streams."""

from pathlib import Path

import pytest

from tests.interchange.peaks import FILES, peak


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux how much memory was held")
@pytest.mark.parametrize("name", FILES)
def test_memory_does_not_grow_with_the_file(name: str, tmp_path: Path) -> None:
    """Ten times as many units take hardly more memory."""
    few, many = (peak(name, count, tmp_path / "file") for count in (2_000, 20_000))
    assert many < few * 1.1
