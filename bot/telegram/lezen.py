"""From an update of Telegram to what the inbox keeps: masked, and nothing more than is needed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import CallbackQuery, Chat, Message, Update

from bot.inhoud import make_inhoud
from bot.zegel import Zegel
from knowledge.beheer.contactveld import Veldmasker
from knowledge.uitnodigingen import seal
from scheduler.inbox import Inkomend

KANAAL = "telegram"
START = "/start"
MAX_TOKEN = 64  # signs that a deep link can hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezer:
    """Reads updates; knows what the bot is called and which buttons are its own."""

    bot_naam: str
    bot_id: int
    zegel: Zegel

    def read(self, update: Update, masker: Veldmasker, op: datetime) -> Inkomend | None:
        """Return what is kept of an update; None for what is not meant for the bot.

        A text that cannot be masked is not kept: its sender hears that it failed.
        """
        try:
            return self._read(update, masker, op)
        except Exception:  # noqa: BLE001 (edge: a fault of the guard may not let a raw text through)
            return _make_failed(update, op)

    def _read(self, update: Update, masker: Veldmasker, op: datetime) -> Inkomend | None:
        if update.callback_query is not None:
            return self._read_druk(update.update_id, update.callback_query, op)
        message = update.message or update.edited_message
        if message is None or message.from_user is None or message.from_user.is_bot:
            return None
        groep = message.chat.type != Chat.PRIVATE
        if groep and not self._is_addressed(message):
            return None
        return self._read_message(update.update_id, message, masker, op, groep=groep)

    def _read_message(
        self,
        number: int,
        message: Message,
        masker: Veldmasker,
        op: datetime,
        *,
        groep: bool,
    ) -> Inkomend | None:
        if message.text is None:
            return (
                None
                if groep or _is_service(message)
                else self._keep(number, message, op, soort="media")
            )
        tekst = self._drop_mention(message.text)
        naam, _, token = tekst.partition(" ")
        if naam.partition("@")[0].casefold() == START and token.strip():
            zegel = seal(token.strip()[:MAX_TOKEN])
            return self._keep(
                number, message, op, tekst=START, uitnodiging=None if groep else zegel, groep=groep
            )
        gemaskeerd = masker.mask(tekst)
        soorten = [gegeven.soort.value for gegeven in gemaskeerd.gevonden]
        return self._keep(
            number,
            message,
            op,
            tekst=gemaskeerd.tekst,
            weggehaald=soorten,
            groep=groep,
            los=bool(masker.mag),
        )

    def _keep(self, number: int, message: Message, op: datetime, **velden: Any) -> Inkomend:  # noqa: ANN401
        assert message.from_user is not None  # noqa: S101 (checked by the caller)
        return make_inkomend(
            number,
            van=message.from_user.id,
            gesprek=message.chat.id,
            op=op,
            eigen=str(message.message_id),
            **velden,
        )

    def _read_druk(self, number: int, query: CallbackQuery, op: datetime) -> Inkomend | None:
        """Return a press; None where the button is not this person's, or was never made."""
        message = query.message
        if message is None or query.data is None:
            return None
        data = self.zegel.open(query.data, str(query.from_user.id))
        if data is None:
            return None
        return make_inkomend(
            number,
            van=query.from_user.id,
            gesprek=message.chat.id,
            op=op,
            soort="druk",
            druk=data,
            bericht=str(message.message_id),
            groep=message.chat.type != Chat.PRIVATE,
        )

    def _is_addressed(self, message: Message) -> bool:
        """Tell whether a message in a group is for the bot: a command, its name, or a reply."""
        text = message.text or ""
        if text.startswith("/"):
            _, at, name = text.split()[0].partition("@")
            return not at or name.casefold() == self.bot_naam.casefold()
        answered = message.reply_to_message
        to_bot = answered is not None and answered.from_user is not None
        if to_bot and answered is not None and answered.from_user is not None:
            to_bot = answered.from_user.id == self.bot_id
        return to_bot or f"@{self.bot_naam}".casefold() in text.casefold()

    def _drop_mention(self, text: str) -> str:
        words = text.split(" ")
        mention = f"@{self.bot_naam}".casefold()
        return " ".join(word for word in words if word.casefold().rstrip(",:;.?!") != mention)


def make_inkomend(  # noqa: PLR0913 (each is a field of what is kept)
    number: int,
    *,
    van: int,
    gesprek: int,
    op: datetime,
    soort: str = "tekst",
    tekst: str = "",
    druk: str | None = None,
    weggehaald: list[str] | None = None,
    uitnodiging: str | None = None,
    bericht: str | None = None,
    eigen: str | None = None,
    groep: bool = False,
    bestand: str | None = None,
    geweigerd: str | None = None,
    los: bool = True,
) -> Inkomend:
    """Return what the inbox keeps of an update."""
    return Inkomend(
        kanaal=KANAAL,
        bericht=str(number),
        gesprek=str(gesprek),
        op=op,
        inhoud=make_inhoud(
            str(van),
            soort=soort,
            tekst=tekst,
            druk=druk,
            weggehaald=weggehaald or (),
            uitnodiging=uitnodiging,
            bericht=bericht,
            eigen=eigen,
            groep=groep,
            bestand=bestand,
            geweigerd=geweigerd,
            los=los,
        ),
    )


def _make_failed(update: Update, op: datetime) -> Inkomend | None:
    if update.effective_user is None or update.effective_chat is None:
        return None
    return make_inkomend(
        update.update_id,
        van=update.effective_user.id,
        gesprek=update.effective_chat.id,
        op=op,
        soort="mislukt",
        groep=update.effective_chat.type != Chat.PRIVATE,
    )


def _is_service(message: Message) -> bool:
    """Tell whether Telegram itself made the message: someone joined, a pin, a new photo."""
    return message.effective_attachment is None and message.text is None
