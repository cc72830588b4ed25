"""Make the sounds in assets/sounds: `python tests/tools/make_sounds.py`.

Everything is put together here from sines and filtered noise, with a fixed seed, so that the same
files come out again. Short, warm and low: no buzzer, and nothing that startles. How loud each one
is stands in one table, as loudness and not as peak. What goes round is encoded by sox.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import wave
from array import array
from collections.abc import Callable
from math import cos, exp, log10, pi, sin, tanh
from pathlib import Path
from random import Random

RATE = 22_050
MOST = 0.84
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


def loudness(samples: Samples) -> float:
    """How loud a sound is heard, in dB under full scale: its loudest tenth of a second.

    What lies low counts less, as it does for ears and for the speakers of a classroom.
    """
    heard = high_pass(samples, 200)
    step = RATE // 40
    squares = [sum(s * s for s in heard[at : at + step]) for at in range(0, len(heard), step)]
    windows = [sum(squares[at : at + 4]) for at in range(max(1, len(squares) - 3))]
    return 10 * log10(max(windows) / (4 * step))


def set_to(samples: Samples, decibels: float) -> Samples:
    """A sound as loud as is wanted; never with a peak over MOST."""
    share = 10 ** ((decibels - loudness(samples)) / 20)
    loudest = max(abs(sample) for sample in samples)
    return [sample * min(share, MOST / loudest) for sample in samples]


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


def uneven(samples: Samples, seed: int, hertz: float, least: float) -> Samples:
    """Let loudness wander between `least` and 1, about `hertz` times a second."""
    pace = low_pass(noise(len(samples) / RATE, seed), hertz)
    top = max(abs(each) for each in pace)
    return [
        sample * (least + (1 - least) * (0.5 + 0.5 * each / top))
        for sample, each in zip(samples, pace, strict=True)
    ]


def body() -> Samples:
    """The engines' low voice, with enough above 150 Hz for the speakers of a classroom."""
    deep = levelled(low_pass(noise(5, 5), 90), 0.9)
    voice = levelled(low_pass(high_pass(noise(5, 6), 130), 420), 0.9)
    mix = uneven([a + b for a, b in zip(deep, voice, strict=True)], 25, 5, 0.6)
    return looped([tanh(1.6 * sample) for sample in mix], 1.0)


def crackle() -> Samples:
    """What the air makes of the flame: tearing, higher, in bursts."""
    torn = levelled(low_pass(high_pass(noise(5, 7), 600), 2400), 1.0)
    torn = uneven(torn, 26, 60, 0.1)
    return looped([tanh(2.2 * sample) for sample in uneven(torn, 27, 7, 0.5)], 1.0)


def wind() -> Samples:
    """The air that streams by, and on the pad the vents of cold tanks."""
    stream = levelled(low_pass(high_pass(noise(5, 28), 300), 1300), 1.0)
    return looped(uneven(stream, 29, 2, 0.45), 1.0)


def thump(seed: int = 40, hertz: float = 74.0) -> Samples:
    """Bolts that let go, heard through the structure."""
    hit = shaped(low_pass(noise(0.5, seed), 520), lambda s: min(1, 60 * s) * exp(-13 * s))
    low = tone(hertz, 0.8, 0.16, {1.0: 1.0, 1.9: 0.6, 2.8: 0.4, 4.2: 0.2})
    return mixed((0, 0.9, levelled(hit, 1.0)), (0, 0.8, levelled(low, 1.0)))


def boosters() -> Samples:
    """Four thumps as one, and the vents that push the blocks aside."""
    vent = shaped(
        low_pass(high_pass(noise(1.2, 45), 500), 1500), lambda s: min(1, 7 * s) * exp(-4 * s)
    )
    hits = ((0.0, 66.0), (0.035, 70.0), (0.06, 62.0), (0.1, 74.0))
    parts = [(at, 0.7, thump(41 + i, hertz)) for i, (at, hertz) in enumerate(hits)]
    return mixed(*parts, (0.06, 0.35, levelled(vent, 1.0)))


def puff() -> Samples:
    """A small solid motor that pulls a tower away."""
    air = low_pass(high_pass(noise(0.8, 50), 250), lambda share: 1600 - 1100 * share)
    return shaped(air, lambda s: min(1, 14 * s) * exp(-5 * s))


def swell() -> Samples:
    """A stage that lights behind a lattice: deep, up within 0.4 s."""
    fire = low_pass(noise(1.4, 52), lambda share: 500 - 260 * share)
    fire = shaped(levelled(fire, 1.0), lambda s: min(1.0, s / 0.28) ** 1.6 * exp(-2.6 * s))
    return mixed((0, 1.0, fire), (0, 0.35, glide(58, 92, 1.3)))


def arms() -> Samples:
    """Steel that swings open: one long low groan."""
    made, phase = silence(1.3), 0.0
    for index in range(len(made)):
        share = index / len(made)
        phase += 2 * pi * (104 - 26 * share + 3 * sin(2 * pi * 5.5 * share)) / RATE
        rough = 1 + 0.5 * sin(2 * pi * 31 * share)
        voice = sin(phase) + 0.6 * sin(2.41 * phase) + 0.45 * sin(3.86 * phase)
        made[index] = (voice + 0.3 * sin(6.3 * phase)) * rough * sin(pi * share) ** 1.5
    return low_pass(made, 900)


