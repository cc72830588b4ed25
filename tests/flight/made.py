"""A vehicle of two stages that nobody built, as a file."""

from __future__ import annotations

from pathlib import Path

PROGRAMME = """
programme:
  azimuth_deg: 60.0   # the plane
  vertical_s: 10
  kick_deg: 9
  guided_from_s: 180
  knots: [[150, 25], [175, 20]]
"""

MADE = """\
# A vehicle that nobody built.
format: 1
id: made
name: Made
mission: 2 t to 200 km
values: design
sources:
  a: {title: A book}
  b: {title: Another book}
site:
  name: A pad
  pad: table
  latitude_deg: {value: 45.9, from: a, sure: one}
  longitude_deg: {value: 63.3, from: a, sure: one}
height_m: {value: 30, from: a, sure: one}
span_m: {value: 2.4, from: [a, b], sure: agreed}
liftoff_mass_kg: {value: 100000, from: a, sure: one}
drag_area_m2: {value: 5, sure: estimate}
colours: {white: "#ffffff"}
propellants:
  - {id: k, oxidiser: oxygen, fuel: kerosene, cold: yes, flame: "#ffb04a", smoke: "#b9b2a8"}
pad_thrust:
  - {name: main, t_s: -1, share: 1}
stages:
  - id: one
    name: First stage
    engine: E-1
    propellants: k
    dry_kg: {value: 6000, from: a, sure: one}
    propellant_kg: {value: 70000, from: a, sure: one}
    thrust_sl_n: {value: 1350000, from: a, sure: one}
    thrust_vac_n: {value: 1500000, from: a, sure: one}
    isp_vac_s: {value: 320, from: a, sure: one}
    length_m: {value: 18, from: a, sure: one}
    diameter_m: {value: 2.4, from: a, sure: one}
    nozzles:
      - {kind: main, count: 1, exit_m: {value: 1.5, from: a, sure: one}}
    body:
      base_m: 0
      bands:
        - {from_m: 0, to_m: 18, diameter_m: 2.4, colour: white}
    lights: pad
    ends: dry
    leaves_s: 1
  - id: two
    name: Second stage
    engine: E-2
    propellants: k
    dry_kg: {value: 1800, from: a, sure: one}
    propellant_kg: {value: 18500, from: a, sure: one}
    thrust_vac_n: {value: 240000, from: a, sure: one}
    isp_vac_s: {value: 345, from: a, sure: one}
    length_m: {value: 7, from: a, sure: one}
    diameter_m: {value: 2.4, from: a, sure: one}
    nozzles:
      - {kind: main, count: 1, exit_m: {value: 1.5, from: a, sure: one}}
    body:
      base_m: 18
      bands:
        - {from_m: 0, to_m: 7, diameter_m: 2.4, colour: white}
    lights: after
    lights_after_s: 2
    ends: orbit
    leaves_s: 3
parts:
  - id: fairing
    name: Fairing
    kind: fairing
    mass_kg: {value: 500, sure: estimate, note: nobody weighed it}
    length_m: {value: 5, from: a, sure: one}
    diameter_m: {value: 2.4, from: a, sure: one}
    body:
      base_m: 25
      bands:
        - {from_m: 0, to_m: 5, diameter_m: 2.4, top_diameter_m: 0.4, colour: white}
    after: one
    after_s: 30
payloads:
  - id: ball
    name: A ball
    kind: satellite
    mass_kg: {value: 2000, from: a, sure: one}
    orbit: 200 km, circular
    flown: no
events:
  - name: one-cut-off
    t_s: {value: 140, from: a, sure: one}
orbit:
  perigee_km: {value: 200, from: a, sure: one}
  apogee_km: {value: 220, from: a, sure: one}
  inclination_deg: {value: 51.6, from: a, sure: one}
"""


def write_made(folder: Path, text: str = MADE + PROGRAMME) -> Path:
    """The file of that vehicle in a folder."""
    path = folder / "made.yaml"
    path.write_text(text, encoding="utf-8")
    return path
