#!/usr/bin/env python3
"""questions.py over ten times as many branches."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import harness  # noqa: E402
import questions  # noqa: E402


def test_questions(ground):
    questions.check_branches(ground, 200)


if __name__ == "__main__":
    harness.main(globals())
