"""Where the process begins: it loads the command with as little ado as can be.

A person waits for this. Nothing that is loaded is garbage, so none is looked for; and the sums of
the search are far too small to be spread over threads, which take time to start.
"""

import gc
import os


def main() -> None:
    """Load the command and run it."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.disable()
    from bot.cli import run_command  # not before this: it loads all the rest

    gc.freeze()
    gc.enable()
    run_command()
