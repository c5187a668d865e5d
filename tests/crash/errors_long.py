#!/usr/bin/env python3
"""Every error at every call, once and from then on: writes, merges and syncs, with a work tree to
bring along and without, and writes upon two lines; at each call that reads; and at the calls of git
itself, which moves the work tree, fetches and pushes."""

import importlib.util
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402

spec = importlib.util.spec_from_file_location("merge_strikes", HERE / "merge.py")
merge_strikes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(merge_strikes)
write_strikes = merge_strikes.write_strikes


def strike_with_each(ground, case, programs=("claudestep",), choice=lambda: lambda call: True,
                     errors=None):
    for name, how in (errors or strikes.ERRORS).items():
        print(f"  {name}", flush=True)
        case(ground).strike(how, programs, choice())
        for folder in (ground.work / "arena", ground.world.root / "saved"):
            shutil.rmtree(folder)


def test_write(ground):
    strike_with_each(ground, write_strikes.Case)


def test_checked_out(ground):
    strike_with_each(ground, write_strikes.CheckedOut)


def test_first_write(ground):
    strike_with_each(ground, write_strikes.FirstWrite)


def test_killed(ground):
    for case, how in ((write_strikes.Case, strikes.KILL_AFTER),
                      (write_strikes.FirstWrite, strikes.KILL),
                      (write_strikes.LargeApply, strikes.KILL),
                      (write_strikes.CheckedOut, strikes.KILL),
                      (merge_strikes.WriteOnMerge, strikes.KILL)):
        case(ground).strike(how)
        for folder in (ground.work / "arena", ground.world.root / "saved"):
            shutil.rmtree(folder)


def test_checked_out_killed_with_its_children(ground):
    write_strikes.CheckedOut(ground).strike(strikes.KILL_ALL, strikes.WITH_GIT)


def test_merge(ground):
    strike_with_each(ground, merge_strikes.Merge)


def test_write_on_merge(ground):
    strike_with_each(ground, merge_strikes.WriteOnMerge)


def test_sync(ground):
    strike_with_each(ground, merge_strikes.Sync)


def test_merge_checked_out(ground):
    strike_with_each(ground, merge_strikes.MergeCheckedOut)


def test_sync_checked_out(ground):
    strike_with_each(ground, merge_strikes.SyncCheckedOut)


def test_reading(ground):
    once, lasting = strikes.BROKEN_AT_READING_ONCE, strikes.BROKEN_AT_READING
    strike_with_each(ground, write_strikes.Case, errors={"once": once, "lasting": lasting})
    strike_with_each(ground, write_strikes.Packed, errors={"once": once, "lasting": lasting})


def test_git_moving_a_work_tree(ground):
    strike_with_each(ground, write_strikes.CheckedOut, strikes.WITH_GIT, lambda: strikes.in_git)


def is_of_transport(call):
    """Of git's own upkeep afterwards the lock may stay, and is in nobody's way but its own."""
    return strikes.in_git(call) and not call.path.endswith("maintenance.lock")


class SyncByGit(merge_strikes.Sync):
    """A disk that stays broken does not let git take its own lock in the remote away either."""

    def before_next_sync(self, strike):
        self.take_named_locks_away(strike)


def test_git_fetching_and_pushing(ground):
    strike_with_each(ground, SyncByGit, strikes.WITH_GIT,
                     lambda: strikes.first_of_each(is_of_transport))


if __name__ == "__main__":
    harness.main(globals())
