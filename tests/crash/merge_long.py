#!/usr/bin/env python3
"""Merges and syncs on a disk that is full or broken, struck at each call in turn."""

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


if __name__ == "__main__":
    harness.main(globals())
