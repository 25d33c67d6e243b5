"""A reminder that the system keeps: systemd, a crontab, or launchd on macOS.

Each of the three runs one line of shell, which asks `collab status --short` and shows what
it says, never a word of the journal.
"""
