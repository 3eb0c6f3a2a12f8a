"""The checks, one a file: the class with its name, family, severity and help is found by the registry."""
