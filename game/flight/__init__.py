"""Vehicles and how they climb: numbers only."""
