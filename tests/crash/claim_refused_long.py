#!/usr/bin/env python3
"""A claim where git may not write what it has to is said not to be won, and is nowhere."""

import importlib.util
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import harness  # noqa: E402
import strikes  # noqa: E402
from harness import expect, expect_equal  # noqa: E402


def load(name):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


claim_strikes = load("claim_long")
sync_errors = load("sync_errors")


def test_missing_rights_end_a_claim(ground):
    """A claim that git may not bring to the remote is said not to be won, and is nowhere here."""
    case = claim_strikes.ClaimCase(ground)
    refused = 0
    for strike in case.arena.strike(claim_strikes.CLAIM, case.clone.path, strikes.REFUSED, ("git",),
                                    where=sync_errors.is_on_refs):
        expect(strike.ran.code in (0, 7), f"another end than exit 7: {strike}")
        won = claim_strikes.claimed(case.remote)
        expect_equal(won, [1] if strike.ran.code == 0 else [], f"claims on the remote: {strike}")
        here = case.clone.tip()
        expect(here in (None, case.old, case.remote.tip()), f"a claim that nobody sees: {strike}")
        case.remote.expect_sound(str(strike))
        refused += strike.ran.code == 7
    expect(refused > 3, f"only {refused} claims were refused")
    print(f"  {refused} claims refused")


if __name__ == "__main__":
    harness.main(globals())
