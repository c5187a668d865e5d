#!/usr/bin/env python3
"""`export` in PostgreSQL: the script and the CSV files load, hold the same, and sum up to the totals
of `stats` in numbers that are exact. Skipped where there is no server to start."""

import decimal
import os
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import _exports  # noqa: E402
import _pages  # noqa: E402
import harness  # noqa: E402
from harness import expect_equal  # noqa: E402


class Server:
    """A server of its own, reached through a socket below the ground alone."""

    def __init__(self, ground):
        programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        if not programs:
            raise harness.Skip("no PostgreSQL server")
        self.ground, self.bin = ground, programs[-1].parent
        self.folder = ground.work / "postgres"
        self.folder.mkdir()
        # It refuses to run as root.
        self.prefix = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        if self.prefix:
            for folder in (ground.work, *ground.work.parents[:1]):
                folder.chmod(0o755)
            shutil.chown(self.folder, "postgres")
        data = self.folder / "data"
        self.must(self.bin / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                  "--locale=C", "-N")
        self.must(self.bin / "pg_ctl", "-D", data, "-w", "-l", self.folder / "log", "-o",
                  f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off",
                  "start")

    def must(self, *command):
        return self.ground.must([*self.prefix, *(str(word) for word in command)], cwd="/").out

    def sql(self, *words):
        return self.must("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.folder,
                         "-U", "postgres", *words)

    def stop(self):
        self.must(self.bin / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")


def check(ground, server, repo, schema):
    for form in ("jsonl", "csv", "sql"):
        folder = _exports.export(ground, repo, form)
    server.sql("-c", f"CREATE SCHEMA {schema}", "-c", f"SET search_path={schema}", "-f",
               folder / "claudestep.sql")
    totals = _exports.totals(repo)
    expect_equal(decimal.Decimal(server.sql(
        "-c", f"SELECT sum(cost_usd) FROM {schema}.ai_operations")), totals["cost_usd"], "cost")
    expect_equal(server.sql("-c", f"SELECT sum(tokens_input), sum(tokens_output), count(*) "
                                  f"FROM {schema}.ai_operations").strip(),
                 f"{totals['tokens_input']}|{totals['tokens_output']}|{totals['ai_operations']}",
                 "tokens and operations")
    rows = _exports.json_rows(folder)
    for table in _exports.TABLES:
        count = server.sql("-c", f"SELECT count(*) FROM {schema}.{table}")
        expect_equal(int(count), len(rows[table]), f"rows of {table}")
        # The same rows once more, from CSV: what is nothing and what is empty stays apart.
        server.sql("-c", f"CREATE TABLE {schema}.c_{table} (LIKE {schema}.{table})", "-c",
                   f"\\copy {schema}.c_{table} FROM '{folder}/{table}.csv' CSV HEADER")
    for table, text in (("projects", "file"), ("pull_requests", "branch_name")):
        differ = server.sql("-c", f"SELECT count(*) FROM (SELECT project, {text} FROM "
                                  f"{schema}.{table} EXCEPT SELECT project, {text} FROM "
                                  f"{schema}.c_{table}) AS differ")
        expect_equal(int(differ), 0, f"rows of {table} that differ")


def test_postgres(ground):
    server = Server(ground)
    try:
        check(ground, server, _pages.repository(ground), "hostile")
        check(ground, server, _exports.generated(ground), "dialects")
    finally:
        server.stop()


if __name__ == "__main__":
    harness.main(globals())
