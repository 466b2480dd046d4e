"""The errors of Wegwijzer, one root with a subclass per cause.

WegwijzerError
├── BronOntbreekt        (ValueError)   a Voorziening without a Bron
├── TijdzoneOntbreekt    (ValueError)   a moment without a time zone
├── WerkgebiedNotFound   (LookupError)  no such area
├── VoorzieningNotFound  (LookupError)  no such entry
├── RoutekaartNotFound   (LookupError)  no such routekaart or node
├── DeelnemerNotFound    (LookupError)  no such person
├── UitnodigingVervallen (ValueError)   an invitation that was used or has expired
├── BerichtAfgehandeld   (RuntimeError) a message that was dealt with already
├── GeenKanaal           (ValueError)   no channel is named in the settings
├── GeenDemomap          (ValueError)   the demonstration was begun where real people take part
├── TokenOngeldig        (ValueError)   Telegram does not know the token
├── PoortBezet           (OSError)      an address to listen at cannot be had
├── ReservekopieOngeldig (ValueError)   a file that is no backup of this program
├── KaartOngeldig        (ValueError)   a kaart with faults
├── BestandGeweigerd     (ValueError)   a file that is not read at all, and why
├── KaartVeranderd       (RuntimeError) an entry was published by someone else since it was read
├── ConceptNotFound      (LookupError)  no such draft, or not of this person
├── ConceptVeranderd     (RuntimeError) a draft was changed elsewhere since it was read
├── WerkAlGedaan         (RuntimeError) somebody else dealt with it since it was read
├── KaartOnleesbaar      (OSError)      a folder or file that cannot be read
├── MapNietLeeg          (OSError)      a folder to write to holds something already
├── BestandBestaat       (OSError)      a file to write to is there already
├── MapOnschrijfbaar     (OSError)      a folder cannot be written to
└── DatabaseOnbruikbaar  (OSError)      the database cannot be opened or written
"""


class WegwijzerError(Exception):
    """The root of everything this program raises itself."""


class BronOntbreekt(WegwijzerError, ValueError):
    """A Voorziening was made without a Bron."""


class TijdzoneOntbreekt(WegwijzerError, ValueError):
    """A moment was given without a time zone."""


class WerkgebiedNotFound(WegwijzerError, LookupError):
    """No Werkgebied has this slug."""


class VoorzieningNotFound(WegwijzerError, LookupError):
    """No Voorziening has this slug."""


class RoutekaartNotFound(WegwijzerError, LookupError):
    """No Routekaart, or no node of it, has this name."""


class DeelnemerNotFound(WegwijzerError, LookupError):
    """No Deelnemer has this reference."""


class UitnodigingVervallen(WegwijzerError, ValueError):
    """An invitation was used or has expired."""


class BerichtAfgehandeld(WegwijzerError, RuntimeError):
    """A message from the inbox was dealt with already, so nothing of this step is written."""


class GeenKanaal(WegwijzerError, ValueError):
    """No channel is named in the settings; says which setting would name one."""


class GeenDemomap(WegwijzerError, ValueError):
    """The demonstration was begun in a folder where real people take part; says which."""


class TokenOngeldig(WegwijzerError, ValueError):
    """Telegram does not know the token; says in which setting it stands."""


class PoortBezet(WegwijzerError, OSError):
    """An address to listen at cannot be had."""


class ReservekopieOngeldig(WegwijzerError, ValueError):
    """A file is no backup of this program, or it is damaged."""


class KaartOngeldig(WegwijzerError, ValueError):
    """A kaart has faults; `fouten` lists them all."""

    def __init__(self, fouten: tuple[object, ...]) -> None:
        super().__init__(f"{len(fouten)} fouten in de kaart")
        self.fouten = fouten


class BestandGeweigerd(WegwijzerError, ValueError):
    """A file is not read at all; `reden` is the code of why, which has its own sentence."""

    def __init__(self, reden: str, **gegevens: object) -> None:
        super().__init__(reden)
        self.reden = reden
        self.gegevens = gegevens


class KaartVeranderd(WegwijzerError, RuntimeError):
    """An entry was published by someone else since it was read, so nothing is written."""


class ConceptNotFound(WegwijzerError, LookupError):
    """No Concept has this reference, or it is not this person's to work on."""


class ConceptVeranderd(WegwijzerError, RuntimeError):
    """A Concept was changed in another chat since it was read, so nothing is written."""


class WerkAlGedaan(WegwijzerError, RuntimeError):
    """Somebody else dealt with a piece of work since it was read, so nothing is written."""


class KaartOnleesbaar(WegwijzerError, OSError):
    """A folder or file of a kaart cannot be read."""


class MapNietLeeg(WegwijzerError, OSError):
    """A folder to write a kaart to holds something already."""


class BestandBestaat(WegwijzerError, OSError):
    """A file to write a kaart to is there already."""


class MapOnschrijfbaar(WegwijzerError, OSError):
    """A folder cannot be written to."""


class DatabaseOnbruikbaar(WegwijzerError, OSError):
    """The database cannot be opened, read or written."""
