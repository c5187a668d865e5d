#!/usr/bin/env python3
"""Everything at once, for ten minutes."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import harness  # noqa: E402
import together  # noqa: E402


def test_ten_minutes(ground):
    together.together(ground, 600)


if __name__ == "__main__":
    harness.main(globals())
