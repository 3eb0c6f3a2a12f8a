"""The editor in a real terminal, for tests: tmux."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PROGRAM = """
import sys
from pathlib import Path
from workbench.tui.open import open_editor
from workbench.workspace.folder import Workspace
from workbench.workspace.saving import recover
recover(Path(sys.argv[1]))
sys.exit(open_editor(Workspace(Path(sys.argv[1])), None))
"""


class Terminal:
    """A terminal of its own, in which the editor runs."""

    def __init__(self, width: int, height: int, folder: Path) -> None:
        self._socket = f"workbench-{uuid.uuid4().hex[:8]}"
        command = [
            "env",
            "-u",
            "COLUMNS",
            "-u",
            "LINES",
            "LANG=C.UTF-8",
            "TERM=screen-256color",
            sys.executable,
            "-c",
            PROGRAM,
            str(folder),
        ]
        self._tmux(
            "-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height), "-c", str(ROOT), *command
        )

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self._socket, *arguments], capture_output=True, text=True, check=True
        )
        return done.stdout

    def keys(self, *keys: str) -> None:
        """Press keys, in tmux's spelling."""
        self._tmux("send-keys", *keys)

    def screen(self) -> list[str]:
        """The lines of the screen."""
        return self._tmux("capture-pane", "-p").split("\n")

    def wait_for(self, text: str) -> list[str]:
        """Wait until a text is on the screen; the limit is only there so that a broken editor ends."""
        for _ in range(300):
            lines = self.screen()
            if any(text in line for line in lines):
                return lines
            time.sleep(0.1)
        raise AssertionError(f"{text!r} never came:\n" + "\n".join(self.screen()))

    def still(self) -> list[str]:
        """The lines of the screen, once it is whole: the same again and again."""
        seen: list[list[str]] = []
        while len(seen) < 4 or any(lines != seen[-1] for lines in seen[-4:]):
            time.sleep(0.1)
            seen.append(self.screen())
            assert len(seen) < 300
        return seen[-1]

    def kill(self) -> None:
        """Kill the editor as nothing can be caught; its last screen stays."""
        self._tmux("set-option", "remain-on-exit", "on")
        os.kill(int(self._tmux("display-message", "-p", "#{pane_pid}")), signal.SIGKILL)
        while self._tmux("display-message", "-p", "#{pane_dead}").strip() != "1":
            time.sleep(0.02)

    def close(self) -> None:
        """End the terminal and all in it."""
        subprocess.run(["tmux", "-L", self._socket, "kill-server"], capture_output=True, check=False)
