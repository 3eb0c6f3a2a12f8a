"""From two texts to a ladder: evidence, dynamic programme, repair."""
