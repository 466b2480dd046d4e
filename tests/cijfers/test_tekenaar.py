"""Pictures: drawn beside the service, of the right size, readable in grey."""

import asyncio
import io
import os
import struct
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bot.tekenaar import MOST_KEPT, KindTekenaar
from bot.tekenen import PIXELS, SHADES, WIDTH
from handlers.tekening import Lijnen, Plaat, Reeks, Staven

PNG = b"\x89PNG\r\n\x1a\n"
WEKEN = Staven(
    titel="Vragen per week",
    labels=("44", "45", "46", "47"),
    reeksen=(
        Reeks(naam="een antwoord", waarden=(12, 30, None, 9)),
        Reeks(naam="geen antwoord", waarden=(12, None, None, 9)),
    ),
    as_x="weeknummer",
)
DELEN = Staven(
    titel="Leefgebied",
    labels=("Wonen en onderdak", "$x^2$ <b>& een heel lange naam van iets"),
    reeksen=(Reeks(naam="", waarden=(12, 30)),),
    liggend=True,
)
LIJNEN = Lijnen(
    titel="Waakvlammen",
    labels=("1", "2", "3"),
    reeksen=tuple(Reeks(naam=f"reeks {n}", waarden=(n, None, n + 2)) for n in range(5)),
    as_x="week",
)


def draw(tekenaar: KindTekenaar, *delen: Staven | Lijnen) -> bytes | None:
    return asyncio.run(tekenaar.draw(Plaat(delen=delen)))


def make_script(folder: Path, code: str) -> Path:
    script = folder / "kind.py"
    script.write_text(code, encoding="utf-8")
    return script


@pytest.mark.parametrize("delen", [(WEKEN,), (DELEN,), (LIJNEN,), (WEKEN, LIJNEN, DELEN)], ids=len)
def test_a_picture_has_the_width_of_a_telephone_and_something_on_it(
    tmp_path: Path, delen: tuple[Staven | Lijnen, ...]
) -> None:
    png = draw(KindTekenaar(tmp_path, patience=30.0), *delen)
    assert png is not None
    assert png.startswith(PNG)
    width, height = struct.unpack(">II", png[16:24])
    assert width == round(WIDTH * PIXELS)
    assert 0.25 * width < height < 4 * width
    grey = np.asarray(Image.open(io.BytesIO(png)).convert("L"))
    assert grey.min() < 60
    assert grey.max() > 250
    assert 0.01 < (grey < 128).mean() < 0.5
    assert len(png) < 60_000


def find_light(shade: str) -> float:
    """Return how light a shade is to the eye, from 0 to 1, as WCAG defines it."""
    parts = [int(shade[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_bands_differ_in_grey() -> None:
    lights = [find_light(shade) for shade in SHADES[:3]]
    contrast = [(b + 0.05) / (a + 0.05) for a, b in pairwise(lights)]
    assert contrast[0] > 3
    assert contrast[1] > 1.4  # and beside it each has a pattern of its own


def test_a_picture_that_was_drawn_is_not_drawn_again(tmp_path: Path) -> None:
    script = make_script(
        tmp_path,
        "import sys, pathlib; p = pathlib.Path(__file__).with_name('keer'); "
        "p.write_text((p.read_text() if p.exists() else '') + 'x'); sys.stdin.read(); "
        "sys.stdout.buffer.write(b'\\x89PNG\\r\\n\\x1a\\n')",
    )
    tekenaar = KindTekenaar(tmp_path, script=script, patience=30.0)
    assert draw(tekenaar, WEKEN) == draw(tekenaar, WEKEN) == PNG
    assert (tmp_path / "keer").read_text(encoding="utf-8") == "x"
    for number in range(MOST_KEPT):
        draw(tekenaar, Lijnen(titel=str(number), labels=(), reeksen=()))
    draw(tekenaar, WEKEN)
    assert len((tmp_path / "keer").read_text(encoding="utf-8")) == MOST_KEPT + 2


@pytest.mark.parametrize(
    "code",
    [
        "import sys; sys.exit(1)",
        "print('geen plaat')",
        "raise ValueError",
        "import sys; sys.stdout.buffer.write(b'\\x89PNG\\r\\n\\x1a\\n'); sys.exit(3)",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_no_picture_where_the_drawing_fails(tmp_path: Path, code: str) -> None:
    assert (
        draw(KindTekenaar(tmp_path, script=make_script(tmp_path, code), patience=30.0), WEKEN)
        is None
    )


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    script = make_script(
        tmp_path,
        "import os, pathlib, threading; "
        "pathlib.Path(__file__).with_name('pid').write_text(str(os.getpid())); "
        "threading.Event().wait()",
    )
    tekenaar = KindTekenaar(tmp_path, script=script, longest=3.0, patience=30.0)
    assert draw(tekenaar, WEKEN) is None
    pid = int((tmp_path / "pid").read_text(encoding="utf-8"))
    assert not Path(f"/proc/{pid}").exists()


def test_the_child_gets_nothing_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEGWIJZER_TELEGRAM_TOKEN", "1:geheim")
    script = make_script(
        tmp_path,
        "import os, sys; sys.stdout.buffer.write(b'\\x89PNG\\r\\n\\x1a\\n'"
        " + repr(dict(os.environ)).encode())",
    )
    seen = draw(KindTekenaar(tmp_path, script=script, patience=30.0), WEKEN)
    assert seen is not None
    assert b"MPLCONFIGDIR" in seen
    assert b"geheim" not in seen


def test_the_service_never_loads_the_drawing_library() -> None:
    code = (
        "import sys, bot.dienst, bot.wiring, handlers.dispatch; "
        "print([m for m in ('matplotlib', 'PIL', 'bot.tekenen') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_others_do_not_wait_for_a_slow_picture_and_it_comes_later(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ga")
    script = make_script(
        tmp_path,
        "import sys, pathlib; pathlib.Path(__file__).with_name('ga').read_text(); "
        "sys.stdout.buffer.write(b'\\x89PNG\\r\\n\\x1a\\n')",
    )
    tekenaar = KindTekenaar(tmp_path, script=script, longest=60.0, patience=0.01)

    async def ask() -> list[bytes | None]:
        plaat = Plaat(delen=(WEKEN,))
        found = [await tekenaar.draw(plaat), await tekenaar.draw(plaat)]
        await asyncio.to_thread((tmp_path / "ga").write_text, "ga")
        await tekenaar.settle()
        return [*found, await tekenaar.draw(plaat)]

    assert asyncio.run(ask()) == [None, None, PNG]


def test_a_picture_that_is_begun_when_all_ends_leaves_no_process(tmp_path: Path) -> None:
    script = make_script(
        tmp_path,
        "import os, pathlib, threading; "
        "pathlib.Path(__file__).with_name('pid').write_text(str(os.getpid())); "
        "threading.Event().wait()",
    )
    draw(KindTekenaar(tmp_path, script=script, patience=3.0), WEKEN)
    pid = int((tmp_path / "pid").read_text(encoding="utf-8"))
    assert not Path(f"/proc/{pid}").exists()
