"""What you can type: read options, call the other rooms, print, set the exit code."""
