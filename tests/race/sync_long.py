#!/usr/bin/env python3
"""Twenty clones of one bare remote, 25 writes each: 500 of 500 arrive, on one commit."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import harness  # noqa: E402
import sync  # noqa: E402


def test_twenty_clones(ground):
    sync.race_of(ground, 20, 25)


if __name__ == "__main__":
    harness.main(globals())
