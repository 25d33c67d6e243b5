"""What self-coaching is about. Pure: no files, no clock, no screen, no SQL."""
