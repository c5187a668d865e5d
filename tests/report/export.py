#!/usr/bin/env python3
"""`export`: its rows in JSON, CSV and SQL are the same, read by Python's json, csv and sqlite3, and
come to the totals of `stats`; the same commit gives the same bytes. In PostgreSQL:
export_postgres_long.py."""

import math
import pathlib
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import _exports  # noqa: E402
import _pages  # noqa: E402
import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
LARGEST = 2**63  # what SQLite keeps exactly ends below


def spelt(value):
    """A value of JSON as CSV has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).replace("\0", "\ufffd")


def harmless(cell):
    """A cell that no spreadsheet takes for a formula, as the text that it stands for."""
    expect(not cell.startswith(FORMULAS), f"a formula: {cell!r}")
    return cell[1:] if cell.lstrip("'").startswith(FORMULAS) else cell


def expect_csv(folder, rows):
    for table, cells in _exports.csv_rows(folder).items():
        expect_equal(len(cells), len(rows[table]), f"rows of {table}")
        for row, csv_row in zip(rows[table], cells):
            for name, value in row.items():
                cell = csv_row[name]
                if isinstance(value, str):
                    cell = harmless(cell)
                expect_equal(cell, spelt(value), f"{table}.{name}")


def expect_sqlite(folder, rows):
    base = sqlite3.connect(":memory:")
    base.executescript((folder / "claudestep.sql").read_text(encoding="utf-8"))
    for table in _exports.TABLES:
        found = base.execute(f"SELECT * FROM {table} ORDER BY rowid")
        names = [column[0] for column in found.description]
        for row, cells in zip(rows[table], found.fetchall(), strict=True):
            expect_equal(names, list(row), f"columns of {table}")
            for name, cell in zip(names, cells):
                value = row[name]
                if isinstance(value, str):
                    value = value.replace("\0", "\ufffd")
                exact = isinstance(value, (str, bool, type(None))) or (
                    isinstance(value, int) and abs(value) < LARGEST)
                if exact:
                    expect_equal(cell, value, f"{table}.{name}")
                else:
                    expect(math.isclose(cell, value, rel_tol=1e-12), f"{table}.{name}: {cell}")
    return base


def expect_totals(repo, rows):
    totals = _exports.totals(repo)
    planned = [row for row in rows["tasks"] if not row["removed"]]
    states = [row["pr_state"] for row in rows["pull_requests"]]
    expect_equal(
        {"projects": len(rows["projects"]), "tasks": len(planned),
         "completed": sum(row["status"] == "completed" for row in planned),
         "pull_requests": len(states), "open": states.count("open"),
         "merged": states.count("merged"), "ai_operations": len(rows["ai_operations"])},
        {name: totals[name] for name in ("projects", "tasks", "completed", "pull_requests", "open",
                                         "merged", "ai_operations")}, "counts")
    for name in ("tokens_input", "tokens_output"):
        expect_equal(sum(row[name] or 0 for row in rows["ai_operations"]), totals[name], name)
    for table in ("projects", "pull_requests", "ai_operations"):
        expect_equal(sum(row["cost_nano_usd"] or 0 for row in rows[table]),
                     _exports.nanos(totals["cost_usd"]), f"the cost of all {table}")


def check(ground, repo):
    for form in ("jsonl", "csv", "sql"):
        folder = _exports.export(ground, repo, form)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    expect_equal(len(before), 9, "files")
    rows = _exports.json_rows(folder)
    expect_csv(folder, rows)
    base = expect_sqlite(folder, rows)
    expect_totals(repo, rows)
    for form in ("jsonl", "csv", "sql"):
        _exports.export(ground, repo, form, CLAUDESTEP_NOW="2030-01-01T00:00:00Z")
    expect_equal({path.name: path.read_bytes() for path in folder.iterdir()}, before, "years later")
    return base


def test_texts(ground):
    base = check(ground, _pages.repository(ground))
    found = base.execute("SELECT sum(cost_nano_usd) FROM ai_operations").fetchone()[0]
    expect_equal(found, 5 * sum(250_000_000 * task for task in range(1, 10)), "summed by SQLite")


def test_formulas(ground):
    repo = ground.bare("formulas")
    repo.write("project", "create", "p")
    texts = ["=1+1", "+1", "-1", "@SUM(1)", "'=1", "''@x", "'quoted'", "it's", ' "x", y', "plain", "'"]
    for text in texts:
        repo.write("task", "add", "p", "--description", text)
    check(ground, repo)
    cells = repo.cs("export", "--format", "csv", "--table", "tasks").out
    expect(",'=1+1," in cells or ',"\'=1+1",' in cells, cells)


def test_every_dialect(ground):
    check(ground, _exports.generated(ground))


if __name__ == "__main__":
    harness.main(globals())
