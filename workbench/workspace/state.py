"""`.workbench/`: journals, locks and what is written aside; never committed."""

from __future__ import annotations

from pathlib import Path

from workbench.model.errors import InputError

NAME = ".workbench"


def state_folder(root: Path) -> Path:
    """Return the state folder of the workspace at `root`, made where it is missing, with an ignore file for git in it.

    Raises InputError where it cannot be written.
    """
    folder = root / NAME
    ignore = folder / ".gitignore"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror or error}",
            path=str(folder),
            advice="give yourself the right to write there",
        ) from None
    return folder
