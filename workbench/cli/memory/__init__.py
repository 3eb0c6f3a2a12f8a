"""What `workbench memory` does: a module an action."""
