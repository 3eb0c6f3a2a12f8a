"""Dialogs: screens that ask, over the editor."""
