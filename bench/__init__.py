"""Measurements as ratios: what the program takes against the least that the same thing takes."""
