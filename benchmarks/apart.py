"""Runs one measurement in a process of its own, so that none warms up or fills another.

python -m benchmarks.apart    reads what to run from its standard input, as a pickle
"""

import contextlib
import importlib
import pickle
import subprocess
import sys
from typing import Any


def run_apart(functie: str, **opdracht: object) -> Any:  # noqa: ANN401 (whatever the function gives)
    """Return what a function, written as `module:name`, returns in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.apart"],
        input=pickle.dumps((functie, pickle.dumps(opdracht))),
        stdout=subprocess.PIPE,
        check=True,
    )
    return pickle.loads(done.stdout)


def main() -> None:
    """Run what the standard input asks; what the function prints goes to standard error."""
    functie, opdracht = pickle.load(sys.stdin.buffer)
    module, name = functie.split(":")
    with contextlib.redirect_stdout(sys.stderr):
        function = getattr(importlib.import_module(module), name)
        uitslag = function(**pickle.loads(opdracht))
    sys.stdout.buffer.write(pickle.dumps(uitslag))


if __name__ == "__main__":
    main()
