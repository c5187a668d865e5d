#!/usr/bin/env python3
"""Every error at every call, once and from then on: writes, writes with a work tree to bring along,
merges, writes upon two lines, syncs."""

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


def strike_with_each(ground, case):
    for name, how in strikes.ERRORS.items():
        print(f"  {name}", flush=True)
        case(ground).strike(how)
        for folder in (ground.work / "arena", ground.world.root / "saved"):
            shutil.rmtree(folder)


def test_write(ground):
    strike_with_each(ground, write_strikes.Case)


def test_checked_out(ground):
    strike_with_each(ground, write_strikes.CheckedOut)


def test_merge(ground):
    strike_with_each(ground, merge_strikes.Merge)


def test_write_on_merge(ground):
    strike_with_each(ground, merge_strikes.WriteOnMerge)


def test_sync(ground):
    strike_with_each(ground, merge_strikes.Sync)


if __name__ == "__main__":
    harness.main(globals())
