"""Translation memory and concordance: what was said before, and where."""
