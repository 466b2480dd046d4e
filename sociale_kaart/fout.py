"""A fault in a kaart, as a code with data; the sentence is made elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Foutcode(StrEnum):
    """What is wrong; each code has its own sentence in the templates."""

    # the file
    BESTAND_ONLEESBAAR = "bestand_onleesbaar"
    BESTAND_TE_GROOT = "bestand_te_groot"
    YAML_ONGELDIG = "yaml_ongeldig"
    DUBBEL_VELD = "dubbel_veld"
    GEEN_VELDEN = "geen_velden"
    GEEN_LIJST = "geen_lijst"
    # one field
    VELD_ONTBREEKT = "veld_ontbreekt"
    VELD_ONBEKEND = "veld_onbekend"
    VELD_LEEG = "veld_leeg"
    VERKEERD_TYPE = "verkeerd_type"
    KEUZE_ONBEKEND = "keuze_onbekend"
    DATUM_ONGELDIG = "datum_ongeldig"
    TE_LANG = "te_lang"
    SLUG_ONGELDIG = "slug_ongeldig"
    TELEFOON_ONGELDIG = "telefoon_ongeldig"
    LEEFTIJD_ONMOGELIJK = "leeftijd_onmogelijk"
    LEEFTIJD_OMGEKEERD = "leeftijd_omgekeerd"
    BRON_ONTBREEKT = "bron_ontbreekt"
    # between fields and files
    BESTANDSNAAM_WIJKT_AF = "bestandsnaam_wijkt_af"
    MAP_WIJKT_AF = "map_wijkt_af"
    SLUG_DUBBEL = "slug_dubbel"
    WERKGEBIED_ONBEKEND = "werkgebied_onbekend"
    WERKGEBIED_KRING = "werkgebied_kring"
    LETTERS_ONGELDIG = "letters_ongeldig"
    LETTERS_DUBBEL = "letters_dubbel"
    BRON_DUBBEL = "bron_dubbel"
    BRON_ONBEKEND = "bron_onbekend"
    BRON_JAAR_WIJKT_AF = "bron_jaar_wijkt_af"
    VERWIJZING_ONBEKEND = "verwijzing_onbekend"
    VERWIJZING_BUITEN_GEBIED = "verwijzing_buiten_gebied"
    VERWIJZING_NAAR_ZICHZELF = "verwijzing_naar_zichzelf"
    ALIAS_DUBBEL = "alias_dubbel"
    # routekaarten
    KNOOP_DUBBEL = "knoop_dubbel"
    KNOOP_ONBEKEND = "knoop_onbekend"
    KNOOP_LEEG = "knoop_leeg"
    KNOOP_VRAAG_EN_EIND = "knoop_vraag_en_eind"
    PAD_ZONDER_EIND = "pad_zonder_eind"
    PAD_IN_KRING = "pad_in_kring"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fout:
    """One fault: where it stands and what is wrong."""

    code: Foutcode
    bestand: str
    regel: int | None = None  # from 1
    gegevens: Mapping[str, object] = field(default_factory=dict)
