"""What `workbench score` prints: comparisons and consistency, for people and for programs."""
