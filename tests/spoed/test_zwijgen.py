"""How far each silencer reaches."""

import pytest

from knowledge.spoed import SpoedHerkenner


@pytest.mark.parametrize(
    ("bericht", "danger"),
    [
        # a denial reaches over its own clause
        ("hij slaat haar niet", False),
        ("geen schulden, maar hij dreigt haar vanavond te vermoorden", True),
        ("hij is niet suïcidaal", False),
        ("hij is niet blij en hij is suïcidaal", True),
        ("ze weet niet wat ze moet doen, hij slaat haar", True),
        ("hij ademt niet en is bewusteloos", True),
        # the past goes until something says that it is now
        ("vroeger geslagen door haar vader", False),
        ("vroeger geslagen door haar vader, nu slaat haar man haar", True),
        ("vorig jaar een poging, ze wil nu weer dood", True),
        ("In 2019 is ze mishandeld. Ze zoekt een huis.", False),
        # a figure of speech takes its own words
        ("ik schrik me dood van de huur", False),
        ("ik schrik me dood, hij slaat haar nu", True),
        ("het slaat nergens op", False),
        # training silences what is not told as present
        ("training over suïcidale jongeren", False),
        ("na de training belde een leerling: hij wil nu dood", True),
        # no direct danger silences the whole message
        ("hij bedreigt haar. Er is geen direct gevaar.", False),
        # a request for a number
        ("wat is het nummer voor iemand die suïcidaal is", False),
    ],
)
def test_a_silencer_reaches_so_far(
    herkenner: SpoedHerkenner, bericht: str, *, danger: bool
) -> None:
    assert (herkenner.check(bericht) is not None) is danger
