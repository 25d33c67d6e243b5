"""What it looks like. Pure: from a domain object to text or a Rich renderable."""
