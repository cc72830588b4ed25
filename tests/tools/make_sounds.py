"""Make the sounds in assets/sounds: `python tests/tools/make_sounds.py`.

Everything is put together here from sines and filtered noise, with a fixed seed, so that the same
files come out again. Short, warm and low: no buzzer, and nothing that startles.
"""

from __future__ import annotations

import sys
import wave
from array import array
from collections.abc import Callable
from math import cos, exp, pi, sin, tanh
from pathlib import Path
from random import Random

RATE = 22_050
SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"

Samples = list[float]


def silence(seconds: float) -> Samples:
    return [0.0] * round(seconds * RATE)


def tone(hertz: float, seconds: float, decay: float, partials: dict[float, float]) -> Samples:
    """A struck note: partials (times the pitch: loudness), the higher ones dying sooner."""
    made = silence(seconds)
    for times, loudness in partials.items():
        step = 2 * pi * hertz * times / RATE
        fade = decay / (1 + 0.6 * (times - 1))
        for index in range(len(made)):
            made[index] += loudness * sin(step * index) * exp(-index / RATE / fade)
    return soften(made)


def glide(start: float, end: float, seconds: float) -> Samples:
    """A sine that moves from one pitch to another, swelling and going."""
    made, phase = silence(seconds), 0.0
    for index in range(len(made)):
        share = index / len(made)
        phase += 2 * pi * (start + (end - start) * share) / RATE
        made[index] = sin(phase) * sin(pi * share) ** 1.2
    return made


def noise(seconds: float, seed: int) -> Samples:
    chance = Random(seed)
    return [chance.uniform(-1, 1) for _ in range(round(seconds * RATE))]


def low_pass(samples: Samples, hertz: float | Callable[[float], float]) -> Samples:
    """Two poles one behind the other; `hertz` may move with the share of time that is over."""
    first = second = 0.0
    made = []
    for index, sample in enumerate(samples):
        cut = hertz(index / len(samples)) if callable(hertz) else hertz
        mix = 1 - exp(-2 * pi * cut / RATE)
        first += mix * (sample - first)
        second += mix * (first - second)
        made.append(second)
    return made


def high_pass(samples: Samples, hertz: float) -> Samples:
    low = low_pass(samples, hertz)
    return [sample - under for sample, under in zip(samples, low, strict=True)]


def shaped(samples: Samples, shape: Callable[[float], float]) -> Samples:
    """Loudness by the share of time that is over."""
    return [sample * shape(index / len(samples)) for index, sample in enumerate(samples)]


