"""Reports, one format a file: NAME and `write(reports) -> str`, found by the registry."""
