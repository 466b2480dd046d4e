"""The barest bot of python-telegram-bot: it says again what it hears.

    python -m benchmarks.nep.echo http://127.0.0.1:1234

It keeps nothing, and handles its updates side by side, which is its fastest setting.
"""

import logging
import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from benchmarks.nep.telegram import TOKEN


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say again what was heard."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main(adres: str) -> None:
    """Run until stopped."""
    logging.getLogger().setLevel(logging.ERROR)
    builder = Application.builder().token(TOKEN).base_url(f"{adres}/bot")
    app = builder.concurrent_updates(256).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.run_polling()


if __name__ == "__main__":
    main(sys.argv[1])
