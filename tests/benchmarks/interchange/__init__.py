"""What the benchmark of interchange runs in processes of their own."""
