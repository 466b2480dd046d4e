"""The real demonstration with a browser for each who plays a part, and pictures of it."""

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Literal

import httpx
from PIL import Image
from playwright.sync_api import Browser, Page, expect

BEGIN = "from bot.start_cli import start_demo; start_demo()"
SECONDS = 30.0
WIDTH = 480  # pixels
RAND = 7  # pixels around what is shown
KLEUREN = 64
MEET = """([aantal, rand]) => {
    const berichten = [...document.querySelectorAll(".bericht")].slice(-aantal);
    const top = berichten[0].getBoundingClientRect().top;
    const bottom = berichten.at(-1).getBoundingClientRect().bottom;
    return [top + window.scrollY - rand, bottom - top + 2 * rand];
}"""
STIL = ".schrijf { position: static !important } html { scroll-behavior: auto !important }"

Kleur = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Toneel:
    """The demonstration with a browser for each who plays a part in it."""

    url: str
    browser: Browser
    folder: Path
    paginas: dict[str, Page] = field(default_factory=dict)

    def be(self, wie: str) -> Page:
        """Return the chat of somebody, on a narrow screen."""
        if wie not in self.paginas:
            self.paginas[wie] = self.open_page(wie, WIDTH, 900)
        return self.paginas[wie]

    def open_page(self, wie: str, width: int, height: int, *, kleur: Kleur = "light") -> Page:
        """Return a new chat of somebody, on a screen of this size in pixels."""
        page = self.browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme=kleur,
            reduced_motion="reduce",
            bypass_csp=True,
        )
        page.goto(f"{self.url}/demo")
        page.get_by_role("button", name=wie).click()
        await_chat(page)
        return page

    def snap(self, wie: str, aantal: int = 1) -> Image.Image:
        """Return the last messages of somebody's chat as they are seen."""
        page = self.be(wie)
        page.add_style_tag(content=STIL)
        page.mouse.move(0, 0)
        top, height = page.evaluate(MEET, [aantal, RAND])
        beeld = page.screenshot(
            full_page=True, clip={"x": 0.0, "y": top, "width": WIDTH, "height": height}
        )
        return Image.open(BytesIO(beeld)).convert("RGB")

    def keep(self, naam: str, *beelden: Image.Image) -> None:
        """Write one picture, or some below each other, small enough for a page of a manual."""
        whole = Image.new("RGB", (WIDTH, sum(beeld.height for beeld in beelden)))
        for number, beeld in enumerate(beelden):
            whole.paste(beeld, (0, sum(above.height for above in beelden[:number])))
        write_png(self.folder / f"{naam}.png", whole)

    def shoot(self, wie: str, naam: str, aantal: int = 1) -> None:
        """Write the last messages as a picture."""
        self.keep(naam, self.snap(wie, aantal))


def write_png(path: Path, beeld: Image.Image) -> None:
    """Write a picture in few colours, and say how large it became."""
    beeld.quantize(KLEUREN).save(path, optimize=True)
    print(path, path.stat().st_size)


def store(path: Path, beeld: bytes) -> None:
    """Write what a browser gave as a picture."""
    write_png(path, Image.open(BytesIO(beeld)).convert("RGB"))


def await_chat(page: Page) -> None:
    """Wait until the chat of a page listens."""
    expect(page.get_by_role("log")).to_have_attribute("data-klaar", "ja")


def say(page: Page, tekst: str) -> None:
    """Write a message, and wait for what is answered."""
    aantal = page.locator(".bericht").count()
    page.get_by_label("Wat speelt er?").fill(tekst)
    page.get_by_role("button", name="Stuur", exact=True).click()
    expect(page.locator(".bericht")).not_to_have_count(aantal)
    expect(page.locator(".bericht").last).to_have_class(re.compile("wegwijzer"))


def press(page: Page, titel: str, daarna: str) -> None:
    """Press the newest button with a title, and wait until a text is in the last message."""
    page.locator(".bericht").get_by_role("button", name=titel, exact=True).last.click()
    expect(page.locator(".bericht").last).to_contain_text(daarna)


def move(page: Page, stap: str) -> None:
    """Move the clock of the demonstration."""
    page.get_by_role("button", name=stap).click()
    await_chat(page)


@contextmanager
def run_demo() -> Iterator[str]:
    """Run the demonstration in a process and a data folder of its own; gives its address."""
    rest = {name: v for name, v in os.environ.items() if not name.startswith("WEGWIJZER_")}
    with tempfile.TemporaryDirectory() as data:
        env = rest | {"WEGWIJZER_DATA": data, "WEGWIJZER_PER_MINUUT": "0", "BROWSER": "true"}
        process = subprocess.Popen(
            [sys.executable, "-c", BEGIN], env=env, cwd=data, stdout=subprocess.PIPE, text=True
        )
        try:
            yield await_demo(process)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(SECONDS)


def await_demo(process: subprocess.Popen[str]) -> str:
    """Return where the demonstration is, once it answers."""
    line = process.stdout.readline() if process.stdout else ""
    found = re.search(r"http://\S+(?=/demo)", line)
    if found is None:
        raise RuntimeError(line)
    with httpx.Client(transport=httpx.HTTPTransport(retries=8), timeout=SECONDS) as client:
        client.get(found[0])
    return found[0]
