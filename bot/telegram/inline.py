"""Cards dropped into any chat with `@bot words`, for invited people only."""

from telegram import Bot, InlineQuery, InlineQueryResultArticle, InputTextMessageContent
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.steps import make_omgeving
from bot.wiring import Wegwijzer
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Vraag
from handlers.kaart import share_kaart
from knowledge.decision import Besluit
from knowledge.deelnemers import Adres
from knowledge.vraagbaak import Treffer
from sociale_kaart.deelnemer import Deelnemer

KANAAL = "telegram"
MOST = 5
CACHE_SECONDS = 10  # short, and for this person alone
MAX_DESCRIPTION = 120


async def answer_inline(bot: Bot, query: InlineQuery, wegwijzer: Wegwijzer) -> None:
    """Answer an inline query with cards; with none to a stranger or to what is not known."""
    results = await find_results(query.from_user.id, query.query, wegwijzer)
    try:
        await bot.answer_inline_query(query.id, results, cache_time=CACHE_SECONDS, is_personal=True)
    except TelegramError:
        return  # too late, or asked already for the next letters


async def find_results(
    van: int, tekst: str, wegwijzer: Wegwijzer
) -> list[InlineQueryResultArticle]:
    """Return the cards that fit a text, for a Deelnemer; nothing of it is kept."""
    kennis = await wegwijzer.keeper.get_current()
    omgeving = make_omgeving(wegwijzer, kennis)
    adres = Adres(kanaal=KANAAL, adres=str(van))
    deelnemer = await omgeving.deelnemers.find_by_adres(adres)
    if deelnemer is None or deelnemer.geblokkeerd or not tekst.strip():
        return []
    raadpleging = kennis.vraagbaak.consult(tekst, deelnemer.gemeente)
    if raadpleging.besluit is Besluit.GEEN_ANTWOORD:
        return []
    return [await _make(treffer, deelnemer, omgeving) for treffer in raadpleging.treffers[:MOST]]


async def _make(
    treffer: Treffer, deelnemer: Deelnemer, omgeving: Omgeving
) -> InlineQueryResultArticle:
    voorziening = omgeving.kennis.get_voorziening(treffer.slug)
    stap = await share_kaart(Vraag(deelnemer=deelnemer), omgeving, treffer.slug)
    return InlineQueryResultArticle(
        id=treffer.slug[:64],
        title=voorziening.naam,
        description=voorziening.omschrijving[:MAX_DESCRIPTION],
        input_message_content=_make_content(stap.antwoord),
    )


def _make_content(antwoord: Antwoord) -> InputTextMessageContent:
    return InputTextMessageContent(message_text=antwoord.tekst, parse_mode=ParseMode.HTML)
