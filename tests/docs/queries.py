#!/usr/bin/env python3
"""The tables of docs/queries.md that say which command answers what: each command of theirs is run on
a repository where there is something to say, answers in JSON, and has the member that is named."""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

import harness  # noqa: E402
from harness import expect  # noqa: E402

PAGE = ROOT / "docs" / "queries.md"
WORDS = {"PROJECT": "auth", "PROJECT...": "auth", "N": "2", "R": "ann", "USD": "9", "DIR": "tables"}
# What the answers need not be in JSON for.
OTHER_FORMS = {"text", "markdown", "slack", "html", "csv", "sql", "jsonl"}


def prepared(ground):
    repo = ground.bare("repo")
    repo.write("project", "create", "auth")
    for index in (1, 2, 3):
        repo.write("task", "add", "auth", "--description", f"Task {index}")
    for number, reviewer in ((1, "ann"), (2, "bob")):
        repo.write("pr", "open", "auth", "--task", str(number), "--pr", str(number), "--branch", "b",
                   "--reviewer", reviewer, "--created-at", "2025-12-01T00:00:00Z")
    repo.write("op", "add", "auth", "--pr", "1", "--ops", "-",
               stdin='{"type": "PRCreation", "model": "opus", "cost_usd": 0.5, "operation_id": "one"}')
    repo.write("pr", "merge", "auth", "--pr", "1", "--at-time", "2025-12-02T00:00:00Z")
    (ground.work / "prices.json").write_text('{"models": []}')
    return repo


def rows():
    """Each question of a table whose second column is headed "command", with its cells of code."""
    inside = False
    for line in PAGE.read_text(encoding="utf-8").split("\n"):
        if not line.startswith("|"):
            inside = False
            continue
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if cells[1] == "command":
            inside = True
        elif inside and not set(cells[0]) <= set("- "):
            yield cells[0], re.findall(r"`([^`]*)`", cells[1])


def spellings(command):
    """The command once for each alternative that "a|b|c" in it offers."""
    offered = re.search(r"\S+(?:\|\S+)+", command)
    if not offered:
        return [command]
    return [command.replace(offered.group(), one) for one in offered.group().split("|")]


def answer(repo, command):
    words = [WORDS.get(word, word).strip("'") for word in command.split(" ")]
    other = not OTHER_FORMS.isdisjoint(words)
    ran = repo.cs(*words, *([] if other else ["--json"]))
    written = "-o" in words and list((repo.path / words[-1]).iterdir())
    expect(ran.code in (0, 1) and (ran.out or written), f"{command}: {ran}")
    return None if other else json.loads(ran.out)


def test_each_question_is_answered(ground):
    repo, seen, members = prepared(ground), 0, 0
    for question, codes in rows():
        expect(codes, f"nothing answers: {question}")
        last = None
        for code in codes:
            if re.fullmatch(r"[a-z]+\.[a-z_0-9]+", code):
                part, member = code.split(".")
                expect(last[part][member] is not None, f"{question}: {code} is not in the answer")
                members += 1
                continue
            for command in spellings(code):
                seen += 1
                last = answer(repo, command)
                expect(last is None or last["kind"], f"{command} has no kind")
    expect(seen > 40 and members > 5, f"only {seen} commands and {members} members")


if __name__ == "__main__":
    harness.main(globals())
