"""JSON that harms no terminal and is valid UTF-8."""

from __future__ import annotations

import json
import re
from typing import Any

# What a terminal would act on, and what UTF-8 cannot say: C1 controls, separators, bidirectional overrides, surrogates.
_UNSAFE = re.compile(r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def dumps(data: Any) -> str:
    """Return the data as indented JSON with a line feed behind it, unsafe characters as escapes."""
    content = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", content) + "\n"
