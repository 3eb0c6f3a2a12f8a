"""`workbench glossary`: the term base, shown, checked, fed and exchanged. Its actions stand in `workbench/cli/glossary/`."""

from __future__ import annotations

from workbench.cli.command import command_of_actions
from workbench.cli.glossary.checking import CHECK
from workbench.cli.glossary.exchanging import EXPORT, IMPORT
from workbench.cli.glossary.listing import LIST
from workbench.cli.glossary.scanning import SCAN
from workbench.cli.glossary.suggesting import SUGGEST

COMMAND = command_of_actions(
    "glossary", "show, check, feed and exchange names and terms", (LIST, SCAN, SUGGEST, CHECK, EXPORT, IMPORT), order=50
)
