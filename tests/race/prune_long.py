#!/usr/bin/env python3
"""Pruning beside everything, for so long that it breaks something."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import harness  # noqa: E402
import prune  # noqa: E402


def test_what_prune_breaks_is_named_and_led_back(ground):
    _, broken = prune.play(ground, 8, 4, 12)
    harness.expect(broken > 0, "nothing was broken: there was nothing to name")


if __name__ == "__main__":
    harness.main(globals())
