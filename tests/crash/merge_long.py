#!/usr/bin/env python3
"""Merges and syncs on a disk that is full or broken, and a machine that goes during a fetch,
struck at each call in turn."""

import importlib.util
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402

spec = importlib.util.spec_from_file_location("merge_strikes", HERE / "merge.py")
merge_strikes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(merge_strikes)


def test_merge_disk_full(ground):
    merge_strikes.Merge(ground).strike(strikes.FULL_DISK)


def test_merge_disk_broken_once(ground):
    merge_strikes.Merge(ground).strike(strikes.BROKEN_DISK_ONCE)


def test_sync_disk_full_once(ground):
    merge_strikes.Sync(ground).strike(strikes.FULL_DISK_ONCE)


def test_sync_disk_broken_once(ground):
    merge_strikes.Sync(ground).strike(strikes.BROKEN_DISK_ONCE)


def test_sync_killed(ground):
    merge_strikes.Sync(ground).strike(strikes.KILL)


def test_merge_checked_out_killed(ground):
    merge_strikes.MergeCheckedOut(ground).strike(strikes.KILL)


def test_merge_checked_out_killed_with_its_children(ground):
    merge_strikes.MergeCheckedOut(ground).strike(strikes.KILL_ALL, strikes.WITH_GIT)


def test_sync_checked_out_killed(ground):
    merge_strikes.SyncCheckedOut(ground).strike(strikes.KILL)


def test_rewind_checked_out_killed(ground):
    merge_strikes.RewindCheckedOut(ground).strike(strikes.KILL)


def test_fetch_killed_with_its_group(ground):
    """The machine goes while git fetches: the lock that git leaves is cleared by the next sync."""
    merge_strikes.Sync(ground).strike(
        strikes.KILL_ALL, strikes.WITH_GIT,
        lambda call: strikes.in_git(call) and "/repo.git/" in call.path
        and not call.path.endswith("maintenance.lock"))


if __name__ == "__main__":
    harness.main(globals())
