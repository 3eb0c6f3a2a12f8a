"""Letters that must stand in every text that a regular expression finds: what an index can be asked for in its place."""

from __future__ import annotations

import re

_SPECIAL = frozenset(".^$*+?{}[]\\|()")
_ESCAPE = re.compile(r"\\(?:[xuU][0-9A-Fa-f]+|[A-Za-z](?:\{[^}]*\}|<[^>]*>)|[pP].|[0-9]+|.)", re.DOTALL)
_SET = re.compile(r"\[\^?\]?(?:\\.|\[:[^\]]*:\]|[^\]\\])*\]", re.DOTALL)
_FLAGS = re.compile(r"\(\?[^:=!<>|P]")  # flags, conditions, comments: what follows may mean something else


def literals(source: str) -> tuple[str, ...]:
    """Return stretches of letters that stand in whatever a regular expression finds; none where that is hard to say.

    What is in groups, sets and alternatives is left out; so are flags, which may change what all else means.
    """
    if _FLAGS.search(source):
        return ()
    found: list[str] = []
    run: list[str] = []

    def end() -> None:
        if run:
            found.append("".join(run))
            run.clear()

    depth = at = 0
    while at < len(source):
        letter = source[at]
        step = 1
        if letter == "\\":
            escape = _ESCAPE.match(source, at)
            step = len(escape[0]) if escape else 2
            end()
        elif letter == "[":
            held = _SET.match(source, at)
            if held is None or "[" in held[0][1:]:
                return ()  # sets within sets
            step = len(held[0])
            end()
        elif letter == "|" and not depth:
            return ()
        elif letter in "()":
            depth += 1 if letter == "(" else -1
            end()
        elif letter in "*?{":
            # What stands before it may be missing, or stand otherwise: `ab?`, `ab{0,1}`.
            if run:
                run.pop()
            end()
            if letter == "{":
                step = max(1, source.find("}", at) + 1 - at)
        elif letter in _SPECIAL:
            end()
        elif not depth:
            run.append(letter)
        at += step
    end()
    return tuple(found)
