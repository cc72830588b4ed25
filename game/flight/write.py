"""Puts a fitted pitch programme into a vehicle's file, and leaves the rest of it as it is."""

from __future__ import annotations

from pathlib import Path

from game.flight.vehicle import Programme
from game.reading.values import Items, Table, Text
from game.reading.yaml_events import read_yaml


def write_programme(path: Path, programme: Programme) -> None:
    """Replace the programme's numbers where they stand; a file without one gets it at its end.

    Comments, order, line ends and all else stay. OSError if the file cannot be written.
    """
    data = path.read_bytes()
    text = data.decode("utf-8-sig")
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    table = read_yaml(data).value
    old = table.get("programme") if isinstance(table, Table) else None
    if not isinstance(old, Table):
        while lines and not lines[-1].strip():
            lines.pop()
        lines += ["", *_block(programme), ""]
    elif not _fits(old, programme):
        raise ValueError("the programme of the file has other knots")
    else:
        for place, number in reversed(_pairs(old, programme)):
            line, column = place.mark.line, place.mark.column
            before, after = lines[line][:column], lines[line][column + len(place) :]
            lines[line] = before + _number(number) + after
    start = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    path.write_bytes(start + ending.join(lines).encode("utf-8"))


def _fits(old: Table, programme: Programme) -> bool:
    knots = old.get("knots")
    return isinstance(knots, Items) and len(knots) == len(programme.knots)


def _pairs(old: Table, programme: Programme) -> list[tuple[Text, float]]:
    """Each number of the file with the one that takes its place, in the order of the file."""
    pairs: list[tuple[Text, float]] = [
        (old["azimuth_deg"], programme.azimuth_deg),
        (old["vertical_s"], programme.vertical_s),
        (old["kick_deg"], programme.kick_deg),
        (old["guided_from_s"], programme.guided_from_s),
    ]
    for row, knot in zip(old["knots"], programme.knots, strict=True):
        pairs += zip(row, knot, strict=True)
    # A number that has not changed keeps its spelling too.
    changed = [pair for pair in pairs if float(pair[0]) != pair[1]]
    return sorted(changed, key=lambda pair: (pair[0].mark.line, pair[0].mark.column))


def _block(programme: Programme) -> list[str]:
    knots = ", ".join(f"[{_number(t)}, {_number(pitch)}]" for t, pitch in programme.knots)
    return [
        "# Fitted by `launch VEHICLE --tune`.",
        "programme:",
        f"  azimuth_deg: {_number(programme.azimuth_deg)}",
        f"  vertical_s: {_number(programme.vertical_s)}",
        f"  kick_deg: {_number(programme.kick_deg)}",
        f"  guided_from_s: {_number(programme.guided_from_s)}",
        f"  knots: [{knots}]",
    ]


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
