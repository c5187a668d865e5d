#!/usr/bin/env python3
"""The machine goes while git pushes: the remote has the old state or the new one, whole, and at most
a lock that is named and that only whoever has the remote can take away."""

import importlib.util
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

spec = importlib.util.spec_from_file_location("merge_strikes", HERE / "merge.py")
merge_strikes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(merge_strikes)


class Push(merge_strikes.Sync):
    """`sync` that dies with its git in the middle of what the push does to the remote."""

    def expect_lawful(self, strike, new):
        strikes.expect_killed(strike)
        expect(self.remote.tip() in (self.old_there, new), f"the remote's tip: {strike}")
        expect_equal(self.repo.tip(), new, f"the clone, which had merged: {strike}")
        for repo in (self.repo, self.remote):
            repo.expect_sound(str(strike))
        self.take_named_locks_away(strike)
        ran = self.ground.run(self.command, cwd=self.repo.path)
        expect(ran.code == 0, f"the next sync: {ran}, after {strike}")
        self.expect_done(f"when synced again after {strike}")
        expect_equal(self.remote.tip(), new, f"the remote after the next sync, {strike}")
        self.remote.expect_sound(f"after the next sync, {strike}")


def test_push_killed_with_its_group(ground):
    Push(ground).strike(strikes.KILL_ALL, ("claudestep", "git"),
                        lambda call: call.program == "git" and "/remote.git/" in call.path)


if __name__ == "__main__":
    harness.main(globals())
