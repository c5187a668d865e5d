#!/usr/bin/env python3
"""The hints in the transcripts, which are pasted as they are printed: one that begins with a command
is that command alone, and says nothing behind it.

What is a word of a command and what is prose: an option, or anything with a character that is no
small letter, is of a command (REF, 3ed0c99, claude-step/auth, $TESTDIR), and so is a word that the
transcript itself types or has in a file, as the names of its projects are, or a name that a command
has. Every sentence has a word beside these.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

TRANSCRIPTS = ROOT / "tests" / "cli"
HINT = re.compile(r"^(?:!%? ?|%)? *hint: ((?:claudestep|git) .*)$")
PROGRAMS = {"claudestep", "git", "export", "rm"}
# What nobody types: our folders, a remote of a clone, what git's commands have as words behind them.
NAMES = {"projects", "archive", "origin", "repair", "prune", "unlock"}


def names_of_commands(ground):
    """Each word in the list of our commands, and the commands of git."""
    text = ground.must(["claudestep", "--help"]).out
    ours = text.partition("\ncommands:\n")[2].partition("\n\n")[0]
    gits = ground.must(["git", "--list-cmds=main,others"]).out
    return set(re.findall(r"[a-z]+", ours)) | set(gits.split())


def typed_in(lines):
    """The words of the commands and files of a transcript."""
    words, in_file = set(), False
    for line in lines:
        if line.startswith("--- "):
            in_file = line.startswith("--- file ")
        if in_file or line.startswith(("$ ", "> ")):
            words.update(re.findall(r"[a-z]+", line))
    return words


def prose_in(hint, known):
    """The words of a hint that are none of a command; empty where it is a command alone, or several."""
    prose = []
    substituted = True
    while substituted:  # what stands in a word is of that command
        hint, substituted = re.subn(r"\$\([^()]*\)", "$X", hint)
    unquoted = re.sub(r"""'[^']*'|"[^"]*\"""", "'quoted'", hint)
    for part in re.split(r"[;|&()]+", unquoted):
        words = part.split()
        is_command = not words or words[0] in PROGRAMS
        prose += [word for word in words if not is_command or word[-1] in ",:"
                  or (re.fullmatch(r"[a-z]+", word) and word not in known)]
    return prose


def test_a_hint_that_begins_with_a_command_ends_with_it(ground):
    commands = names_of_commands(ground) | PROGRAMS | NAMES
    found, wrong = 0, []
    for path in sorted(TRANSCRIPTS.rglob("*.t")):
        lines = path.read_text(encoding="utf-8").split("\n")
        known = commands | typed_in(lines)
        for number, line in enumerate(lines, 1):
            hint = HINT.match(line)
            if not hint:
                continue
            found += 1
            prose = prose_in(hint[1], known)
            if prose:
                wrong.append(f"{path.relative_to(ROOT)}:{number}: {hint[1]}\n  is no command: {prose}")
    expect(found > 100, f"only {found} hints were found: how they are written has changed")
    expect(not wrong, "hints go on in prose; put the words before the command\n" + "\n".join(wrong))


def test_prose_is_told_from_commands(ground):
    known = names_of_commands(ground) | PROGRAMS | {"auth"}
    for hint, prose in (
        ("claudestep task list auth", ""),
        ("git log 9d82817 -- 'what is there' PATH", ""),
        ("claudestep pr move auth --pr 43 --task 4", ""),
        ("git -C $TESTDIR/a gc && git config x.price 'INPUT OUTPUT'", ""),
        ('git ls-files -z | (export X="$(mktemp -u)"; git write-tree; rm -f "$X")', ""),
        ('git update-ref a/b "$(git commit-tree "$(git write-tree)" -m "an older one")"', ""),
        ("git fsck names what is missing; git fetch --refetch", "names what is missing"),
        ("git fetch --unshallow; in a workflow", "in a workflow"),
        ("claudestep task list auth tells who has which", "tells who has which"),
        ("claudestep fsck --fix repairs 3 of 6", "repairs of"),
        ("git remote -v, or claudestep doctor", "-v, or"),
    ):
        expect_equal(prose_in(hint, known), prose.split(), hint)


if __name__ == "__main__":
    harness.main(globals())