def arrived() -> Samples:
    """A calm chord for the orbit."""
    notes = (146.83, 220.0, 293.66, 369.99)
    parts = [(0.04 * i, 0.8, tone(hertz, 1.36, 0.7, WARM)) for i, hertz in enumerate(notes)]
    return shaped(mixed(*parts), lambda share: min(1.0, 8 * share, 3 * (1 - share)))


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


CHORDS = (
    (73.42, 110.0, 220.0, 293.66, 369.99),
    (61.74, 123.47, 185.0, 293.66, 369.99),
    (49.0, 98.0, 196.0, 293.66, 493.88),
    (55.0, 110.0, 220.0, 277.18, 440.0),
    (73.42, 146.83, 220.0, 369.99, 440.0),
    (92.5, 138.59, 220.0, 277.18, 369.99),
    (49.0, 146.83, 246.94, 293.66, 392.0),
    (55.0, 110.0, 246.94, 329.63, 440.0),
)
"""Eight chords in D, hertz, the bass first."""
CHORD_S = 6.0
PLUCKED = (587.33, 659.26, 739.99, 880.0, 987.77, 1174.66)
"""Five tones of the steppe's songs, far up and seldom."""


def bed() -> Samples:
    """The bed of music: slow chords that melt into each other on a ring, with few plucked tones.

    Laid on a ring, it has no seam.
    """
    made = silence(CHORD_S * len(CHORDS))
    for number, chord in enumerate(CHORDS):
        for voice, hertz in enumerate(chord):
            loudness_of_voice = 0.5 if voice == 0 else 0.34 / (1 + 0.25 * voice)
            for detune in (-0.35, 0.35):
                _swell(made, hertz + detune, number * CHORD_S, loudness_of_voice)
    chance = Random("bed")
    for number in range(len(CHORDS)):
        for beat in chance.sample((0.0, 1.5, 3.0, 4.5), 2):
            plucked = tone(chance.choice(PLUCKED) / 2, 2.6, 0.7, WARM)
            first = round((number * CHORD_S + beat) * RATE)
            for index, sample in enumerate(plucked):
                made[(first + index) % len(made)] += 0.11 * sample
    low = low_pass([*made, *made], 1400)
    return low[len(made) :]


def _swell(made: Samples, hertz: float, start: float, loud: float) -> None:
    """A tone that comes and goes over two chords, with two partials; its turns fit the ring."""
    count, first = round(2 * CHORD_S * RATE), round((start - CHORD_S / 2) * RATE)
    step = 2 * pi * hertz / RATE
    for index in range(count):
        share = sin(pi * index / count) ** 2
        angle = step * index
        sample = sin(angle) + 0.22 * sin(2 * angle) + 0.07 * sin(3 * angle)
        made[(first + index) % len(made)] += loud * share * sample


ALL: dict[str, tuple[Callable[[], Samples], float]] = {
    "focus": (focus, -24),
    "page": (page, -24),
    "lock": (lock, -16),
    "fill": (fill, -15),
    "recheck": (recheck, -15),
    "call": (call, -18),
    "go": (go, -14),
    "key": (key, -15),
    "three": (lambda: count(261.63, 0.6), -15),
    "two": (lambda: count(261.63, 0.6), -15),
    "one": (lambda: count(392.0, 0.9), -13),
    "ignition": (ignition, -12),
    "satellite": (satellite, -18),
    "thump": (thump, -14.5),
    "boosters": (boosters, -13.5),
    "puff": (puff, -17),
    "swell": (swell, -14),
    "arms": (arms, -19),
    "arrived": (arrived, -17),
}
"""How each sound is made, and its loudness in dB: what comes often is softest."""
LOOPS: dict[str, tuple[Callable[[], Samples], float]] = {
    "body": (body, -15),
    "crackle": (crackle, -17),
    "wind": (wind, -20),
}
"""What goes round while a vehicle flies; the game mixes them by thrust and air."""
BED_DB = -23.0


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, decibels) in ALL.items():
        samples = soften(set_to(make(), decibels), 0.003)
        write(folder / f"{name}.wav", samples)
        print(f"{name}.wav: {len(samples) / RATE:.2f} s, {loudness(samples):.1f} dB")
    for name, (make, decibels) in LOOPS.items():
        encode(set_to(make(), decibels), folder / f"{name}.ogg")
    encode(set_to(bed(), BED_DB), folder / "bed.ogg")


def encode(samples: Samples, path: Path) -> None:
    """Small, and without a seam where it goes round."""
    with tempfile.TemporaryDirectory() as work:
        raw = Path(work) / "raw.wav"
        write(raw, samples)
        command = ["sox", "-R", str(raw), "-C", "1", "--comment", "", str(path)]
        subprocess.run(command, check=True)


def write(path: Path, samples: Samples) -> None:
    """One channel of 16 bits."""
    whole = array("h", (round(32_767 * sample) for sample in samples))
    if sys.byteorder == "big":
        whole.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(whole.tobytes())


if __name__ == "__main__":
    main(SOUNDS)
