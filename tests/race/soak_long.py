#!/usr/bin/env python3
"""The soak over many seeds."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import harness  # noqa: E402
import soak  # noqa: E402


def test_many_seeds(ground):
    tally = soak.soak(ground, 1000, 40, 80)
    for kind in soak.FAULTS:
        harness.expect(tally["fault " + " ".join(kind).strip()] > 0, f"no fault {kind} came")


if __name__ == "__main__":
    harness.main(globals())
