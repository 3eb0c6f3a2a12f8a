"""The term base and what finds its terms in texts."""
