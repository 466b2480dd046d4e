"""The demonstration keeps out of a folder where real people take part."""

from pathlib import Path

import pytest

from bot.settings import Settings
from bot.web.demo import MENSEN, add_mensen
from bot.wiring import Wegwijzer, compose
from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, write_deelnemer
from scheduler.clock import SystemClock
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol
from sociale_kaart.errors import GeenDemomap


def join(wegwijzer: Wegwijzer) -> None:
    mens = Deelnemer(
        id="echt",
        rol=Rol.PROFESSIONAL,
        organisatie="Wijkteam",
        soort=Organisatiesoort.WIJKTEAM,
        gemeente="zwijndrecht",
    )
    with write_transaction(wegwijzer.database) as database:
        adres = Adres(kanaal="telegram", adres="1")
        write_deelnemer(database, mens, adres, wegwijzer.clock.get_nu())


def test_where_real_people_take_part_nobody_is_invented(tmp_path: Path) -> None:
    wegwijzer = compose(Settings(data=tmp_path, _env_file=None), SystemClock())
    join(wegwijzer)
    with pytest.raises(GeenDemomap):
        add_mensen(wegwijzer)
    assert wegwijzer.database["deelnemer"].count == 1


def test_a_demonstration_goes_on_with_who_was_invited_in_it(tmp_path: Path) -> None:
    wegwijzer = compose(Settings(data=tmp_path, _env_file=None), SystemClock())
    add_mensen(wegwijzer)
    join(wegwijzer)
    add_mensen(wegwijzer)
    assert wegwijzer.database["deelnemer"].count == len(MENSEN) + 1
