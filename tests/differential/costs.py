#!/usr/bin/env python3
"""`costs`, `budget check` and `stats` agree with Python's decimal, to the last digit.

Generated repositories hold projects of two dialects with what real files hold: costs of any
spelling, digits past the ninth, times of any zone and none, members that are absent, null or empty,
models without a price, steps that have AI tasks but no pull request. The judge reads the JSON it
generated, never ours, and adds up in decimal.
"""

import datetime
import decimal
import json
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

import harness  # noqa: E402
from harness import expect, expect_equal  # noqa: E402

SEED = 20260127
REPOSITORIES = 30
SIDES = ("model", "project", "reviewer", "type", "day", "month")
NANO = decimal.Decimal("1e-9")
UTC = datetime.timezone.utc

decimal.getcontext().prec = 200

# Models with their prices: input, output, cache read, cache write, for a million tokens.
PRICES = {
    "priced-a": ("3", "15", "0.30", "3.75"),
    "priced-b": ("0.0000005", "0.123456789", "0", "1000000"),
    "priced-c": ("0", "0", "0", "0"),
}
MODELS = [*PRICES, "priced-a-20250929", "unpriced", "priced-a[1m]", "Priced-a", "", None]
TYPES = ["PRCreation", "PRRefinement", "PRSummary", "ünicode 类型", "", None]
REVIEWERS = ["alice", "bob", "Alice", "", None]


class Number(str):
    """A JSON number of this spelling."""


