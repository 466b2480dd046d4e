"""All rules together."""

from scheduler.moment.patroon import Grammatica
from scheduler.moment.regels_dag import DAGREGELS
from scheduler.moment.regels_datum import DATUMREGELS
from scheduler.moment.regels_herhaling import HERHALINGSREGELS
from scheduler.moment.regels_tijd import TIJDREGELS
from scheduler.moment.regels_vaag import VAGE_REGELS

GRAMMATICA = Grammatica((*DAGREGELS, *DATUMREGELS, *TIJDREGELS, *HERHALINGSREGELS, *VAGE_REGELS))
