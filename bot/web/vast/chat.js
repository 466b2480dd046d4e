"use strict";
(() => {
  const gesprek = document.getElementById("gesprek");
  const schrijf = document.getElementById("schrijf");
  const tekst = document.getElementById("tekst");
  const stand = document.getElementById("stand");
  let laatste = Number(gesprek.dataset.laatste);
  let druk = null;

  const zeg = (zin) => { if (stand.textContent !== zin) stand.textContent = zin; };

  const naarEinde = () => { window.scrollTo(0, document.body.scrollHeight); };

  const toon = ({ plek, html }) => {
    const doos = document.createElement("template");
    doos.innerHTML = html;
    const nieuw = doos.content.firstElementChild;
    const oud = document.getElementById("b" + plek);
    if (oud) {
      const had = oud.contains(document.activeElement);
      oud.replaceWith(nieuw);
      if (had) { nieuw.tabIndex = -1; nieuw.focus(); }
    } else {
      gesprek.append(nieuw);
      if (druk !== null && nieuw.classList.contains("wegwijzer")) {
        nieuw.tabIndex = -1;
        nieuw.focus({ preventScroll: true });
        druk = null;
      }
      if (nieuw.offsetHeight > window.innerHeight * 0.6) nieuw.scrollIntoView({ block: "start" });
      else naarEinde();
    }
    if (nieuw.classList.contains("wegwijzer")) zeg("");
  };

  const volg = () => {
    const bron = new EventSource("/stroom?na=" + laatste);
    bron.onmessage = (bericht) => {
      laatste = Number(bericht.lastEventId);
      toon(JSON.parse(bericht.data));
    };
    bron.onopen = () => { if (stand.dataset.weg) { delete stand.dataset.weg; zeg(""); } };
    bron.onerror = () => {
      stand.dataset.weg = "1";
      zeg("De verbinding is even weg. Ik probeer het opnieuw. Wat je stuurde blijft bewaard.");
      if (bron.readyState === EventSource.CLOSED) window.setTimeout(volg, 3000);
    };
    bron.addEventListener("einde", () => { bron.close(); window.setTimeout(() => location.reload(), 1000); });
  };

  const stuur = async (velden) => {
    const antwoord = await fetch("/bericht", {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(velden),
    });
    if (antwoord.status === 403) { location.reload(); return false; }
    return antwoord.ok;
  };

  const verstuur = async (velden) => {
    zeg("Wegwijzer zoekt.");
    try {
      if (await stuur(velden)) return true;
    } catch { /* the line is away; said below */ }
    zeg("Het is niet gelukt om dit te versturen. Probeer het opnieuw.");
    return false;
  };

  document.addEventListener("submit", async (gebeurtenis) => {
    const formulier = gebeurtenis.target;
    if (formulier.getAttribute("action") !== "/bericht") return;
    gebeurtenis.preventDefault();
    const knop = gebeurtenis.submitter;
    const velden = new FormData(formulier, knop);
    if (knop) { knop.disabled = true; window.setTimeout(() => { knop.disabled = false; }, 1500); }
    if (formulier === schrijf) {
      if (!tekst.value.trim()) { tekst.focus(); if (knop) knop.disabled = false; return; }
      if (await verstuur(velden)) { tekst.value = ""; }
      if (knop) knop.disabled = false;
      tekst.focus();
    } else {
      druk = knop;
      await verstuur(velden);
    }
  });

  tekst.addEventListener("keydown", (toets) => {
    if (toets.key === "Enter" && !toets.shiftKey && !toets.isComposing) {
      toets.preventDefault();
      schrijf.requestSubmit(schrijf.querySelector("button"));
    }
  });

  if (gesprek.childElementCount > 1) naarEinde();
  volg();
  gesprek.dataset.klaar = "ja"; // from here on the script sends
})();
