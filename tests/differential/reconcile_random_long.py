#!/usr/bin/env python3
"""`reconcile` over more random lives of pull requests than there is time for every day."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import harness  # noqa: E402

import reconcile_random  # noqa: E402

SEEDS = range(5, 100)


def test_with_the_forges_heads(ground):
    reconcile_random.judge_all(ground, True, SEEDS)


def test_without_the_forges_heads(ground):
    reconcile_random.judge_all(ground, False, SEEDS)


if __name__ == "__main__":
    harness.main(globals())
