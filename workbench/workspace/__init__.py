"""The folder on disk: load, save, journal, lock, configuration."""
