"""Urgency: does a message tell of acute danger, and which safety card leads?"""

from knowledge.spoed.gevaar import Gevaar, Spoed
from knowledge.spoed.herkenner import SpoedHerkenner
from knowledge.spoed.regels import Regels, RegelsOngeldig, load_regels

__all__ = ["Gevaar", "Regels", "RegelsOngeldig", "Spoed", "SpoedHerkenner", "load_regels"]
