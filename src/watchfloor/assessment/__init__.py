"""Events from their statements, and how well they are supported: pure functions."""

from .credibility import Support, credibility
from .events import event
from .members import Member, Publication
from .ties import Ties

__all__ = ["Member", "Publication", "Support", "Ties", "credibility", "event"]
