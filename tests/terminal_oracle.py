"""A real terminal that is shown texts and then asked what has changed."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import time
from pathlib import Path

from tests.tools import needs

STATE = """#{pane_title} #{window_name} #{window_bell_flag} #{alternate_on} #{mouse_any_flag}
#{cursor_flag} #{insert_flag} #{keypad_flag} #{keypad_cursor_flag} #{wrap_flag} #{origin_flag}
#{scroll_region_upper} #{scroll_region_lower}"""
START_AND_OBEY_EVERYTHING = """set -s set-clipboard on ; set -g allow-passthrough on ;
set -g monitor-bell on ; set -g allow-rename on ; set -g automatic-rename off ;
set -g history-limit 20000 ; new-session -d -x 80 -y 50 cat"""
SHOW_THEN_LISTEN = """
import json, os, re, select, sys, tty
tty.setraw(0)
texts = json.load(open(sys.argv[1]))
for number, text in enumerate(texts):
    shown = text.encode("utf-8", "surrogateescape").replace(b"\\n", b"\\r\\n")
    os.write(1, shown + f"\\r\\nmarker {number}\\r\\n".encode())
os.write(1, b"\\x1b[>q")  # asks for its version, which it tells once it has shown all that
typed, version = b"", rb"\\x1bP>\\|[^\\x1b]*\\x1b\\\\"
while not re.search(version, typed) and select.select([0], [], [], 5)[0]:
    typed += os.read(0, 1000)
with open(sys.argv[2] + ".part", "w") as report:
    json.dump(re.sub(version, b"", typed).decode("latin-1"), report)
os.rename(sys.argv[2] + ".part", sys.argv[2])
sys.stdin.read()
"""


class TerminalOracle:
    """A tmux of its own with one pane, set to obey as much as a terminal ever does.

    `folder` is where its socket lies, so its path has to be short (about 90 bytes).
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tmux = (needs("tmux"), "-u", "-S", str(folder / "socket"), "-f", "/dev/null")
        (folder / "show.py").write_text(SHOW_THEN_LISTEN)
        self._run(*START_AND_OBEY_EVERYTHING.split())

    def show(self, texts: list[str]) -> str:
        """Show `texts`, each followed by a line "marker N"; give what the terminal typed.

        A terminal that is asked a question types the answer as if by hand.
        """
        given, report = self._folder / "texts.json", self._folder / "typed.json"
        given.write_text(json.dumps(texts))
        report.unlink(missing_ok=True)
        program = (sys.executable, self._folder / "show.py", given, report)
        self._run("respawn-pane", "-k", shlex.join(map(str, program)))
        for _ in range(1500):
            if report.exists():
                return str(json.loads(report.read_text()))
            time.sleep(0.02)
        raise AssertionError("the terminal never came to the end of the texts")

    def state(self) -> tuple[str, str]:
        """Title, bell, modes and margins; and the clipboard."""
        return (
            self._run("display-message", "-p", STATE),
            self._run("list-buffers", "-F", "#{buffer_sample}"),
        )

    def lines(self) -> list[str]:
        """Every line printed so far, with those that have scrolled away."""
        return self._run("capture-pane", "-p", "-S", "-").splitlines()

    def close(self) -> None:
        self._run("kill-server")

    def _run(self, *command: str) -> str:
        return subprocess.run(
            [*self._tmux, *command], check=True, capture_output=True, encoding="utf-8"
        ).stdout
