"""`workbench edit --plain`: the rows of a document as plain prompts, for screen readers. Imports no screen library."""
