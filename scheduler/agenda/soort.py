"""What someone is told about his week, and about standing in for a colleague."""

from enum import StrEnum


class Agendasoort(StrEnum):
    """What a message is about."""

    WEEKOVERZICHT = "weekoverzicht"
    WAARNEEM = "waarneem"  # a colleague named the receiver as deputy
    WEER_TERUG = "weer_terug"  # a colleague for whom the receiver stands in is back
    NIET_MEER = "niet_meer"  # the receiver is deputy no more
    GEEN_WAARNEEM = "geen_waarneem"  # the deputy refuses
    VERVANGER_WEG = "vervanger_weg"  # the deputy takes part no more
