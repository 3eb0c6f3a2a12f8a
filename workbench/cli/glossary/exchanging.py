"""`workbench glossary export` and `import`: CSV and TBX-Basic."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

from workbench.cli.command import Command
from workbench.cli.files import write_whole
from workbench.cli.workspace import open_workspace
from workbench.model.errors import UsageError

_TABLES = (".csv", ".tsv", ".txt")
_TBX = (".tbx", ".xml")


def configure_export(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of export."""
    parser.add_argument("file", metavar="FILE.csv|FILE.tbx", help="the file to write: the house's table, or TBX-Basic")


def export(arguments: argparse.Namespace) -> int:
    """Write all terms as a whole or not at all."""
    from workbench.glossary.csv_format import format_terms
    from workbench.interchange.tbx import write_terms

    path = Path(arguments.file)
    terms = open_workspace(arguments).terms()
    if not terms:
        raise UsageError("the glossary holds no term — there is nothing to export")
    out = io.BytesIO()
    if path.suffix.lower() == ".csv":
        out.write(format_terms(terms).encode())
    elif path.suffix.lower() in _TBX:
        write_terms(terms, out)
    else:
        raise UsageError(f"{path}: neither .csv nor .tbx — end the file's name in one of them")
    write_whole(path, out.getvalue())
    print(f"{path}: {len(terms)} terms")
    return 0


def configure_import(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of import."""
    parser.add_argument("file", metavar="FILE.csv|FILE.tbx", help="a table (CSV, TSV) or TBX, version 2 or 3")
    parser.add_argument(
        "--topic", help="the file of glossary/ that new concepts go to, without .csv (default: the file's own name)"
    )


def bring_in(arguments: argparse.Namespace) -> int:
    """Put the terms of a file into the glossary, all or none."""
    from workbench.glossary.merging import merged
    from workbench.interchange.tbx import read_terms
    from workbench.interchange.term_tables import read_table
    from workbench.workspace.bytes import decode, read_bytes
    from workbench.workspace.glossary_files import read_glossary, save_glossary

    path = Path(arguments.file)
    workspace = open_workspace(arguments)
    read = read_glossary(workspace)
    kinds = {term.concept: term.kind for rows in read.terms.values() for term in rows}
    if path.suffix.lower() in _TBX:
        terms = list(read_terms(path, kinds))
    elif path.suffix.lower() in _TABLES:
        terms = list(read_table(decode(read_bytes(path), str(path)), str(path), kinds))
    else:
        raise UsageError(f"{path}: neither a table nor TBX by its name — end it in .csv, .tsv or .tbx")
    result = merged(read.terms, terms, arguments.topic or path.stem)
    files = save_glossary(workspace, result.files, read)
    print(f"{result.new} new, {result.changed} changed, {result.same} as they were", end="")
    print(f"; wrote {', '.join(files)}" if files else "; nothing to write")
    return 0


EXPORT = Command("export", "write all terms as CSV or TBX-Basic", configure_export, export)
IMPORT = Command("import", "put the terms of a table or TBX file into the glossary", configure_import, bring_in)
