"""What is kept. The only room that knows SQLite and TOML."""
