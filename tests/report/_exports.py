"""Exports of branches whose texts and numbers do their worst, and what they must come to."""

import csv
import decimal
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "differential"))

import _pages  # noqa: E402
import _projects  # noqa: E402
import harness  # noqa: E402
import questions  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

TABLES = ("projects", "tasks", "pull_requests", "ai_operations")


def generated(ground, seed=7, count=12):
    """Projects of every dialect, and a file that cannot be read."""
    repo = ground.bare(f"{seed}.git", commit=False)
    questions.commit(repo, _projects.Maker(seed).branch(count))
    return repo


def export(ground, repo, form, **variables):
    folder = ground.work / f"export-{repo.path.name}"
    ran = repo.cs("export", "--format", form, "--archived", "-o", str(folder),
                  variables={"CLAUDESTEP_NOW": _pages.NOW, **variables})
    expect(ran.code == 0 and ran.out == "", str(ran))
    return folder


def json_rows(folder):
    """By table, the rows of the jsonl files; decimals exact."""
    rows = {}
    for table in TABLES:
        with open(folder / f"{table}.jsonl", encoding="utf-8", newline="\n") as lines:
            rows[table] = [json.loads(line, parse_float=decimal.Decimal) for line in lines]
        for row in rows[table]:
            expect_equal(row.pop("table"), table, "the table of a row")
    return rows


def csv_rows(folder):
    """By table, the rows of the csv files: texts, a quote before a formula taken away again."""
    rows = {}
    for table in TABLES:
        with open(folder / f"{table}.csv", encoding="utf-8", newline="") as lines:
            rows[table] = list(csv.DictReader(lines))
    return rows


def totals(repo):
    ran = repo.cs("stats", "--json", "--archived", variables={"CLAUDESTEP_NOW": _pages.NOW})
    return json.loads(ran.out, parse_float=decimal.Decimal)["totals"]


def nanos(dollars):
    return int(decimal.Decimal(dollars).scaleb(9))
