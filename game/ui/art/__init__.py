"""The pictures of T-Minus, drawn with pygame from polygons, discs and gradients.

Every function here takes sizes in pixels of the window, a scale (pixels of the window for one
unit of the 1920x1080 grid) and a palette, and knows nothing of questions or rounds.
"""
