"""What `workbench glossary` does: a module an action."""
