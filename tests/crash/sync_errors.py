#!/usr/bin/env python3
"""A disk that is full or refuses where git fetches and pushes ends a sync at once, with
git's words: nobody waits for others who are not there."""

import importlib.util
import pathlib
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402
from harness import expect  # noqa: E402

spec = importlib.util.spec_from_file_location("merge_strikes", HERE / "merge.py")
merge_strikes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(merge_strikes)

REFS = ("/refs/", "/logs/")
PATIENCE = 20  # seconds, of the 60 that a sync tries again for


def is_on_refs(call):
    """Of git's calls those that write a ref; its objects' own errors were never taken for a race."""
    return call.program == "git" and any(part in call.path for part in REFS)


def test_errors_of_git_on_refs_end_a_sync(ground):
    case = merge_strikes.Sync(ground)
    struck = 0
    for how in (strikes.FULL_DISK, strikes.REFUSED):
        begun = time.monotonic()
        for strike in case.arena.strike(case.command, case.repo.path, how, ("git",), where=is_on_refs):
            took = time.monotonic() - begun
            expect(took < PATIENCE, f"it waited {took:.0f} s: {strike}")
            expect(strike.ran.code in (0, 7), f"another end than exit 7: {strike}")
            if strike.ran.code == 7:
                said = ("error: ", "fatal: ")
                expect(any(f"caused by: {end}{word}" in strike.ran.err
                           for end in ("", "remote: ") for word in said),
                       f"git's words are missing: {strike}")
                struck += 1
            for repo in (case.repo, case.remote):
                repo.expect_sound(str(strike))
            begun = time.monotonic()
    expect(struck > 8, f"only {struck} strikes failed")
    print(f"  {struck} syncs failed at once")


if __name__ == "__main__":
    harness.main(globals())
