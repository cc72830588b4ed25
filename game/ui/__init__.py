"""The window: drawing, type, widgets, focus and sound. Knows nothing of quizzes.

Everything is placed on a grid of 1920 x 1080 units, whatever the size of the window.
"""

import os
import sys

# SDL and pygame read these once, so that they stand here, before the first import of pygame.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_IME_SHOW_UI", "1")
os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")
os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "t-minus")
if sys.platform.startswith("linux"):
    # On X11 SDL would push each picture through OpenGL: under Xvfb (software GL) the window took
    # 300 ms to its first picture and 17 ms a flip; without OpenGL 140 ms and 1 ms. Windows does
    # without it by itself, and macOS has no other way.
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
