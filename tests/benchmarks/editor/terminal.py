"""A program in a pseudo-terminal, its keys timed from the byte written to the last byte of the answer."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import termios
import time
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT = 130, 45
KEYS = {"down": "\x1b[B", "page down": "\x1b[6~"}
_PAUSE = 0.03  # seconds of silence that end the answer to a key
_SETTLED = 0.25  # seconds of silence that end what comes of it later
_SILENCE = 0.12  # seconds of silence before the next key


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of many keys: the median and the worst."""

    median: float
    worst: float


class Terminal:
    """A running program."""

    def __init__(self, command: list[str]) -> None:
        self._begun = time.perf_counter()
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], command)  # noqa: S606
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))

    def resize(self, width: int, height: int) -> float:
        """Give the terminal another size; return the milliseconds until all is drawn."""
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        os.kill(self._pid, signal.SIGWINCH)
        return self._answer(0.5, 20)

    def first_paint(self) -> float:
        """Return the milliseconds from the start until the first screen was drawn: more bytes than cells, then a silence."""
        count, last = 0, self._begun
        while count < WIDTH * HEIGHT or time.perf_counter() - last < _PAUSE:
            if select.select([self._file], [], [], 0.002)[0]:
                count += len(os.read(self._file, 1 << 16))
                last = time.perf_counter()
        return 1000 * (last - self._begun)

    def settled(self, keys: str) -> float:
        """Press keys; return the milliseconds until what works in the background has shown what it found: a long silence."""
        os.write(self._file, keys.encode())
        return self._answer(_SETTLED, 3)

    def press(self, keys: str, count: int) -> Times:
        """Press keys again and again."""
        times = []
        for _ in range(count):
            os.write(self._file, keys.encode())
            times.append(self._answer(_PAUSE, 2))
            while self._answer(_SILENCE, 0.2):
                pass
        return Times(statistics.median(times), max(times))

    def paste(self, text: str, told: str) -> float:
        """Paste a text; return the seconds of processor time until the program has written what it tells."""
        data, written, begun = f"\x1b[200~{text}\x1b[201~".encode(), b"", self._seconds()
        while told.encode() not in written:
            readable, writable, _ = select.select([self._file], [self._file] if data else [], [], 60)
            if not readable and not writable:
                break
            if readable:
                written += os.read(self._file, 1 << 16)
            if writable:
                data = data[os.write(self._file, data[:4096]) :]
        return self._seconds() - begun

    def _seconds(self) -> float:
        """Return the processor time that the program has had."""
        fields = Path(f"/proc/{self._pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """Return what the program and its children hold in memory."""
        total, todo = 0, [self._pid]
        while todo:
            pid = todo.pop()
            lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
            total += next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)
            todo += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split())
        return total / 1024

    def close(self) -> None:
        """End the program."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._file)

    def _answer(self, silence: float, limit: float) -> float:
        """Return the milliseconds until the last byte before a silence; 0 where nothing came."""
        begun = time.perf_counter()
        last = 0.0
        while (now := time.perf_counter() - begun) < limit:
            if select.select([self._file], [], [], 0.002)[0]:
                try:
                    os.read(self._file, 1 << 16)
                except OSError:
                    break
                last = time.perf_counter() - begun
            elif last and now - last > silence:
                break
        return 1000 * last
