"""The commands about promises, and how one is named and asked about."""
