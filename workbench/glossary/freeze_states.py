"""Writes `data/states.toml`: what CLDR calls the states, for every language that data is there for.

Run it by hand after a new Babel: `python -m workbench.glossary.freeze_states`. A test holds the file against Babel. Names
of CLDR are not diplomatic names (Russian Киргизия): they recognise a state and prescribe nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

from workbench.languages.knowledge import known_tags

# ISO 3166-1 codes of the members of the United Nations (193, un.org/en/about-us/member-states) and of the Holy See.
MEMBERS = (  # noqa: SIM905 a list of 194 strings is no better to read
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR "
    "CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL "
    "IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN "
    "MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI "
    "SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW"
).split()


def state_names(tag: str) -> dict[str, list[str]]:
    """Return the names of states by code, a second name apart (Мьянма (Бирма)); {} if Babel lacks the locale."""
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(tag, sep="-").territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: re.split(r"\s*[(/]", territories[code].rstrip(")")) for code in MEMBERS if code in territories}


def frozen() -> str:
    """Return the content of `states.toml`."""
    lines = ["# Frozen from CLDR by `python -m workbench.glossary.freeze_states`; do not edit."]
    for tag in known_tags():
        lines.append(f'["{tag}"]')
        for code, names in state_names(tag).items():
            lines.append(f"{code} = [" + ", ".join(f'"{name}"' for name in names) + "]")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    target = Path(__file__).parent / "data" / "states.toml"
    target.write_text(frozen(), encoding="utf-8")
