"""Adds assets and packs to the package `game`, as `game/_data`; all else is in pyproject.toml."""

from setuptools import find_packages, setup

DATA = ("assets", "questions")

setup(
    packages=[*find_packages(include=["game", "game.*"]), *(f"game._data.{name}" for name in DATA)],
    package_dir={"game": "game", **{f"game._data.{name}": name for name in DATA}},
    package_data={"game": ["**/*"], **{f"game._data.{name}": ["**/*"] for name in DATA}},
    exclude_package_data={"": ["*.pyc", "**/*.pyc"]},
    include_package_data=False,
)
