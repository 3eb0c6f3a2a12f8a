"""What the tests of `workbench serve` share: a server at work."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from tests.conftest import ROOT

COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class Served:
    """`workbench serve` on a folder, at work."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [
            sys.executable,
            "-m",
            "workbench.cli.main",
            "--root",
            str(folder),
            "serve",
            "--port",
            "0",
            *arguments,
        ]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        parts = urlsplit(self.address)
        self.host, self.port, self.query = parts.hostname or "", parts.port or 0, f"/?{parts.query}"

    def ask(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """Ask for a path, as a browser without anything else would."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.body = answer.read().decode("utf-8", "replace")  # type: ignore[attr-defined]
        return answer

    def cookie(self) -> str:
        """The cookie that the token gives."""
        return self.ask(self.query).headers["Set-Cookie"].partition(";")[0]

    def end(self) -> tuple[int, str, str]:
        """Press Ctrl-C, which reaches the server and its editors; return exit code, what was printed, and what was told."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, out, err
