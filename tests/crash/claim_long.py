#!/usr/bin/env python3
"""A claim that is struck at any system call is won, on the remote, or it is nowhere: the clone is left
without a claim that nobody else can see, and the next one who asks gets a task."""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402
from harness import REF, expect, expect_equal  # noqa: E402

CLAIM = ["claudestep", "next", "demo", "--claim", "--json"]
# An id that is made up for each claim makes another commit each time: one in sixty lies in the same
# folder of objects as another object of the claim, and is one call fewer.
STRUCK = [*CLAIM, "--op-id", "struck"]


def claimed(repo):
    return [task["index"] for task in repo.project("demo")["tasks"] if "claim" in task]


class ClaimCase:
    """A remote with three tasks, and a clone of it whose claim is struck."""

    def __init__(self, ground):
        self.ground = ground
        folder = ground.work / "arena"
        folder.mkdir()
        self.remote = ground.bare("arena/remote.git")
        lines = [{"op": "create-project", "project": "demo"}]
        lines += [{"op": "add-task", "project": "demo", "description": f"Task {n}"} for n in range(3)]
        self.remote.write("apply", "-", stdin="".join(json.dumps(one) + "\n" for one in lines))
        self.clone = harness.Repo(ground, folder / "clone")
        ground.must(["git", "clone", "-q", str(self.remote.path), str(self.clone.path)])
        self.old = self.remote.tip()
        self.arena = strikes.Arena(ground, folder)

    def strike(self, how):
        struck = 0
        self.arena.count(STRUCK, self.clone.path, ("claudestep",))
        expect_equal(claimed(self.remote), [1], "claims after the unharmed run")
        for strike in self.arena.strike(STRUCK, self.clone.path, how, ("claudestep",)):
            strikes.expect_killed(strike)
            self.expect_lawful(strike)
            struck += 1
        expect(struck > 0, "there was nothing to strike at")
        print(f"  {struck} strikes", flush=True)

    def expect_lawful(self, strike):
        tip = self.remote.tip()
        if tip != self.old:
            expect_equal(self.remote.git("rev-parse", f"{tip}^@"), self.old, f"parents: {strike}")
            expect_equal(claimed(self.remote), [1], f"claims on the remote: {strike}")
        here = self.clone.git("for-each-ref", "--format=%(objectname)", REF)
        expect(here in ("", self.old, tip), f"a claim is left here that nobody sees: {strike}")
        ran = self.ground.run(CLAIM, cwd=self.clone.path)
        expect(ran.code == 0, f"the next claim: {ran}, after {strike}")
        task = ran.json()["task"]["index"]
        expect_equal(task, 1 if tip == self.old else 2, f"the next task after {strike}")
        expect_equal(claimed(self.remote), list(range(1, task + 1)), f"claims after {strike}")
        expect_equal(self.remote.git("rev-list", "--min-parents=2", REF), "", f"merges: {strike}")
        self.clone.expect_no_locks(f"after the next claim, {strike}")
        self.remote.expect_sound(f"after the next claim, {strike}")


def test_claim_killed(ground):
    ClaimCase(ground).strike(strikes.KILL)


if __name__ == "__main__":
    harness.main(globals())
