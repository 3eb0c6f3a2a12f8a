"""Workbench: a terminal workbench that aligns, edits, checks and exports official texts in many languages."""

__version__ = "0.1.0"
