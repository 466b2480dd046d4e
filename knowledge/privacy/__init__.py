"""Keeps personal data of clients out of everything that is stored."""

from knowledge.privacy.gegeven import Gegevenssoort, Gemaskeerd, Persoonsgegeven
from knowledge.privacy.guard import PrivacyGuard

__all__ = ["Gegevenssoort", "Gemaskeerd", "Persoonsgegeven", "PrivacyGuard"]
