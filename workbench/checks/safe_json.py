"""JSON that harms no terminal and is valid UTF-8."""

from __future__ import annotations

import json
import re
from json.encoder import encode_basestring
from typing import Any

# What a terminal would act on, and what UTF-8 cannot say: C1 controls, separators, bidirectional overrides, surrogates.
_UNSAFE = re.compile(r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def quoted(text: str | None) -> str:
    """Return a text as JSON, unsafe characters as escapes."""
    if text is None:
        return "null"
    written = encode_basestring(text)
    return written if written.isprintable() else _UNSAFE.sub(_escape, written)


def dumps(data: Any) -> str:
    """Return the data as indented JSON with a line feed behind it, unsafe characters as escapes."""
    content = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(_escape, content) + "\n"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