def spell(value):
    """JSON text that keeps Numbers as they are spelt."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)}: {spell(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(spell(item) for item in value) + "]"
    return json.dumps(value)


# ---------------------------------------------------------------- what is generated


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def cost(self):
        r = self.random
        return Number(
            r.choice(
                (
                    lambda: "0",
                    lambda: "0.10",
                    lambda: str(r.randrange(1000)),
                    lambda: f"{r.randrange(100)}.{r.randrange(10**9):09d}",
                    lambda: f"{r.randrange(10**6)}e-{r.randrange(12)}",
                    lambda: f"0.{r.randrange(10**9):09d}5",
                    lambda: f"0.{r.randrange(10**9):09d}50000000000000001",
                    lambda: repr(r.random()),
                    lambda: f"{r.randrange(10**17)}.5",
                    lambda: "1E-400",
                )
            )()
        )

    def time(self):
        r = self.random
        when = datetime.datetime(2025, 11, 1, tzinfo=UTC) + datetime.timedelta(
            microseconds=r.randrange(90 * 86400 * 10**6)
        )
        if r.random() < 0.2:
            when = when.replace(hour=0, minute=0, second=0, microsecond=0)
        zone = r.choice((None, "Z", 0, 120, -330, 840))
        digits = r.choice(("seconds", "microseconds"))
        if zone is None or zone == "Z":
            return when.replace(tzinfo=None).isoformat(timespec=digits) + (zone or "")
        return when.astimezone(
            datetime.timezone(datetime.timedelta(minutes=zone))
        ).isoformat(timespec=digits)

    def maybe(self, record, name, make):
        """Sets a member, sets it to null, or leaves it out."""
        choice = self.random.random()
        if choice < 0.8:
            record[name] = make()
        elif choice < 0.9:
            record[name] = None

    def operation(self):
        r = self.random
        record = {"type": r.choice(TYPES), "model": r.choice(MODELS)}
        self.maybe(record, "cost_usd", self.cost)
        self.maybe(record, "created_at", self.time)
        for name in ("tokens_input", "tokens_output", "tokens_cache_read", "tokens_cache_write"):
            if r.random() < 0.7:
                record[name] = r.choice((0, r.randrange(10**6), r.randrange(2**62)))
        self.maybe(record, "duration_seconds", lambda: Number(f"{r.randrange(9999)}.{r.randrange(10**6):06d}"))
        return record

    def operations(self):
        return [self.operation() for _ in range(self.random.choice((0, 1, 2, 5)))]

    def pull_request(self, number):
        record = {"task_index": 1, "pr_number": number, "branch_name": f"b{number}",
                  "reviewer": self.random.choice(REVIEWERS),
                  "pr_state": self.random.choice(("open", "merged", "closed"))}
        self.maybe(record, "created_at", self.time)
        return record

    def hybrid(self, name):
        prs = []
        for number in range(1, self.random.randrange(8)):
            prs.append({**self.pull_request(number), "ai_operations": self.operations()})
        return {"schema_version": "2.0", "project": name, "last_updated": "2026-01-01T00:00:00",
                "tasks": [{"index": 1, "description": "one", "status": "pending"}],
                "pull_requests": prs}

    def steps(self, name):
        steps = []
        for number in range(1, self.random.randrange(2, 8)):
            step = {"step_index": number, "step_description": f"step {number}",
                    "ai_tasks": self.operations()}
            if self.random.random() < 0.7:
                pr = self.pull_request(number)
                del pr["task_index"]
                step.update(pr)
            steps.append(step)
        return {"schema_version": "1.0", "project": name, "last_updated": "2026-01-01T00:00:00Z",
                "steps": steps}

    def projects(self):
        makers = (self.hybrid, self.steps)
        return {f"p{at}": self.random.choice(makers)(f"p{at}")
                for at in range(self.random.randrange(6))}


def commit(repo, folders):
    """One commit of {"projects": {...}, "archive": {...}} on the metadata branch."""
    stream = f"commit {harness.REF}\ncommitter T <t@example.com> 1767225600 +0000\ndata 1\nx\n"
    for folder, projects in folders.items():
        for name, document in projects.items():
            text = spell(document) + "\n"
            stream += f"M 644 inline {folder}/{name}.json\ndata {len(text.encode())}\n{text}\n"
    repo.git("fast-import", "--quiet", stdin=stream)


# ---------------------------------------------------------------- the judge


def dollars(operation):
    cost = decimal.Decimal(operation.get("cost_usd") or "0")
    return cost.quantize(NANO, rounding=decimal.ROUND_HALF_EVEN)


def instant(text):
    when = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)


def pull_requests(document):
    for pr in document.get("pull_requests", []):
        yield pr, pr["ai_operations"]
    for step in document.get("steps", []):
        if "pr_number" in step:
            yield step, step["ai_tasks"]


def lines(projects):
    """One line an operation, with all that any question looks at."""
    for name, document in projects.items():
        for pr, operations in pull_requests(document):
            for operation in operations:
                text = operation.get("created_at") or pr.get("created_at")
                when = instant(text) if text else None
                yield {
                    "project": name,
                    "pr": (name, pr["pr_number"]),
                    "reviewer": pr["reviewer"] or None,
                    "type": operation["type"] or None,
                    "model": operation["model"] or None,
                    "when": when,
                    "day": when.strftime("%Y-%m-%d") if when else None,
                    "month": when.strftime("%Y-%m") if when else None,
                    "cost": dollars(operation),
                    "duration": decimal.Decimal(operation.get("duration_seconds") or 0),
                    "tokens": [operation.get(f"tokens_{sort}", 0)
                               for sort in ("input", "output", "cache_read", "cache_write")],
                }


def sums(chosen):
    tokens = [sum(line["tokens"][at] for line in chosen) for at in range(4)]
    return {
        "ai_operations": len(chosen),
        "pull_requests": len({line["pr"] for line in chosen}),
        "cost_usd": sum((line["cost"] for line in chosen), decimal.Decimal(0)),
        "tokens_input": tokens[0],
        "tokens_output": tokens[1],
        "duration_seconds": sum((line["duration"] for line in chosen), decimal.Decimal(0)),
        "tokens_cache_read": tokens[2],
        "tokens_cache_write": tokens[3],
    }


def grouped(chosen, by):
    groups = {}
    for line in chosen:
        groups.setdefault(line[by], []).append(line)
    rows = [{"key": key, **sums(group)} for key, group in groups.items()]
    last = [(row["key"] is None, (row["key"] or "").encode()) for row in rows]
    order = sorted(range(len(rows)), key=lambda at: last[at] if by in ("day", "month")
                   else (-rows[at]["cost_usd"], last[at]))
    return [rows[at] for at in order]


def price_of(model):
    if model is None:
        return None
    name = model[:-9] if model[-9:-8] == "-" and model[-8:].isdigit() else model
    price = PRICES.get(model) or PRICES.get(name)
    return price and [decimal.Decimal(amount) for amount in price]


def recomputed(chosen):
    reported = come_to = decimal.Decimal(0)
    count, no_price, no_tokens = 0, {}, {}
    for line in chosen:
        price = price_of(line["model"])
        if price is None or (not any(line["tokens"]) and line["cost"] != 0):
            missing = no_price if price is None else no_tokens
            missing.setdefault(line["model"], []).append(line["cost"])
            continue
        count += 1
        reported += line["cost"]
        exact = sum(a * t for a, t in zip(price, line["tokens"])) / 10**6
        come_to += exact.quantize(NANO, rounding=decimal.ROUND_HALF_EVEN)
    def listed(missing):
        order = sorted(missing, key=lambda model: (model is None, (model or "").encode()))
        return [{"model": model, "ai_operations": len(missing[model]),
                 "cost_usd": sum(missing[model])} for model in order]
    return {"total": {"ai_operations": count, "reported_usd": reported,
                      "recomputed_usd": come_to, "difference_usd": come_to - reported},
            "without_price": listed(no_price), "without_tokens": listed(no_tokens)}


# ---------------------------------------------------------------- the comparison


def ask(repo, *arguments, code=0):
    ran = repo.cs(*arguments, "--json")
    expect_equal(ran.code, code, f"exit code of {arguments}: {ran.err}")
    return json.loads(ran.out, parse_float=decimal.Decimal)


def check_costs(repo, chosen, *options):
    for by in SIDES:
        answer = ask(repo, "costs", "--by", by, *options)
        what = f"costs --by {by} {options} in {repo.path}"
        expect_equal(answer["rows"], grouped(chosen, by), f"rows of {what}")
        expect_equal(answer["total"], sums(chosen), f"total of {what}")


def check_filters(repo, maker, every):
    since, until = sorted(maker.time() for _ in range(2))
    if instant(since) >= instant(until):
        since, until = until, since
    chosen = [line for line in every
              if line["when"] and instant(since) <= line["when"] < instant(until)]
    check_costs(repo, chosen, "--since", since, "--until", until)
    reviewer = maker.random.choice(("alice", "bob", "nobody-else", ""))
    chosen = [line for line in every if (line["reviewer"] or "") == reviewer]
    check_costs(repo, chosen, "--reviewer", reviewer)
    chosen = [line for line in every if line["project"] in ("p0", "p2")]
    check_costs(repo, chosen, "--project", "p[02]")


def check_recompute(repo, every):
    answer = ask(repo, "costs", "--recompute", "--prices", "../prices.json")["recompute"]
    expected = recomputed(every)
    for part, value in expected.items():
        expect_equal(answer[part], value, f"{part} of costs --recompute in {repo.path}")
    models = {row["key"]: row for row in answer["rows"]}
    expect_equal(sum(row["recomputed_usd"] for row in models.values()),
                 expected["total"]["recomputed_usd"], "the rows add up to the total")


def check_budget(repo, total):
    for limit, code in ((total, 0), (total + NANO, 0), (total - NANO, 1)):
        if limit < 0:
            continue
        answer = ask(repo, "budget", "check", "--limit", f"{limit:f}", code=code)
        expect_equal((answer["spent_usd"], answer["left_usd"], answer["exceeded"]),
                     (total, limit - total, code == 1), f"budget of {limit} in {repo.path}")


def test_sums_are_those_of_decimal(ground):
    models = [dict(zip(("input", "output", "cache_read", "cache_write"), map(Number, price)),
                   model=name) for name, price in PRICES.items()]
    (ground.work / "prices.json").write_text(spell({"models": models}))
    operations = 0
    for number in range(REPOSITORIES):
        maker = Maker(SEED + number)
        repo = ground.bare(f"r{number}.git", commit=False)
        projects = maker.projects()
        archive = {f"old{at}": maker.hybrid(f"old{at}") for at in range(maker.random.randrange(2))}
        commit(repo, {"projects": projects, "archive": archive})
        every = list(lines(projects))
        operations += len(every)
        if not projects and not archive:
            continue
        check_costs(repo, every)
        check_filters(repo, maker, every)
        check_costs(repo, list(lines({**projects, **archive})), "--archived")
        check_recompute(repo, every)
        total = sum((line["cost"] for line in every), decimal.Decimal(0))
        check_budget(repo, total)
        expect_equal(ask(repo, "stats")["totals"]["cost_usd"], total, f"stats of {repo.path}")
    expect(operations > REPOSITORIES * 5, f"only {operations} operations were compared")


harness.main(globals())
