"""Measures the assistant beside what a user would pick instead.

    python -m benchmarks                    all parts; about half an hour
    python -m benchmarks --snel             a short run; about three minutes
    python -m benchmarks --deel vergelijk   one part
    python -m benchmarks --deel groei --tot 10000   a kaart no larger than this
    python -m benchmarks --schrijf          also puts the tables in benchmarks/README.md

What was measured is printed as Markdown and kept in benchmarks/resultaat.json.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks import (
    ablatie,
    browserchat,
    chaos,
    groei,
    groei_plot,
    pad,
    ruis,
    snelheid,
    vergelijk,
)
from benchmarks.jaar import jaar
from benchmarks.tijd import meting as tijd
from benchmarks.toeloop import bezorging, eerstvolgende
from benchmarks.verslag import describe_machine, describe_moment, update_json, write_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A part that can be run by itself."""

    measure: Callable[..., Any]
    describe: Callable[[Any], str]
    finish: Callable[[Any], object] | None = None  # after a full run


DELEN = {
    "vergelijk": Deel(measure=vergelijk.compare, describe=vergelijk.describe),
    "groei": Deel(measure=groei.measure_growth, describe=groei.describe, finish=groei_plot.draw),
    "ablatie": Deel(measure=ablatie.measure_ablatie, describe=ablatie.describe),
    "ruis": Deel(measure=ruis.measure_ruis, describe=ruis.describe),
    "snelheid": Deel(measure=snelheid.measure_speed, describe=snelheid.describe),
    "pad": Deel(measure=pad.measure_pad, describe=pad.describe),
    "browserchat": Deel(measure=browserchat.measure_browserchat, describe=browserchat.describe),
    "chaos": Deel(measure=chaos.measure_chaos, describe=chaos.describe),
    "jaar": Deel(measure=jaar.measure_jaar, describe=jaar.describe),
    "toeloop": Deel(measure=bezorging.measure_toeloop, describe=bezorging.describe),
    "eerstvolgende": Deel(
        measure=eerstvolgende.measure_eerstvolgende, describe=eerstvolgende.describe
    ),
    "tijd": Deel(measure=tijd.measure_tijd, describe=tijd.describe),
}


def main() -> None:
    """Run what is asked for."""
    arguments = read_arguments()
    for naam in [arguments.deel] if arguments.deel else DELEN:
        options = {"tot": arguments.tot} if naam == "groei" else {}
        run(naam, snel=arguments.snel, schrijf=arguments.schrijf, **options)


def read_arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--snel", action="store_true", help="a short run")
    parser.add_argument("--schrijf", action="store_true", help="write the tables to README.md")
    parser.add_argument("--deel", choices=DELEN, help="only this part")
    parser.add_argument("--tot", type=int, default=groei.LARGEST, help="largest kaart of groei")
    return parser.parse_args()


def run(naam: str, *, snel: bool, schrijf: bool, **options: int) -> None:
    """Measure one part, print it and keep it; a short run leaves the plot as it is."""
    deel = DELEN[naam]
    machine = describe_machine(snel=snel)
    with _make_progress() as progress:
        outcome = deel.measure(progress, snel=snel, **options)
    table = f"{deel.describe(outcome)}\n\n{describe_moment(machine)}"
    print(f"## {naam}\n\n{table}\n")
    update_json(naam, outcome, machine)
    if deel.finish and not snel:
        deel.finish(outcome)
    if schrijf:
        write_table(naam, table)


def _make_progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )


if __name__ == "__main__":
    main()
