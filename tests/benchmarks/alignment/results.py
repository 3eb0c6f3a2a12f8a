"""Results in a JSON Lines file: what was found is kept, so that a run resumes, and that scores can be taken anew."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.alignment.scores import Found


@dataclass(frozen=True, slots=True)
class Result:
    """What a contender gave for a set: ladders by language, seconds, bytes beyond the texts; or its error.

    `digest` is the set's, `code` the engine's, empty for peers: a result for other texts, or of other code, is none.
    """

    set: str
    digest: str
    contender: str
    code: str = ""
    ladders: Mapping[str, list[Found]] = field(default_factory=dict)
    seconds: float = 0.0
    memory: int = 0
    error: str = ""


Results = dict[tuple[str, str], Result]  # by contender and set


def read_results(path: Path) -> Results:
    """Return the results of a file, of equal contender and set the last; none where there is no file yet."""
    held: Results = {}
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                one = _result(json.loads(line))
                held[one.contender, one.set] = one
    return held


def append(path: Path, one: Result) -> None:
    """Add a result to a file."""
    ladders = {
        tag: [[bead.pivot, bead.version, bead.score and round(bead.score, 4)] for bead in beads]
        for tag, beads in one.ladders.items()
    }
    numbers = {"seconds": round(one.seconds, 4), "memory": one.memory, "error": one.error, "ladders": ladders}
    line = {"set": one.set, "digest": one.digest, "contender": one.contender, "code": one.code, **numbers}
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


def contenders_of(results: Results) -> Iterator[str]:
    """Return the names of all contenders, in the order of their first result."""
    return iter(dict.fromkeys(contender for contender, _ in results))


def _result(data: dict[str, object]) -> Result:
    raw = data["ladders"]
    assert isinstance(raw, dict)
    ladders = {
        tag: [Found(tuple(a), tuple(b), None if score is None else float(score)) for a, b, score in beads]
        for tag, beads in raw.items()
    }
    return Result(
        str(data["set"]),
        str(data["digest"]),
        str(data["contender"]),
        str(data["code"]),
        ladders,
        float(str(data["seconds"])),
        int(str(data["memory"])),
        str(data["error"]),
    )
