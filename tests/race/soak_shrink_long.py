#!/usr/bin/env python3
"""The soak finds a defect that is planted in the tool, the fewest steps that show it, and shows it again
when it is given just these; the test that it writes of them fails with the defect, and holds without."""

import collections
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import harness  # noqa: E402
import shrink  # noqa: E402
import soak  # noqa: E402
import soak_plain  # noqa: E402
from harness import expect, expect_equal  # noqa: E402
from soak_model import Branch  # noqa: E402

SEED, STEPS = 6911, 6  # rename, open, add, merge, add, an edit by hand
WHOLE_SEED, WHOLE_STEPS = 110, 60
# Once a project was renamed, no merge of a pull request is written, and success is said.
DEFECT = """#!/bin/sh
case "$1 $2" in
  'project rename') : >"$TESTDIR/renamed" ;;
  'pr merge') [ ! -e "$TESTDIR/renamed" ] || { echo '{"changed": true}'; exit; } ;;
esac
exec {real} "$@"
"""


def plant(ground):
    """Where the defect is, and the program without it."""
    program = ground.world.bin / "claudestep"
    real = program.resolve()
    program.unlink()
    program.write_text(DEFECT.replace("{real}", f"'{real}'"))
    program.chmod(0o755)
    soak.CLONES = 1  # the defect needs no more, and this is quick
    (ground.world.root / "tests").symlink_to(soak.ROOT / "tests")
    os.environ["SOAK_PLAIN"] = str(ground.world.root / "plain")
    return program, real


def run_written(ground, path, program):
    """The written test as one runs it, alone."""
    return ground.run([sys.executable, str(path), "--bin", str(program), "--shim",
                       str(ground.shim)])


def expect_a_test(ground, program, real):
    """Written where it finds the folder of the tests, as in build/ or in tests/race/."""
    path = ground.world.root / "plain" / f"soak-{SEED}.py"
    text = path.read_text()
    expect("Step(" not in text and "steps_of" not in text, f"it is not plain:\n{text}")
    ran = run_written(ground, path, program)
    expect(ran.code == harness.FAILED and f"FAILED test_seed_{SEED}" in ran.out
           and "is not as it must be" in ran.out, f"it does not show the defect: {ran}\n{text}")
    ran = run_written(ground, path, real)
    expect(ran.code == harness.HELD, f"it fails without the defect: {ran}\n{text}")


def test_a_planted_defect_is_found_and_shrunk(ground):
    program, real = plant(ground)
    steps = soak.steps_of(SEED, STEPS)
    failure = soak.play(ground, steps, collections.Counter())
    expect(failure is not None, "the defect was not found")
    told = soak.tell_failure(ground, SEED, STEPS, steps, failure)
    again = told.rpartition("--only ")[2]
    kept = [step.kind for step in steps if str(step.number) in again.split(",")]
    expect_equal(kept, ["rename", "open", "merge"], f"the steps that it takes\n{told}\n")
    expect_a_test(ground, program, real)
    try:
        soak.soak(ground, SEED, 1, STEPS, again)
    except AssertionError as shown:
        expect(failure.line in str(shown) and again in str(shown), f"another failure: {shown}")
        return
    raise AssertionError(f"not shown again by {again}")


def test_what_is_written_is_what_was_played(ground):
    """Edits by hand, packing and damaged caches among it: without the model, all says the same.
    Ids are others, as each claim is one of its kind; and no fault comes, as the system
    call that it is at may be another one the next time, before or after what counts."""
    soak.CLONES = 3
    (ground.world.root / "tests").symlink_to(soak.ROOT / "tests")
    steps = [step._replace(fault=None) for step in soak.steps_of(WHOLE_SEED, WHOLE_STEPS)]
    failure, calls = soak.play_plain(ground, steps, collections.Counter())
    expect(failure is None, f"the seed failed: {failure}")
    done = {name for name, _, _ in calls}
    expect(done >= {"edit_by_hand", "spoil_cache", "tasks", "git"}, f"too little is done: {done}")
    while calls[-1][0] == "says":  # of merges, by their ids
        calls.pop()
    says = [Branch(repo).says for repo in repositories(ground)]
    path = ground.world.root / "whole.py"
    path.write_text(soak_plain.as_test(WHOLE_SEED, calls, shrink.Failure("", "nothing", ""), "it"))
    failure = soak_plain.failure_of_test(path, ground)
    expect(failure is None, f"it does not hold: {failure and failure.text}")
    expect_equal([Branch(repo).says for repo in repositories(ground)], says, "what is there")


def repositories(ground):
    names = ["remote.git", *(f"clone{number}" for number in range(soak.CLONES))]
    return [harness.Repo(ground, ground.work / name) for name in names]


if __name__ == "__main__":
    harness.main(globals())
