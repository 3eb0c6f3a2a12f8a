"""Parts of Word documents: runs with their languages, tables, files that are the same every time."""
