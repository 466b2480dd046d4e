"""What the beheerder watches: counts and times, without anything that was said."""

from collections.abc import Awaitable, Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from scheduler.inbox import Inbox
from scheduler.outbox import Outbox

SECONDS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
TEXT = "text/plain; version=0.0.4; charset=utf-8"
Gezond = Callable[[], Awaitable[str | None]]


class Metrics:
    """The counters of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        registry = self.registry
        self.ontvangen = Counter(
            "wegwijzer_ontvangen", "berichten ontvangen", ["kanaal"], registry=registry
        )
        self.beantwoord = Counter(
            "wegwijzer_beantwoord", "vragen per besluit", ["besluit"], registry=registry
        )
        self.gebeurd = Counter("wegwijzer_gebeurd", "gebeurtenissen", ["wat"], registry=registry)
        self.duur = Histogram(
            "wegwijzer_stap_seconden", "duur van een stap", buckets=SECONDS, registry=registry
        )
        self.wachtend = Gauge(
            "wegwijzer_wachtend", "berichten die wachten", ["waar"], registry=registry
        )
        self.mislukt = Gauge(
            "wegwijzer_opzij", "berichten die opzij staan", ["waar"], registry=registry
        )

    def note_step(self, besluit: str | None, seconden: float) -> None:
        """Count one step, and the band of its question if it had one."""
        self.duur.observe(seconden)
        if besluit is not None:
            self.beantwoord.labels(besluit).inc()

    def note(self, wat: str) -> None:
        """Count an event."""
        self.gebeurd.labels(wat).inc()

    async def read(self, inbox: Inbox, outbox: Outbox) -> bytes:
        """Return all counts as the text that Prometheus reads."""
        self.wachtend.labels("inbox").set(await inbox.count_waiting())
        self.wachtend.labels("outbox").set(await outbox.count_waiting())
        self.mislukt.labels("inbox").set(len(await inbox.find_apart()))
        self.mislukt.labels("outbox").set(await outbox.count_apart())
        return generate_latest(self.registry)


def make_bewaking(metrics: Metrics, inbox: Inbox, outbox: Outbox, gezond: Gezond) -> Starlette:
    """Return the pages for who watches: `/gezond` and `/metrics`."""

    async def show_gezond(_: Request) -> Response:
        klacht = await gezond()
        return PlainTextResponse(klacht or "gezond", 503 if klacht else 200)

    async def show_metrics(_: Request) -> Response:
        return Response(await metrics.read(inbox, outbox), media_type=TEXT)

    return Starlette(routes=[Route("/gezond", show_gezond), Route("/metrics", show_metrics)])
