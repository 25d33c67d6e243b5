"""A self-coaching journal for leaders who want to work better with others."""

__version__ = "0.1.0"
