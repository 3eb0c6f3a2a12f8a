"""The panel beside the grid: one file a tab."""
