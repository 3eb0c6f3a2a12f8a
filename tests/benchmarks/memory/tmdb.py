"""Run by the Python that has translate-toolkit: imports JSON Lines into its tmdb, and asks it for what resembles texts.

Prints seconds of the import, on the clock and of the processor, then seconds of each question, as JSON.
Arguments: database, units, questions.
"""

import json
import sys
import time
from pathlib import Path

from translate.storage.tmdb import TMDB

database, units, questions = sys.argv[1:]
memory = TMDB(database)


def read():
    """Yield units as tmdb takes them."""
    with Path(units).open(encoding="utf-8") as file:
        for line in file:
            en, tag, other = json.loads(line)
            yield tag, {"source": en, "target": other, "context": ""}


start, processor = time.perf_counter(), time.process_time()
for tag, unit in read():
    memory.add_dict(unit, "en", tag, commit=False)
memory.connection.commit()
imported, processor = time.perf_counter() - start, time.process_time() - processor
asked = []
with Path(questions).open(encoding="utf-8") as file:
    for text in json.load(file):
        start = time.perf_counter()
        memory.translate_unit(text, "en", "ru")
        asked.append(time.perf_counter() - start)
print(json.dumps({"imported": imported, "processor": processor, "asked": asked}))
