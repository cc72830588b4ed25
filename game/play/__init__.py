"""A sitting as steps: draw, ask, grade, store, explain, next. No pygame, no network."""
