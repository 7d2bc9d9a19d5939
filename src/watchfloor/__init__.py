"""Who did what to whom, where and when, and who says so: sourced statements from texts on conflict and security."""

__version__ = "0.1.0"
