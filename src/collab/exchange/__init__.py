"""What leaves and enters: files written whole or not at all, documents read."""
