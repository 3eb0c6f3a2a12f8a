"""How fast the editor is in a real terminal, with Textual's own table beside it."""
