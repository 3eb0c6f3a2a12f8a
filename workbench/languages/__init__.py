"""What is known of each language: data, and the code that reads it."""
