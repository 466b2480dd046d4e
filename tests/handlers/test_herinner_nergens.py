"""Where nothing can be sent later, no reminder is promised."""

from collections.abc import Callable

from gesprek import Gesprek, read


def test_in_the_terminal_no_reminder_is_promised(begin: Callable[..., Gesprek]) -> None:
    gesprek = begin("zwijndrecht")
    assert "Hier kan ik je later niets sturen" in read(gesprek.zeg("/herinner morgen bellen"))
    gesprek.zeg("hoe regel ik een briefadres")
    assert "Hier kan ik je later niets sturen" in read(gesprek.druk("Herinner mij"))
    assert gesprek.wegwijzer.database["herinnering"].count == 0
