"""The entry. `--version` and `status` are answered before anything heavy is imported."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run the command line of this process; its exit code."""
    # Looking for circles of garbage after every 700 objects while a command starts, and
    # again at the end of the process, costs a quarter of a bare Python start.
    gc.set_threshold(100_000)
    _open_closed_streams()
    code = _at_once(sys.argv[1:])
    if code is not None:
        # All is flushed and nothing is open. To take the interpreter down module by module
        # would cost a tenth of a bare Python start, at every shell prompt.
        os._exit(code)
    from collab.commands.app import run

    code = run(sys.argv[1:])
    gc.freeze()
    return code


def _open_closed_streams() -> None:
    """Have the empty device stand where the caller closed a standard stream.

    Otherwise the first file that is opened gets the number of the stream, and with it all
    that another program prints there.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115, it stays open


def _at_once(arguments: list[str]) -> int | None:
    """The exit code of what needs no command line parser; None for everything else."""
    if arguments == ["--version"]:
        from collab import __version__

        return _printed(f"collab {__version__}")
    if arguments[:1] == ["status"] and arguments[1:] in ([], ["--short"], ["--json"]):
        from collab.commands.quick_status import answer

        return _printed(answer(arguments[1:]))
    return None


def _printed(text: str | None) -> int | None:
    """0 if there was a text and it could be printed, else None: the whole program explains."""
    if text is None:
        return None
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except (OSError, UnicodeError):
        return None
    return 0


if __name__ == "__main__":
    sys.exit(main())
