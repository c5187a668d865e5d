#!/usr/bin/env python3
"""The soak finds a defect that is planted in the tool, the fewest steps that show it, and shows it again
when it is given just these."""

import collections
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import harness  # noqa: E402
import soak  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

SEED, STEPS = 6911, 6  # rename, open, add, merge, add, an edit by hand
# Once a project was renamed, no merge of a pull request is written, and success is said.
DEFECT = """#!/bin/sh
case "$1 $2" in
  'project rename') : >"$TESTDIR/renamed" ;;
  'pr merge') [ ! -e "$TESTDIR/renamed" ] || { echo '{"changed": true}'; exit; } ;;
esac
exec {real} "$@"
"""


def plant(ground):
    program = ground.world.bin / "claudestep"
    real = program.resolve()
    program.unlink()
    program.write_text(DEFECT.replace("{real}", f"'{real}'"))
    program.chmod(0o755)
    soak.CLONES = 1  # the defect needs no more, and this is quick


def test_a_planted_defect_is_found_and_shrunk(ground):
    plant(ground)
    steps = soak.steps_of(SEED, STEPS)
    failure = soak.play(ground, steps, collections.Counter())
    expect(failure is not None, "the defect was not found")
    told = soak.tell_failure(ground, SEED, STEPS, steps, failure)
    again = told.rpartition("--only ")[2]
    kept = [step.kind for step in steps if str(step.number) in again.split(",")]
    expect_equal(kept, ["rename", "open", "merge"], f"the steps that it takes\n{told}\n")
    try:
        soak.soak(ground, SEED, 1, STEPS, again)
    except AssertionError as shown:
        expect(failure.line in str(shown) and again in str(shown), f"another failure: {shown}")
        return
    raise AssertionError(f"not shown again by {again}")


if __name__ == "__main__":
    harness.main(globals())
