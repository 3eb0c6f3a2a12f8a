"""The words of the field as data: documents, versions, segments, labels, beads, ladders, rows, operations.

No module of this package reads a file, draws a screen or knows a language.
"""
