"""The commands, one file each: a module with a `COMMAND` is a command."""
