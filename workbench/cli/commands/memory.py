"""`workbench memory`: what was translated before, imported, listed, forgotten. Its actions are in `workbench/cli/memory/`."""

from __future__ import annotations

from workbench.cli.command import command_of_actions
from workbench.cli.memory.importing import IMPORT
from workbench.cli.memory.listing import LIST
from workbench.cli.memory.removing import REMOVE

COMMAND = command_of_actions("memory", "fill the memory from files, list it, forget", (IMPORT, LIST, REMOVE), order=52)
