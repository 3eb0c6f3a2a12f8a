"""Reports, one format a file: NAME and `pieces(reports) -> Iterator[str]`, found by the registry."""