def soften(samples: Samples, seconds: float = 0.004) -> Samples:
    """Fade both ends in and out, so that nothing clicks that should not."""
    edge = min(len(samples) // 2, round(seconds * RATE))
    made = list(samples)
    for index in range(edge):
        share = 0.5 - 0.5 * cos(pi * index / edge)
        made[index] *= share
        made[-1 - index] *= share
    return made


def mixed(*parts: tuple[float, float, Samples]) -> Samples:
    """Parts as (starts at second, loudness, samples) over each other."""
    length = max(round(start * RATE) + len(samples) for start, _, samples in parts)
    made = [0.0] * length
    for start, loudness, samples in parts:
        first = round(start * RATE)
        for index, sample in enumerate(samples):
            made[first + index] += loudness * sample
    return made


def levelled(samples: Samples, peak: float) -> Samples:
    loudest = max(abs(sample) for sample in samples)
    return [sample / loudest * peak for sample in samples]


def looped(samples: Samples, seconds: float) -> Samples:
    """Lay the end over the beginning, so that the sound goes round without a seam."""
    over = round(seconds * RATE)
    body = samples[over:]
    for index in range(over):
        share = index / over
        place = len(body) - over + index
        body[place] = body[place] * cos(share * pi / 2) + samples[index] * sin(share * pi / 2)
    return body


def click(seed: int, hertz: float) -> Samples:
    hit = shaped(low_pass(noise(0.03, seed), hertz), lambda share: exp(-9 * share))
    return soften(levelled(hit, 1.0), 0.001)


WOOD = {1.0: 1.0, 2.0: 0.12, 3.98: 0.18}
WARM = {1.0: 1.0, 2.0: 0.3, 3.0: 0.1}
BELL = {1.0: 1.0, 2.01: 0.35, 2.76: 0.2, 5.4: 0.06}


def lock() -> Samples:
    thunk = tone(196, 0.16, 0.045, {1.0: 1.0, 1.6: 0.4, 2.7: 0.2})
    return mixed((0, 0.7, click(1, 3600)), (0.028, 1.0, thunk), (0.03, 0.5, click(2, 2400)))


def fill() -> Samples:
    flow = low_pass(noise(0.9, 3), lambda share: 300 + 1000 * share)
    flow = shaped(levelled(flow, 1.0), lambda share: sin(pi * share) ** 1.4)
    chord = mixed(
        (0, 1.0, tone(174.6, 0.75, 0.28, WARM)), (0.07, 0.7, tone(261.6, 0.68, 0.26, WARM))
    )
    return mixed((0, 0.34, flow), (0, 0.5, glide(110, 165, 0.7)), (0.26, 0.9, chord))


def recheck() -> Samples:
    return mixed((0, 1.0, tone(329.6, 0.6, 0.2, WOOD)), (0.19, 0.85, tone(293.7, 0.7, 0.24, WOOD)))


def call() -> Samples:
    hiss = shaped(high_pass(low_pass(noise(0.42, 4), 3000), 700), lambda s: min(1, 9 * (1 - s)))
    blip = soften([sin(2 * pi * 987.8 * i / RATE) for i in range(round(0.09 * RATE))], 0.015)
    second = soften([sin(2 * pi * 1318.5 * i / RATE) for i in range(round(0.09 * RATE))], 0.015)
    return soften(mixed((0, 0.22, hiss), (0.03, 0.55, blip), (0.15, 0.5, second)), 0.02)


def go() -> Samples:
    return mixed(
        (0, 1.0, tone(196.0, 0.5, 0.2, WARM)),
        (0.11, 1.0, tone(293.7, 0.55, 0.22, WARM)),
        (0.22, 0.8, tone(392.0, 0.7, 0.26, WARM)),
    )


def key() -> Samples:
    teeth = [(0.09 * index, 0.5 + 0.1 * index, click(10 + index, 3200)) for index in range(4)]
    thunk = tone(147, 0.3, 0.08, {1.0: 1.0, 1.5: 0.5, 2.3: 0.35, 4.1: 0.15})
    return mixed(*teeth, (0.4, 1.0, thunk), (0.4, 0.5, click(20, 1500)))


def rumble() -> Samples:
    deep = levelled(low_pass(noise(5, 5), 130), 0.8)
    body = levelled(low_pass(high_pass(noise(5, 6), 160), 700), 0.7)
    crackle = levelled(low_pass(high_pass(noise(5, 7), 700), 2200), 0.25)
    made = [tanh(1.5 * (a + b + c)) for a, b, c in zip(deep, body, crackle, strict=True)]
    return looped(made, 1.0)


def ignition() -> Samples:
    swell = low_pass(noise(1.4, 8), lambda share: 160 + 1500 * share * share)
    swell = shaped(levelled(swell, 1.0), lambda s: min(1.0, (s / 0.55) ** 2) * min(1, 6 * (1 - s)))
    return mixed((0, 1.0, swell), (0, 0.5, glide(62, 124, 1.4)))


def satellite() -> Samples:
    return mixed(
        (0, 1.0, tone(783.99, 1.3, 0.42, BELL)), (0.1, 0.5, tone(1174.66, 1.2, 0.36, BELL))
    )


def focus() -> Samples:
    return tone(620, 0.06, 0.014, {1.0: 1.0, 2.0: 0.2})


def page() -> Samples:
    sweep = low_pass(high_pass(noise(0.24, 9), 500), lambda share: 900 + 2600 * share)
    return shaped(sweep, lambda share: sin(pi * share) ** 2)


def count(hertz: float, seconds: float) -> Samples:
    return mixed((0, 1.0, tone(hertz, seconds, 0.22, WOOD)), (0, 0.12, click(30, 2400)))


ALL: dict[str, tuple[Callable[[], Samples], float]] = {
    "focus": (focus, 0.22),
    "page": (page, 0.3),
    "lock": (lock, 0.6),
    "fill": (fill, 0.7),
    "recheck": (recheck, 0.55),
    "call": (call, 0.42),
    "go": (go, 0.65),
    "key": (key, 0.7),
    "three": (lambda: count(261.63, 0.6), 0.65),
    "two": (lambda: count(261.63, 0.6), 0.65),
    "one": (lambda: count(392.0, 0.9), 0.7),
    "ignition": (ignition, 0.75),
    "rumble": (rumble, 0.8),
    "satellite": (satellite, 0.42),
}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, peak) in ALL.items():
        samples = levelled(make(), peak)
        if name != "rumble":
            samples = soften(samples, 0.003)
        whole = array("h", (round(32_767 * sample) for sample in samples))
        if sys.byteorder == "big":
            whole.byteswap()
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(whole.tobytes())
        print(f"{name}.wav: {len(samples) / RATE:.2f} s")


if __name__ == "__main__":
    main(SOUNDS)
