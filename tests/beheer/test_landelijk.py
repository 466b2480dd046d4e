"""The whole country has an aanvoerder of its own."""

import asyncio
import re

from aanvoerder import Aanvoerder, let_in
from kantoor import Kantoor

from sociale_kaart.deelnemer import Rol


def test_a_beheerder_invites_an_aanvoerder_of_the_country_in_the_chat(kantoor: Kantoor) -> None:
    baas = Aanvoerder(kantoor, kantoor.add(Rol.BEHEERDER, None))
    baas.zeg("/uitnodigen")
    baas.druk("aanvoerder", "gemeente", "Landelijk")
    baas.zeg("Ministerie van VWS")
    assert "Landelijk" in baas.tekst
    code = re.search(r"Code: (\S+)", baas.tekst)
    assert code
    nieuw = Aanvoerder(kantoor, kantoor.add_stranger())
    nieuw.neem(kantoor.open_link(nieuw.van, code[1]))
    nieuw.druk("Ja, ik doe mee")
    wie = kantoor.get(nieuw.van)
    assert wie
    assert (wie.rol, wie.gemeente) == (Rol.AANVOERDER, "landelijk")


def test_nobody_else_is_placed_in_the_whole_country_by_a_beheerder(kantoor: Kantoor) -> None:
    baas = Aanvoerder(kantoor, kantoor.add(Rol.BEHEERDER, None))
    baas.stuur("uit:professional:wijkteam")
    assert "Landelijk" not in baas.titels
    baas.stuur("uit:professional:wijkteam:landelijk")
    assert "Landelijk" not in baas.titels
    assert "Zwijndrecht" in baas.titels


def test_an_aanvoerder_of_a_municipality_invites_nobody_to_the_country(kantoor: Kantoor) -> None:
    anna = let_in(kantoor)
    anna.stuur("uit:ambassadeur:politie:landelijk")
    assert "Voor welke gemeente" in anna.tekst


def test_the_questions_of_the_country_work(kantoor: Kantoor) -> None:
    lara = let_in(kantoor, "landelijk")
    said = lara.zeg("wie helpt als een casus in het hele land is vastgelopen, met het CCE")
    assert "ken ik niet" not in said
    assert "Centrum voor Consultatie" in said
    said = lara.zeg("hoe regel ik een briefadres in Zwijndrecht")
    assert said.startswith("Lokaal briefadres · Zwijndrecht")
    assert "Zwijndrecht" not in lara.zeg("hoe regel ik een briefadres")


def test_the_entries_of_the_country_are_edited_by_its_own_aanvoerder(kantoor: Kantoor) -> None:
    lara = let_in(kantoor, "landelijk")
    lara.zoek("veilig thuis", "Veilig Thuis")
    lara.druk("Wachttijd")
    lara.zeg("geen")
    assert "versie 2" in lara.publiceer()
    versies = asyncio.run(kantoor.wegwijzer.repository.find_versies("veilig-thuis"))
    assert versies[-1].publicatie.werkgebied == "landelijk"
    assert "werkt niet meer" in lara.stuur("bewerk:briefadres-zwijndrecht")
    assert "aanvoerder van Landelijk" in lara.stuur("versies:veilig-thuis")
