"""An aanvoerder edits an entry in a browser, also without JavaScript."""

import httpx
from test_web_deur import find_buttons, press, say

from sociale_kaart.deelnemer import Rol


def test_a_waiting_time_is_corrected_and_an_old_version_put_back(server) -> None:
    with httpx.Client(
        base_url=server.url, headers={"Origin": server.url}, follow_redirects=True
    ) as client:
        client.post("/uitnodiging", data={"token": server.invite(Rol.AANVOERDER)})

        def druk(titel: str) -> str:
            buttons = find_buttons(client.get("/").text)
            found = [data for naam, data in buttons.items() if naam.startswith(titel)]
            return press(client, found[-1]).text

        say(client, "/geschiedenis budgetcoaching-zwijndrecht")
        druk("Aanpassen")
        druk("Wachttijd")
        assert "wordt: zes &lt;b&gt;weken&lt;/b&gt;" in say(client, "zes <b>weken</b>")
        druk("Publiceren")
        druk("Nee, alleen dit")
        assert "als versie 2" in druk("Nagevraagd")
        druk("Bekijk de kaart")
        assert "Wachttijd:</b> zes &lt;b&gt;weken&lt;/b&gt;" in client.get("/").text
        druk("Geschiedenis")
        druk("Versie 1")
        druk("Zet deze versie terug")
        assert "weer zoals in versie 1" in druk("Ja, zet terug")
