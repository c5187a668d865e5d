"""Makes a failing list of steps smaller for as long as it fails in the same way."""

import traceback

from dataclasses import dataclass


@dataclass(frozen=True)
class Failure:
    """How something failed. Two are of one kind when exception and first line are the same."""

    exception: str
    line: str
    text: str

    @property
    def kind(self):
        return self.exception, self.line


def failure_of(play):
    """How `play()` failed, whatever it raised; None when it did not."""
    try:
        play()
    except Exception as raised:  # pylint: disable=broad-except
        line = next(iter(str(raised).splitlines()), "")
        expected = isinstance(raised, AssertionError)
        text = str(raised) if expected else traceback.format_exc().rstrip()
        return Failure(type(raised).__name__, line, text)
    return None


def shrink(steps, failure, play, runs):
    """The fewest of `steps` found with which `play(steps)` fails as `failure` did: leaves out
    halves, quarters, single steps, and single ones again until each is needed or `runs` plays are
    over. Returns them, and whether each was seen to be needed."""
    size = max(1, len(steps) // 2)
    while True:
        at, before = 0, len(steps)
        while at < len(steps):
            if runs == 0:
                return steps, False
            runs -= 1
            fewer = steps[:at] + steps[at + size:]
            seen = play(fewer)
            if seen is not None and seen.kind == failure.kind:
                steps = fewer
            else:
                at += size
        if size == 1 and len(steps) == before:
            return steps, True
        size = max(1, size // 2)
