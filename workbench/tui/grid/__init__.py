"""The grid of all versions, and the lines above it."""
