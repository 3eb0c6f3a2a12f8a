"""How fast all checks are, beside tools that check PO files."""
