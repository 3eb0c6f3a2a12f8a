"""What is at work beside the keys: checks, aligner, recovery."""
