"""What tests of the command line do with the statement in a workspace of their own."""

from pathlib import Path

from workbench.cli.main import main

NAME = "chengdu-2024"


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def accept(folder: Path, status: str, bead: int) -> None:
    """Write a status and the digest of today's texts to one bead of the Kazakh ladder, as a person who accepts it does."""
    path = folder / "texts" / NAME / "kk.ladder"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = [number for number, line in enumerate(lines) if not line.startswith("#")][bead]
    lines[at] = "\t".join(lines[at].split("\t")[:2]) + f"\t{status}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["align", NAME, "kk"]) == 0
