"""Settings from the environment (prefix WEGWIJZER_) or a .env file."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from handlers.environment import Afspraken, Termijnen
from knowledge.decision import Banden
from scheduler.tempo import Grenzen
from sociale_kaart.errors import WegwijzerError

PREFIX = "WEGWIJZER_"
HOST_PORT = r"^[A-Za-z0-9.\-\[\]:]+:\d{1,5}$"
GEDEELD = r"^( *[a-z0-9-]+ *= *[a-z0-9-]+( *, *[a-z0-9-]+)* *(;|$))*$"
NOT_UTF8 = ".env is geen tekst in UTF-8"
Kans = Annotated[float, Field(ge=0, le=1)]


class InstellingOngeldig(WegwijzerError, ValueError):
    """A setting has a value that cannot be used; says which and why in one line."""


class Settings(BaseSettings):
    """What the beheerder can set; the field names in capitals, after WEGWIJZER_."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", extra="ignore"
    )

    data: Path = Field(
        default_factory=lambda: Path.home() / ".local" / "share" / "wegwijzer",
        description="map waarin de database staat",
    )
    band_antwoord: Kans = Field(
        default=Banden().antwoord, description="zekerheid vanaf waar je een antwoord krijgt"
    )
    band_verduidelijk: Kans = Field(
        default=Banden().verduidelijk, description="zekerheid vanaf waar Wegwijzer doorvraagt"
    )
    bewaar_vragen: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=90, description="hoeveel dagen gemaskeerde vragen bewaard blijven"
    )

    bewaar_herinneringen: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=180, description="hoeveel dagen een herinnering blijft nadat hij klaar is"
    )
    bewaar_dialoog: Annotated[int, Field(ge=1, le=365)] = Field(
        default=1, description="hoeveel dagen de laatste vraag van een gesprek bewaard blijft"
    )

    telegram_token: SecretStr | None = Field(
        default=None, description="token van de bot, van BotFather"
    )
    telegram_api: str = Field(
        default="https://api.telegram.org", description="adres van de Bot API"
    )
    telegram_webhook: str | None = Field(
        default=None, description="openbaar adres waar Telegram berichten bezorgt"
    )
    telegram_secret: SecretStr | None = Field(
        default=None, description="geheim dat Telegram bij elk bericht meestuurt"
    )
    telegram_tempo: Annotated[float, Field(ge=0, le=1000)] = Field(
        default=Grenzen().per_seconde, description="hoeveel berichten per seconde eruit gaan"
    )
    per_minuut: Annotated[int, Field(ge=0, le=10_000)] = Field(
        default=20, description="hoeveel berichten iemand per minuut kan sturen"
    )
    web: str | None = Field(
        default=None, description="host en poort waar de webhook luistert", pattern=HOST_PORT
    )
    url: str | None = Field(
        default=None, description="openbaar adres van de browserchat", pattern=r"^https?://[^/\s]+"
    )
    smtp: SecretStr | None = Field(
        default=None, description="mailserver voor een seintje, als smtp://naam:wachtwoord@host"
    )
    proxy: str = Field(
        default="127.0.0.1",
        description="adressen van proxy's die worden vertrouwd, met komma's ertussen",
        pattern=r"^[0-9A-Fa-f]*[.:][0-9A-Fa-f.:/, ]+$",
    )
    gedeeld: str = Field(
        default="",
        description="gebieden die meer gemeenten bijhouden, als gebied=gemeente,gemeente",
        pattern=GEDEELD,
    )
    vier_ogen: str = Field(
        default="",
        description="gebieden waar een tweede aanvoerder meekijkt voor er iets wordt gepubliceerd",
        pattern=r"^[a-z0-9, -]*$",
    )
    bewaking: str = Field(
        default="127.0.0.1:9464",
        description="host en poort van /gezond en /metrics; 'uit' zet ze uit",
        pattern=f"uit|{HOST_PORT}",
    )

    @field_validator("data", mode="before")
    @classmethod
    def _check_data(cls, data: object) -> object:
        if isinstance(data, str) and not data.strip():
            raise ValueError("geef het pad van een map")
        return data

    @model_validator(mode="after")
    def _check_webhook(self) -> "Settings":
        if self.telegram_webhook and not (self.web and self.telegram_secret):
            raise ValueError(
                "WEGWIJZER_TELEGRAM_WEBHOOK: zet ook WEGWIJZER_WEB en WEGWIJZER_TELEGRAM_SECRET"
            )
        return self

    @model_validator(mode="after")
    def _check_smtp(self) -> "Settings":
        adres = self.smtp.get_secret_value() if self.smtp else None
        if adres and (urlsplit(adres).scheme not in {"smtp", "smtps"} or not self.url):
            raise ValueError(
                "WEGWIJZER_SMTP: geef smtp://naam:wachtwoord@host, en zet ook WEGWIJZER_URL"
            )
        return self

    @model_validator(mode="after")
    def _check_banden(self) -> "Settings":
        if self.band_verduidelijk > self.band_antwoord:
            raise ValueError("band_verduidelijk is hoger dan band_antwoord")
        return self

    def find_webadres(self) -> str | None:
        """Return where the browser chat is found: the public address, else where it listens."""
        return self.url or (f"http://{self.web}" if self.web else None)

    def make_termijnen(self) -> Termijnen:
        """Return for how long things are kept."""
        return Termijnen(
            vragen=self.bewaar_vragen,
            dialoog=self.bewaar_dialoog,
            herinneringen=self.bewaar_herinneringen,
        )

    def make_afspraken(self) -> Afspraken:
        """Return what was agreed on the keeping of the kaart."""
        parts = [part.split("=") for part in self.gedeeld.split(";") if part.strip()]
        return Afspraken(
            gedeeld={gebied.strip(): _read_lijst(wie) for gebied, wie in parts},
            vier_ogen=_read_lijst(self.vier_ogen),
        )

    def make_banden(self) -> Banden:
        """Return the bands that hold."""
        return Banden(antwoord=self.band_antwoord, verduidelijk=self.band_verduidelijk)


def read_settings() -> Settings:
    """Return the settings.

    Raises:
        InstellingOngeldig: one of them cannot be used.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise InstellingOngeldig(_describe(error)) from error
    except UnicodeDecodeError as error:
        raise InstellingOngeldig(NOT_UTF8) from error


def _read_lijst(text: str) -> frozenset[str]:
    """Return what stands between commas."""
    return frozenset(part.strip() for part in text.split(",") if part.strip())


def _describe(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    name = "_".join(str(part) for part in first["loc"]).upper()
    return (
        f"{PREFIX}{name}: {_REASONS.get(first['type'], first['msg'])}"
        if name
        else str(first["msg"]).removeprefix("Value error, ")
    )


_REASONS = {
    "float_parsing": "geef een getal van 0 tot 1, met een punt",
    "greater_than_equal": "dit getal is te laag",
    "less_than_equal": "dit getal is te hoog",
    "int_parsing": "geef een heel getal",
    "path_type": "geef het pad van een map",
    "string_pattern_mismatch": "dit heeft niet de goede vorm; kijk in de handleiding",
}
