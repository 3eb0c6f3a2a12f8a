"""What the benchmark of the memory measures with."""
