"""The README's picture: `python -m workbench.tui.picture README.svg`.

It is one of the tests' SVG snapshots, drawn by Textual without a terminal.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from workbench.editing.session import Session
from workbench.tui.app import WorkbenchApp
from workbench.tui.open import WorkspaceStore, finder
from workbench.workspace.folder import Workspace, find_root

SIZE = (132, 36)


def picture_app(workspace: Workspace, name: str) -> WorkbenchApp:
    """Return the editor on a document, with all its findings, that journals nothing."""
    loaded = workspace.load(name)
    return WorkbenchApp(Session(loaded.document, WorkspaceStore(workspace, loaded)), finder(workspace, name))


async def draw(app: WorkbenchApp, size: tuple[int, int]) -> str:
    """Return the SVG of the editor at its clause 4, where the English numbering slips."""
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        spots = app.view.findings.spots
        target = next((spot for spot in spots if spot.finding.check == "numbering-style"), None)
        for _ in spots if target is not None else ():
            await pilot.press("n")
            if app.view.spot == target:
                break
        await pilot.pause()
        # Toasts come and go with time: a picture has none.
        app.clear_notifications()
        await pilot.pause()
        return app.export_screenshot(title="workbench")


def main(arguments: list[str]) -> int:
    """Write the picture to the path that is given."""
    if len(arguments) != 1:
        print("usage: python -m workbench.tui.picture PATH.svg", file=sys.stderr)
        return 2
    workspace = Workspace(find_root(Path.cwd()))
    svg = asyncio.run(draw(picture_app(workspace, workspace.documents()[0]), SIZE))
    Path(arguments[0]).write_text(svg, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
