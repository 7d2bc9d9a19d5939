"""Events from their statements, and how well they are supported: pure functions."""
