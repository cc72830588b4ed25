"""Stills of one vehicle's launch, one at each event, and all of them on a sheet."""

from __future__ import annotations

import os
from pathlib import Path

import pygame

from game import languages
from game.phrase import counted, phrase
from game.screens.flown import flown
from game.screens.mission_clock import draw_clock
from game.ui.art.launch import LaunchFilm
from game.ui.canvas import Canvas
from game.ui.theme import load

DONE, FOUND = 0, 1
ACROSS = 4
SMALL = (480, 270)
GAP = 8


def launch_shots(
    vehicle: str, folder: Path, *, size: tuple[int, int] = (1920, 1080), language: str = "en"
) -> int:
    """Write a PNG of each moment and `sheet.png` into a folder; 1 if that cannot be written to."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.font.init()
    catalogue = languages.catalogue(language)
    theme = load("calm")
    film = LaunchFilm(size, theme, flown(vehicle), seed=vehicle)
    picture = pygame.Surface(size, 0, 32)
    small: list[pygame.Surface] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, (name, at) in enumerate(moments(film), 1):
            film.seek(at)
            film.draw(picture)
            draw_clock(Canvas(picture, theme), film, theme, catalogue)
            pygame.image.save(picture, str(folder / f"{number:02d}-{name}.png"))
            small.append(pygame.transform.smoothscale(picture, SMALL))
        pygame.image.save(_sheet(small, theme.colour("night")), str(folder / "sheet.png"))
    except (OSError, pygame.error) as error:
        languages.tell(
            phrase("The pictures cannot be written into {folder}: {why}.", folder=folder, why=error)
        )
        return FOUND
    languages.tell(
        counted(
            "Wrote {count} picture and sheet.png into {folder}.",
            "Wrote {count} pictures and sheet.png into {folder}.",
            len(small),
            folder=folder,
        )
    )
    return DONE


def moments(film: LaunchFilm) -> list[tuple[str, float]]:
    """Name and film second of every picture, in order."""
    plan, flight = film.plan, film.flown
    full = max(flight.when("thrust"))
    found = [
        ("pad", 0.4),
        ("ignition", plan.film(full - 0.2)),
        ("lift-off", plan.film(0.9)),
        ("tower-clear", plan.film(3.4)),
        ("climb", plan.film(30.0)),
    ]
    for event in flight.events:
        if 4 < event.t_s <= flight.end_s + 1:
            late = 0.15 if event.kind == "tower" else 0.4
            found.append((event.kind, plan.film(event.t_s) + late))
    found.append(("orbit", film.length))
    return sorted(found, key=lambda moment: moment[1])


def _sheet(pictures: list[pygame.Surface], ground: tuple[int, int, int]) -> pygame.Surface:
    rows = -(-len(pictures) // ACROSS)
    wide, high = SMALL
    sheet = pygame.Surface((ACROSS * (wide + GAP) + GAP, rows * (high + GAP) + GAP), 0, 32)
    sheet.fill(ground)
    for number, picture in enumerate(pictures):
        column, row = number % ACROSS, number // ACROSS
        sheet.blit(picture, (GAP + column * (wide + GAP), GAP + row * (high + GAP)))
    return sheet
