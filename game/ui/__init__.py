"""The window: drawing, type, widgets, focus and sound. Knows nothing of quizzes.

Everything is placed on a grid of 1920 x 1080 units, whatever the size of the window.
"""
