"""An aanvoerder edits an entry in Telegram, with a telephone number that is no client's."""

from dienst import Dienst, admit

from sociale_kaart.deelnemer import Rol

KAART = "Vroegsignalering betalingsachterstanden"


def open_kaart(dienst: Dienst, mens: int) -> None:
    dienst.ask(mens, "/geschiedenis betalingsachterstanden-zwijndrecht")
    dienst.press(mens, "Aanpassen")


def test_a_missing_contact_is_filled_in_and_the_next_question_has_it(dienst: Dienst) -> None:
    mens, collega = admit(dienst.data, rol=Rol.AANVOERDER), admit(dienst.data)
    open_kaart(dienst, mens)
    dienst.press(mens, "Contact")
    dienst.press(mens, "Contact toevoegen")
    dienst.ask(mens, "Meldpunt betalingen")
    dienst.press(mens, "Telefoon")
    assert "weggehaald" not in dienst.ask(mens, "078-770 8910")
    dienst.press(mens, "Terug naar contact")
    dienst.press(mens, "Terug naar de kaart")
    dienst.press(mens, "Publiceren")
    dienst.press(mens, "Nee, alleen dit")
    assert "is gepubliceerd" in dienst.ask(mens, "gevraagd bij het meldpunt")
    card = dienst.ask(collega, "signaal van een achterstand met betalen")
    assert KAART in card
    assert "Meldpunt betalingen, 078-770 8910" in card


def test_the_number_of_a_client_is_masked_in_every_other_field(dienst: Dienst) -> None:
    mens = admit(dienst.data, rol=Rol.AANVOERDER)
    open_kaart(dienst, mens)
    dienst.press(mens, "Wachttijd")
    assert "telefoonnummer weggehaald" in dienst.ask(mens, "vraag het aan 06-48151699")
    assert "telefoonnummer weggehaald" in dienst.ask(mens, "06-48151699")
    assert not dienst.find_bytes("48151699")


def test_a_number_beside_a_name_is_masked_in_the_field_for_numbers_too(dienst: Dienst) -> None:
    mens = admit(dienst.data, rol=Rol.AANVOERDER)
    open_kaart(dienst, mens)
    dienst.press(mens, "Contact")
    dienst.press(mens, "Contact toevoegen")
    dienst.ask(mens, "Loket")
    dienst.press(mens, "Telefoon")
    assert "weggehaald" in dienst.ask(mens, "mevrouw Yilmaz 06-48151688")
    assert not dienst.find_bytes("48151688")
