"""The entry. `--version` and `status` are answered before anything heavy is imported."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line of this process; its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from collab import __version__

        print(f"collab {__version__}")
        return 0
    if arguments[:1] == ["status"] and arguments[1:] in ([], ["--short"], ["--json"]):
        from collab.commands.quick_status import answer

        done = answer(arguments[1:])
        if done is not None:
            return done
    from collab.commands.app import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
